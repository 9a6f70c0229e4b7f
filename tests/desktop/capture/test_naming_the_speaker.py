"""The key of a speaker: whoever the line names already gives way to them, and nothing else of it changes."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.desktop.hands import ALT, CTRL, capture_of, enter, press, type_text

from facilitator.desktop.main_window import MainWindow


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("", "{} "),
        ("@a", "{} "),
        ("@aa ", "{} "),
        ("the budget", "{} the budget"),
        ("@aa the budget", "{} the budget"),
        ("! @aa: the budget #money ??", "! {} the budget #money ??"),
        ('// @"Kim 😀 Chi" น้ำ', "// {} น้ำ"),
        ("😀 @aa", "{} 😀 @aa"),
        ("@@ goes on", "{} goes on"),
        ("! @aa", "! {} "),
    ],
)
def test_the_speaker_of_the_line_gives_way_to_the_one_of_the_key(
    qtbot: QtBot, window: MainWindow, typed: str, named: str
) -> None:
    for line in ("@aa first", "@bb second"):
        enter(qtbot, window, line)
    side = capture_of(window).side
    qtbot.waitUntil(lambda: len(side._speakers) == 2)
    place = next(place for place, one in enumerate(side._speakers) if one.name == "bb")
    type_text(typed)
    line = capture_of(window).desk.line
    for _ in range(2):
        press((Qt.Key.Key_1, Qt.Key.Key_2)[place], ALT)
        assert line.toPlainText() == named.format("@bb")

    type_text("x")
    assert line.toPlainText().endswith("x")


def test_one_step_back_gives_the_speaker_again_who_was_named(qtbot: QtBot, window: MainWindow) -> None:
    enter(qtbot, window, "@bb second")
    qtbot.waitUntil(lambda: len(capture_of(window).side._speakers) == 1)
    type_text("@aa the budget")
    press(Qt.Key.Key_1, ALT)
    press(Qt.Key.Key_1, ALT)
    press(Qt.Key.Key_Z, CTRL)
    assert capture_of(window).desk.line.toPlainText() == "@aa the budget"
