"""A thin bar that shows a share: of time, of cards that are grouped."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.desktop.guard import guarded
from facilitator.desktop.look.look import Look

HEIGHT = 6


@guarded
class ShareBar(QWidget):
    """Fills from the leading edge. What it shows stands in words beside it."""

    def __init__(self, look: Look, width: int, token: str = "accent") -> None:
        super().__init__()
        self._look = look
        self._width = width
        self._token = token
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_share(self, share: float, token: str) -> None:
        """Fill this part of the bar, 0 to 1, in the colour of a token."""
        self._share, self._token = min(1.0, max(0.0, share)), token
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as was asked for."""
        return QSize(self._width, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Edge and filling."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        filled = QRectF(edge.left(), edge.top(), edge.width() * self._share, edge.height())
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            filled.moveRight(edge.right())
        painter.fillRect(filled, self._look.colour(self._token))
        painter.setPen(self._look.colour(self._token))
        painter.drawRoundedRect(edge, 3, 3)
        painter.end()
