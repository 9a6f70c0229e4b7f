"""The look as the rest of the window asks it: colours, sizes, icons, and when they change."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.desktop.look.look import Look
from facilitator.desktop.look.tokens import PALETTES, palettes


@pytest.mark.parametrize("palette", PALETTES)
def test_a_colour_is_that_of_the_palette_in_force(look: Look, palette: str) -> None:
    look.choose_palette(palette)

    assert look.palette == palette
    assert {token: look.colour(token) for token in palettes()[palette]} == {
        token: QColor(colour) for token, colour in palettes()[palette].items()
    }


def test_a_use_that_no_palette_knows_is_refused(look: Look) -> None:
    with pytest.raises(KeyError):
        look.colour("mauve")


def test_turning_to_another_palette_is_told_and_reaches_qts_own_widgets(
    qtbot: QtBot, look: Look, qapp: QApplication
) -> None:
    with qtbot.waitSignal(look.changed):
        look.choose_palette("slate")

    assert qapp.palette().color(qapp.palette().ColorRole.Window) == QColor(palettes()["slate"]["rail"])
    assert palettes()["slate"]["accent"] in qapp.styleSheet()
    assert palettes()["paper"]["accent"] not in qapp.styleSheet()


def test_system_follows_what_the_system_says_and_a_choice_does_not(look: Look, qapp: QApplication) -> None:
    look.choose_palette("system")
    dark = qapp.styleHints().colorScheme() == Qt.ColorScheme.Dark
    assert look.palette == ("slate" if dark else "paper")

    look.choose_palette("contrast")
    told: list[None] = []
    look.changed.connect(lambda: told.append(None))
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert (look.palette, told) == ("contrast", [])

    look.choose_palette("system")
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert len(told) == 2


def test_the_content_grows_in_steps_and_the_frame_does_not(look: Look) -> None:
    assert (look.zoom, look.content_font().pixelSize(), look.font().pixelSize()) == (12, 16, 14)

    look.zoom_in()
    assert look.zoom == 13
    look.set_zoom(24)
    assert (look.content_font().pixelSize(), look.scaled(23), look.font().pixelSize()) == (32, 46, 14)
    look.zoom_out()
    assert look.zoom == 23
    look.zoom_reset()
    assert look.zoom == 12


@given(points=st.floats(allow_nan=False))
@settings(deadline=None, max_examples=50)
def test_no_wish_makes_the_content_smaller_or_larger_than_can_be_used(qapp: QApplication, points: float) -> None:
    look = Look(qapp, "paper")

    look.set_zoom(points)

    assert 9 <= look.zoom <= 32
    assert 12 <= look.content_font().pixelSize() <= 43


def test_a_size_that_is_the_present_one_lays_nothing_out_anew(qtbot: QtBot, look: Look) -> None:
    with qtbot.assertNotEmitted(look.changed):
        look.set_zoom(12)
    look.set_zoom(32)
    with qtbot.assertNotEmitted(look.changed):
        look.zoom_in()


def test_headings_are_semibold_and_nothing_else_is(look: Look) -> None:
    assert (look.font().weight(), look.font(semibold=True).weight()) == (400, 600)
    assert (look.content_font().weight(), look.content_font(semibold=True).weight()) == (400, 600)


def test_an_icon_is_drawn_in_the_colour_of_its_token_and_again_in_another_palette(look: Look) -> None:
    def inks(token: str) -> set[str]:
        image = look.pixmap("minus", token, 96).toImage()
        every = (image.pixelColor(x, y) for x in range(96) for y in range(96))
        return {colour.name().upper() for colour in every if colour.alpha() == 255}

    assert inks("accent") == {palettes()["paper"]["accent"]}
    look.choose_palette("slate")
    assert inks("accent") == {palettes()["slate"]["accent"]}
    assert inks("danger") == {palettes()["slate"]["danger"]}


def test_an_icon_is_drawn_once_for_each_size_and_screen(look: Look) -> None:
    once, again = look.pixmap("flag", "warn", 16, 1), look.pixmap("flag", "warn", 16, 1)
    fine = look.pixmap("flag", "warn", 16, 2)

    assert once.cacheKey() == again.cacheKey()
    assert (once.size(), fine.size()) == (QSize(16, 16), QSize(32, 32))
    assert fine.deviceIndependentSize().toSize() == QSize(16, 16)
    assert isinstance(look.icon("flag"), QIcon)
    assert not look.icon("flag").isNull()


def test_an_icon_that_we_do_not_have_is_refused(look: Look) -> None:
    with pytest.raises(FileNotFoundError):
        look.pixmap("unicorn")


def test_the_direction_of_reading_turns_the_sheet(look: Look, qapp: QApplication) -> None:
    before = qapp.styleSheet()

    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    turned = qapp.styleSheet()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    assert turned != before == qapp.styleSheet()
