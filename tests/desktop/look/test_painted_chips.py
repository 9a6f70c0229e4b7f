"""Chips and keys as the delegates paint them."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from facilitator.desktop.look.look import Look
from facilitator.desktop.look.painting import ChipFace, chip_height, chip_width, key_width, paint_chip, paint_key
from facilitator.desktop.look.tokens import PALETTES

WIDTH, HEIGHT = 240, 48
THEME = ChipFace("Financing", hue="ochre", symbol="disc")
LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


def painted(
    look: Look, face: ChipFace, *, direction: Qt.LayoutDirection = LEFT, width: float = 0, scales: bool = True
) -> tuple[QImage, QRectF]:
    """The picture of a chip on the ground of the content, and where it is said to be."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(look.colour("bg"))
    painter = QPainter(image)
    painter.setLayoutDirection(direction)
    place = paint_chip(painter, look, QPointF(10, 4), face, width=width, scales=scales)
    painter.end()
    return image, place


def columns(image: QImage, colour: QColor) -> list[int]:
    """The columns in which a colour is found."""
    return [x for x in range(image.width()) if any(image.pixelColor(x, y) == colour for y in range(image.height()))]


def touched(look: Look, image: QImage) -> QRectF:
    ground = look.colour("bg")
    spots = [(x, y) for x in range(WIDTH) for y in range(HEIGHT) if image.pixelColor(x, y) != ground]
    across, down = [x for x, _ in spots], [y for _, y in spots]
    return QRectF(min(across), min(down), max(across) - min(across) + 1, max(down) - min(down) + 1)


def test_a_chip_is_painted_where_it_says_and_as_wide_as_was_foretold(look: Look) -> None:
    image, place = painted(look, THEME)

    assert place.topLeft() == QPointF(10, 4)
    assert (place.width(), place.height()) == (chip_width(look, THEME), 22)
    assert place.adjusted(-1, -1, 1, 1).contains(touched(look, image))


def test_a_chip_that_has_less_room_is_cut_and_keeps_its_symbol(look: Look) -> None:
    face = ChipFace("A theme with a very long name that goes on", hue="teal", symbol="plus")

    image, place = painted(look, face, width=80)

    assert place.width() == 80
    assert place.adjusted(-1, -1, 1, 1).contains(touched(look, image))
    assert min(columns(image, look.colour("teal"))) < place.left() + 14


def test_the_symbol_stands_where_reading_begins(look: Look) -> None:
    face = ChipFace("·", hue="ochre", symbol="square")
    ink = look.colour("ochre")

    from_left, place = painted(look, face)
    from_right, _ = painted(look, face, direction=RIGHT)

    middle = place.center().x()
    assert max(columns(from_left, ink)) < middle + 4
    assert min(columns(from_right, ink)) > middle - 8
    assert min(columns(from_right, ink)) > min(columns(from_left, ink))


def test_chips_of_the_content_grow_with_it_and_those_of_the_frame_do_not(look: Look) -> None:
    frame = chip_width(look, THEME, scales=False)
    look.set_zoom(24)

    assert chip_height(look) == 44
    assert chip_width(look, THEME) > 1.8 * frame
    assert (chip_height(look, scales=False), chip_width(look, THEME, scales=False)) == (22, frame)


@pytest.mark.parametrize("palette", PALETTES)
def test_a_theme_stands_on_its_tint_and_in_strong_contrast_within_an_edge(look: Look, palette: str) -> None:
    look.choose_palette(palette)

    image, place = painted(look, THEME)
    edge = image.pixelColor(int(place.center().x()), int(place.top()))

    assert edge == look.colour("ochre" if palette == "contrast" else "ochre-tint")


def test_a_guess_is_dashed_and_a_plain_chip_has_a_quiet_edge(look: Look) -> None:
    ink = look.colour("violet")
    guess, place = painted(look, ChipFace("Inclusion", hue="violet", symbol="star", is_guess=True))
    plain, _ = painted(look, ChipFace("Thai", icon="languages"))

    top = [guess.pixelColor(x, int(place.top())) for x in range(int(place.left()) + 8, int(place.right()) - 8)]
    assert ink in top
    assert any(colour != ink for colour in top)
    assert columns(plain, look.colour("line"))


@given(text=st.text(max_size=40))
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_theme_is_called_its_chip_stays_within_its_width(look: Look, text: str) -> None:
    image, place = painted(look, ChipFace(text, hue="blue", symbol="ring"), width=60)

    assert place.width() <= 60
    # Marks that combine may reach a little beyond the letter that they sit on.
    assert touched(look, image).right() <= place.right() + 4


def test_a_key_is_as_wide_as_its_name_and_never_narrower_than_high(look: Look) -> None:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(look.colour("bg"))
    painter = QPainter(image)
    place = QRectF(10, 4, key_width(look, "Ctrl F"), 20)

    paint_key(painter, look, place, "Ctrl F")

    painter.end()
    assert (key_width(look, "1"), key_width(look, "Ctrl F") > 30) == (20, True)
    assert place.adjusted(-1, -1, 1, 1).contains(touched(look, image))
