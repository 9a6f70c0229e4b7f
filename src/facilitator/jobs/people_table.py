"""A list of people as a table, before anybody has said what its columns are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.domain.errors import WrongContent
from facilitator.intake.encodings import decode
from facilitator.intake.recognise import HEAD, SourceForm, SourceKind, kind_of
from facilitator.intake.source_warning import Reason
from facilitator.intake.table import Table

from .progress import Progress
from .source import read_source

if TYPE_CHECKING:
    from facilitator.intake.columns import Columns


@dataclass(frozen=True, slots=True)
class PeopleTable:
    """What a file holds: its columns as far as the headings tell, and the names of all its sheets, the one read first.

    A text file has no sheets, and neither are they told where somebody has named one.
    """

    columns: Columns
    sheets: tuple[str, ...]


def read_people_table(path: Path, sheet: str | None, *, progress: Progress) -> PeopleTable:
    """Read a list for somebody to look at. Raises what reading the file and its table raise, and WrongContent."""
    from facilitator.intake.columns import guess_columns

    source = read_source(str(path), None)
    told = kind_of(source.name, source.data[:HEAD], None)
    if told.kind is not SourceKind.PEOPLE:
        raise WrongContent(
            name=path.name, found="no list of people", advice="Choose a table: .csv, .tsv or an Excel workbook (.xlsx)."
        )
    progress(0, None)
    table = read_table(source.data, told.form, None, sheet)
    named = next((one.parameters["sheets"] for one in table.warnings if one.reason is Reason.OTHER_SHEETS), ())
    sheets = tuple(str(name) for name in named) if isinstance(named, tuple) else ()
    return PeopleTable(guess_columns(table), sheets)


def read_table(data: bytes, form: SourceForm, encoding: str | None, sheet: str | None) -> Table:
    """The rows of a workbook, or of a text with separators."""
    # Each is loaded when it is asked for: a text needs no reader of workbooks.
    if form is SourceForm.XLSX:
        from facilitator.intake.xlsx_table import read_xlsx

        return read_xlsx(data, sheet)
    from facilitator.intake.csv_table import read_csv

    return read_csv(decode(data, encoding))
