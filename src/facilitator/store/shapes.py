"""Between rows and nouns: which columns a noun is read from, in what order, and how its values are written.

One shape for each noun, derived from the noun's own annotations; whatever reads or writes nouns goes through here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import date, time
from enum import StrEnum
from types import NoneType
from typing import Any, Generic, TypeVar, get_args, get_type_hints

from sqlalchemy import ColumnElement, Connection, FromClause, Select, Table, select

from facilitator.domain import nouns
from facilitator.domain.errors import NoLongerThere
from facilitator.domain.numbers import Number
from facilitator.text import clean, clean_lines, identity, trim

from . import schema

Noun = TypeVar("Noun")

# Everything else may run over several lines.
ONE_LINE = frozenset({"title", "name", "code", "country", "email", "language", "time_zone", "prefix", "constituency"})
# What is found by whole name while capturing has its identity in a column beside it.
IDENTITIES = {"name": "name_identity", "code": "code_identity"}


def minutes(moment: time) -> int:
    """A time of the programme as the tables hold it: minutes since midnight."""
    return moment.hour * 60 + moment.minute


def _time(count: int) -> time:
    return time(*divmod(count, 60))


def _value_type(hint: Any) -> type:
    kinds = [kind for kind in get_args(hint) if kind is not NoneType]
    return kinds[0] if kinds else hint  # type: ignore[no-any-return]


def _decoder(kind: type) -> Callable[[Any], object] | None:
    if issubclass(kind, StrEnum):
        return {member.value: member for member in kind}.__getitem__
    if kind is date:
        return date.fromisoformat
    return _time if kind is time else None


def _stored(value: object) -> object:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return minutes(value) if isinstance(value, time) else value


class Shape(Generic[Noun]):
    """A noun, the table it lies in, and the order in which all of its kind are read."""

    def __init__(
        self,
        noun: type[Noun],
        row: type[schema.Recorded],
        order: Iterable[ColumnElement[Any]],
        path: FromClause | None = None,
    ) -> None:
        self.noun = noun
        self.row = row
        self.hints: dict[str, Any] = get_type_hints(noun)
        self.kinds = {name: _value_type(hint) for name, hint in self.hints.items()}
        self.optional = frozenset(name for name, hint in self.hints.items() if NoneType in get_args(hint))
        self.one_line = ONE_LINE | ({"text"} if noun is nouns.Note else set())
        table: Table = schema.ALL[row.__tablename__]
        self._id = table.c["id"]
        self.numbered = "number" in self.hints
        names = [field.name for field in fields(noun)]  # type: ignore[arg-type]
        columns = [name for field in names for name in (("prefix", "count") if field == "number" else (field,))]
        self._decoders = [
            (place, decode)
            for place, name in enumerate(columns)
            if name in self.kinds and (decode := _decoder(self.kinds[name]))
        ]
        self._plain: Select[Any] = select(*(table.c[name] for name in columns))
        self._ordered = (self._plain.select_from(path) if path is not None else self._plain).order_by(*order)

    def all(self, connection: Connection, *where: ColumnElement[bool]) -> tuple[Noun, ...]:
        """Every one that meets the conditions, in order."""
        return tuple(self._noun(row) for row in connection.execute(self._ordered.where(*where)))

    def one(self, connection: Connection, key: nouns.Key) -> Noun:
        """The one of this key; `NoLongerThere` when it has gone."""
        row = connection.execute(self._plain.where(self._id == key)).first()
        if row is None:
            raise NoLongerThere(what=self.row.__tablename__)
        return self._noun(row)

    def _noun(self, row: Iterable[Any]) -> Noun:
        values = list(row)
        for place, decode in self._decoders:
            if values[place] is not None:
                values[place] = decode(values[place])
        if self.numbered:
            values[1:3] = (Number(values[1], values[2]),)
        return self.noun(*values)

    def values(self, given: Mapping[str, object]) -> dict[str, Any]:
        """Fields of the noun as the columns hold them: texts cleaned, identities beside names, a number as two."""
        columns: dict[str, Any] = {}
        for name, value in given.items():
            if isinstance(value, Number):
                columns |= {"prefix": value.prefix, "count": value.count}
                continue
            columns[name] = self.cleaned(name, value) if type(value) is str else _stored(value)
            if name in IDENTITIES and self.noun in (nouns.Participant, nouns.Theme):
                columns[IDENTITIES[name]] = identity(str(columns[name]))
        return columns

    def cleaned(self, name: str, text: str) -> str:
        """A text as it may lie in this field: control characters become U+FFFD, line ends too where it has one line."""
        tidy = clean if name in self.one_line else clean_lines
        return trim(tidy(text))

    def as_row(self, noun: Noun) -> schema.Recorded:
        """A row that holds this noun, key included."""
        return self.row(**self.values({name: getattr(noun, name) for name in self.hints}))


_S, _N = schema.ALL["session"].c, schema.ALL["note"].c
_PROGRAMME = (_S.day.is_(None), _S.day, _S.position, _S.prefix, _S.count)


def _by(table: str, *names: str) -> tuple[ColumnElement[Any], ...]:
    # the key comes last, so that two files with the same content are read in the same order
    return tuple(schema.ALL[table].c[name] for name in (*names, "id"))


WORKSHOP = Shape(nouns.Workshop, schema.WorkshopRow, _by("workshop"))
SESSIONS = Shape(nouns.Session, schema.SessionRow, (*_PROGRAMME, _S.id))
PARTS = Shape(nouns.Part, schema.PartRow, _by("part", "session_id", "position"))
PARTICIPANTS = Shape(nouns.Participant, schema.ParticipantRow, _by("participant", "name_identity"))
NOTES = Shape(
    nouns.Note,
    schema.NoteRow,
    (*_PROGRAMME, _N.position, _N.prefix, _N.count, _N.id),
    schema.ALL["note"].join(schema.ALL["session"], _N.session_id == _S.id),
)
RECOMMENDATIONS = Shape(
    nouns.Recommendation, schema.RecommendationRow, _by("recommendation", "position", "prefix", "count")
)
WORDINGS = Shape(nouns.Wording, schema.WordingRow, _by("wording", "recommendation_id", "position"))
RESERVATIONS = Shape(nouns.Reservation, schema.ReservationRow, _by("reservation", "recommendation_id", "position"))
THEMES = Shape(nouns.Theme, schema.ThemeRow, _by("theme", "position"))
MEMBERSHIPS = Shape(nouns.Membership, schema.MembershipRow, _by("membership", "theme_id", "position"))
TAGS = Shape(nouns.Tag, schema.TagRow, _by("tag", "note_id", "position"))
SOURCES = Shape(nouns.Source, schema.SourceRow, _by("source", "recommendation_id", "position"))
INTERVALS = Shape(nouns.Interval, schema.IntervalRow, _by("interval", "session_id", "began_at"))
TURNS = Shape(nouns.Turn, schema.TurnRow, _by("turn", "session_id", "began_at", "position"))
RELEASES = Shape(nouns.Release, schema.ReleaseRow, _by("release", "note_id", "released_at"))
