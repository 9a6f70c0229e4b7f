"""Tells when a window is on the screen for the first time, so that what takes long begins only then."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from .guard import guarded


@guarded
class FirstPaint(QObject):
    """Calls `then` once, in the turn of the event loop after the window and all that lies in it was painted.

    A timer alone would be too early: the screen asks for the paint some turns after `show`.
    """

    def __init__(self, window: QWidget, then: Callable[[], object]) -> None:
        super().__init__(window)
        self._then = then
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the paint, and let everything through."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._begin)
        return False

    def _begin(self) -> None:
        self._then()
        self.deleteLater()
