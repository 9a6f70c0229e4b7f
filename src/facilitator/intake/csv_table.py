"""Tables in plain text: parted by commas, semicolons or tabs, with quoted fields that may hold line ends."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

from facilitator.domain.errors import CellTooLong, QuoteNotClosed
from facilitator.intake.table import (
    COLUMN_LIMIT,
    ROW_LIMIT,
    Row,
    Table,
    build_table,
    cell_name,
    too_many_columns,
    too_many_rows,
)
from facilitator.text import clean_lines

# In the order of how seldom they stand in a text by chance.
_DELIMITERS = ("\t", ";", ",")
_SAMPLE_ROWS = 50
_ANNOUNCED = "sep="


class _Lines:
    """The lines of a text, which remembers that a reader has asked for one beyond the last."""

    def __init__(self, text: str) -> None:
        self._lines = io.StringIO(text, newline="")
        self.ended = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._lines.readline()
        if not line:
            self.ended = True
            raise StopIteration
        return line


def read_csv(text: str) -> Table:
    """The table that a decoded CSV file holds; which sign parts its fields is found out.

    Raises EmptyTable, TooMuchTable, CellTooLong and QuoteNotClosed, each with the place.
    """
    body, delimiter, first_line = _announced(text)
    delimiter = delimiter or _likely_delimiter(body)
    rows: list[Row] = []
    count, beyond = 0, ""
    for number, cells in _records(body, delimiter, first_line):
        cleaned = tuple(clean_lines(cell).strip() for cell in cells[:COLUMN_LIMIT])
        _refuse_wide(cells, number)
        if not any(cleaned):
            continue
        # Beyond the limit rows are still counted, so that a person knows by how much to divide.
        count += 1
        if count <= ROW_LIMIT:
            rows.append(Row(number, cleaned))
        else:
            beyond = beyond or cell_name(1, number)
    if beyond:
        raise too_many_rows(count, beyond)
    return build_table(rows, [])


def _announced(text: str) -> tuple[str, str, int]:
    """Excel's own first line `sep=;` names the sign; the rest of the text begins in line 2."""
    # Programs that write this line mean it; others never begin a table so.
    first, end, _ = text[:8].partition("\n")
    sign = first.rstrip("\r").removeprefix(_ANNOUNCED)
    if end and first.startswith(_ANNOUNCED) and sign in _DELIMITERS:
        return text[len(first) + 1 :], sign, 2
    return text, "", 1


def _refuse_wide(cells: list[str], number: int) -> None:
    beyond = [index for index in range(COLUMN_LIMIT, len(cells)) if cells[index].strip()]
    if beyond:
        raise too_many_columns(beyond[-1] + 1, cell_name(beyond[0] + 1, number))


def _records(text: str, delimiter: str, first_line: int = 1) -> Iterator[tuple[int, list[str]]]:
    """The records, each with the line on which it begins."""
    lines = _Lines(text)
    reader = csv.reader(lines, delimiter=delimiter)
    while True:
        # Asked before the record is read: a quoted field may end many lines further down.
        number = reader.line_num + first_line
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise CellTooLong(line=number, limit=f"{csv.field_size_limit():,}") from error
        # A record ends with its line; one that made the reader ask for more ended inside quotation marks.
        if lines.ended:
            raise QuoteNotClosed(line=number)
        yield number, cells


def _likely_delimiter(text: str) -> str:
    return max(_DELIMITERS, key=lambda delimiter: _agreement(text, delimiter))


def _agreement(text: str, delimiter: str) -> float:
    """The share of the first records that have the commonest width above one."""
    widths: list[int] = []
    # A record that cannot be read is a matter for the reading itself: what came before it tells enough.
    with suppress(CellTooLong, QuoteNotClosed):
        widths.extend(len(cells) for _, cells in islice(_records(text, delimiter), _SAMPLE_ROWS) if cells)
    # A share and not a count: the wrong sign can cut quoted fields into many more records.
    common = Counter(width for width in widths if width > 1).most_common(1)
    return common[0][1] / len(widths) if common else 0.0
