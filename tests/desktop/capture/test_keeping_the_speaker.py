"""The switch that keeps the speaker: lines that name nobody are said by the one who was named last."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot
from tests.desktop.hands import CTRL, asked, capture_of, enter, press, settle

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
