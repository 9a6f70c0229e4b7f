"""Lucide's icons, drawn in a colour of the palette and kept as pixmaps."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from facilitator import paths

STROKE = 1.75
"""Thinner than Lucide's own 2, on its grid of 24."""


def draw(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """An icon of `size` device-independent pixels for a screen with `ratio` pixels to each of them.

    Raises FileNotFoundError for a name that is not among ours.
    """
    drawing = _source(name).replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{STROKE}"')
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


@cache
def _source(name: str) -> str:
    return (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
