"""A chip that can be pressed, and one that only says something."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.desktop.look.look import Look
from facilitator.desktop.look.painting import ChipFace
from facilitator.desktop.widgets.chip import Chip

Show = Callable[..., QWidget]
THEME = ChipFace("Financing", hue="ochre", symbol="disc")


def test_it_is_hit_beside_what_is_painted_too_within_thirty_two_pixels(qtbot: QtBot, shown: Show, look: Look) -> None:
    chip = Chip(look, THEME)
    shown(chip)
    assert chip.height() == 32

    with qtbot.waitSignal(chip.clicked):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(20, 1))


def test_it_is_reached_and_pressed_by_keys_and_shows_that_it_is_reached(qtbot: QtBot, shown: Show, look: Look) -> None:
    chip = Chip(look, THEME)
    shown(chip)
    before = chip.grab().toImage()
    chip.setFocus(Qt.FocusReason.TabFocusReason)

    assert chip.grab().toImage() != before
    with qtbot.waitSignal(chip.clicked):
        qtbot.keyClick(chip, Qt.Key.Key_Space)


def test_one_that_only_says_something_takes_neither_focus_nor_press(qtbot: QtBot, shown: Show, look: Look) -> None:
    chip = Chip(look, THEME, can_be_pressed=False)
    shown(chip)

    with qtbot.assertNotEmitted(chip.clicked):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    chip.setFocus()
    assert not chip.hasFocus()
    assert chip.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_another_face_is_told_to_eye_and_ear_and_takes_its_own_room(shown: Show, look: Look) -> None:
    chip = Chip(look, THEME)
    shown(chip)
    width = chip.sizeHint().width()

    chip.show_face(ChipFace("Women, peace and security", hue="green", symbol="star"))

    said = QAccessible.queryAccessibleInterface(chip).text(QAccessible.Text.Name)
    assert said == "Women, peace and security"
    assert chip.sizeHint().width() > width


def test_in_another_palette_it_has_that_palettes_colours(shown: Show, look: Look) -> None:
    chip = Chip(look, THEME)
    shown(chip)
    look.choose_palette("slate")

    image = chip.grab().toImage()

    middle = image.pixelColor(chip.width() // 2, chip.height() // 2 - 9)
    assert middle == look.colour("ochre-tint")
