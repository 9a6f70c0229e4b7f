"""A list of participants as records, each with its row, and a warning wherever a row is not taken as it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass, replace

from facilitator.domain.kinds import Sector
from facilitator.intake.columns import Columns, Field, find_columns
from facilitator.intake.sectors import sector_of
from facilitator.intake.source_warning import Reason, SourceWarning
from facilitator.intake.table import Row, Table, cell_name
from facilitator.text import identity


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """One participant as the list has them; `row` is the number that the person sees. What is not told is empty."""

    row: int
    name: str
    code: str = ""
    organisation: str = ""
    sector: Sector | None = None
    country: str = ""
    role: str = ""
    email: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class People:
    """The records of a list, in its order, and what was not taken as it stands."""

    records: tuple[PersonRecord, ...]
    warnings: tuple[SourceWarning, ...]


def read_people(table: Table, mapping: Mapping[str, str] | None = None) -> People:
    """The people in a table; `mapping` says for fields which heading is theirs, where that is not plain.

    Raises UnknownField, ColumnNotThere and NoNameColumn.
    """
    return read_columns(find_columns(table, mapping or {}))


def read_columns(columns: Columns) -> People:
    """The people in a table of which it is said what its columns are."""
    warnings = [*columns.table.warnings, *_unread(columns)]
    seen = _Seen()
    records: list[PersonRecord] = []
    for row in columns.table.rows:
        record, about = _read_row(row, columns)
        warnings += about
        if record is not None:
            kept, about = seen.compare(record, row, columns)
            warnings += about
            records += [kept] if kept is not None else []
    return People(tuple(records), tuple(sorted(warnings, key=lambda warning: warning.line)))


def _unread(columns: Columns) -> Iterator[SourceWarning]:
    unread = columns.unread()
    if unread:
        names = ", ".join(" ".join(heading.split()) for heading in unread)
        yield SourceWarning(columns.table.header_number, names, Reason.COLUMNS_UNREAD, {"columns": names})


def _read_row(row: Row, columns: Columns) -> tuple[PersonRecord | None, list[SourceWarning]]:
    name = " ".join(word for index in columns.names for word in row.cells[index].split())
    if not name:
        return None, [SourceWarning(row.number, _words(row), Reason.NO_NAME)]
    texts = {field: _one_line(row.cells[index]) for field, index in columns.fields.items()}
    sector, warnings = _read_sector(texts.get(Field.SECTOR, ""), row, columns)
    record = PersonRecord(
        row=row.number,
        name=name,
        code=texts.get(Field.CODE, ""),
        organisation=texts.get(Field.ORGANISATION, ""),
        sector=sector,
        country=texts.get(Field.COUNTRY, ""),
        role=texts.get(Field.ROLE, ""),
        email=texts.get(Field.EMAIL, ""),
        language=texts.get(Field.LANGUAGE, ""),
    )
    return record, warnings


def _read_sector(text: str, row: Row, columns: Columns) -> tuple[Sector | None, list[SourceWarning]]:
    if not text:
        return None, []
    sector = sector_of(text)
    if sector is not None:
        return sector, []
    where = cell_name(columns.fields[Field.SECTOR] + 1, row.number)
    return Sector.OTHER, [SourceWarning(row.number, text, Reason.SECTOR_UNKNOWN, {"cell": where, "value": text})]


class _Seen:
    """What earlier rows said, so that a person who stands in the list twice is noticed."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, ...], int] = {}
        self._names: dict[str, int] = {}
        self._codes: dict[str, int] = {}

    def compare(
        self, record: PersonRecord, row: Row, columns: Columns
    ) -> tuple[PersonRecord | None, list[SourceWarning]]:
        """The record as it can be kept (None when an earlier row says the same), and what to point out."""
        # By identity, since lists are typed by many hands: case and the form of accents vary, people do not.
        same = self._rows.setdefault(tuple(identity(str(value or "")) for value in astuple(record)[1:]), record.row)
        if same != record.row:
            return None, [SourceWarning(record.row, _words(row), Reason.SAME_ROW, {"first": same})]
        warnings = []
        named = self._names.setdefault(identity(record.name), record.row)
        if named != record.row:
            warnings.append(SourceWarning(record.row, record.name, Reason.SAME_NAME, {"first": named}))
        # A code is what the capture line types for one speaker, so two people cannot share it.
        coded = self._codes.setdefault(identity(record.code), record.row) if record.code else record.row
        if coded == record.row:
            return record, warnings
        where = cell_name(columns.fields[Field.CODE] + 1, record.row)
        parameters = {"cell": where, "value": record.code, "first": coded}
        return replace(record, code=""), [
            *warnings,
            SourceWarning(record.row, record.code, Reason.SAME_CODE, parameters),
        ]


def _one_line(text: str) -> str:
    """Line ends inside a cell become spaces; other white space stays as typed."""
    return " ".join(filter(None, map(str.strip, text.splitlines())))


def _words(row: Row) -> str:
    return ", ".join(_one_line(cell) for cell in row.cells if cell)
