"""A column that is folded to its symbol, name and count, written downwards."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.desktop.guard import guarded
from facilitator.desktop.look.look import Look
from facilitator.desktop.look.symbols import paint_symbol
from facilitator.domain.rows import ThemeLine

WIDTH, SYMBOL = 40, 12


@guarded
class FoldedColumn(QWidget):
    """`opened` when it is pressed."""

    opened = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._theme: ThemeLine | None = None
        self._count = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def show_theme(self, theme: ThemeLine | None, count: str) -> None:
        """Say which column this is."""
        self._theme, self._count = theme, count
        self.update()

    def sizeHint(self) -> QSize:
        """Narrow, and as high as there is room."""
        return QSize(WIDTH, 120)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Unfold it."""
        self.opened.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A box that runs on below, the symbol, and the name turned by a quarter."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.colour("line"))
        painter.setBrush(self._look.colour("rail"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, 12), 6, 6)
        if self._theme is not None:
            place = QRectF((self.width() - SYMBOL) / 2, 14, SYMBOL, SYMBOL)
            paint_symbol(painter, self._theme.symbol, place, self._look.colour(self._theme.colour))
            self._paint_name(painter, self._theme.name)
        painter.end()

    def _paint_name(self, painter: QPainter, name: str) -> None:
        painter.translate(QPointF(self.width() / 2, 34))
        painter.rotate(90)
        painter.setFont(self._look.font(14, semibold=True))
        room = self.height() - 34 - 40
        text = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, max(0, room))
        width = painter.fontMetrics().horizontalAdvance(text)
        painter.setPen(self._look.colour("text"))
        painter.drawText(QRectF(0, -12, width + 2, 24), Qt.AlignmentFlag.AlignVCenter, text)
        painter.setFont(self._look.font(14))
        painter.setPen(self._look.colour("quiet"))
        painter.drawText(QRectF(width + 10, -12, 60, 24), Qt.AlignmentFlag.AlignVCenter, self._count)
