"""A note being changed where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, Qt
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from facilitator.desktop.field_places import before_place
from facilitator.desktop.guard import guarded
from facilitator.desktop.widgets.saving import Saving
from facilitator.text import clean

if TYPE_CHECKING:
    from facilitator.desktop.look.look import Look


@guarded
class NoteEditor(QPlainTextEdit):
    """`saved` with the text and the name of the stay, while it is typed and when it is left; `split_at` with a place;
    `left` at the end."""

    saved = Signal(str, str)
    split_at = Signal(int)
    left = Signal()

    _is_leaving = False

    def __init__(self, look: Look, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("cellEditor")
        self.setAccessibleName(self.tr("Text of the note"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(look.content_font(16))
        self.document().setDocumentMargin(2)
        option = self.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self.document().setDefaultTextOption(option)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setPlainText(text)
        # As the field gives it back, which is not letter by letter what it was given: it knows no space that holds.
        self._kept = self.toPlainText()
        self._saving = Saving(self._save, self)
        self.textChanged.connect(self._saving.touch)

    @property
    def unsaved_text(self) -> str:
        """The text, when it is another than was saved last."""
        text = self.toPlainText()
        return text if text != self._kept else ""

    def flush(self) -> None:
        """Save what differs from what was saved last; an emptied note keeps its last words."""
        self._saving.write()

    def _save(self, stay: str) -> None:
        text = self.toPlainText()
        if text != self._kept and text.strip():
            self._kept = text
            self.saved.emit(text, stay)

    def renew(self, text: str) -> None:
        """The note says something else now, as after undo; what is being typed is left alone."""
        typed = self.toPlainText()
        if typed == self._kept and text != clean(typed):
            self.setPlainText(text)
            self._kept = self.toPlainText()

    def text_height(self) -> int:
        """What the text takes, in pixels; lines of some scripts are higher than those of others."""
        height, block = 0.0, self.document().firstBlock()
        while block.isValid():
            height += self.blockBoundingRect(block).height()
            block = block.next()
        return round(height) + 10

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc leave, what was typed is kept; Ctrl+Enter parts the note here."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.flush()
                # The store keeps the text clean, so the place is counted in the clean text.
                self.split_at.emit(len(clean(before_place(self.toPlainText(), self.textCursor().position()))))
            self._leave()
        elif event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Tab}:
            self._leave()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """A note is one line."""
        self.insertPlainText(" ".join(source.text().splitlines()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field saves it; a menu or another window is no leaving."""
        super().focusOutEvent(event)
        self.flush()
        if event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}:
            self._leave()

    def _leave(self) -> None:
        if not self._is_leaving:
            self._is_leaving = True
            self.flush()
            self.left.emit()
