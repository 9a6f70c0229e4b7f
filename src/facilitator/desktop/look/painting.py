"""Small things that several delegates paint: chips and key caps."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from .look import Look
from .symbols import paint_symbol

CHIP_HEIGHT = 22
HATCH = 8
"""Width in pixels of the strip that marks what is private."""
RADIUS = 6
KEY_RADIUS = 4
BAR, EDGE = 3, 2


@dataclass(frozen=True, slots=True)
class ChipFace:
    """What a chip says: a text, and before it a symbol in a hue, or an icon. `token` colours a chip without hue.

    `is_guess` draws the edge dashed: the chip is a completion that is not accepted yet.
    """

    text: str
    hue: str = ""
    symbol: str = ""
    icon: str = ""
    token: str = "quiet"
    is_guess: bool = False


def paint_bar(painter: QPainter, look: Look, row: QRectF, *, is_mirrored: bool) -> None:
    """Mark the row that has the focus, at its leading edge: a chosen row keeps its ground where the focus is not."""
    left = row.right() - BAR if is_mirrored else row.left()
    painter.fillRect(QRectF(left, row.top(), BAR, row.height()), look.colour("accent"))


def is_marked(option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> bool:
    """Whether the focus is in this row of a table: Qt tells the delegate so for the one cell alone."""
    table = option.widget
    return isinstance(table, QAbstractItemView) and table.hasFocus() and table.currentIndex().row() == index.row()


def paint_edge(painter: QPainter, look: Look, view: QRectF) -> None:
    """Mark a view that has the focus and no row to mark."""
    painter.setPen(QPen(look.colour("accent"), EDGE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(view.adjusted(EDGE / 2, EDGE / 2, -EDGE / 2, -EDGE / 2))


def chip_width(look: Look, face: ChipFace, *, scales: bool = True) -> float:
    """How wide a chip is painted, in pixels."""
    sign = _sign(look, scales) + _px(look, 5, scales) if face.symbol or face.icon else 0
    text = QFontMetricsF(_font(look, scales)).horizontalAdvance(face.text)
    return sign + text + _px(look, 13, scales)


def chip_height(look: Look, *, scales: bool = True) -> int:
    """How high a chip is painted, in pixels."""
    return round(_px(look, CHIP_HEIGHT, scales))


def paint_chip(
    painter: QPainter, look: Look, at: QPointF, face: ChipFace, *, width: float = 0, scales: bool = True
) -> QRectF:
    """Paint a chip with its top left at a point, cut to `width` when that is given; returns where it is.

    `scales` makes it grow with the content; the frame's chips keep their size.
    """
    whole = chip_width(look, face, scales=scales)
    place = QRectF(at.x(), at.y(), min(whole, width) if width else whole, chip_height(look, scales=scales))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = look.colour(face.hue or face.token)
    _paint_ground(painter, look, place, face)
    left = place.left() + _px(look, 6, scales)
    if face.symbol or face.icon:
        size = _sign(look, scales)
        _paint_sign(
            painter, look, _turned(painter, place, QRectF(left, place.center().y() - size / 2, size, size)), face
        )
        left += size + _px(look, 5, scales)
    painter.setFont(_font(look, scales))
    painter.setPen(ink)
    space = place.right() - _px(look, 5, scales) - left
    text = QFontMetricsF(painter.font()).elidedText(face.text, Qt.TextElideMode.ElideRight, space + 1)
    words = _turned(painter, place, QRectF(left, place.top(), space + 2, place.height()))
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)
    painter.restore()
    return place


def paint_key(painter: QPainter, look: Look, place: QRectF, text: str, token: str = "quiet") -> None:
    """Paint a key cap."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(look.colour("line" if token == "quiet" else token))
    painter.setBrush(look.colour("surface") if token == "quiet" else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), KEY_RADIUS, KEY_RADIUS)
    painter.setFont(look.font(12))
    painter.setPen(look.colour(token))
    # Keys are written from the left in every language: "Ctrl +" must not become "+ Ctrl".
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def key_width(look: Look, text: str) -> float:
    """How wide a key cap is, in pixels."""
    return max(20.0, QFontMetricsF(look.font(12)).horizontalAdvance(text) + 10)


def paint_hatch(painter: QPainter, look: Look, row: QRectF, *, is_mirrored: bool) -> None:
    """Paint the strip at the edge of what is private: a pattern, because colour alone says nothing to many eyes."""
    left = row.right() - HATCH if is_mirrored else row.left()
    strip = QRectF(left, row.top(), HATCH, row.height())
    painter.fillRect(strip, QBrush(look.colour("quiet"), Qt.BrushStyle.BDiagPattern))


def _paint_ground(painter: QPainter, look: Look, place: QRectF, face: ChipFace) -> None:
    tint = f"{face.hue}-tint" if face.hue else f"{face.token}-tint"
    has_tint = bool(face.hue) or face.token in {"warn", "danger", "ok", "accent"}
    # High contrast has no tints, so there every chip has an edge.
    has_edge = not has_tint or face.is_guess or look.palette == "contrast"
    edge = QPen(look.colour(face.hue or face.token) if has_tint else look.colour("line"), 1)
    if face.is_guess:
        edge.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(edge if has_edge else Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(tint) if has_tint else Qt.BrushStyle.NoBrush)
    inset = 0.5 if has_edge else 0
    painter.drawRoundedRect(place.adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)


def _paint_sign(painter: QPainter, look: Look, place: QRectF, face: ChipFace) -> None:
    if face.symbol:
        paint_symbol(painter, face.symbol, place, look.colour(face.hue or face.token))
    else:
        ratio = painter.device().devicePixelRatioF()
        pixmap = look.pixmap(face.icon, face.hue or face.token, round(place.width()), ratio)
        painter.drawPixmap(place.topLeft(), pixmap)


def _turned(painter: QPainter, whole: QRectF, part: QRectF) -> QRectF:
    """A part of a whole, on its other side where one reads from the right."""
    if painter.layoutDirection() != Qt.LayoutDirection.RightToLeft:
        return part
    return QRectF(whole.left() + whole.right() - part.right(), part.top(), part.width(), part.height())


def _sign(look: Look, scales: bool) -> float:
    return _px(look, 12, scales)


def _px(look: Look, pixels: float, scales: bool) -> float:
    return look.scaled(pixels) if scales else pixels


def _font(look: Look, scales: bool) -> QFont:
    return look.content_font(13) if scales else look.font(13)
