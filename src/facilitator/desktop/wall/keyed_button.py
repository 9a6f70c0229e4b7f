"""A button that shows the key which does the same."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton

from facilitator.desktop.guard import guarded
from facilitator.desktop.look.look import Look
from facilitator.desktop.look.painting import key_width, paint_key

GAP, EDGE = 8, 8


@guarded
class KeyedButton(QPushButton):
    """The text is at the leading edge, the key cap at the trailing one."""

    def __init__(self, look: Look, icon: str, text: str, key: str) -> None:
        super().__init__(text)
        self._look = look
        self._icon = icon
        self._key = key
        self.setProperty("keyed", True)
        look.changed.connect(self._paint_icon)
        self._paint_icon()

    def sizeHint(self) -> QSize:
        """Room for the cap."""
        return super().sizeHint() + QSize(round(key_width(self._look, self._key)) + GAP, 0)

    def minimumSizeHint(self) -> QSize:
        """The same: nothing of it can be spared."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button as Qt has it, and the cap."""
        super().paintEvent(event)
        painter = QPainter(self)
        width = key_width(self._look, self._key)
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = EDGE if is_mirrored else self.width() - EDGE - width
        paint_key(painter, self._look, QRectF(left, (self.height() - 20) / 2, width, 20), self._key)
        painter.end()

    def _paint_icon(self) -> None:
        self.setIcon(self._look.icon(self._icon, "text"))
