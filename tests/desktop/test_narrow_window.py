"""A window on a small screen, or on one whose pixels are magnified: nothing hangs over the edge."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.desktop.hands import CTRL, press, settle

from facilitator.desktop.main_window import LISTED, MainWindow

MAGNIFIED = (911, 512)
"""A screen of 1366 x 768 at 150 %."""


def test_every_place_fits_a_small_screen_that_is_magnified(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(*MAGNIFIED)
    for name in LISTED:
        window.go(name)
        settle(qtbot, window)
        least = window.minimumSizeHint()
        assert (least.width() <= MAGNIFIED[0], least.height() <= MAGNIFIED[1]) == (True, True), name
    assert window.width() == MAGNIFIED[0]


def test_a_narrow_window_shows_the_icons_of_the_places_and_a_wide_one_their_words(window: MainWindow) -> None:
    window.resize(1200, 700)
    assert not window.rail.is_folded
    window.resize(*MAGNIFIED)
    QApplication.processEvents()
    assert window.rail.is_folded
    assert not window.rail.wants_folded
    window.resize(1200, 700)
    assert not window.rail.is_folded

    press(Qt.Key.Key_B, CTRL)
    window.resize(*MAGNIFIED)
    window.resize(1200, 700)
    assert window.rail.is_folded, "whoever folded it wants it so in a wide window too"
