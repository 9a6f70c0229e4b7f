"""A text on one line with what was found in it marked; where it is too long, it is cut so that this stays visible."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption

from facilitator.text import direction

if TYPE_CHECKING:
    from facilitator.desktop.look.look import Look

SIZE = 14
BEFORE = 32
"""So many characters stay before what was found, where the text had to be cut."""
SEEN = 0.6
"""Of the width: what is found beyond that may be cut off, or too far from the beginning."""
LETTER = 7.0
"""About so many pixels a letter takes: only whether to cut at once is decided by it."""
LONGEST = 140
"""So many characters are set: more than fit on a line, for a text may be as long as a page."""
AROUND = 32
"""In so many characters the beginning of the letter is looked for that one of them belongs to."""
DOTS = "…"
DOTS_WIDTH = 14.0
_SIDE = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
AT_LEFT, AT_RIGHT = Qt.AlignmentFlag.AlignLeft | _SIDE, Qt.AlignmentFlag.AlignRight | _SIDE

Stretch = tuple[int, int]
"""Start and end in characters."""


class MarkedText:
    """Set once and painted often. Setting is what takes time, so nothing is measured that the line can tell itself.

    Of the stretches in `found` the first is what has to be seen; `shapes` says how each looks, else as what was found.
    """

    def __init__(
        self,
        look: Look,
        text: str,
        found: Sequence[Stretch],
        width: float,
        shapes: Sequence[QTextCharFormat] = (),
    ) -> None:
        self._look = look
        self._width = width
        self._is_rtl = direction(text) == "rtl"
        self._shapes = shapes or [_as_found(look)] * len(found)
        cut = found and found[0][0] > BEFORE and len(text) * LETTER > width < found[0][1] * LETTER / SEEN
        if not cut:
            self._set(text, found, 0)
            cut = found and found[0][0] > BEFORE and not self._shows(found[0])
        if cut:
            self._set(text, found, self._cut_before(text, found[0][0]))

    @property
    def stretches(self) -> list[str]:
        """What is marked, as it is written."""
        coded = self._layout.text().encode("utf-16-le")
        return [
            coded[2 * one.start : 2 * (one.start + one.length)].decode("utf-16-le", "replace")
            for one in self._layout.formats()
        ]

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """On the line through the middle of a place, from its leading edge, which is that of the text's direction."""
        painter.save()
        painter.setPen(self._look.colour("text"))
        line = self._layout.lineAt(0)
        top = place.center().y() - line.height() / 2
        left = place.right() - line.naturalTextWidth() if self._is_rtl else place.left()
        if line.naturalTextWidth() > place.width():
            kept = self._kept(place.width() - DOTS_WIDTH)
            begin = place.right() - kept if self._is_rtl else place.left()
            self._paint_dots(painter, place, kept)
            painter.setClipRect(QRectF(begin, place.top(), kept, place.height()))
        self._layout.draw(painter, QPointF(left, top))
        painter.restore()

    def _kept(self, room: float) -> float:
        """How much of the line whole letters take in so many pixels."""
        line = self._layout.lineAt(0)
        at = line.xToCursor(line.naturalTextWidth() - room if self._is_rtl else room)
        kept = self._reach(at)
        return kept if kept <= room else self._reach(self._layout.previousCursorPosition(at))

    def _paint_dots(self, painter: QPainter, place: QRectF, kept: float) -> None:
        """Where the text goes on without being shown."""
        behind = place.adjusted(0, 0, -kept, 0) if self._is_rtl else place.adjusted(kept, 0, 0, 0)
        painter.setFont(self._look.font(SIZE))
        painter.drawText(behind, AT_RIGHT if self._is_rtl else AT_LEFT, DOTS)

    def _set(self, text: str, found: Sequence[Stretch], start: int) -> None:
        """One line from a character on, what was found in it marked."""
        dots = f"{DOTS} " if start else ""
        shown = dots + text[start : start + LONGEST].replace("\n", " ")
        self._layout = layout = QTextLayout(shown, self._look.font(SIZE))
        # Else Qt throws away what it has measured, and measures it again to paint it.
        layout.setCacheEnabled(True)
        layout.setTextOption(_option(self._is_rtl))
        offset = start - len(dots)
        within = ((max(0, one - offset), min(len(shown), end - offset)) for one, end in found)
        # before there is a line: formats that come later throw it away
        shaped = zip(within, self._shapes, strict=True)
        layout.setFormats([_shaped(*self._whole(shown, *one), shape) for one, shape in shaped if one[0] < one[1]])
        layout.beginLayout()
        layout.createLine().setLineWidth(self._width)
        layout.endLayout()

    def _shows(self, found: Stretch) -> bool:
        """Whether this is to be seen when the text is shown from its beginning."""
        line = self._layout.lineAt(0)
        if line.naturalTextWidth() <= self._width:
            return len(self._layout.text()) >= found[1]
        reach = self._reach(_units(self._layout.text()[: found[1]]))
        return found[1] < LONGEST and reach <= self._width - DOTS_WIDTH

    def _reach(self, units: int) -> float:
        """How far from where the text begins a place in it is, in pixels."""
        line = self._layout.lineAt(0)
        # Qt gives the place back beside it, in case it had to be moved
        told: object = line.cursorToX(units)
        x = float(told[0] if isinstance(told, tuple) else line.x())
        return line.naturalTextWidth() - x if self._is_rtl else x

    def _cut_before(self, text: str, at: int) -> int:
        """Where to cut before a character: at the beginning of a word, else of a letter with its marks."""
        start = self._whole_before(text, at - BEFORE)
        space = text.find(" ", start, at)
        return space + 1 if space >= 0 else start

    def _whole_before(self, text: str, at: int) -> int:
        """The beginning of the letter, with its marks, that a character belongs to."""
        around = text[max(0, at - AROUND) : at + 1]
        layout = QTextLayout(around, self._look.font(SIZE))
        units = _units(around[:-1])
        if not layout.isValidCursorPosition(units):
            units = layout.previousCursorPosition(units)
        kept = around.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")
        return at + 1 - len(around) + len(kept)

    def _whole(self, shown: str, start: int, end: int) -> Stretch:
        """From characters to UTF-16 units, and to whole letters with their marks: half a letter cannot be marked."""
        if shown.isascii():
            return start, end
        layout = self._layout
        first, last = _units(shown[:start]), _units(shown[:end])
        if not layout.isValidCursorPosition(first):
            first = layout.previousCursorPosition(first)
        if not layout.isValidCursorPosition(last):
            last = layout.nextCursorPosition(last)
        return first, last


@cache
def _option(is_rtl: bool) -> QTextOption:
    # from the left in any case: `paint` puts it where it belongs, also where it is wider than its place
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    return option


def _shaped(start: int, end: int, shape: QTextCharFormat) -> QTextLayout.FormatRange:
    marked = QTextLayout.FormatRange()
    marked.start, marked.length, marked.format = start, end - start, shape
    return marked


def _as_found(look: Look) -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setBackground(look.colour("warn-tint"))
    shape.setForeground(look.colour("warn"))
    # in high contrast there are no tints: the line below says it in every palette
    shape.setFontUnderline(True)
    return shape


def _units(text: str) -> int:
    """How many UTF-16 units a text takes, as Qt counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
