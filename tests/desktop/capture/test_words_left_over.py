"""What was typed into a note that has gone goes on in the line, and stays as private as it was.

And what is composed below the notes is taken whole."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.desktop.hands import capture_of, compose, enter, focused, press, settle, type_text

from facilitator.desktop.main_window import MainWindow


@pytest.fixture
def window(opened: Callable[[Path], MainWindow], workshop: Path) -> MainWindow:
    """A workshop with a session."""
    return opened(workshop)


@pytest.mark.parametrize("begun", ["", "what is said next", "// what is said next"])
@pytest.mark.parametrize("sign", ["", "// "])
def test_words_of_a_private_note_that_has_gone_stay_private_with_all_that_stands_in_the_line(
    qtbot: QtBot, window: MainWindow, begun: str, sign: str
) -> None:
    enter(qtbot, window, f"{sign}about the chair")
    place = capture_of(window)
    place.desk.line.setPlainText(begun)
    key = place.view.notes.rows[-1].key
    place.view.open_editor(key)
    type_text(" who drinks")
    window.context.bridge.edit("Delete", lambda edits: edits.notes.delete(key))
    settle(qtbot, window)
    place.desk.line.setFocus()
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    note = place.view.notes.rows[-1]
    said = begun.removeprefix("// ")
    assert note.text == f"{said} about the chair who drinks".strip()
    assert note.private is ("// " in (sign, begun[:3]))


def test_enter_that_ends_composing_leaves_the_field_below_the_notes_open(qtbot: QtBot, window: MainWindow) -> None:
    view = capture_of(window).view
    view.setFocus()
    view.choose(view.notes.rows[-1].key)
    window.context.actions.trigger("note.insert")
    field = focused()
    compose("かな")
    press(Qt.Key.Key_Return)
    assert focused() is field
    compose("", "かな")
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    assert not field.isVisible()
    assert any(note.text == "かな" for note in view.notes.rows)
