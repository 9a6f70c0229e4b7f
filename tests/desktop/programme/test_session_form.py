"""The form of a session saves by itself, says what cannot be, and gives roles."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot
from tests.desktop.hands import file_away, take_way_out
from tests.desktop.rooms import closed, made, opened, settled

from facilitator.desktop.main_window import MainWindow
from facilitator.desktop.programme.place import ProgrammePlace
from facilitator.desktop.programme.session_panel import SessionPanel
from facilitator.domain.kinds import Rule, SessionKind, SessionRole
from facilitator.domain.nouns import Session
from facilitator.store.edits import Edits

DAY = date(2023, 8, 9)


def one_day(edits: Edits) -> None:
    edits.sessions.add("Opening", day=DAY, starts=time(9), ends=time(10))
    edits.sessions.add("Panel", day=DAY, starts=time(10), ends=time(11))
    edits.people.add("Maria Santos", code="ms")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    window = opened(qtbot, made(tmp_path / "water.workshop", one_day), "programme")
    assert isinstance(window.place, ProgrammePlace)
    window.place.edit()
    yield window
    # What a test has left in a field is not worth asking for.
    window._may_lose = True
    closed(qtbot, window)


def panel_of(window: MainWindow) -> SessionPanel:
    assert isinstance(window.place, ProgrammePlace)
    return window.place.panel


def stored(window: MainWindow) -> Session:
    key = panel_of(window).key
    assert key is not None
    return window.context.bridge.read(lambda reads: reads.session(key))


def retype(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def test_a_title_is_saved_soon_after_the_last_key_without_leaving_the_field(qtbot: QtBot, window: MainWindow) -> None:
    retype(panel_of(window).form.title, "Opening: why we meet")

    qtbot.waitUntil(lambda: stored(window).title == "Opening: why we meet")

    assert panel_of(window).form.title.hasFocus()


def test_a_space_before_the_next_word_is_not_taken_away(qtbot: QtBot, window: MainWindow) -> None:
    title = panel_of(window).form.title
    retype(title, "Opening ")
    window.place.flush()
    settled(qtbot, window)

    QTest.keyClicks(title, "words")

    assert title.text() == "Opening words"


def test_all_of_one_stay_in_a_field_is_one_step_of_undo(qtbot: QtBot, window: MainWindow) -> None:
    form = panel_of(window).form
    retype(form.place, "Main")
    window.place.flush()
    settled(qtbot, window)
    QTest.keyClicks(form.place, " hall")
    form.title.setFocus()
    settled(qtbot, window)
    assert stored(window).place == "Main hall"

    window.context.actions.trigger("undo")
    settled(qtbot, window)

    assert stored(window).place == ""
    assert form.place.text() == ""


def test_an_empty_title_is_refused_under_the_field_and_stays_typed(qtbot: QtBot, window: MainWindow) -> None:
    form = panel_of(window).form
    retype(form.title, " ")
    window.place.flush()
    settled(qtbot, window)

    assert "cannot be empty" in form.title_says.text()
    assert form.title_says.isVisible()
    assert stored(window).title == "Opening"
    assert window.place.unsaved()
    retype(form.title, "Opening")
    window.place.flush()
    settled(qtbot, window)
    assert not form.title_says.isVisible()
    assert not window.place.unsaved()


def test_reversed_times_are_refused_under_the_field_until_either_is_mended(qtbot: QtBot, window: MainWindow) -> None:
    form = panel_of(window).form
    retype(form.starts, "11:00")
    window.place.flush()
    settled(qtbot, window)
    assert "11:00" in form.times_say.text()
    assert stored(window).starts == time(9)

    retype(form.ends, "12.30")
    window.place.flush()
    settled(qtbot, window)

    assert form.times_say.text() == ""
    assert (stored(window).starts, stored(window).ends) == (time(11), time(12, 30))


def test_what_is_no_time_is_said_under_the_field(qtbot: QtBot, window: MainWindow) -> None:
    form = panel_of(window).form
    retype(form.starts, "noon")
    window.place.flush()

    assert "noon" in form.times_say.text()
    retype(form.starts, "9:00")
    window.place.flush()
    settled(qtbot, window)


def test_kind_rule_and_day_are_saved_when_they_are_chosen(qtbot: QtBot, window: MainWindow) -> None:
    form = panel_of(window).form
    for field, row in ((form.kind, list(SessionKind).index(SessionKind.PANEL)), (form.attribution, 3), (form.day, 1)):
        field.setCurrentIndex(row)
        field.activated.emit(row)
        settled(qtbot, window)

    session = stored(window)
    assert (session.kind, session.attribution, session.day) == (SessionKind.PANEL, Rule.CHATHAM, date(2023, 8, 10))


def test_another_day_is_chosen_in_a_field_of_its_own(qtbot: QtBot, window: MainWindow) -> None:
    form = panel_of(window).form
    form.day.setCurrentIndex(2)
    form.day.activated.emit(2)
    assert form.other_day.isVisible()

    form.other_day.setDate(form.other_day.date().addDays(-1))
    form.title.setFocus()
    settled(qtbot, window)

    assert stored(window).day == date(2023, 8, 8)


def test_a_code_gives_somebody_a_role_and_a_button_takes_it_back(qtbot: QtBot, window: MainWindow) -> None:
    field = panel_of(window).roles.field(SessionRole.MODERATOR)
    retype(field, "ms")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settled(qtbot, window)
    key = panel_of(window).key or b""
    cast = window.context.bridge.read(lambda reads: reads.parts_of(key))
    assert [part.role for part in cast] == [SessionRole.MODERATOR]

    button = panel_of(window).roles.findChild(QToolButton)
    assert button.accessibleName() == "Take off: Moderator, Maria Santos"
    button.click()
    settled(qtbot, window)
    assert window.context.bridge.read(lambda reads: reads.parts_of(key)) == ()
    window.context.actions.trigger("undo")
    settled(qtbot, window)
    assert len(window.context.bridge.read(lambda reads: reads.parts_of(key))) == 1


def test_somebody_new_who_gets_a_role_is_among_the_people(qtbot: QtBot, window: MainWindow) -> None:
    field = panel_of(window).roles.field(SessionRole.PANELLIST)
    retype(field, "Somchai Jaidee")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settled(qtbot, window)

    people = window.context.bridge.read(lambda reads: reads.people_rows("somchai"))
    assert [(row.name, row.sessions) for row in people] == [("Somchai Jaidee", 1)]


def test_the_form_follows_the_choice_and_saves_what_was_typed_for_the_one_before(
    qtbot: QtBot, window: MainWindow
) -> None:
    place = window.place
    assert isinstance(place, ProgrammePlace)
    first = panel_of(window).key or b""
    retype(panel_of(window).form.place, "Annex")
    second = window.context.bridge.read(lambda reads: reads.session_list())[1].key

    place.board.choose(second)
    settled(qtbot, window)

    assert panel_of(window).form.title.text() == "Panel"
    assert panel_of(window).form.place.text() == ""
    assert window.context.bridge.read(lambda reads: reads.session(first)).place == "Annex"


def test_esc_saves_and_closes_the_form(qtbot: QtBot, window: MainWindow) -> None:
    key = panel_of(window).key or b""
    retype(panel_of(window).form.place, "Annex")

    window.context.actions.trigger("step-back")
    settled(qtbot, window)

    assert panel_of(window).isHidden()
    assert window.context.bridge.read(lambda reads: reads.session(key)).place == "Annex"


def test_every_field_has_a_name_and_tab_reaches_them_in_order(window: MainWindow) -> None:
    form = panel_of(window).form
    form.title.setFocus()
    reached = []
    for _ in range(30):
        focus = QApplication.focusWidget()
        assert focus is not None
        reached.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)

    fields = [form.title, form.kind, form.day, form.starts, form.ends, form.place, form.attribution, form.digest]
    places = [reached.index(field) for field in (*fields, form.key_points, form.capture)]
    assert places == sorted(places)


def test_what_a_disk_refuses_stays_in_its_field_until_it_can_be_saved(qtbot: QtBot, window: MainWindow) -> None:
    panel = panel_of(window)
    with file_away(window):
        retype(panel.form.place, "Hall B")
        panel.form.title.setFocus()
        settled(qtbot, window)
        window.place.load()
        assert panel.form.place.text() == "Hall B"
        assert window.place.unsaved()

    window.place.flush()
    settled(qtbot, window)
    assert stored(window).place == "Hall B"
    assert not window.place.unsaved()


def test_what_a_disk_refuses_is_saved_later_when_the_form_shows_another_session(
    qtbot: QtBot, window: MainWindow
) -> None:
    place, key = window.place, panel_of(window).key
    other = window.context.bridge.read(lambda reads: reads.session_list())[1].key
    assert isinstance(place, ProgrammePlace)
    with file_away(window):
        retype(panel_of(window).form.place, "Hall B")
        panel_of(window).form.title.setFocus()
        settled(qtbot, window)
        place.board.choose(other)
        settled(qtbot, window)
        assert panel_of(window).key != key
        assert place.unsaved()

    take_way_out(window, "Try again")
    settled(qtbot, window)
    assert window.context.bridge.read(lambda reads: reads.session_list())[0].key == key
    assert window.context.bridge.read(lambda reads: reads.session(key or b"").place) == "Hall B"
    assert not place.unsaved()


def test_the_answer_to_an_older_edit_is_not_shown_over_newer_words(qtbot: QtBot, window: MainWindow) -> None:
    panel, second_may_go = panel_of(window), Event()
    retype(panel.form.place, "Hall A")
    with qtbot.waitSignal(panel.edited):
        panel.flush()
        window.context.bridge.run(lambda _: second_may_go.wait(20))
        retype(panel.form.place, "Hall B")
        panel.flush()
    assert panel.form.place.text() == "Hall B"

    second_may_go.set()
    settled(qtbot, window)
    assert panel.form.place.text() == "Hall B"
    assert window.context.bridge.read(lambda reads: reads.session(panel.key or b"").place) == "Hall B"
