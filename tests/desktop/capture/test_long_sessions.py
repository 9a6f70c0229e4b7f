"""Of a long session the end is shown at once; what is above it comes after, and nothing is lost meanwhile."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.desktop.hands import asked, capture_of, press, settle, texts, type_text
from tests.workshops import make_workshop

from facilitator.desktop.capture import column
from facilitator.desktop.main_window import MainWindow
from facilitator.workspace.opening import open_workspace

NOTES = 60


@pytest.fixture
def window(opened: Callable[[Path], MainWindow], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """A second session of 60 notes, of which 20 are read at once."""
    monkeypatch.setattr(column, "AT_ONCE", 20)
    path = make_workshop(tmp_path / "long.workshop")
    workspace = open_workspace(path)
    with workspace.edit("Fill") as edits:
        session = edits.sessions.add("Long")
        from facilitator.domain.kinds import NoteKind

        for number in range(NOTES):
            edits.notes.capture(session.id, NoteKind.POINT, f"long {number}")
    workspace.close()
    return opened(path)


def go(window: MainWindow) -> bytes:
    """To the long session; returns its key."""
    key = asked(window, lambda reads: reads.sessions())[1].id
    window.context.current.choose_session(key)
    return key


def test_the_end_is_there_at_once_and_the_rest_soon(qtbot: QtBot, window: MainWindow) -> None:
    go(window)
    assert texts(window) == [f"long {number}" for number in range(NOTES - 20, NOTES)]
    view = capture_of(window).view
    qtbot.waitUntil(lambda: len(view.notes.rows) == NOTES)
    assert texts(window)[0] == "long 0"
    assert view.is_at_end


def test_what_is_entered_meanwhile_stays(qtbot: QtBot, window: MainWindow) -> None:
    go(window)
    capture_of(window).desk.line.setFocus()
    type_text("entered at once")
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: len(texts(window)) == NOTES + 1)
    assert texts(window)[-1] == "entered at once"


def test_a_note_above_is_gone_to_once_it_is_there(qtbot: QtBot, window: MainWindow) -> None:
    key = go(window)
    first = asked(window, lambda reads: reads.note_rows(key))[0]
    window.go("capture").go_to(first.key)
    view = capture_of(window).view
    qtbot.waitUntil(lambda: view.current is not None and view.current.key == first.key)
    assert view.hasFocus()
