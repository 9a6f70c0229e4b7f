"""The wording of a recommendation, with its open brackets marked."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QSizePolicy, QTextEdit

from facilitator.desktop.field_places import before_place, place_in_field
from facilitator.desktop.guard import guarded
from facilitator.desktop.look.look import Look
from facilitator.desktop.widgets.saving import Saving
from facilitator.domain.brackets import Part, open_text

LINE, LEAST_LINES, MOST = 27, 2, 300
REST = 60_000
"""Milliseconds without a key after which what was typed is a version; a pause to think is shorter."""


@guarded
class BracketMarker(QSyntaxHighlighter):
    """Marks what stands in brackets, by ground and line."""

    def __init__(self, look: Look, editor: QTextEdit) -> None:
        super().__init__(editor.document())
        self._look = look

    def highlightBlock(self, text: str) -> None:
        """One paragraph."""
        shape = QTextCharFormat()
        shape.setBackground(self._look.colour("warn-tint"))
        shape.setForeground(self._look.colour("warn"))
        shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        shape.setUnderlineColor(self._look.colour("warn"))
        stray = QTextCharFormat()
        stray.setForeground(self._look.colour("danger"))
        stray.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        stray.setUnderlineColor(self._look.colour("danger"))
        for stretch in open_text(text).stretches:
            if stretch.depth or stretch.part is Part.STRAY:
                # Qt counts UTF-16 units.
                place, length = _units(text[: stretch.start]), _units(text[stretch.start : stretch.end])
                self.setFormat(place, length, stray if stretch.part is Part.STRAY else shape)


@guarded
class WordingEditor(QTextEdit):
    """As high as its words. `save` is called with the text and the name of the stay; one stay is one version.

    A stay ends when the field is left, and when nothing is typed for `rest`.
    """

    edited = Signal()

    def __init__(self, look: Look, save: Callable[[str, str], None]) -> None:
        super().__init__()
        self.setObjectName("wording")
        self._look = look
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Wording"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._marker = BracketMarker(look, self)
        self.saving = Saving(lambda stay: save(self.toPlainText(), stay), self)
        self._is_loading = False
        self.rest = QTimer(self, singleShot=True, interval=REST)
        self.rest.timeout.connect(self.saving.leave)
        self.textChanged.connect(self._changed)
        look.changed.connect(self._take_look)

    def show_text(self, text: str) -> None:
        """Show what is stored, unless somebody is typing here."""
        if self.saving.is_unsaved or text == self.toPlainText():
            return
        place = self.textCursor().position()
        self._is_loading = True
        self.setPlainText(text)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        spaced = QTextBlockFormat()
        spaced.setLineHeight(LINE, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        cursor.mergeBlockFormat(spaced)
        cursor.setPosition(min(place, _units(text)))
        self.setTextCursor(cursor)
        self.document().clearUndoRedoStacks()
        self._is_loading = False
        self._fit()

    def put_in_brackets(self) -> None:
        """Put what is selected into brackets, or an empty pair at the cursor."""
        cursor = self.textCursor()
        start, chosen = cursor.selectionStart(), cursor.selectedText()
        cursor.insertText(f"[{chosen}]")
        cursor.setPosition(start + 1)
        cursor.setPosition(start + 1 + _units(chosen), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus()

    def go_to_next_bracket(self) -> None:
        """Select the next open bracket, with the words in it; those within the chosen one come first."""
        text, cursor = self.toPlainText(), self.textCursor()
        after = cursor.selectionStart() + cursor.hasSelection()
        found = open_text(text).after(len(before_place(text, after)))
        if found is not None:
            self.choose(found.start, found.end)

    def choose(self, start: int, end: int) -> None:
        """Select from one character to before another."""
        text, cursor = self.toPlainText(), self.textCursor()
        cursor.setPosition(place_in_field(text, start))
        cursor.setPosition(place_in_field(text, end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus()

    def sizeHint(self) -> QSize:
        """As high as its words."""
        return QSize(200, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines may break elsewhere now."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A wording is one paragraph."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write; from now on it is a step of the workshop."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.leave()

    def leave(self) -> None:
        """The stay is over."""
        self.saving.leave()
        self.document().clearUndoRedoStacks()

    def _changed(self) -> None:
        if self._is_loading:
            return
        self._fit()
        self.saving.touch()
        self.rest.start()
        self.edited.emit()

    def _take_look(self) -> None:
        # To Qt a word in another colour is a text that has changed; to the person nothing was typed.
        self._is_loading = True
        self._marker.rehighlight()
        self._is_loading = False
        self._fit()

    def _height(self) -> int:
        words = round(self.document().size().height()) + 12
        return min(MOST, max(LEAST_LINES * LINE + 16, words))

    def _fit(self) -> None:
        if self.height() != self._height():
            self.setFixedHeight(self._height())


def _units(text: str) -> int:
    """How many UTF-16 units a text has, which is what Qt counts."""
    return len(text) + sum(character > "\uffff" for character in text)
