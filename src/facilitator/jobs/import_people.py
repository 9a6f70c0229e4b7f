"""Import of a list of people: who is new comes in, who is there learns what was not known; nothing is overwritten."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from facilitator.domain.nouns import Key, Participant
from facilitator.intake.columns import Columns, Field
from facilitator.intake.people import PersonRecord, read_columns
from facilitator.intake.recognise import SourceKind
from facilitator.intake.source_warning import Reason
from facilitator.store.edits import Edits
from facilitator.store.nouns.people import PersonFields
from facilitator.store.reads import Reads
from facilitator.text import identity

from .imported import Imported, Pointed
from .progress import OFTEN, Progress

# What can be told of a person besides the name: the words of the list and of the workshop are the same.
FIELDS = ("code", "role", "organisation", "sector", "country", "email", "language")
LEFT_OUT = frozenset({Reason.NO_NAME, Reason.SAME_ROW})


class PeopleImport:
    """A table, ready to be brought into a workshop, with what its columns are."""

    kind = SourceKind.PEOPLE
    label = "Import people"

    def __init__(self, columns: Columns, title: str, progress: Progress) -> None:
        self.title = title
        self._columns = columns
        self._people = read_columns(columns)
        self._progress = progress

    def bring(self, edits: Edits, path: Path, *, new: bool) -> Imported:
        """Bring everybody in; a file that was there is treated like a new one (`new`): nothing in it is overwritten."""
        records, said = self._people.records, self._people.warnings
        desk = _Desk(edits, Reads(edits.edit.connection).participants())
        for place, record in enumerate(records):
            if place % OFTEN == 0:
                self._progress(place, len(records))
            desk.take(record)
        pointed = [Pointed(one.line, one.text, one.why) for one in said if one.reason is not Reason.COLUMNS_UNREAD]
        return Imported(
            path,
            self.kind,
            lines=len(records) + sum(one.reason in LEFT_OUT for one in said),
            people=desk.added,
            added=desk.added,
            kept=len(records) - desk.added,
            warnings=tuple(sorted([*pointed, *desk.warnings], key=lambda one: one.line)),
            columns=_shown(self._columns),
            unread=next((one.why for one in said if one.reason is Reason.COLUMNS_UNREAD), ""),
        )


def _shown(columns: Columns) -> dict[str, str]:
    """Which heading is read as what; a name that stands in several columns is shown with all of them."""
    headings = [" ".join(heading.split()) for heading in columns.table.header]
    shown = {Field.NAME.value: " + ".join(headings[index] for index in columns.names)}
    return shown | {field.value: headings[index] for field, index in columns.fields.items()}


@dataclass(frozen=True, slots=True)
class _Telling:
    """What a record tells of somebody who is there: what was not known, and what is known otherwise."""

    learnt: PersonFields
    otherwise: tuple[str, ...]


class _Desk:
    """Registration: finds each record among those who were there before, at most one for each."""

    def __init__(self, edits: Edits, there: Iterable[Participant]) -> None:
        self._edits = edits
        self._by_code: dict[str, list[Participant]] = {}
        self._by_name: dict[str, list[Participant]] = {}
        self._taken: set[Key] = set()
        for one in there:
            # to a list a code that we made is none
            person = replace(one, code=one.given_code)
            self._by_name.setdefault(identity(person.name), []).append(person)
            if person.code:
                self._by_code.setdefault(identity(person.code), []).append(person)
        self.added = 0
        self.warnings: list[Pointed] = []

    def take(self, record: PersonRecord) -> None:
        """Add the person, or fill in what was not known of them."""
        person = self._find(record)
        record = self._without_taken_code(record, person)
        if person is None:
            self._edits.people.add(record.name, **_fields(record, FIELDS))
            self.added += 1
            return
        self._taken.add(person.id)
        self._tell(person, record)

    def _without_taken_code(self, record: PersonRecord, person: Participant | None) -> PersonRecord:
        """A code means one person: the one who had it before."""
        holders = self._by_code.get(identity(record.code), [])
        if not holders or person in holders:
            return record
        why = f"The code {record.code} belongs to {holders[0].name}; this person was given another one."
        self.warnings.append(Pointed(record.row, record.name, why))
        return replace(record, code="")

    def _tell(self, person: Participant, record: PersonRecord) -> None:
        telling = _compare(person, record)
        if telling.learnt:
            self._edits.people.change(person.id, **telling.learnt)
        if identity(person.name) != identity(record.name) and _only_typed(person):
            self._edits.people.rename(person.id, record.name)
        elif identity(person.name) != identity(record.name):
            telling = _Telling(telling.learnt, ("name", *telling.otherwise))
        if telling.otherwise:
            fields = ", ".join(telling.otherwise)
            why = f"{person.name} is there already with another {fields}, which was kept."
            self.warnings.append(Pointed(record.row, record.name, why))

    def _find(self, record: PersonRecord) -> Participant | None:
        """By code; by name, unless the codes differ; else somebody of whom only this code was typed as a speaker."""
        code = identity(record.code)
        by_code = self._by_code.get(code, []) if code else []
        by_name = [one for one in self._by_name.get(identity(record.name), []) if not (code and one.code)]
        typed = [one for one in self._by_name.get(code, []) if _only_typed(one)] if code else []
        free = (one for one in [*by_code, *by_name, *typed] if one.id not in self._taken)
        return next(free, None)


def _only_typed(person: Participant) -> bool:
    """Whether nothing is known but what was typed for a speaker."""
    return not any(getattr(person, field) for field in FIELDS)


def _compare(person: Participant, record: PersonRecord) -> _Telling:
    told = [field for field in FIELDS if getattr(record, field)]
    unknown = [field for field in told if not getattr(person, field)]
    otherwise = [
        field
        for field in told
        if field not in unknown and identity(getattr(person, field)) != identity(getattr(record, field))
    ]
    return _Telling(_fields(record, unknown), tuple(otherwise))


def _fields(record: PersonRecord, names: Iterable[str]) -> PersonFields:
    return cast("PersonFields", {name: getattr(record, name) for name in names})
