"""Colours the parts of the capture line as they read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from facilitator.capture import PartKind
from facilitator.desktop.guard import guarded

if TYPE_CHECKING:
    from facilitator.capture import Part
    from facilitator.desktop.look.look import Look

    from .reading import Reading


@guarded
class LineHighlighter(QSyntaxHighlighter):
    """Signs and speakers in the accent, themes in their own ink."""

    _reading: Reading | None = None

    def __init__(self, document: QTextDocument, look: Look) -> None:
        super().__init__(document)
        self._look = look

    def show_reading(self, reading: Reading) -> None:
        """Colour the line anew where it reads otherwise than before."""
        before, self._reading = self._reading, reading
        # Plain text grows with every key and has no colour of its own: Qt has highlighted it already.
        if before is None or _coloured(before) != _coloured(reading) or before.themes != reading.themes:
            self.rehighlight()

    def highlightBlock(self, _text: str) -> None:
        """One paragraph; the parts count in UTF-16 units here, as Qt does."""
        reading = self._reading
        if reading is None:
            return
        whole = self.document().toPlainText()
        block = self.currentBlock().position()
        hues = {name: theme.colour for name, theme in reading.themes if theme is not None}
        for part in reading.parts:
            if part.what is PartKind.TEXT:
                continue
            start = _units(whole[: part.start]) - block
            shape = QTextCharFormat()
            token = "accent"
            if part.what is PartKind.THEME:
                token = hues.get(part.value, "quiet")
            elif part.what in {PartKind.CHECK_LATER, PartKind.PRIVATE}:
                token = "warn" if part.what is PartKind.CHECK_LATER else "quiet"
            shape.setForeground(self._look.colour(token))
            if part.what is PartKind.KIND:
                shape.setFontWeight(QFont.Weight.DemiBold)
            self.setFormat(start, _units(whole[part.start : part.end]), shape)


def _coloured(reading: Reading) -> list[Part]:
    return [part for part in reading.parts if part.what is not PartKind.TEXT]


def _units(text: str) -> int:
    """How many UTF-16 units a text takes."""
    return len(text) + sum(1 for character in text if ord(character) > 0xFFFF)
