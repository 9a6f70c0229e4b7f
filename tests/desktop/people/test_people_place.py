"""Finding, adding, editing and merging people."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from tests.desktop.hands import file_away, take_way_out
from tests.desktop.rooms import closed, made, opened, settled

from facilitator.desktop.main_window import MainWindow
from facilitator.desktop.people.people_model import Column
from facilitator.desktop.people.place import PeoplePlace
from facilitator.domain.kinds import NoteKind, Sector
from facilitator.domain.rows import PersonRow
from facilitator.store.edits import Edits


def four(edits: Edits) -> None:
    session = edits.sessions.add("Opening")
    santos = edits.people.add("Maria Santos", code="ms", organisation="Women's network", sector=Sector.CIVIL_SOCIETY)
    edits.people.add("Ananda Perera", code="ap", organisation="Ministry of Finance", country="Sri Lanka")
    edits.people.add("สมชาย ใจดี", organisation="มหาวิทยาลัย")
    only_typed = edits.people.add("M. Santos")
    for person in (santos, only_typed):
        edits.notes.capture(session.id, NoteKind.POINT, "Said", speaker_id=person.id)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    window = opened(qtbot, made(tmp_path / "water.workshop", four), "people")
    yield window
    window._may_lose = True
    closed(qtbot, window)


def place_of(window: MainWindow) -> PeoplePlace:
    assert isinstance(window.place, PeoplePlace)
    return window.place


def names(window: MainWindow) -> list[str]:
    return [row.name for row in place_of(window).table.people.rows]


def row_of(window: MainWindow, name: str) -> PersonRow:
    return next(row for row in place_of(window).table.people.rows if row.name == name)


def type_into(field: QLineEdit, text: str) -> None:
    for letter in text:
        QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))


def retype(qtbot: QtBot, window: MainWindow, field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    type_into(field, text)
    window.place.flush()
    settled(qtbot, window)


def open_form(window: MainWindow, name: str) -> None:
    assert place_of(window).table.choose(row_of(window, name).key)
    place_of(window).open_form()


def test_work_begins_in_the_field_that_finds(window: MainWindow) -> None:
    assert place_of(window).bar.field.hasFocus()
    assert names(window) == ["Ananda Perera", "M. Santos", "Maria Santos", "สมชาย ใจดี"]


@pytest.mark.parametrize(
    ("typed", "found", "chosen"),
    [("pe", ["Ananda Perera"], 0), ("sa", ["M. Santos", "Maria Santos"], 0), ("ms", ["M. Santos", "Maria Santos"], 1),
     ("fi", ["Ananda Perera"], 0), ("สม", ["สมชาย ใจดี"], 0)],
)  # fmt: skip
def test_two_letters_of_name_code_or_organization_find_and_a_whole_code_chooses(
    window: MainWindow, typed: str, found: list[str], chosen: int
) -> None:
    type_into(place_of(window).bar.field, typed)

    assert names(window) == found
    current = place_of(window).table.current
    assert current is not None
    assert current.name == found[chosen]


def test_arrows_walk_through_what_was_found_and_enter_opens_it(window: MainWindow) -> None:
    field = place_of(window).bar.field
    type_into(field, "sa")
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)

    form = place_of(window).panel.form
    assert form.name.text() == "Maria Santos"
    assert form.name.hasFocus()


def test_letters_typed_on_the_table_go_to_the_field(window: MainWindow) -> None:
    table = place_of(window).table
    table.choose(row_of(window, "Maria Santos").key)
    table.setFocus()

    QTest.keyClick(table, Qt.Key.Key_P)

    assert place_of(window).bar.field.text() == "p"
    assert place_of(window).bar.field.hasFocus()


def test_somebody_who_is_not_found_is_added_as_a_walk_in(qtbot: QtBot, window: MainWindow) -> None:
    field = place_of(window).bar.field
    type_into(field, "Nadia Karim")
    QTest.keyClick(field, Qt.Key.Key_Return)
    window.place.flush()
    settled(qtbot, window)

    assert place_of(window).panel.key is not None
    found = window.context.bridge.read(lambda reads: reads.people_rows("nadia"))
    assert [row.name for row in found] == ["Nadia Karim"]


def test_somebody_new_comes_in_with_the_first_name_that_is_typed(qtbot: QtBot, window: MainWindow) -> None:
    window.context.actions.trigger("people.add")
    form = place_of(window).panel.form
    retype(qtbot, window, form.organisation, "Radio")
    assert len(names(window)) == 4

    retype(qtbot, window, form.name, "Zaw Min")
    retype(qtbot, window, form.country, "Myanmar")

    found = window.context.bridge.read(lambda reads: reads.people_rows("zaw"))
    assert [(row.organisation, row.country) for row in found] == [("Radio", "Myanmar")]
    assert "Zaw Min" in names(window)


def test_a_code_that_is_taken_is_said_under_the_field_and_stays_typed(qtbot: QtBot, window: MainWindow) -> None:
    open_form(window, "Ananda Perera")
    form = place_of(window).panel.form
    retype(qtbot, window, form.code, "ms")

    assert form.code_says.isVisible()
    assert "Maria Santos" in form.code_says.text()
    assert form.code.text() == "ms"
    assert window.place.unsaved()

    retype(qtbot, window, form.code, "fin")

    assert not form.code_says.isVisible()
    assert row_of(window, "Ananda Perera").code == "fin"


def test_a_rename_is_one_step_and_undo_shows_the_old_name(qtbot: QtBot, window: MainWindow) -> None:
    open_form(window, "M. Santos")
    form = place_of(window).panel.form
    retype(qtbot, window, form.name, "Maribel")
    type_into(form.name, " Santos")
    form.role.setFocus()
    settled(qtbot, window)
    assert "Maribel Santos" in names(window)

    window.context.actions.trigger("undo")
    settled(qtbot, window)

    assert "M. Santos" in names(window)
    assert form.name.text() == "M. Santos"


def test_a_sector_is_saved_when_it_is_chosen(qtbot: QtBot, window: MainWindow) -> None:
    open_form(window, "Ananda Perera")
    sector = place_of(window).panel.form.sector
    sector.setCurrentIndex(1)
    sector.activated.emit(1)
    settled(qtbot, window)

    assert row_of(window, "Ananda Perera").sector is Sector.GOVERNMENT


def test_two_who_are_one_become_one_and_all_notes_follow(qtbot: QtBot, window: MainWindow) -> None:
    table = place_of(window).table
    table.choose(row_of(window, "M. Santos").key)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert window.context.actions.trigger("people.merge")
    merging = place_of(window).merging
    assert merging.isVisible()

    merging.merge.click()
    settled(qtbot, window)

    assert names(window) == ["Ananda Perera", "Maria Santos", "สมชาย ใจดี"]
    assert row_of(window, "Maria Santos").notes == 2
    assert not merging.isVisible()
    window.context.actions.trigger("undo")
    settled(qtbot, window)
    assert row_of(window, "M. Santos").notes == 1


def test_who_stays_can_be_chosen_and_the_other_one_typed(qtbot: QtBot, window: MainWindow) -> None:
    place_of(window).table.choose(row_of(window, "Maria Santos").key)
    window.context.actions.trigger("people.merge")
    merging = place_of(window).merging
    assert not merging.merge.isEnabled()
    merging.other.setText("M. Santos")
    merging.keep(row_of(window, "M. Santos").key)

    merging.merge.click()
    settled(qtbot, window)

    assert "Maria Santos" not in names(window)
    assert row_of(window, "M. Santos").code == "ms"


def test_a_heading_sorts_and_who_has_nothing_there_comes_last(window: MainWindow) -> None:
    table = place_of(window).table
    table.choose(row_of(window, "Maria Santos").key)

    table.sortByColumn(Column.ORGANISATION, Qt.SortOrder.DescendingOrder)

    assert [row.name for row in table.people.rows] == ["สมชาย ใจดี", "Maria Santos", "Ananda Perera", "M. Santos"]
    current = table.current
    assert current is not None
    assert current.name == "Maria Santos"


def test_esc_closes_the_form_and_then_forgets_what_was_looked_for(window: MainWindow) -> None:
    type_into(place_of(window).bar.field, "sa")
    place_of(window).open_form()

    window.context.actions.trigger("step-back")
    assert not place_of(window).panel.isVisible()
    window.context.actions.trigger("step-back")
    assert len(names(window)) == 4


def test_the_form_closes_when_undo_takes_its_person_away(qtbot: QtBot, window: MainWindow) -> None:
    window.context.actions.trigger("people.add")
    retype(qtbot, window, place_of(window).panel.form.name, "Zaw Min")

    window.context.actions.trigger("undo")
    settled(qtbot, window)

    assert "Zaw Min" not in names(window)
    assert not place_of(window).panel.isVisible() or place_of(window).panel.form.name.text() != "Zaw Min"


def test_search_leads_to_a_person(window: MainWindow) -> None:
    type_into(place_of(window).bar.field, "pe")
    key = window.context.bridge.read(lambda reads: reads.people_rows("maria"))[0].key

    window.place.go_to(key)

    assert place_of(window).panel.form.name.text() == "Maria Santos"


def test_nobody_here_yet_says_how_to_begin(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, made(tmp_path / "empty.workshop", lambda edits: None), "people")
    try:
        assert not place_of(window).table.isVisible()
        window.context.actions.trigger("people.add")
        retype(qtbot, window, place_of(window).panel.form.name, "Zaw Min")
        assert names(window) == ["Zaw Min"]
        assert place_of(window).table.isVisible()
    finally:
        closed(qtbot, window)


def begin_treasury(window: MainWindow) -> PeoplePlace:
    """Type another organisation of somebody, and stay in the field."""
    place = place_of(window)
    place.table.choose(row_of(window, "Ananda Perera").key)
    place.open_form()
    field = place.panel.form.organisation
    field.setFocus()
    field.selectAll()
    type_into(field, "Treasury")
    return place


def test_what_a_disk_refuses_stays_in_its_field_until_it_can_be_saved(qtbot: QtBot, window: MainWindow) -> None:
    with file_away(window):
        place = begin_treasury(window)
        place.panel.form.name.setFocus()
        settled(qtbot, window)
        place.load()
        assert place.panel.form.organisation.text() == "Treasury"
        assert place.unsaved()

    place.flush()
    settled(qtbot, window)
    assert row_of(window, "Ananda Perera").organisation == "Treasury"
    assert not place.unsaved()


def test_what_a_disk_refuses_waits_when_the_form_shows_somebody_else(qtbot: QtBot, window: MainWindow) -> None:
    with file_away(window):
        place = begin_treasury(window)
        place.table.choose(row_of(window, "Maria Santos").key)
        settled(qtbot, window)
        assert place.panel.form.organisation.text() == "Women's network"
        assert place.unsaved()

    take_way_out(window, "Try again")
    settled(qtbot, window)
    assert row_of(window, "Ananda Perera").organisation == "Treasury"
    assert not place.unsaved()


def test_no_name_of_a_person_stands_in_the_name_of_a_step(qtbot: QtBot, window: MainWindow) -> None:
    place = place_of(window)
    place.table.choose(row_of(window, "Ananda Perera").key)
    place.open_form()
    retype(qtbot, window, place.panel.form.country, "Nepal")
    retype(qtbot, window, place.panel.form.name, "Anand Perera")

    undo, _ = window.context.bridge.next_steps()
    assert undo == "Edit a person"
