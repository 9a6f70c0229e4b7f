"""The twelve symbols of themes and the signs of statuses, as paths: never characters, which a font may lack."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from facilitator.domain.kinds import Status

BOX = 12.0
"""Symbols are drawn in a box of this size."""


@cache
def theme_symbol(name: str) -> QPainterPath:
    """The path of a symbol in a box of 12; of a name that is none of ours, the disc."""
    return _SYMBOLS.get(name, _disc)()


def paint_symbol(painter: QPainter, name: str, place: QRectF, colour: QColor) -> None:
    """Fill a symbol into a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(place.topLeft())
    painter.scale(place.width() / BOX, place.height() / BOX)
    painter.fillPath(theme_symbol(name), colour)
    painter.restore()


def paint_status(painter: QPainter, place: QRectF, status: Status, colour: QColor) -> None:
    """The sign of a status in a square: an outline that fills as the wording ripens; what was decided is a mark."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    circle = place.adjusted(1.5, 1.5, -1.5, -1.5)
    pen = QPen(colour, 1.4)
    if status is Status.RAW:
        pen.setDashPattern([1.6, 1.6])
    painter.setPen(pen)
    painter.drawEllipse(circle)
    painter.setBrush(colour)
    _SIGNS.get(status, _nothing)(painter, circle)
    painter.restore()


def _nothing(_painter: QPainter, _circle: QRectF) -> None:
    """A bare outline says enough."""


def _half(painter: QPainter, circle: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPie(circle, -90 * 16, 180 * 16)


def _full(painter: QPainter, circle: QRectF) -> None:
    painter.drawEllipse(circle)


def _ring(painter: QPainter, circle: QRectF) -> None:
    painter.drawEllipse(circle.adjusted(2.6, 2.6, -2.6, -2.6))


def _stroke(painter: QPainter, circle: QRectF) -> None:
    painter.drawLine(circle.bottomLeft() + QPointF(1.6, -1.6), circle.topRight() + QPointF(-1.6, 1.6))


def _pause(painter: QPainter, circle: QRectF) -> None:
    for x in (-1.7, 1.7):
        middle = circle.center() + QPointF(x, 0)
        painter.drawLine(middle + QPointF(0, -2.2), middle + QPointF(0, 2.2))


def _notch(painter: QPainter, circle: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPie(circle, 90 * 16, -270 * 16)


def _arrow(painter: QPainter, circle: QRectF) -> None:
    middle = circle.center()
    painter.drawLine(middle + QPointF(-2.4, 0), middle + QPointF(2.4, 0))
    painter.drawLine(middle + QPointF(0.4, -2), middle + QPointF(2.4, 0))
    painter.drawLine(middle + QPointF(0.4, 2), middle + QPointF(2.4, 0))


_SIGNS: dict[Status, Callable[[QPainter, QRectF], None]] = {
    Status.DRAFTED: _half,
    Status.TABLED: _ring,
    Status.AGREED: _full,
    Status.AGREED_WITH_RESERVATION: _notch,
    Status.NOT_AGREED: _stroke,
    Status.PARKED: _pause,
    Status.MERGED: _arrow,
}


def _polygon(points: Sequence[tuple[float, float]]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    path.closeSubpath()
    return path


def _around(count: int, radius: Callable[[int], float]) -> list[tuple[float, float]]:
    """Corners about the middle of the box, the first on top."""
    angles = [2 * math.pi * corner / count for corner in range(count)]
    return [
        (6 + radius(corner) * math.sin(angle), 6 - radius(corner) * math.cos(angle))
        for corner, angle in enumerate(angles)
    ]


def _disc() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(1, 1, 10, 10)
    return path


def _bars() -> QPainterPath:
    path = QPainterPath()
    for x, y in ((1.2, 6.0), (4.8, 3.4), (8.4, 1.0)):
        path.addRect(x, y, 2.5, 11 - y)
    return path


def _circle_with_hole() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(0.8, 0.8, 10.4, 10.4)
    path.addEllipse(3.6, 3.6, 4.8, 4.8)
    return path


def _square() -> QPainterPath:
    path = QPainterPath()
    path.addRect(1.2, 1.2, 9.6, 9.6)
    return path


def _plus() -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRect(4.4, 0.8, 3.2, 10.4)
    path.addRect(0.8, 4.4, 10.4, 3.2)
    return path


def _half_disc() -> QPainterPath:
    """The leading half of a disc within a ring, so that it keeps its middle and is not taken for a crescent."""
    disc = QRectF(0.8, 0.8, 10.4, 10.4)
    path = QPainterPath(QPointF(6, 0.8))
    path.arcTo(disc, 90, 180)
    path.closeSubpath()
    rest = QPainterPath(QPointF(6, 0.8))
    rest.arcTo(disc, 90, -180)
    rest.lineTo(6, 10)
    rest.arcTo(disc.adjusted(1.2, 1.2, -1.2, -1.2), -90, 180)
    rest.closeSubpath()
    path.addPath(rest)
    return path


def _cross() -> QPainterPath:
    return QTransform().translate(6, 6).rotate(45).translate(-6, -6).map(_plus())


_SYMBOLS: dict[str, Callable[[], QPainterPath]] = {
    "disc": _disc,
    "triangle up": lambda: _polygon([(6, 0.8), (11.6, 10.8), (0.4, 10.8)]),
    "three bars": _bars,
    "ring": _circle_with_hole,
    "star": lambda: _polygon(_around(10, lambda corner: 2.3 if corner % 2 else 5.6)),
    "triangle down": lambda: _polygon([(6, 11.2), (11.6, 1.2), (0.4, 1.2)]),
    "square": _square,
    "plus": _plus,
    "diamond": lambda: _polygon([(6, 0.2), (11.8, 6), (6, 11.8), (0.2, 6)]),
    "half disc": _half_disc,
    "hexagon": lambda: _polygon(_around(6, lambda _: 5.7)),
    "cross": _cross,
}
