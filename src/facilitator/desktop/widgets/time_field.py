"""A field for a time of day."""

from __future__ import annotations

from PySide6.QtCore import QTime
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QTimeEdit

from facilitator.desktop.guard import guarded

MARGIN = 8
"""Pixels before the words. A style sheet's padding does not reach the inner field of Qt's stepped fields."""


@guarded
class TimeField(QTimeEdit):
    """Hours and minutes, on 24 hours in every language, as the programme is printed."""

    def __init__(self, name: str = "", time: QTime | None = None) -> None:
        super().__init__(time or QTime(9, 0))
        self.setAccessibleName(name)
        self.setDisplayFormat("HH:mm")
        self.lineEdit().setTextMargins(MARGIN, 0, MARGIN, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what lies around: a time that turns by itself would change the programme unseen."""
        event.ignore()
