"""Which column of a list of people holds what, told by the headings in use and by what a person maps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from facilitator.domain.errors import ColumnNotThere, NoNameColumn, UnknownField
from facilitator.intake.table import Row, Table, cell_name


class Field(StrEnum):
    """What can be read about a person: the words of `--map`."""

    NAME = "name"
    CODE = "code"
    ORGANISATION = "organisation"
    SECTOR = "sector"
    COUNTRY = "country"
    ROLE = "role"
    EMAIL = "email"
    LANGUAGE = "language"


# Under each field the headings in use, the surest first: where two columns fit, the surer one is read.
_HEADINGS: dict[Field, str] = {
    Field.NAME: """
        full name|name in full|participant name|participant s name|name of participant|name of the participant
        |names of participants|name of participants|complete name|fullname|name and surname|name surname
        |first and last name|first name and last name|name as in passport|display name|name|names
        |participant|participants|person|attendee|delegate|speaker
    """,
    Field.CODE: """
        code|short code|participant code|initials|initial|short name|abbreviation|badge code|participant id|id
    """,
    Field.ORGANISATION: """
        organisation|organization|organisations|organizations|organisation name|organization name
        |name of organisation|name of organization|name of the organization|name of the organisation|institution
        |institutions|name of institution|affiliation|institutional affiliation|agency|entity|ministry|company|employer
        |org|office|department
    """,
    Field.SECTOR: """
        sector|stakeholder group|stakeholder type|stakeholder|stakeholder category|constituency|type of organisation
        |type of organization|organisation type|organization type|category|participant type|type of participant
        |affiliation type|group|type
    """,
    Field.COUNTRY: """
        country|country name|country of residence|country of representation|represented country|member state
        |country territory|country or territory|country of origin|nationality|territory
    """,
    Field.ROLE: """
        role|position|job title|jobtitle|function|designation|professional title|position title|title position
        |title and position|functional title|occupation|rank|post|job|title
    """,
    Field.EMAIL: "email|e mail|email address|e mail address|mail|email id|contact email|emails",
    Field.LANGUAGE: """
        preferred language|language preference|language of preference|working language|language|languages
        |language s|spoken language
    """,
}
_GIVEN = "first name|given name|given names|first names|firstname|forename|forenames|given name s"
_MIDDLE = "middle name|middle names|middlename|middle initial"
_FAMILY = "last name|surname|family name|lastname|family names|surnames|last names|family name s"
# Beside a column of family names these mean the given name.
_BARE_NAMES = frozenset({"name", "names"})
# Columns that number the rows tell nothing about a person.
_COUNTERS = frozenset({"", "no", "nr", "s n", "sn", "s no", "sr no", "sl no", "number", "serial no", "serial number"})

# Lists begin with a title, an emblem, a date; nobody puts more than this above the headings.
_ROWS_SEARCHED = 20
_TELLING = 3

_NOT_WORDS = re.compile(r"[\W_]+")
_IN_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_ALTERNATIVES = re.compile(r"[/|\n]| - | – ")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where in the rows of `table` each field stands; a name may be joined from several columns. Indices from 0."""

    table: Table
    names: tuple[int, ...]
    fields: Mapping[Field, int]

    def unread(self) -> tuple[str, ...]:
        """The headings of columns with content that no field takes."""
        read = {*self.names, *self.fields.values()}
        return tuple(
            heading or cell_name(index + 1, self.table.header_number)
            for index, heading in enumerate(self.table.header)
            if index not in read
            and plain(heading) not in _COUNTERS - {""}
            and any(row.cells[index] for row in self.table.rows)
        )


def plain(text: str) -> str:
    """A heading or word without case and signs: `E-mail:` is `e mail`."""
    return _NOT_WORDS.sub(" ", text.casefold()).strip()


def find_columns(table: Table, mapping: Mapping[str, str]) -> Columns:
    """The columns, with the row of headings found among the first rows with content; `mapping` is field to heading.

    Raises UnknownField, ColumnNotThere, and NoNameColumn, which shows the columns.
    """
    wanted = {_field(name): heading for name, heading in mapping.items()}
    columns = _columns(table, wanted)
    if not columns.names:
        header = Row(columns.table.header_number, columns.table.header)
        raise NoNameColumn(columns=_shown(header), example=next(filter(None, header.cells)))
    return columns


