"""A line as operators of a PDF page: text, lines under and through it, frames round the codes of missing characters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from facilitator.report.type.glyphs import FRAME_FOOT, FRAME_HEIGHT, Run
from facilitator.report.type.scripts import OUTER_SPACE, printed

if TYPE_CHECKING:
    from facilitator.report.type.fonts import Font
    from facilitator.report.type.lines import Style
    from facilitator.report.type.shaping import Word

# In em, as the font tables of Noto Sans have them.
_RULE: Final = 0.05
_STRIKE_HEIGHT: Final = 0.3
_FRAME_RULE: Final = 0.03
_FRAME_AIR: Final = 0.06


def write_line(pieces: Sequence[tuple[Style, Word]], x: float, y: float) -> str:
    """Operators that show the pieces from left to right on the baseline `y`; empty if there is no ink.

    White space at the end is not shown.
    """
    if not any(word.runs for _, word in pieces):
        return ""
    return _write_plain(pieces, x, y) or _write_any(pieces, x, y)


def _write_plain(pieces: Sequence[tuple[Style, Word]], x: float, y: float) -> str:
    """The line as one array where it is of one style and one font, as most are; empty where it is not."""
    style, last = pieces[-1]
    if style.underline or style.strike:
        return ""
    parts = [word.plain for each, word in pieces if each is style]
    if len(parts) < len(pieces) or None in parts:
        return ""
    parts[-1] = last.runs[0].code if last.runs else ""
    array = "".join(filter(None, parts)).replace("><", "")
    name = last.font.name
    return f"BT {style.size:g} 0 0 {style.size:g} {x:.2f} {y:.2f} Tm /{name} 1 Tf [{array}]TJ ET"


def _write_any(pieces: Sequence[tuple[Style, Word]], x: float, y: float) -> str:
    line = _Line(x, y, max((word.underline_depth() for style, word in pieces if style.underline), default=0.0))
    last = len(pieces) - 1
    for place, (style, word) in enumerate(pieces):
        line.show(style.size, word.runs)
        if place < last:
            line.show(style.size, word.space)
        line.move_past(style, word, place == last)
    code = line.finished()
    if not line.marked:
        return code
    # One statement for the line, not one for each word: readers take the gap between two statements for a space.
    return f"/Span <</ActualText <FEFF{_text_of(pieces)}>>> BDC {code} EMC"


def _text_of(pieces: Iterable[tuple[Style, Word]]) -> str:
    text = printed("".join(word.text for _, word in pieces).rstrip(OUTER_SPACE))
    return text.encode("utf-16-be", "surrogatepass").hex().upper()


class _Line:
    """One text object under way; what is not text waits until it is closed."""

    def __init__(self, x: float, y: float, underline_depth: float) -> None:
        self._x = x
        self._y = y
        self._underline_depth = underline_depth
        self.marked = False
        self._parts = ["BT"]
        self._array: list[str] = []
        self._size = 0.0
        self._font: Font | None = None
        self._rules: list[tuple[float, float, float, float]] = []
        self._frames: list[str] = []

    def show(self, size: float, runs: Iterable[Run]) -> None:
        for run in runs:
            if size != self._size:
                self._close_array()
                self._parts.append(f"{size:g} 0 0 {size:g} {self._x:.2f} {self._y:.2f} Tm")
                self._size = size
            if run.font is not self._font:
                self._close_array()
                self._parts.append(f"/{run.font.name} 1 Tf")
                self._font = run.font
            if run.marked:
                self.marked = True
                self._close_array()
                self._parts.append(run.code)
            else:
                self._array.append(run.code)

    def move_past(self, style: Style, word: Word, is_last: bool) -> None:
        size = style.size
        width = (word.width if is_last else word.advance) * size
        if style.underline:
            self._rule(self._y - self._underline_depth * size, width, _RULE * size)
        if style.strike:
            self._rule(self._y + _STRIKE_HEIGHT * size, width, _RULE * size)
        for start, length in word.frames:
            left, air = self._x + start * size, _FRAME_AIR * size
            self._frames.append(
                f"{_FRAME_RULE * size:.2f} w {left + air:.2f} {self._y + FRAME_FOOT * size:.2f} "
                f"{length * size - 2 * air:.2f} {FRAME_HEIGHT * size:.2f} re S"
            )
        self._x += word.advance * size

    def finished(self) -> str:
        self._close_array()
        self._parts.append("ET")
        self._parts.extend(f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re f" for x, y, width, height in self._rules)
        if self._frames:
            self._parts.extend(("q", *self._frames, "Q"))
        return " ".join(self._parts)

    def _rule(self, y: float, width: float, height: float) -> None:
        """A rule that goes on from the one before at the same height is one with it."""
        for place, (left, other_y, length, thickness) in enumerate(self._rules):
            if other_y == y and thickness == height and abs(left + length - self._x) < 1e-6:
                self._rules[place] = (left, y, length + width, height)
                return
        self._rules.append((self._x, y, width, height))

    def _close_array(self) -> None:
        if self._array:
            self._parts.append(f"[{''.join(self._array)}]TJ".replace("><", ""))
            self._array.clear()
