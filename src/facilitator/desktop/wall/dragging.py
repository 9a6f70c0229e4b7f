"""Dragging over the wall: what hangs at the pointer, and the wall that scrolls when the pointer is at an edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QDrag, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QScrollArea, QWidget

from facilitator.desktop.guard import guarded
from facilitator.desktop.look.look import Look
from facilitator.domain.cards import Card
from facilitator.domain.nouns import Key

from .card_painter import CardState
from .desk import Desk

if TYPE_CHECKING:
    from .card_column import CardColumn

FORMAT = "application/x-facilitator-wall"
HANG, BEHIND, BADGE = 16, 8, 28
STRIP, TICK, STEP = 28, 16, 14
"""Width of the strips in pixels, and how often and how far they scroll."""


class Dragging(QObject):
    """Lets the cards or the column that the desk names hang at the pointer until they are dropped or put back."""

    changed = Signal()
    """Something has been taken up, or is no longer held."""

    def __init__(self, desk: Desk, area: QScrollArea) -> None:
        super().__init__(area)
        self._desk = desk
        self._area = area
        self._strips = tuple(EdgeStrip(desk.look, area, step) for step in (-1, 1))
        self._ticking = QTimer(self, interval=TICK)
        self._ticking.timeout.connect(self._scroll)
        self._columns: list[CardColumn] = []

    def cards(self, source: CardColumn, cards: list[Card], columns: list[CardColumn]) -> None:
        """Drag these cards; returns when it is over."""
        if not cards:
            return
        self._columns = columns
        self._desk.moving = frozenset(card.key for card in cards)
        width = source.viewport().width()
        self._exec(source, _stack(self._desk, cards, width, source.devicePixelRatioF()))

    def theme(self, key: Key, source: QWidget, columns: list[CardColumn]) -> None:
        """Drag a column by its head."""
        self._columns = columns
        self._desk.moving_theme = key
        picture = source.grab()
        self._exec(source, picture)

    def _exec(self, source: QWidget, picture: QPixmap) -> None:
        drag = QDrag(source)
        data = QMimeData()
        data.setData(FORMAT, b"")
        drag.setMimeData(data)
        drag.setPixmap(picture)
        # Right of and below the pointer, so that the place where it would go stays visible.
        drag.setHotSpot(QPoint(-HANG, -HANG))
        self._begin()
        try:
            drag.exec(Qt.DropAction.MoveAction)
        finally:
            self._end()

    def _begin(self) -> None:
        for strip in self._strips:
            strip.attend()
        self._ticking.start()
        self._repaint()
        self.changed.emit()

    def _end(self) -> None:
        self._ticking.stop()
        for strip in self._strips:
            strip.hide()
        self._desk.moving = frozenset()
        self._desk.moving_theme = None
        for column in self._columns:
            column.set_target(None)
        self._repaint()
        self.changed.emit()

    def _repaint(self) -> None:
        for column in self._columns:
            column.viewport().update()

    def _scroll(self) -> None:
        point = QCursor.pos()
        for strip in self._strips:
            strip.attend()
            if strip.isVisible() and strip.rect().contains(strip.mapFromGlobal(point)):
                strip.scroll_area()
        for column in self._columns:
            within = column.viewport().mapFromGlobal(point)
            if column.isVisible() and column.viewport().rect().contains(within):
                bar = column.verticalScrollBar()
                if within.y() < STRIP:
                    bar.setValue(bar.value() - STEP)
                elif within.y() > column.viewport().height() - STRIP:
                    bar.setValue(bar.value() + STEP)


@guarded
class EdgeStrip(QWidget):
    """A strip at one end of the columns, shown while something is dragged and there is more beyond it."""

    def __init__(self, look: Look, area: QScrollArea, step: int) -> None:
        super().__init__(area)
        self._look = look
        self._area = area
        self._step = step
        # What is dragged is dropped on the column below, not on the strip.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def attend(self) -> None:
        """Be where the end is now, and visible when there is more."""
        bar = self._area.horizontalScrollBar()
        is_right = (self._step > 0) != (self.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        left = self._area.width() - STRIP if is_right else 0
        self.setGeometry(left, 0, STRIP, self._area.viewport().height())
        self.setVisible(bar.value() < bar.maximum() if self._step > 0 else bar.value() > bar.minimum())
        self.raise_()

    def scroll_area(self) -> None:
        """One step."""
        bar = self._area.horizontalScrollBar()
        bar.setValue(bar.value() + self._step * STEP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and arrow."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("hover"))
        icon = "chevron-right" if self._step > 0 else "chevron-left"
        pixmap = self._look.pixmap(icon, "quiet", 16, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - 16) // 2, self.height() // 2 - 8, pixmap)
        painter.end()


def _stack(desk: Desk, cards: list[Card], width: int, ratio: float) -> QPixmap:
    """The first card, another behind it when there are more, and how many there are."""
    height = desk.painter.measure(cards[0], width)
    is_many = len(cards) > 1
    more = BEHIND if is_many else 0
    size = QSize(width + more + (BADGE // 2 if is_many else 0), height + more + (BADGE // 2 if is_many else 0))
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    top = BADGE // 2 if is_many else 0
    if is_many:
        painter.setPen(QPen(desk.look.colour("accent"), 2))
        painter.setBrush(desk.look.colour("surface"))
        painter.drawRoundedRect(QRectF(more + 1, top + more + 1, width - 2, height - 2), 6, 6)
    desk.painter.paint(painter, QRect(0, top, width, height), cards[0], CardState(is_selected=True))
    if is_many:
        _paint_badge(painter, desk.look, QRectF(size.width() - BADGE, 0, BADGE, BADGE), str(len(cards)))
    painter.end()
    return picture


def _paint_badge(painter: QPainter, look: Look, place: QRectF, text: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("accent"))
    painter.drawEllipse(place)
    painter.setPen(look.colour("on-accent"))
    painter.setFont(look.font(14 if len(text) < 4 else 12, semibold=True))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
