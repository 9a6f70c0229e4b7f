"""What opens over the window and goes with Esc: a child of the window, never a window of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget
from shiboken6 import isValid

from facilitator.desktop.guard import guarded

if TYPE_CHECKING:
    from facilitator.desktop.context import Context

TOP, EDGE = 56, 24
NOBODY = Qt.FocusPolicy.NoFocus


@guarded
class Overlay(QFrame):
    """Opens in the middle near the top, takes the focus, and gives it back when it closes."""

    _had_focus: tuple[QWidget, ...] = ()

    def __init__(self, context: Context, window: QWidget, wanted: QSize) -> None:
        super().__init__(window)
        self.context = context
        self._wanted = wanted
        self.setObjectName("overlay")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()
        window.installEventFilter(self)

    def open(self) -> None:
        """Show it, and remember where the focus was."""
        if not self.isVisible():
            self._had_focus = tuple(_with_parents(self.window().focusWidget()))
        self._place()
        self.show()
        self.raise_()
        self.take_focus()

    def leave(self) -> None:
        """Close it, the focus goes back to where it was."""
        self.hide()
        before, self._had_focus = self._had_focus, ()
        # An editor closes when it loses the focus: then to the list that it stood in.
        there = next((one for one in before if isValid(one) and one.isVisible() and one.focusPolicy() != NOBODY), None)
        if there is not None:
            there.setFocus()

    def take_focus(self) -> None:
        """Where typing goes."""
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; no key goes on to what lies below."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle of a window that changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        whole = self.window().size()
        width = min(self._wanted.width(), whole.width() - 2 * EDGE)
        height = min(self._wanted.height(), whole.height() - TOP - EDGE)
        self.setGeometry((whole.width() - width) // 2, TOP, width, height)


def _with_parents(widget: QWidget | None) -> Iterator[QWidget]:
    while widget is not None:
        yield widget
        widget = widget.parentWidget()
