"""Scrolls while something is dragged near the edge of a view."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QScrollBar

STRIP = 28
"""Pixels along the edge in which dragging scrolls."""
FRAME = 16
"""Milliseconds between two steps. Qt's own scrolling takes some 100 and starts late."""
SLOWEST, FASTEST = 2, 18
"""Pixels a step, at the inner and at the outer rim of the strip."""


class EdgeScroll(QObject):
    """Moves one scroll bar; a view that scrolls both ways has two. `scrolled` after each step that moved."""

    scrolled = Signal()

    def __init__(self, bar: QScrollBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bar = bar
        self._step = 0
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_scrolling(self) -> bool:
        """Whether what is dragged is in a strip now."""
        return self._timer.isActive()

    def hold(self, at: int, length: int) -> None:
        """What is dragged is at this pixel along a view of this length."""
        before, behind = STRIP - at, at - (length - STRIP)
        self._step = _speed(behind) - _speed(before)
        if not self._step:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """It was dropped, or has left."""
        self._timer.stop()

    def _go_on(self) -> None:
        before = self._bar.value()
        self._bar.setValue(before + self._step)
        if self._bar.value() != before:
            self.scrolled.emit()


def _speed(depth: int) -> int:
    """Pixels a step for one who is so many pixels deep in a strip."""
    if depth <= 0:
        return 0
    return SLOWEST + (FASTEST - SLOWEST) * min(depth, STRIP) // STRIP
