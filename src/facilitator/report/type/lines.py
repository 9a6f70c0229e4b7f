"""Lines of set text: what stands on each, where its baseline lies, and how it goes onto a page."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from reportlab.pdfgen.canvas import Canvas

from facilitator.report.type.breaking import HARD_BREAKS
from facilitator.report.type.embedding import EmbeddedFonts
from facilitator.report.type.emission import write_line
from facilitator.report.type.shaping import Word

Align = Literal["start", "end", "centre"]

# A paragraph is parted only where two lines stay on each side.
_FEWEST_LINES: Final = 2


@dataclass(frozen=True, slots=True)
class Style:
    """How a piece of text looks: size in pt, and whether it is bold, underlined, struck through."""

    size: float
    bold: bool
    underline: bool
    strike: bool


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """Text between two places where a line may end, in one or more styles.

    `width` and `advance` are without and with the white space that ends it, `leading` is the least that it needs; pt.
    `ends_line` says that a line ends here whatever room is left, `missing` are characters without a glyph.
    """

    pieces: tuple[tuple[Style, Word], ...]
    width: float
    advance: float
    leading: float
    ends_line: bool
    missing: tuple[str, ...]

    @property
    def text(self) -> str:
        """The characters, with the white space that ends the unit."""
        return "".join(word.text for _, word in self.pieces)


def unit_of(pieces: Sequence[tuple[Style, Word]]) -> Unit:
    """Put pieces that no line break parts together."""
    advance = sum(word.advance * style.size for style, word in pieces)
    style, last = pieces[-1]
    leading = max(word.least_leading(style.size) for style, word in pieces)
    missing = tuple(character for _, word in pieces for character in word.missing)
    width = advance - (last.advance - last.width) * style.size
    return Unit(tuple(pieces), width, advance, leading, _ends_line(last.text), missing)


def _ends_line(text: str) -> bool:
    return text != "" and text[-1] in HARD_BREAKS


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """One line; all in pt. `height` is its leading, `baseline` how far the baseline lies below its top edge.

    `width` leaves out the white space at its end.
    """

    units: tuple[Unit, ...]
    width: float
    height: float
    baseline: float

    @property
    def text(self) -> str:
        """The characters of the line, with the white space or line break that ends it."""
        return "".join(unit.text for unit in self.units)


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """Text broken into lines for one measure. All lengths in pt."""

    lines: tuple[Line, ...]
    measure: float
    align: Align = "start"

    @property
    def height(self) -> float:
        """The sum of the lines' leadings."""
        return sum(line.height for line in self.lines)

    @property
    def width(self) -> float:
        """The width of the widest line."""
        return max((line.width for line in self.lines), default=0.0)

    @property
    def text(self) -> str:
        """The text as set."""
        return "".join(line.text for line in self.lines)

    def draw(self, canvas: Canvas, x: float, top: float) -> None:
        """Write the lines onto the current page; `top` is the block's upper edge, in pt from the foot of the page."""
        fonts = EmbeddedFonts.of(canvas)
        # `addLiteral` of ReportLab does the same, with two calls more for each line.
        code: list[str] = canvas._code  # noqa: SLF001
        for line in self.lines:
            pieces = [piece for unit in line.units for piece in unit.pieces]
            written = write_line(pieces, x + self._indent(line), top - line.baseline)
            if written:
                fonts.use([word for _, word in pieces])
                code.append(written)
            top -= line.height

    def split(self, height: float) -> tuple[Setting, Setting] | None:
        """Part the block: the first part at most `height` high, each of two lines or more; None if that cannot be."""
        fitting = sum(1 for end in itertools.accumulate(line.height for line in self.lines) if end <= height + 1e-6)
        count = min(fitting, len(self.lines) - _FEWEST_LINES)
        if count < _FEWEST_LINES:
            return None
        first, rest = self.lines[:count], self.lines[count:]
        return Setting(first, self.measure, self.align), Setting(rest, self.measure, self.align)

    def _indent(self, line: Line) -> float:
        if self.align == "start":
            return 0.0
        room = self.measure - line.width
        return room if self.align == "end" else room / 2


def line_of(units: Sequence[Unit], leading: float, size: float) -> Line:
    """A line at the given leading, or at what its scripts need.

    Capitals of `size` stand in the middle of the given leading, and what a script needs more goes below: so the
    baselines of facing blocks agree.
    """
    width = sum([unit.advance for unit in units]) + units[-1].width - units[-1].advance
    height = max(leading, *[unit.leading for unit in units])
    return Line(tuple(units), width, height, leading / 2 + 0.35 * size)


def fill(units: Iterable[Unit], measure: float) -> list[list[Unit]]:
    """Greedy lines: each takes what fits. A unit wider than the measure gets a line of its own."""
    lines: list[list[Unit]] = []
    line: list[Unit] = []
    used = 0.0
    limit = measure + 1e-6
    for unit in units:
        if line and used + unit.width > limit:
            lines.append(line)
            line, used = [], 0.0
        line.append(unit)
        used += unit.advance
        if unit.ends_line:
            lines.append(line)
            line, used = [], 0.0
    if line:
        lines.append(line)
    return lines
