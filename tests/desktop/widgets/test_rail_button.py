"""A button of the rail by mouse, keys and screen reader, in both directions of reading."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QButtonGroup, QWidget
from pytestqt.qtbot import QtBot

from facilitator.desktop.look.look import Look
from facilitator.desktop.widgets.rail_button import RailButton

Show = Callable[..., QWidget]


@pytest.fixture
def button(shown: Show, look: Look) -> RailButton:
    made = RailButton(look, "pen-line", "Capture")
    made.setCheckable(True)
    made.setFixedWidth(184)
    shown(made)
    return made


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def test_it_is_pressed_by_mouse_and_by_the_space_bar(qtbot: QtBot, button: RailButton) -> None:
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Space)


def test_the_chosen_place_has_a_bar_at_the_leading_edge(button: RailButton, look: Look) -> None:
    accent, middle = look.colour("accent"), button.height() // 2
    assert picture(button).pixelColor(1, middle) != accent

    button.setChecked(True)
    assert [picture(button).pixelColor(x, middle) == accent for x in (0, 2, 3, 183)] == [True, True, False, False]

    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert [picture(button).pixelColor(x, middle) == accent for x in (0, 180, 181, 183)] == [False, False, True, True]


def test_folded_it_shows_the_icon_alone_and_tells_the_word_when_asked(button: RailButton) -> None:
    wide = button.sizeHint().width()

    button.set_folded(True)
    assert (button.sizeHint().width(), button.toolTip()) == (52, "Capture")
    assert wide > 100

    button.set_folded(False)
    assert (button.sizeHint().width(), button.toolTip()) == (wide, "")


def test_a_screen_reader_is_told_one_of_several_with_its_name_folded_or_not(button: RailButton) -> None:
    for is_folded in (False, True):
        button.set_folded(is_folded)
        said = QAccessible.queryAccessibleInterface(button)

        assert said.text(QAccessible.Text.Name) == "Capture"
        assert said.role() == QAccessible.Role.RadioButton


def test_in_a_group_the_arrow_keys_walk_from_place_to_place(qtbot: QtBot, shown: Show, look: Look) -> None:
    group = QButtonGroup()
    buttons = [RailButton(look, "flag", word) for word in ("Capture", "Wall")]
    for button in buttons:
        button.setCheckable(True)
        group.addButton(button)
    shown(*buttons)
    buttons[0].setChecked(True)
    buttons[0].setFocus()

    qtbot.keyClick(buttons[0], Qt.Key.Key_Down)

    assert buttons[1].hasFocus()


def test_a_word_that_is_too_long_is_cut_and_does_not_run_into_the_key(shown: Show, look: Look) -> None:
    button = RailButton(look, "keyboard", "W" * 60, "F1")
    button.setFixedWidth(184)
    shown(button)
    image = picture(button)

    line = look.colour("line")
    cap = [x for x in range(184) if image.pixelColor(x, button.height() // 2) == line]
    assert cap
    between = [image.pixelColor(x, y) for x in range(cap[0] - 3, cap[0]) for y in range(button.height())]
    assert look.colour("quiet") not in between


def test_the_focus_can_be_seen(button: RailButton, look: Look) -> None:
    before = picture(button)
    button.setFocus()

    assert picture(button) != before
    assert picture(button).pixelColor(button.width() // 2, 1) == look.colour("accent")
