"""The speaking list, the end of a session and the half line, where keys come before the answers do."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.desktop.hands import CTRL, asked, capture_of, focused, press, settle, type_text
from tests.desktop.rooms import made

from facilitator.desktop.capture.waiting_list import WaitingList
from facilitator.desktop.main_window import MainWindow
from facilitator.domain.nouns import Key
from facilitator.store.edits import Edits

Open = Callable[[Path], MainWindow]


def fill(edits: Edits) -> None:
    edits.sessions.add("Panel")
    edits.sessions.add("Group")
    edits.people.add("Kim Chi", code="kc")
    edits.people.add("Rosa Tan", code="rt")


@pytest.fixture
def window(opened: Open, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    window = opened(made(tmp_path / "haste.workshop", fill))
    window.go("capture")
    settle(qtbot, window)
    return window


def sessions(window: MainWindow) -> list[Key]:
    return [one.key for one in asked(window, lambda reads: reads.session_list())]


def waiting_of(window: MainWindow) -> WaitingList:
    return capture_of(window).side.speaking_list.findChild(WaitingList)


def test_f8_right_after_f6_makes_whoever_was_put_on_the_list_the_speaker(window: MainWindow, qtbot: QtBot) -> None:
    press(Qt.Key.Key_F6)
    type_text("kc")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_F8)
    settle(qtbot, window)

    assert capture_of(window).desk.line.toPlainText() == "@kc "


def test_who_is_called_while_being_dragged_stays_where_they_are(window: MainWindow, qtbot: QtBot) -> None:
    press(Qt.Key.Key_F6)
    type_text("kc")
    press(Qt.Key.Key_Return)
    waiting = waiting_of(window)
    qtbot.waitUntil(lambda: len(waiting.lines.rows) == 1)
    key = waiting.lines.rows[0].key
    press(Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: not waiting.lines.rows)

    waiting.drop(key, 0)
    settle(qtbot, window)
    speaking = asked(window, lambda reads: reads.floor_of(sessions(window)[0])).speaking
    assert speaking is not None


def test_who_types_on_after_ctrl_e_keeps_the_line(window: MainWindow, qtbot: QtBot) -> None:
    press(Qt.Key.Key_E, CTRL)
    type_text("the last ")
    qtbot.waitUntil(capture_of(window).room.ending.isVisible)
    settle(qtbot, window)
    type_text("word of the chair")

    assert focused() is capture_of(window).desk.line
    assert capture_of(window).desk.line.toPlainText() == "the last word of the chair"
    assert window.place.name == "capture"


def test_who_has_entered_a_note_since_ctrl_e_keeps_the_line(window: MainWindow, qtbot: QtBot) -> None:
    press(Qt.Key.Key_E, CTRL)
    type_text("the last word")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(capture_of(window).room.ending.isVisible)
    settle(qtbot, window)

    assert focused() is capture_of(window).desk.line


def test_the_half_line_of_a_session_that_is_deleted_goes_on_in_the_next(window: MainWindow, qtbot: QtBot) -> None:
    first, second = sessions(window)
    type_text("half a sentence")
    window.context.bridge.edit("Delete", lambda edits: edits.sessions.delete(first, notes_to=second))
    settle(qtbot, window)
    window.context.current.choose_session(second)
    line = capture_of(window).desk.line
    qtbot.waitUntil(lambda: line.toPlainText() == "half a sentence")
    settle(qtbot, window)

    assert asked(window, lambda reads: list(reads.drafts().values())) == ["half a sentence"]
    assert list(asked(window, lambda reads: reads.drafts())) == [f"capture {second.hex()}"]


def test_the_line_of_a_session_left_before_comes_behind_what_stands_here(
    window: MainWindow, qtbot: QtBot, opened: Open
) -> None:
    _, second = sessions(window)
    press(Qt.Key.Key_Down, CTRL)
    settle(qtbot, window)
    type_text("of the group")
    press(Qt.Key.Key_Up, CTRL)
    settle(qtbot, window)
    type_text("of the panel")
    window.context.bridge.edit("Delete", lambda edits: edits.sessions.delete(second))
    window.context.bridge.edit("Add", lambda edits: edits.sessions.add("Plenary"))
    settle(qtbot, window)
    path = window.context.bridge.path
    assert path is not None
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())

    again = opened(path)
    again.go("capture")
    settle(qtbot, again)
    assert capture_of(again).desk.line.toPlainText() == "of the panel of the group"
