"""What a worksheet holds, found by streaming over it once: where content ends, formulas, merged cells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from zipfile import ZipFile

from facilitator.domain.errors import WorkbookUnreadable
from facilitator.intake.archive import parse_part
from facilitator.intake.table import COLUMN_LIMIT, ROW_LIMIT, cell_name

FORMULAS_KEPT = 100
"""How many formula cells are named one by one."""

MERGED_KEPT = 100
"""How many merged ranges are named one by one: a small archive can hold millions."""

# Excel's own limits: a file that goes beyond was not written by it.
_LAST_ROW = 1_048_576
_LAST_COLUMN = 16_384
_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})", re.ASCII)
_RANGE = re.compile(r"[A-Z]{1,3}([1-9][0-9]{0,6})(?::[A-Z]{1,3}[1-9][0-9]{0,6})?", re.ASCII)


@dataclass(slots=True)
class SheetSurvey:
    """What was met in a sheet; rows and columns count from 1, and only those with content count."""

    rows: int = 0
    last_row: int = 0
    last_column: int = 0
    first_beyond: str = ""
    first_wide: str = ""
    formulas: list[tuple[int, int]] = field(default_factory=list)
    formula_count: int = 0
    merged: list[tuple[int, str]] = field(default_factory=list)
    merged_count: int = 0


class _Surveyor:
    """The target of the XML parser: notes places and keeps no text."""

    def __init__(self) -> None:
        self.survey = SheetSurvey()
        self._row = 0
        self._column = 0
        self._row_counted = False
        self._in_cell = False
        self._in_value = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        local = tag.rpartition("}")[2]
        if local == "row":
            self._start_row(attributes.get("r"))
        elif local == "c":
            self._start_cell(attributes.get("r"))
            self._in_cell = True
        elif local == "f" and self._in_cell:
            self._meet_formula()
        elif local in {"v", "t"}:
            self._in_value = self._in_cell
        elif local == "mergeCell":
            self._meet_merged(attributes.get("ref", ""))

    def data(self, text: str) -> None:
        """Text between tags."""
        # Text comes in pieces: a cell may be met several times, which changes nothing.
        if self._in_value and not text.isspace():
            self._meet_content()

    def end(self, tag: str) -> None:
        """An element ends."""
        local = tag.rpartition("}")[2]
        # Rules for whole ranges, below the cells, hold formulas too.
        if local == "c":
            self._in_cell = False
        elif local in {"v", "t"}:
            self._in_value = False

    def _start_row(self, number: str | None) -> None:
        following = (
            int(number) if number and number.isascii() and number.isdigit() and len(number) < 8 else self._row + 1
        )
        # A row told twice, or backwards, would be lost in silence later on.
        if (number and str(following) != number) or not self._row < following <= _LAST_ROW:
            raise ValueError(number)
        self._row, self._column, self._row_counted = following, 0, False

    def _start_cell(self, reference: str | None) -> None:
        # Both numbers may be left out and then mean the next one.
        if reference is None:
            self._column += 1
            return
        match = _CELL.fullmatch(reference)
        if match is None or int(match[2]) != self._row:
            raise ValueError(reference)
        column = column_number(match[1])
        if not self._column < column <= _LAST_COLUMN:
            raise ValueError(reference)
        self._column = column

    def _meet_formula(self) -> None:
        self._meet_content()
        self.survey.formula_count += 1
        if self.survey.formula_count <= FORMULAS_KEPT + 1:
            self.survey.formulas.append((self._row, self._column))

    def _meet_merged(self, reference: str) -> None:
        match = _RANGE.fullmatch(reference)
        if match is None:
            raise ValueError(reference)
        self.survey.merged_count += 1
        if self.survey.merged_count <= MERGED_KEPT + 1:
            self.survey.merged.append((int(match[1]), reference))

    def _meet_content(self) -> None:
        survey = self.survey
        survey.last_row = self._row
        survey.last_column = max(survey.last_column, self._column)
        if self._column > COLUMN_LIMIT:
            survey.first_wide = survey.first_wide or cell_name(self._column, self._row)
        if not self._row_counted:
            self._row_counted = True
            survey.rows += 1
            if survey.rows == ROW_LIMIT + 1:
                survey.first_beyond = cell_name(self._column, self._row)


def survey_sheet(archive: ZipFile, path: str) -> SheetSurvey:
    """What the sheet at `path` in the archive holds. Raises WorkbookUnreadable when it breaks the rules of a sheet."""
    surveyor = _Surveyor()
    if path not in archive.namelist():
        raise WorkbookUnreadable(reason=f"{path} is missing in it")
    parse_part(archive, path, surveyor)
    return surveyor.survey


def column_number(letters: str) -> int:
    """The number, from 1, of the column that a spreadsheet calls by these letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
