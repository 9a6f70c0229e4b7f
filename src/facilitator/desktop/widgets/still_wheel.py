"""Keeps the wheel from turning a field that only lies under the pointer while the page scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from facilitator.desktop.guard import guarded


@guarded
class StillWheel(QObject):
    """For the lists and dates of compiled forms; the wheel goes to what lies around them."""

    def __init__(self, parent: QObject, *fields: QWidget) -> None:
        super().__init__(parent)
        for field in fields:
            field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            field.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Hand the wheel on."""
        if event.type() != QEvent.Type.Wheel:
            return False
        event.ignore()
        return True
