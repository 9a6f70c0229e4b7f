"""Symbols and signs can be told apart by shape alone, for those who see no colour and for paper."""

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from facilitator.desktop.look.symbols import BOX, paint_status, paint_symbol, theme_symbol
from facilitator.domain.kinds import Status
from facilitator.domain.signs import SYMBOLS

BLACK = QColor("#000000")
SIZE = 16


def drawn(paint: Callable[[QPainter], None]) -> list[int]:
    """How black each pixel is, 0 to 255."""
    image = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return [image.pixelColor(x, y).alpha() for y in range(SIZE) for x in range(SIZE)]


def symbol(name: str) -> list[int]:
    return drawn(lambda painter: paint_symbol(painter, name, QRectF(0, 0, SIZE, SIZE), BLACK))


def sign(status: Status) -> list[int]:
    return drawn(lambda painter: paint_status(painter, QRectF(0, 0, SIZE, SIZE), status, BLACK))


def difference(one: list[int], other: list[int]) -> float:
    """The share of the box in which two drawings differ."""
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / (255 * SIZE * SIZE)


@pytest.mark.parametrize("name", SYMBOLS)
def test_every_symbol_of_a_theme_is_drawn_within_its_box(qapp: object, name: str) -> None:
    bounds = theme_symbol(name).boundingRect()

    assert QRectF(0, 0, BOX, BOX).contains(bounds)
    assert bounds.width() >= 9
    assert bounds.height() >= 9


def test_any_two_symbols_differ_at_the_size_of_a_chip(qapp: object) -> None:
    names = {name: symbol(name) for name in SYMBOLS}

    assert min(difference(names[a], names[b]) for a, b in combinations(names, 2)) > 0.04


def test_any_two_statuses_differ_at_the_size_of_a_card(qapp: object) -> None:
    signs = {status: sign(status) for status in Status}

    assert min(difference(signs[a], signs[b]) for a, b in combinations(signs, 2)) > 0.02


def test_a_symbol_that_is_not_ours_is_a_disc_rather_than_nothing(qapp: object) -> None:
    assert theme_symbol("unicorn") == theme_symbol("disc")


def test_a_ring_has_a_hole_and_a_half_disc_keeps_its_outline(qapp: object) -> None:
    ring, half = theme_symbol("ring"), theme_symbol("half disc")

    assert not ring.contains(QRectF(5, 5, 2, 2))
    assert half.contains(QRectF(2, 5, 3, 2))
    assert not half.contains(QRectF(7, 5, 2, 2))
    assert half.contains(QRectF(10.3, 5.8, 0.4, 0.4))


def test_painting_leaves_the_painter_as_it_was(qtbot: QtBot) -> None:
    image = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    before = (painter.pen(), painter.brush(), painter.transform(), painter.renderHints())

    paint_symbol(painter, "star", QRectF(2, 2, 12, 12), BLACK)
    for status in Status:
        paint_status(painter, QRectF(0, 0, SIZE, SIZE), status, BLACK)

    assert (painter.pen(), painter.brush(), painter.transform(), painter.renderHints()) == before
    painter.end()
