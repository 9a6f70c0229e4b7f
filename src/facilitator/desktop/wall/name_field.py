"""A field for a name where the name stands: Enter takes it, Esc or leaving lets it be."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from facilitator.desktop.guard import guarded

LONGEST = 200


@guarded
class NameField(QLineEdit):
    """`taken` with what was typed, `left` when it is over either way. Leaving a field that was changed takes it."""

    taken = Signal(str)
    left = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._was = ""
        self.setAccessibleName(name)
        self.setMaxLength(LONGEST)
        self.hide()

    def begin(self, text: str) -> None:
        """Show the field with this text, selected."""
        self._was = text
        self.setText(text)
        self.selectAll()
        self.show()
        self.raise_()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc end it."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._end(is_taken=True)
        elif event.key() == Qt.Key.Key_Escape:
            self._end(is_taken=False)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Esc is ours before it is the window's."""
        is_asked = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if isinstance(event, QKeyEvent) and is_asked and event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return}:
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed is not lost. Another window or a menu in front ends nothing: the person comes back."""
        super().focusOutEvent(event)
        stays = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
        if self.isVisible() and event.reason() not in stays:
            self._end(is_taken=True)

    def _end(self, *, is_taken: bool) -> None:
        text = self.text().strip()
        self.hide()
        if is_taken and text and text != self._was:
            self.taken.emit(text)
        self.left.emit()
