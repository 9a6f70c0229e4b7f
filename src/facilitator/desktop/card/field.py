"""A field of one line that saves itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from facilitator.desktop.guard import guarded
from facilitator.desktop.widgets.saving import Saving


@guarded
class Field(QLineEdit):
    """`save` is called with what the field holds and the name of the stay."""

    def __init__(self, name: str, save: Callable[[str, str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.saving = Saving(lambda stay: save(self.text(), stay), self)
        self.textEdited.connect(self.saving.touch)

    def show_text(self, text: str) -> None:
        """Show what is stored, unless somebody is typing here."""
        if not self.saving.is_unsaved and text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write, and forget what could be undone here: from now on it is a step of the workshop."""
        super().focusOutEvent(event)
        self.saving.leave()
        text, place = self.text(), self.cursorPosition()
        self.setText(text)
        self.setCursorPosition(place)
