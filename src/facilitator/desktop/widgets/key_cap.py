"""A key of the keyboard, painted."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.desktop.guard import guarded
from facilitator.desktop.look.look import Look
from facilitator.desktop.look.painting import key_width, paint_key

HEIGHT = 20


@guarded
class KeyCap(QWidget):
    """Shows which key does what stands beside it. Keys stay left-to-right in every language."""

    def __init__(self, look: Look, key: str) -> None:
        super().__init__()
        self._look = look
        self._key = key
        self.setAccessibleName(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As wide as its text."""
        return QSize(round(key_width(self._look, self._key)) + 1, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The cap."""
        painter = QPainter(self)
        paint_key(painter, self._look, QRectF(self.rect()), self._key)
        painter.end()
