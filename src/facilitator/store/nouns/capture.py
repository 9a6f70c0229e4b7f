"""Capturing: new notes go past the unit of work, with the fewest questions asked of the database."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, exists, func, select, true

from facilitator.domain.capturing import Captured, NewNote
from facilitator.domain.errors import EmptyText, NoLongerThere, OffTheRecord
from facilitator.domain.kinds import NoteKind
from facilitator.domain.nouns import Key
from facilitator.domain.numbers import RECOMMENDATION, Number, note_series, series
from facilitator.store import order
from facilitator.store.ledger import Edit
from facilitator.store.schema import ALL, NoteRow, Recorded, TagRow, new_key
from facilitator.store.shapes import NOTES

from . import origins

_SESSION, _WORKSHOP, _NOTE, _INTERVAL, _MEMBERSHIP = (
    ALL[name].c for name in ("session", "workshop", "note", "interval", "membership")
)
# All that a new note needs to know of its session, in one question.
_DESK = (
    select(
        _SESSION.prefix,
        _SESSION["count"],
        func.coalesce(_SESSION.attribution, _WORKSHOP.attribution),
        _WORKSHOP.prefix,
        select(func.max(_NOTE.position)).where(_NOTE.session_id == _SESSION.id).scalar_subquery(),
        exists().where(
            _INTERVAL.session_id == _SESSION.id, _INTERVAL.began_at.is_not(None), _INTERVAL.ended_at.is_(None)
        ),
    )
    .select_from(ALL["session"].join(ALL["workshop"], true()))
    .where(_SESSION.id == bindparam("session"))
)
BATCH = 1000


class Desk(NamedTuple):
    """What a new note takes from its session: the prefix of its number, the rule, the room."""

    notes: str
    rule: str
    room: str


class Capture:
    """Makes the rows of new notes one after the other; what it looks up and gives out it remembers."""

    def __init__(self, edit: Edit) -> None:
        self._edit = edit
        self._desks: dict[Key, Desk] = {}
        self._last: dict[Key | str, float] = {}
        self._counts: dict[str, int] = {}

    def rows(self, new: NewNote) -> tuple[Captured, list[Recorded]]:
        """A note, numbered, with its tags or its recommendation; `OffTheRecord` while its session is that."""
        desk, key = self._desk(new.session_id), new_key()
        text = NOTES.cleaned("text", new.text)
        if not text:
            raise EmptyText(what="note")
        number = self._number(desk.notes)
        note = NoteRow(
            id=key,
            prefix=number.prefix,
            count=number.count,
            session_id=new.session_id,
            position=self._next(new.session_id, lambda: 0.0),
            text=text,
            kind=new.kind.value,
            speaker_id=new.speaker_id,
            private=new.private,
            check_later=new.check_later,
            taken_at=new.taken_at,
            rule=desk.rule,
        )
        themes = tuple(dict.fromkeys(new.theme_ids))
        if new.kind is not NoteKind.RECOMMENDATION or new.private:
            tags = [TagRow(note_id=key, theme_id=theme, position=place + 1.0) for place, theme in enumerate(themes)]
            return Captured(key, number, None), [note, *tags]
        made = self._number(series(RECOMMENDATION, desk.room))
        return Captured(key, number, made), [note, *self._recommendation(made, key, text, themes, new.taken_at)]

    def _recommendation(
        self, number: Number, note_id: Key, text: str, themes: tuple[Key, ...], at: int | None
    ) -> list[Recorded]:
        connection = self._edit.connection
        position = self._next(RECOMMENDATION, lambda: order.last(connection, "recommendation"))
        homes = [(theme, self._next(theme, lambda: _last_in(connection, theme))) for theme in themes]  # noqa: B023
        return origins.rows_of(number, position, text, note_id, homes, at)

    def _desk(self, session_id: Key) -> Desk:
        desk = self._desks.get(session_id)
        if desk is None:
            row = self._edit.connection.execute(_DESK, {"session": session_id}).first()
            if row is None:
                raise NoLongerThere(what="session")
            prefix, count, rule, room, last, off_record = row
            if off_record:
                raise OffTheRecord(session=Number(prefix, count))
            desk = self._desks[session_id] = Desk(note_series(Number(prefix, count)), rule, room)
            self._last[session_id] = last or 0.0
        return desk

    def settle(self) -> None:
        """Write down the numbers given, when there was more than one note."""
        for prefix, count in self._counts.items():
            self._edit.raise_number(prefix, count)

    def _number(self, prefix: str) -> Number:
        there = self._counts.get(prefix)
        count = self._counts[prefix] = self._edit.number(prefix) if there is None else there + 1
        return Number(prefix, count)

    def _next(self, within: Key | str, last: Callable[[], float]) -> float:
        there = self._last[within] if within in self._last else last()
        self._last[within] = there + 1.0
        return there + 1.0


def _last_in(connection: Connection, theme_id: Key) -> float:
    return order.last(connection, "membership", _MEMBERSHIP.theme_id == theme_id)


def capture(edit: Edit, new: NewNote) -> Captured:
    """Store one note, and the recommendation that it makes."""
    captured, rows = Capture(edit).rows(new)
    edit.insert(rows)
    return captured


def capture_many(edit: Edit, notes: Iterable[NewNote]) -> int:
    """Store notes as they come, in batches, so that memory stays flat; returns how many.

    While the notes are drawn their maker may add sessions, people and themes in the same edit.
    """
    stream, count = iter(notes), 0
    while batch := list(islice(stream, BATCH)):
        # nothing is remembered from one batch to the next, since the maker of the notes may have changed it
        run = Capture(edit)
        rows = [row for new in batch for row in run.rows(new)[1]]
        run.settle()
        # one table after the other, so that each is written by one statement
        edit.insert(sorted(rows, key=lambda row: row.__tablename__))
        count += len(batch)
    return count
