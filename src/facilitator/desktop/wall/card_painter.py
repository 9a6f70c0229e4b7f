"""Paints a card: the wording first, then a quiet line with number, status, sources and further themes."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from facilitator.desktop.look.look import Look
from facilitator.desktop.look.symbols import paint_status, paint_symbol
from facilitator.desktop.words import word
from facilitator.domain.cards import Card
from facilitator.domain.kinds import Status
from facilitator.domain.nouns import Key
from facilitator.domain.rows import ThemeLine

TOP, SIDE, BOTTOM, GAP, META, LINE = 8, 10, 7, 6, 18, 22
TEXT, SMALL, SIGN, RADIUS = 16, 13, 14, 6
WIDTH_OF_A_LETTER = 0.56
KEPT = 1500
"""Layouts that are kept; each is a few kilobytes, and a screen shows fewer than a hundred."""
COMPACT_LINES = 2
ENDLESS = 10_000


@dataclass(frozen=True, slots=True)
class CardState:
    """How a card is painted: chosen, with the focus, and as the place that a dragged card has left."""

    is_selected: bool = False
    has_focus: bool = False
    is_moving: bool = False


@dataclass(frozen=True, slots=True)
class _Guess:
    """What all cards of one width have in common; estimating asks thousands of them."""

    width: int
    letters: int
    most: int
    line: int
    around: int


@dataclass(slots=True)
class _Set:
    wording: str
    layout: QTextLayout
    height: int


@dataclass(slots=True)
class _Pen:
    """Where the quiet line has come to; from the right in a language that is read so."""

    x: float
    is_mirrored: bool

    def take(self, width: float) -> float:
        """The left edge of the next thing of this width."""
        left = self.x - width if self.is_mirrored else self.x
        self.x += -width if self.is_mirrored else width
        return left

    def skip(self, width: float) -> None:
        """Leave a gap."""
        self.take(width)


@dataclass(slots=True)
class CardPainter:
    """Sets and paints cards for all columns alike. `themes` are those of the wall, for the symbols of further ones."""

    look: Look
    moving_text: Callable[[str], str]
    themes: Mapping[Key, ThemeLine] = field(default_factory=dict)
    is_compact: bool = False
    is_mirrored: bool = False
    _sets: dict[tuple[Key, int], _Set] = field(default_factory=dict)
    _guess: _Guess | None = None

    def forget(self) -> None:
        """Throw all layouts away: the size of the text is another."""
        self._sets.clear()
        self._guess = None

    def estimate(self, card: Card, width: int) -> int:
        """The height of a card, guessed from the number of its letters."""
        if self._guess is None or self._guess.width != width:
            self._guess = self._guess_for(width)
        guess = self._guess
        lines = min(guess.most, -(-len(card.wording) // guess.letters)) or 1
        return lines * guess.line + guess.around

    def measure(self, card: Card, width: int) -> int:
        """The height of a card."""
        return self._set(card, width).height + self._around()

    def paint(self, painter: QPainter, place: QRect, card: Card, state: CardState) -> None:
        """Paint a card into a rectangle of the height that was measured."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, place, state)
        text_set = self._set(card, place.width())
        painter.setPen(self.look.colour("quiet" if state.is_moving else "text"))
        text_set.layout.draw(painter, QPointF(place.x() + self._px(SIDE), place.y() + self._px(TOP)))
        top = place.y() + self._px(TOP) + text_set.height + self._px(GAP)
        painter.setFont(self.look.content_font(SMALL))
        painter.setPen(self.look.colour("quiet"))
        edge = place.right() + 1 - self._px(SIDE) if self.is_mirrored else place.x() + self._px(SIDE)
        pen = _Pen(edge, self.is_mirrored)
        if state.is_moving:
            self._write(painter, pen, top, self.moving_text(str(card.number)))
        else:
            self._paint_meta(painter, pen, top, card, state)
        painter.restore()

    def _paint_ground(self, painter: QPainter, place: QRect, state: CardState) -> None:
        edge = QPen(self.look.colour("line"), 1)
        if state.is_moving:
            edge = QPen(self.look.colour("strong"), 1, Qt.PenStyle.DashLine)
        elif state.is_selected:
            edge = QPen(self.look.colour("accent"), 2)
        elif state.has_focus:
            edge = QPen(self.look.colour("accent"), 2, Qt.PenStyle.DotLine)
        inset = edge.widthF() / 2
        painter.setPen(edge)
        painter.setBrush(self.look.colour("hover" if state.is_moving else "surface"))
        painter.drawRoundedRect(QRectF(place).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_meta(self, painter: QPainter, pen: _Pen, top: float, card: Card, state: CardState) -> None:
        gap, quiet = self._px(10), self.look.colour("quiet")
        self._write(painter, pen, top, str(card.number))
        pen.skip(gap)
        status = Status(card.status)
        paint_status(painter, self._sign(pen, top), status, quiet)
        if state.is_selected:
            pen.skip(self._px(4))
            self._write(painter, pen, top, word(status))
        if card.sources:
            pen.skip(gap)
            place = self._sign(pen, top)
            ratio = painter.device().devicePixelRatioF()
            painter.drawPixmap(place.topLeft(), self.look.pixmap("quote", "quiet", round(place.width()), ratio))
            pen.skip(self._px(4))
            self._write(painter, pen, top, str(card.sources))
        for key in card.further:
            self._paint_further(painter, pen, top, key)

    def _paint_further(self, painter: QPainter, pen: _Pen, top: float, key: Key) -> None:
        theme = self.themes.get(key)
        if theme is not None:
            pen.skip(self._px(8))
            colour = self.look.colour(theme.colour)
            inset = self._px(1)
            paint_symbol(painter, theme.symbol, self._sign(pen, top).adjusted(inset, inset, -inset, -inset), colour)

    def _sign(self, pen: _Pen, top: float) -> QRectF:
        size = self._px(SIGN)
        return QRectF(pen.take(size), top + (self._px(META) - size) / 2, size, size)

    def _write(self, painter: QPainter, pen: _Pen, top: float, text: str) -> None:
        width = QFontMetricsF(painter.font()).horizontalAdvance(text)
        place = QRectF(pen.take(width), top, width + 1, self._px(META))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip, text)

    def _guess_for(self, width: int) -> _Guess:
        letters = max(1, int((width - 2 * self._px(SIDE)) / (self._px(TEXT) * WIDTH_OF_A_LETTER)))
        most = COMPACT_LINES if self.is_compact else ENDLESS
        return _Guess(width, letters, most, self._px(LINE), self._around())

    def _around(self) -> int:
        return self._px(TOP) + self._px(GAP) + self._px(META) + self._px(BOTTOM)

    def _px(self, pixels: float) -> int:
        return self.look.scaled(pixels)

    def _set(self, card: Card, width: int) -> _Set:
        """The wording, broken into lines for a card of this width."""
        found = self._sets.get((card.key, width))
        if found is not None and found.wording == card.wording:
            return found
        if len(self._sets) >= KEPT:
            self._sets.clear()
        layout = QTextLayout(card.wording, self.look.content_font(TEXT))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        found = _Set(card.wording, layout, self._break(layout, width - 2 * self._px(SIDE)))
        self._sets[card.key, width] = found
        return found

    def _break(self, layout: QTextLayout, width: int) -> int:
        most = COMPACT_LINES if self.is_compact else 0
        height, count = 0.0, 0
        layout.beginLayout()
        while not most or count < most:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(1, width))
            # Khmer and Burmese are higher than a line of Latin.
            tall = max(self._px(LINE), math.ceil(line.height()))
            line.setPosition(QPointF(0, height + (tall - line.height()) / 2))
            height += tall
            count += 1
        layout.endLayout()
        return max(self._px(LINE), math.ceil(height))
