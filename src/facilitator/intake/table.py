"""A table from outside: a heading and rows of texts, each with the number that the person sees beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from facilitator.domain.errors import EmptyTable, TooMuchTable
from facilitator.intake.source_warning import SourceWarning

ROW_LIMIT = 5_000
"""How many rows with content a table may have."""
COLUMN_LIMIT = 50
"""In how many columns a table may have content."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `number` is that of the sheet, or the line of the text file on which the row begins."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A heading and the rows below it that have content, all of one width; texts are cleaned and trimmed."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    warnings: tuple[SourceWarning, ...] = ()
    header_number: int = 1

    def headed_by(self, row: Row) -> Table:
        """The same table with one of its rows as the heading; what stands above is a title and no longer counts."""
        rows = tuple(below for below in self.rows if below.number > row.number)
        warnings = tuple(warning for warning in self.warnings if warning.line >= row.number)
        return replace(self, header=row.cells, rows=rows, warnings=warnings, header_number=row.number)

    def all_rows(self) -> Iterator[Row]:
        """The heading as a row, then the others."""
        yield Row(self.header_number, self.header)
        yield from self.rows


def build_table(rows: list[Row], warnings: list[SourceWarning]) -> Table:
    """A table of the rows that have content; the first is the heading.

    Raises EmptyTable. The limits are the readers' to keep, before they hold more than that.
    """
    filled = [row for row in rows if any(row.cells)]
    if not filled:
        raise EmptyTable
    # Programs leave empty columns behind, where once there was something.
    width = max(index + 1 for row in filled for index, text in enumerate(row.cells) if text)
    even = [Row(row.number, (*row.cells[:width], *([""] * (width - len(row.cells))))) for row in filled]
    return Table(even[0].cells, tuple(even[1:]), tuple(warnings), even[0].number)


def cell_name(column: int, row: int) -> str:
    """The name that a spreadsheet gives to a cell; `column` counts from 1."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def too_many_rows(count: int, first: str) -> TooMuchTable:
    """The refusal of a table with `count` rows; `first` is the first cell beyond."""
    return TooMuchTable(count=f"{count:,}", what="rows with content", limit=f"{ROW_LIMIT:,}", cell=first)


def too_many_columns(count: int, first: str) -> TooMuchTable:
    """The refusal of a table with content in `count` columns; `first` is the first cell beyond."""
    return TooMuchTable(count=f"{count:,}", what="columns", limit=COLUMN_LIMIT, cell=first)
