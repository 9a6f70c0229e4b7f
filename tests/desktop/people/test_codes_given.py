"""Codes of people in the form: made for somebody new, changed like any field, made again when the field is emptied."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.desktop.hands import asked, capture_of, press, settle, type_text
from tests.desktop.rooms import made

from facilitator.desktop.main_window import MainWindow
from facilitator.store.edits import Edits


def fill(edits: Edits) -> None:
    edits.sessions.add("Opening")
    edits.people.add("Kai Chen")
    edits.people.add("Kim Chi", code="x1")
    edits.people.add("Karl Cox")
    edits.people.add("kac")


def codes(window: MainWindow) -> dict[str, str]:
    return {person.name: person.code for person in asked(window, lambda reads: reads.participants())}


def opened_form(window: MainWindow, name: str) -> object:
    window.go("people")
    window.place.table.choose(next(row.key for row in window.place.table.people.rows if row.name == name))
    window.place.open_form()
    return window.place.panel.form


def test_everybody_has_a_code_and_whoever_is_called_as_one_keeps_it(
    qtbot: QtBot, opened: Callable[[Path], MainWindow], tmp_path: Path
) -> None:
    window = opened(made(tmp_path / "a.workshop", fill))
    assert codes(window) == {"Kai Chen": "kc", "Kim Chi": "x1", "Karl Cox": "kco", "kac": "kac"}

    capture_of(window).desk.line.setFocus()
    qtbot.waitUntil(lambda: capture_of(window).desk.line._reader is not None)
    type_text('@"Koko Cho" hello')
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    assert codes(window)["Koko Cho"] == "koc"
    type_text("@koc hello")
    qtbot.waitUntil(lambda: "Koko Cho" in capture_of(window).desk._hint.accessibleDescription())

    capture_of(window).desk.line.clear()
    window.context.bridge.undo()
    settle(qtbot, window)
    assert codes(window) == {"Kai Chen": "kc", "Kim Chi": "x1", "Karl Cox": "kco", "kac": "kac"}


def test_somebody_new_gets_a_code_that_stands_in_the_form(
    qtbot: QtBot, opened: Callable[[Path], MainWindow], tmp_path: Path
) -> None:
    window = opened(made(tmp_path / "a.workshop", fill))
    window.go("people")
    window.context.actions.trigger("people.add")
    type_text("Amara Silva")
    qtbot.waitUntil(lambda: codes(window).get("Amara Silva") == "as")
    form = window.place.panel.form  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: form.code.text() == "as")
    form.role.setFocus()
    type_text("x")
    settle(qtbot, window)
    form.code.setFocus()
    form.role.setFocus()
    settle(qtbot, window)
    assert asked(window, lambda reads: [one.code_made for one in reads.participants() if one.code == "as"]) == [True]

    form.code.setFocus()
    form.code.selectAll()
    type_text("ams")
    window.context.bridge.flushing.emit()
    settle(qtbot, window)
    assert codes(window)["Amara Silva"] == "ams"


def test_an_emptied_field_waits_for_another_code_and_shows_a_made_one_when_it_is_left(
    qtbot: QtBot, opened: Callable[[Path], MainWindow], tmp_path: Path
) -> None:
    window = opened(made(tmp_path / "a.workshop", fill))
    form = opened_form(window, "Kim Chi")
    form.code.setFocus()
    form.code.selectAll()
    press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: codes(window)["Kim Chi"] == "kic")
    settle(qtbot, window)
    assert form.code.text() == ""

    form.role.setFocus()
    qtbot.waitUntil(lambda: form.code.text() == "kic")
    window.context.bridge.undo()
    settle(qtbot, window)
    assert codes(window)["Kim Chi"] == "x1"
    qtbot.waitUntil(lambda: form.code.text() == "x1")

    # left at once, before anything is saved
    form.code.setFocus()
    form.code.selectAll()
    press(Qt.Key.Key_Delete)
    form.role.setFocus()
    qtbot.waitUntil(lambda: form.code.text() == "kic")


def test_what_is_typed_and_taken_back_in_one_stay_is_gone(
    qtbot: QtBot, opened: Callable[[Path], MainWindow], tmp_path: Path
) -> None:
    window = opened(made(tmp_path / "a.workshop", fill))
    form = opened_form(window, "Kim Chi")
    form.role.setFocus()
    for key, role in ((Qt.Key.Key_X, "x"), (Qt.Key.Key_Backspace, "")):
        press(key)
        qtbot.waitUntil(lambda role=role: asked(window, lambda reads: reads.people_rows("x1"))[0].role == role)


def test_a_code_typed_for_somebody_takes_it_from_whom_it_was_made_for(
    qtbot: QtBot, opened: Callable[[Path], MainWindow], tmp_path: Path
) -> None:
    window = opened(made(tmp_path / "a.workshop", fill))
    form = opened_form(window, "Kim Chi")
    form.code.setFocus()
    form.code.selectAll()
    type_text("kc")
    qtbot.waitUntil(lambda: codes(window)["Kim Chi"] == "kc")
    settle(qtbot, window)

    assert not form.code_says.isVisible()
    assert codes(window)["Kai Chen"] == "kch"
    window.context.bridge.undo()
    settle(qtbot, window)
    assert (codes(window)["Kim Chi"], codes(window)["Kai Chen"]) == ("x1", "kc")
