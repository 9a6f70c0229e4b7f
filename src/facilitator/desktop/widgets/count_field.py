"""A field for a whole number."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox

from facilitator.desktop.guard import guarded

from .time_field import MARGIN


@guarded
class CountField(QSpinBox):
    """A number from `least` to `most`."""

    def __init__(self, name: str = "", least: int = 0, most: int = 999) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setRange(least, most)
        self.lineEdit().setTextMargins(MARGIN, 0, MARGIN, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what lies around: a number that turns by itself has changed many a field unseen."""
        event.ignore()
