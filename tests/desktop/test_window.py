"""The window: places, what comes back, what is left, and closing without losing a word."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.desktop.hands import ALT, CTRL, asked, capture_of, press, settle, texts, type_text
from tests.workshops import make_workshop

from facilitator.desktop.main_window import MainWindow
from facilitator.desktop.places import PLACES
from facilitator.workspace.opening import open_workspace

DIGITS = [Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6]


@pytest.mark.parametrize(("key", "place"), [*zip(DIGITS, (place.name for place in PLACES), strict=True)])
def test_ctrl_and_a_digit_goes_to_a_place(window: MainWindow, key: Qt.Key, place: str) -> None:
    window.go("wall" if place != "wall" else "capture")
    press(key, CTRL)

    assert window.place.name == place
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.place.isAncestorOf(focus)


def test_the_place_the_window_and_its_size_come_back(
    qtbot: QtBot, opened: Callable[[Path], MainWindow], workshop: Path
) -> None:
    window = opened(workshop)
    window.resize(1100, 640)
    window.go("wall")
    assert not window.rail.is_folded
    press(Qt.Key.Key_B, CTRL)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())

    again = opened(workshop)
    assert again.place.name == "wall"
    # The screen of the tests is narrower than the window.
    assert again.height() == 640
    assert again.rail.wants_folded
    assert again.windowTitle() == "water"


def test_closing_in_the_middle_of_a_word_keeps_what_was_typed(
    qtbot: QtBot, opened: Callable[[Path], MainWindow], workshop: Path
) -> None:
    window = opened(workshop)
    press(Qt.Key.Key_Up)
    type_text(" to the end")
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())

    workspace = open_workspace(workshop)
    with workspace.read() as reads:
        session = reads.sessions()[0].id
        assert reads.note_rows(session)[-1].text == "Said 11 to the end"
    workspace.close()


def test_a_line_entered_just_before_closing_is_a_note(
    qtbot: QtBot, opened: Callable[[Path], MainWindow], workshop: Path
) -> None:
    window = opened(workshop)
    type_text("The last word")
    press(Qt.Key.Key_Return)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())

    again = opened(workshop)
    assert texts(again)[-1] == "The last word"


def test_another_place_shows_what_was_changed_here(qtbot: QtBot, window: MainWindow) -> None:
    window.go("recommendations")
    window.go("capture")
    type_text("! Lower the fees")
    press(Qt.Key.Key_Return)
    settle(qtbot, window)

    wordings = [row.wording for row in asked(window, lambda reads: reads.register())]
    assert "Lower the fees" in wordings
    window.go("recommendations")
    assert window.place.isVisible()


def test_ctrl_up_and_down_turn_to_the_sessions_beside(
    qtbot: QtBot, opened: Callable[[Path], MainWindow], workshop: Path
) -> None:
    workspace = open_workspace(workshop)
    with workspace.edit("Second") as edits:
        second = edits.sessions.add("Closing").id
    workspace.close()
    window = opened(workshop)
    first = window.context.current.session

    press(Qt.Key.Key_Down, CTRL)
    assert window.context.current.session == second
    assert texts(window) == []
    press(Qt.Key.Key_Up, CTRL)
    assert window.context.current.session == first


def test_f11_fills_the_screen_and_esc_leads_back(window: MainWindow) -> None:
    press(Qt.Key.Key_F11)
    assert window.isFullScreen()
    press(Qt.Key.Key_Escape)
    assert not window.isFullScreen()


def test_the_keys_of_the_window_make_the_text_larger_and_smaller(window: MainWindow) -> None:
    look = window.context.look
    usual = look.zoom
    press(Qt.Key.Key_Plus, CTRL)
    assert look.zoom > usual
    press(Qt.Key.Key_0, CTRL)
    assert look.zoom == usual
    press(Qt.Key.Key_Minus, CTRL)
    assert look.zoom < usual
    press(Qt.Key.Key_0, CTRL)


def test_the_palette_carries_out_what_is_chosen_and_gives_the_focus_back(window: MainWindow) -> None:
    press(Qt.Key.Key_K, CTRL)
    type_text("go to the wall")
    press(Qt.Key.Key_Return)
    assert window.place.name == "wall"

    window.go("capture")
    press(Qt.Key.Key_K, CTRL)
    press(Qt.Key.Key_Escape)
    assert capture_of(window).desk.line.hasFocus()


def test_search_finds_notes_and_leads_to_them(qtbot: QtBot, window: MainWindow) -> None:
    window.go("wall")
    press(Qt.Key.Key_F, CTRL)
    type_text("said 7")
    press(Qt.Key.Key_Return)
    # Enter was faster than the answer, and takes it once it is there.
    qtbot.waitUntil(lambda: window.place.name == "capture")

    current = capture_of(window).view.current
    assert current is not None
    assert current.text == "Said 7"


def test_the_shortcut_sheet_opens_and_closes_by_keys(window: MainWindow) -> None:
    from facilitator.desktop.frame.shortcut_sheet import ShortcutSheet

    press(Qt.Key.Key_F1)
    sheet = window.findChild(ShortcutSheet)
    assert sheet is not None
    assert sheet.isVisible()
    press(Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_alt_and_a_digit_without_such_a_speaker_does_nothing(window: MainWindow) -> None:
    press(Qt.Key.Key_9, ALT)
    assert capture_of(window).desk.line.toPlainText() == ""


def test_what_is_on_the_screen_is_read_once_when_another_workshop_opens(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, bridge = window.place, window.context.bridge
    read: list[Path | None] = []
    load = place.load
    monkeypatch.setattr(place, "load", lambda: (read.append(bridge.path), load()))
    other = make_workshop(tmp_path / "other.workshop")

    with qtbot.waitSignal(bridge.opened):
        bridge.open(other, otherwise=lambda error: pytest.fail(str(error)))
    settle(qtbot, window)

    assert read == [other]