def guess_columns(table: Table) -> Columns:
    """What the headings tell, for somebody who looks at it and says the rest: perhaps no column with names."""
    return _columns(table, {})


def _columns(table: Table, wanted: Mapping[Field, str]) -> Columns:
    candidates = [row for row, _ in zip(table.all_rows(), range(_ROWS_SEARCHED), strict=False)]
    header = max(candidates, key=lambda row: _score(row, wanted))
    headed = table.headed_by(header)
    fields = _recognised(header.cells)
    fields.update({field: _mapped(header, field, heading) for field, heading in wanted.items()})
    names = _name_columns(header.cells, fields, is_mapped=Field.NAME in wanted)
    others = _without_taken({field: index for field, index in fields.items() if field is not Field.NAME}, wanted)
    return Columns(headed, names, {field: index for field, index in others.items() if index not in names})


def _field(name: str) -> Field:
    for field in Field:
        if field == name.strip().casefold():
            return field
    raise UnknownField(field=name, fields=" ".join(Field))


def _score(row: Row, wanted: Mapping[Field, str]) -> tuple[int, int]:
    """How much a row looks like headings: columns that were mapped first, then those that are recognised."""
    mapped = sum(1 for heading in wanted.values() if plain(heading) in map(plain, row.cells))
    parts = sum(1 for headings in (_GIVEN, _FAMILY) if _first(row.cells, headings) is not None)
    # A few are enough: a row of data further down may hold more words that are headings elsewhere.
    return mapped, min(_TELLING, len(_recognised(row.cells)) + parts)


def _recognised(cells: tuple[str, ...]) -> dict[Field, int]:
    found = {field: _first(cells, headings) for field, headings in _HEADINGS.items()}
    return {field: index for field, index in found.items() if index is not None}


def _first(cells: tuple[str, ...], headings: str) -> int | None:
    """The column of the surest of the headings."""
    readings = [set(_readings(cell)) for cell in cells]
    for heading in headings.split("|"):
        for index, reading in enumerate(readings):
            if heading.strip() in reading:
                return index
    return None


def _readings(cell: str) -> Iterator[str]:
    """A heading as it stands, without what is in brackets, and each of its alternatives (`Name / ชื่อ`)."""
    yield plain(cell)
    bare = _IN_BRACKETS.sub(" ", cell)
    yield plain(bare)
    yield from map(plain, _ALTERNATIVES.split(bare))


def _mapped(header: Row, field: Field, heading: str) -> int:
    # As typed first: two headings may differ by nothing but signs.
    for same in (str.strip, plain):
        for index, cell in enumerate(header.cells):
            if cell and same(cell) == same(heading):
                return index
    raise ColumnNotThere(column=heading, field=field, columns=_shown(header))


def _name_columns(cells: tuple[str, ...], fields: Mapping[Field, int], *, is_mapped: bool) -> tuple[int, ...]:
    """The full name, else given, middle and family name in this order."""
    # "Name, Surname" is how many lists say given and family name; with a given name beside it Name is the whole.
    full = fields.get(Field.NAME)
    given, middle, family = (_first(cells, headings) for headings in (_GIVEN, _MIDDLE, _FAMILY))
    if (
        full is not None
        and not is_mapped
        and given is None
        and family is not None
        and plain(cells[full]) in _BARE_NAMES
    ):
        return (full, *(index for index in (middle, family) if index is not None))
    if full is not None:
        return (full,)
    return tuple(index for index in (given, middle, family) if index is not None)


def _without_taken(fields: Mapping[Field, int], wanted: Mapping[Field, str]) -> dict[Field, int]:
    """A column that a person mapped to one field is not read for another as well, unless they said so."""
    taken = {fields[field] for field in wanted if field in fields}
    return {field: index for field, index in fields.items() if field in wanted or index not in taken}


def _shown(header: Row) -> str:
    return ", ".join(" ".join(cell.split()) for cell in header.cells if cell)
