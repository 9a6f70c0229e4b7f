"""A text on one line with what was found in it marked; where it is too long, it is cut so that this stays visible."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from facilitator.text import direction, places

if TYPE_CHECKING:
    from facilitator.desktop.look.look import Look

SIZE = 14
BEFORE = 16
"""So many characters stay before what was found, where the text had to be cut."""
SEEN = 0.6
"""Of the width: what is found beyond that may be cut off or too far from the beginning."""
LONGEST = 200
DOTS = "… "


class MarkedText:
    """Set once and painted often."""

    def __init__(self, look: Look, text: str, words: tuple[str, ...], width: float) -> None:
        self._look = look
        found = places(text, words) if words else ()
        start = self._start(text, found, width)
        dots = DOTS if start else ""
        # what is behind that cannot be seen, and a text may be as long as a page
        kept = text[start : start + LONGEST].replace("\n", " ")
        metrics = QFontMetricsF(look.font(SIZE))
        self._shown = metrics.elidedText(dots + kept, Qt.TextElideMode.ElideRight, width)
        self._layout = self._begun(self._shown)
        stretches = [self._stretch(*one) for one in self._within(found, start - len(dots), len(dots + kept))]
        # first of all: formats that come later throw the lines away
        self._layout.setFormats([self._format(*one) for one in stretches])
        self._set_line(width)
        coded = self._shown.encode("utf-16-le")
        self.stretches = [coded[2 * first : 2 * last].decode("utf-16-le", "replace") for first, last in stretches]
        """What is marked, as it is written."""

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """On the line through the middle of a place."""
        painter.setPen(self._look.colour("text"))
        height = self._layout.lineAt(0).height() if self._layout.lineCount() else 0.0
        painter.save()
        painter.setClipRect(place)
        self._layout.draw(painter, QPointF(place.left(), place.center().y() - height / 2))
        painter.restore()

    def _start(self, text: str, found: tuple[tuple[int, int], ...], width: float) -> int:
        """From where on the text is shown, so that the first that was found is to be seen."""
        if not found or found[0][0] <= BEFORE:
            return 0
        upto = text[: min(found[0][1], LONGEST)]
        advance = QFontMetricsF(self._look.font(SIZE)).horizontalAdvance(upto)
        return self._cut_before(text, found[0][0]) if advance > width * SEEN else 0

    def _within(self, found: tuple[tuple[int, int], ...], offset: int, whole: int) -> Iterator[tuple[int, int]]:
        """Where what was found stands in what is shown; of what is cut off at the end, what is left."""
        end = len(self._shown) if len(self._shown) == whole else len(self._shown) - 1
        for start, stop in found:
            if start - offset < end:
                yield max(0, start - offset), min(end, stop - offset)

    def _cut_before(self, text: str, at: int) -> int:
        """Where to cut before a character: at the beginning of a word, else of a letter with its marks."""
        start = self._whole_before(text, at - BEFORE)
        space = text.find(" ", start, at)
        return space + 1 if space >= 0 else start

    def _whole_before(self, text: str, at: int) -> int:
        """The beginning of the letter, with its marks, that a character belongs to."""
        if at <= 0:
            return 0
        layout = QTextLayout(text, self._look.font(SIZE))
        units = _units(text[:at])
        if not layout.isValidCursorPosition(units):
            units = layout.previousCursorPosition(units)
        return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))

    def _stretch(self, start: int, end: int) -> tuple[int, int]:
        """From characters to UTF-16 units, and to whole letters with their marks: half a letter cannot be marked."""
        first, last = _units(self._shown[:start]), _units(self._shown[:end])
        if not self._layout.isValidCursorPosition(first):
            first = self._layout.previousCursorPosition(first)
        if not self._layout.isValidCursorPosition(last):
            last = self._layout.nextCursorPosition(last)
        return first, last

    def _format(self, start: int, end: int) -> QTextLayout.FormatRange:
        shape = QTextCharFormat()
        shape.setBackground(self._look.colour("warn-tint"))
        shape.setForeground(self._look.colour("warn"))
        # in high contrast there are no tints: the line below says it in every palette
        shape.setFontUnderline(True)
        marked = QTextLayout.FormatRange()
        marked.start, marked.length, marked.format = start, end - start, shape
        return marked

    def _begun(self, text: str) -> QTextLayout:
        is_rtl = direction(text.removeprefix(DOTS)) == "rtl"
        option = QTextOption(Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout = QTextLayout(text, self._look.font(SIZE))
        layout.setTextOption(option)
        return layout

    def _set_line(self, width: float) -> None:
        self._layout.beginLayout()
        line = self._layout.createLine()
        if line.isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, 0))
        self._layout.endLayout()


def _units(text: str) -> int:
    """How many UTF-16 units a text takes, as Qt counts."""
    return len(text) + sum(1 for character in text if ord(character) > 0xFFFF)
