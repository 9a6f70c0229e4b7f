"""Tables in Excel workbooks: checked and surveyed first, then read by openpyxl as the values last calculated."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO, StringIO
from itertools import islice
from xml.etree.ElementTree import ParseError
from zipfile import ZipFile

from openpyxl.reader.excel import ExcelReader
from openpyxl.utils.escape import unescape
from openpyxl.utils.exceptions import InvalidFileException

from facilitator.domain.errors import EmptyTable, NoSheet, SheetNotThere, WorkbookUnreadable
from facilitator.intake.archive import BROKEN_ARCHIVE, open_checked
from facilitator.intake.cell_text import text_of
from facilitator.intake.sheet_survey import FORMULAS_KEPT, MERGED_KEPT, SheetSurvey, survey_sheet
from facilitator.intake.source_warning import Reason, SourceWarning
from facilitator.intake.table import Row, Table, build_table, cell_name, too_many_columns, too_many_rows
from facilitator.text import clean_lines

# openpyxl has no error of its own for parts that are well-formed and yet no workbook: it stumbles over them.
_STUMBLES = (*BROKEN_ARCHIVE, ParseError, InvalidFileException, TypeError, AttributeError, AssertionError)

_VISIBLE = "visible"
_ERROR = "e"


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A worksheet by its name, with the path of its part in the archive."""

    title: str
    path: str
    visible: bool


def read_xlsx(data: bytes, sheet: str | None = None) -> Table:
    """The table on the sheet of that name, else on the first visible one that has content.

    Raises TooLarge, WorkbookUnreadable, NoSheet, SheetNotThere, TooMuchTable and EmptyTable.
    """
    archive = open_checked(data)
    try:
        # What openpyxl warns of (styles, print headers, validations) means nothing to a list of people.
        # It even prints about styles, and standard output belongs to the command line.
        with warnings.catch_warnings(), redirect_stdout(StringIO()):
            warnings.simplefilter("ignore")
            return _read_checked(data, archive, sheet)
    except _STUMBLES as error:
        raise WorkbookUnreadable(reason="its parts do not fit together") from error


def _read_checked(data: bytes, archive: ZipFile, wanted: str | None) -> Table:
    reader = ExcelReader(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    reader.read()
    chosen, survey, noted = _choose(_sheets(reader), archive, wanted)
    _refuse_too_much(survey)
    rows = list(_rows(reader, chosen, survey, noted))
    noted += [*_formula_warnings(survey, rows), *_merged_warnings(survey, rows)]
    return build_table(rows, sorted(noted, key=lambda warning: warning.line))


def _sheets(reader: ExcelReader) -> list[_Sheet]:
    # Sheets of charts are listed among the others and hold no cells.
    readable = {sheet.title for sheet in reader.wb.worksheets}
    found = [
        _Sheet(sheet.name, relation.target, sheet.state == _VISIBLE)
        for sheet, relation in reader.parser.find_sheets()
        if sheet.name in readable
    ]
    if not found:
        raise NoSheet
    return found


def _choose(
    sheets: list[_Sheet], archive: ZipFile, wanted: str | None
) -> tuple[_Sheet, SheetSurvey, list[SourceWarning]]:
    """The sheet to read with its survey, and a warning that names other sheets with content when nobody chose."""
    if wanted is not None:
        chosen = _named(sheets, wanted)
        return chosen, survey_sheet(archive, chosen.path), []
    surveys = [(sheet, survey_sheet(archive, sheet.path)) for sheet in sheets if sheet.visible]
    filled = [(sheet, survey) for sheet, survey in surveys if survey.rows]
    if not filled:
        raise EmptyTable
    (chosen, survey), *others = filled
    if not others:
        return chosen, survey, []
    names = ", ".join(other.title for other, _ in others)
    # Far down, so that it stays when the rows above the heading are left out.
    titles = tuple(sheet.title for sheet, _ in filled)
    parameters: dict[str, object] = {"sheet": chosen.title, "others": names, "sheets": titles}
    return chosen, survey, [SourceWarning(survey.last_row, chosen.title, Reason.OTHER_SHEETS, parameters)]


def _named(sheets: list[_Sheet], wanted: str) -> _Sheet:
    # Excel itself takes two names that differ by case alone for one.
    for same in (str, str.casefold):
        for sheet in sheets:
            if same(sheet.title) == same(wanted):
                return sheet
    raise SheetNotThere(name=wanted, sheets=", ".join(sheet.title for sheet in sheets))


def _refuse_too_much(survey: SheetSurvey) -> None:
    if not survey.rows:
        # Asked for no rows at all, openpyxl would believe the declared size.
        raise EmptyTable
    if survey.first_beyond:
        raise too_many_rows(survey.rows, survey.first_beyond)
    if survey.first_wide:
        raise too_many_columns(survey.last_column, survey.first_wide)


def _rows(reader: ExcelReader, chosen: _Sheet, survey: SheetSurvey, noted: list[SourceWarning]) -> Iterator[Row]:
    """The rows with content up to the last; declared sizes play no part. Error values are noted."""
    sheet = next(sheet for sheet in reader.wb.worksheets if sheet.title == chosen.title)
    cells_by_row = sheet.iter_rows(min_row=1, max_row=survey.last_row, max_col=survey.last_column)
    # Not asked for one row more: openpyxl would read on to the end and make an object of each merged range there.
    for number, cells in enumerate(islice(cells_by_row, survey.last_row), start=1):
        texts = tuple(_clean(cell.value) for cell in cells)
        if any(texts):
            noted += [
                _about(number, column, texts[column - 1], Reason.ERROR_VALUE, value=texts[column - 1])
                for column, cell in enumerate(cells, start=1)
                if cell.data_type == _ERROR and texts[column - 1]
            ]
            yield Row(number, texts)


def _clean(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        # Excel writes a carriage return inside a cell as _x000D_.
        return clean_lines(unescape(value)).strip()
    # Durations are the one kind that has no form of its own here.
    known = value if isinstance(value, bool | int | float | date | datetime | time) or value is None else str(value)
    return clean_lines(text_of(known)).strip()


def _about(row: int, column: int, text: str, reason: Reason, **parameters: object) -> SourceWarning:
    return SourceWarning(row, text, reason, {"cell": cell_name(column, row), **parameters})


def _formula_warnings(survey: SheetSurvey, rows: list[Row]) -> Iterator[SourceWarning]:
    cells = {row.number: row.cells for row in rows}
    for row, column in survey.formulas[:FORMULAS_KEPT]:
        text = cells[row][column - 1] if row in cells else ""
        yield _about(row, column, text, Reason.FORMULA if text else Reason.FORMULA_EMPTY)
    if survey.formula_count > FORMULAS_KEPT:
        row, column = survey.formulas[FORMULAS_KEPT]
        yield _about(row, column, "", Reason.MORE_FORMULAS, count=f"{survey.formula_count - FORMULAS_KEPT:,}")


def _merged_warnings(survey: SheetSurvey, rows: list[Row]) -> Iterator[SourceWarning]:
    texts = {row.number: next(filter(None, row.cells)) for row in rows}
    for row, reference in survey.merged[:MERGED_KEPT]:
        if row in texts:
            yield SourceWarning(row, texts[row], Reason.MERGED, {"cell": reference})
    if survey.merged_count > MERGED_KEPT:
        row, reference = survey.merged[MERGED_KEPT]
        parameters: dict[str, object] = {"cell": reference, "count": f"{survey.merged_count - MERGED_KEPT:,}"}
        yield SourceWarning(row, texts.get(row, ""), Reason.MORE_MERGED, parameters)
