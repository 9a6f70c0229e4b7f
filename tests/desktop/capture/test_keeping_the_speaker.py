"""The switch that keeps the speaker: lines that name nobody are said by the one who was named last."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot
from tests.desktop.hands import CTRL, asked, capture_of, enter, press, settle, type_text

from facilitator.desktop.main_window import MainWindow
from facilitator.settings import load


def speakers(window: MainWindow) -> list[str]:
    """Who said the newest notes, empty for nobody."""
    rows = capture_of(window).view.notes.rows[12:]
    return [row.speaker.name if row.speaker else "" for row in rows]


def test_a_line_that_names_nobody_is_said_by_the_one_who_was_named_last(qtbot: QtBot, window: MainWindow) -> None:
    enter(qtbot, window, '@"Kim Chi" I open')
    enter(qtbot, window, "Nobody yet")
    window.context.actions.trigger("capture.keep-speaker")
    for line in ("and go on", "// she smiles", "and on", "@aa I answer", "once more", "@@ the same"):
        enter(qtbot, window, line)

    assert speakers(window) == ["Kim Chi", "", "Kim Chi", "", "Kim Chi", "aa", "aa", "aa"]
    window.context.actions.trigger("capture.keep-speaker")
    enter(qtbot, window, "Nobody")
    assert speakers(window)[-1] == ""


def test_the_desk_shows_who_stays_and_the_switch_is_kept_for_the_next_time(qtbot: QtBot, window: MainWindow) -> None:
    desk = capture_of(window).desk
    box = desk.findChildren(QCheckBox)[0]
    box.click()
    assert box.isChecked()
    assert load().settings.keeps_speaker
    enter(qtbot, window, '@"Kim Chi" I open')
    assert desk._hint.accessibleDescription() == "Kim Chi stays"

    window.context.actions.trigger("capture.keep-speaker")
    assert not box.isChecked()
    assert desk._hint.accessibleDescription() == ""


def test_another_session_begins_with_nobody(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.context.bridge.edit("Session", lambda edits: edits.sessions.add("Second"))
    settle(qtbot, window)
    window.context.actions.trigger("capture.keep-speaker")
    enter(qtbot, window, '@"Kim Chi" I open')
    press(Qt.Key.Key_Down, CTRL)
    enter(qtbot, window, "Somebody opens")

    session = asked(window, lambda reads: reads.session_list())[1].key
    assert [row.speaker for row in asked(window, lambda reads: reads.note_rows(session))] == [None]


def test_whoever_is_named_in_a_private_line_does_not_stay(qtbot: QtBot, window: MainWindow) -> None:
    window.context.actions.trigger("capture.keep-speaker")
    for line in ('// @"Kim Chi" is afraid of the minister', "The minister took money"):
        enter(qtbot, window, line)
    assert speakers(window) == ["Kim Chi", ""]


def call_while_typing(qtbot: QtBot, window: MainWindow) -> None:
    """aa is kept, bb waits and is called while a line of aa is being typed."""
    window.context.actions.trigger("capture.keep-speaker")
    enter(qtbot, window, "@aa I open")
    press(Qt.Key.Key_F6)
    type_text("bb")
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: len(capture_of(window).side.speaking_list._floor.waiting) == 1)
    capture_of(window).desk.line.setFocus()
    type_text("the end of it")
    press(Qt.Key.Key_F8)
    settle(qtbot, window)


def test_whoever_is_called_while_a_line_is_typed_stays_from_the_next_one_on(qtbot: QtBot, window: MainWindow) -> None:
    call_while_typing(qtbot, window)
    enter(qtbot, window, "")
    assert capture_of(window).desk._hint.accessibleDescription() == "bb stays"
    enter(qtbot, window, "And I")
    assert speakers(window) == ["aa", "aa", "bb"]


def test_whoever_is_called_stays_also_when_the_line_is_deleted(qtbot: QtBot, window: MainWindow) -> None:
    call_while_typing(qtbot, window)
    press(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_Backspace)
    enter(qtbot, window, "And I")
    assert speakers(window) == ["aa", "bb"]
