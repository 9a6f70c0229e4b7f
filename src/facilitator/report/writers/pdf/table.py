"""Tables as slabs: a head that is said again on each page, rows, theme rows, rows that only the writer can finish."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from facilitator.report.model import GroupRow, Late, LateRow, Row, Run, Runs, Table
from facilitator.report.type import Setting
from facilitator.report.writers.pdf.blocks import SMALL_SYMBOL, symbol
from facilitator.report.writers.pdf.page import UNIT, Frame, snapped
from facilitator.report.writers.pdf.parts import HAIRLINE, HEAVY, THIN, Placed, Rule, Slab
from facilitator.report.writers.pdf.spans import Setter

_CELL_GAP: Final = 7.0
_NUMERIC_GAP: Final = 14.0
_NARROWEST: Final = 12.0
_SYMBOL_GAP: Final = 5.0

# White above and below the text of a row; where people write, a row of one line is 28 high.
_ABOVE: Final = UNIT
_BELOW: Final = UNIT
_ROOM_ABOVE: Final = 2 * UNIT
_ROOM_BELOW: Final = 3 * UNIT

_PLACES_SAID: Final = 3
_CHARACTERS_SAID: Final = 12


@dataclass(frozen=True, slots=True)
class _Cell:
    """A column at its place; `width` is that of the text in it."""

    x: float
    width: float
    numeric: bool


class TableRows:
    """Makes the slabs of one table in a frame. `below_heading` says that a heading's rule stands above it."""

    def __init__(
        self,
        setter: Setter,
        frame: Frame,
        table: Table,
        *,
        continued: str,
        section: tuple[Slab, ...] = (),
        below_heading: bool = False,
    ) -> None:
        self._setter = setter
        self._table = table
        self._continued = continued
        self._section = section
        self._left = frame.left if table.full else frame.text
        self._width = frame.right - self._left
        self._cells = _cells(table, self._left, self._width)
        self._top_rule = 0.0 if below_heading else HEAVY if table.full else THIN

    def slabs(self) -> Iterator[Slab]:
        """Head and rows, one after the other, with what follows them on the next page."""
        headless = self._table.headless or not any(column.title for column in self._table.columns)
        if not self._table.rows:
            return
        head = () if headless else (self._head(self._top_rule),)
        yield from head
        again = (*self._section, *(() if headless else (self._head(0.0 if self._section else HEAVY),)))
        group: tuple[Slab, ...] = ()
        last = len(self._table.rows) - 1
        for place, row in enumerate(self._table.rows):
            weight = THIN if place == last else HAIRLINE
            match row:
                case GroupRow():
                    yield self._group(row, again)
                    group = (self._group(row, (), continued=True),)
                case Row():
                    yield self._row(row.cells, (*again, *group), weight)
                case LateRow():
                    yield self._row(self._finished(row), (*again, *group), weight)

    def _rule(self, y: float, weight: float) -> Placed:
        return Placed(self._left, y, Rule(self._width, weight))

    def _head(self, top_rule: float) -> Slab:
        titles: list[Runs] = [(Run(column.title, bold=True),) if column.title else () for column in self._table.columns]
        settings = self._set(titles)
        tallest = max(setting.height for setting in settings)
        above = _ABOVE if top_rule else 0.0
        parts = [
            Placed(cell.x, above + tallest - setting.height, setting)
            for cell, setting in zip(self._cells, settings, strict=True)
        ]
        height = snapped(above + tallest) + _BELOW
        rules = [self._rule(top_rule / 2, top_rule)] if top_rule else []
        return Slab((*parts, *rules, self._rule(height, THIN)), height, before=UNIT if top_rule else 0.0, tied=True)

    def _row(self, cells: Sequence[Runs], again: tuple[Slab, ...], weight: float) -> Slab:
        self._setter.where = "".join(run.text for run in cells[0]) if cells and cells[0] else self._setter.where
        above, below = (_ROOM_ABOVE, _ROOM_BELOW) if self._table.room else (_ABOVE, _BELOW)
        settings = self._set([*cells, *[()] * len(self._cells)][: len(self._cells)])
        parts = [Placed(cell.x, above, setting) for cell, setting in zip(self._cells, settings, strict=True)]
        tallest = max((setting.height for setting in settings), default=0.0)
        height = snapped(above + max(tallest, 3 * UNIT)) + below
        return Slab((*parts, self._rule(height, weight)), height, again=again, closing=self._rule(0.0, THIN))

    def _set(self, texts: Sequence[Runs]) -> list[Setting]:
        return [
            self._setter.small(runs, cell.width, numeric=cell.numeric)
            for cell, runs in zip(self._cells, texts, strict=True)
        ]

    def _group(self, row: GroupRow, again: tuple[Slab, ...], *, continued: bool = False) -> Slab:
        indent = SMALL_SYMBOL + _SYMBOL_GAP if row.mark else 0.0
        runs: Runs = (Run(row.text, bold=True),)
        if continued:
            before, _, after = self._continued.partition("{text}")
            runs = (Run(before), *runs, Run(after))
        self._setter.where = row.text
        text = self._setter.small(runs, self._width - indent)
        parts = [Placed(self._left + indent, 2 * UNIT, text)]
        if row.mark and text.lines:
            parts.append(symbol(row.mark, self._left, 2 * UNIT + text.lines[0].baseline))
        height = 2 * UNIT + snapped(text.height) + UNIT
        return Slab((*parts, self._rule(height, THIN)), height, tied=True, again=again)

    def _finished(self, row: LateRow) -> tuple[Runs, Runs]:
        said = row.said
        if row.late is Late.CHARACTERS and self._setter.missing:
            said = row.otherwise.format(characters=_listed(self._setter.missing))
        return (Run(row.label),), (Run(said),)


def _cells(table: Table, left: float, width: float) -> list[_Cell]:
    whole = sum(column.share for column in table.columns) or 1.0
    cells: list[_Cell] = []
    x = left
    for column in table.columns:
        taken = column.share / whole * width
        gap = _NUMERIC_GAP if column.numeric else _CELL_GAP
        cells.append(_Cell(x, max(taken - gap, _NARROWEST), column.numeric))
        x += taken
    return cells


def _listed(missing: Mapping[str, Sequence[str]]) -> str:
    """U+1F9FF (S5.14), with an ellipsis where there are more."""
    items = [_one_listed(character, places) for character, places in list(missing.items())[:_CHARACTERS_SAID]]
    return ", ".join(items) + (", …" if len(missing) > _CHARACTERS_SAID else "")


def _one_listed(character: str, places: Sequence[str]) -> str:
    codes = " ".join(f"U+{ord(each):04X}" for each in character)
    named = [place for place in places if place][:_PLACES_SAID]
    more = ", …" if len(places) > _PLACES_SAID else ""
    return f"{codes} ({', '.join(named)}{more})" if named else codes
