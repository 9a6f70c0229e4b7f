"""Codes of people: made by one command or with a new person, kept and changed like any field."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot
from tests.desktop.hands import asked, capture_of, settle, type_text
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


def test_one_command_gives_everybody_a_code_and_one_undo_takes_them_back(
    qtbot: QtBot, opened: Callable[[Path], MainWindow], tmp_path: Path
) -> None:
    window = opened(made(tmp_path / "a.workshop", fill))
    window.go("people")
    window.context.actions.trigger("people.give-codes")
    settle(qtbot, window)
    # `kac` would mean the one who is called so.
    assert codes(window) == {"Kai Chen": "kc", "Kim Chi": "x1", "Karl Cox": "kco", "kac": ""}

    window.context.actions.trigger("people.give-codes")
    settle(qtbot, window)
    assert codes(window)["Kai Chen"] == "kc"
    window.go("capture")
    capture_of(window).desk.line.setFocus()
    qtbot.waitUntil(lambda: capture_of(window).desk.line._reader is not None)
    type_text("@kc hello")
    qtbot.waitUntil(lambda: "Kai Chen" in capture_of(window).desk._hint.accessibleDescription())

    capture_of(window).desk.line.clear()
    window.context.bridge.undo()
    settle(qtbot, window)
    assert codes(window)["Kai Chen"] == ""


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

    form.code.setFocus()
    form.code.selectAll()
    type_text("ams")
    window.context.bridge.flushing.emit()
    settle(qtbot, window)
    assert codes(window)["Amara Silva"] == "ams"
