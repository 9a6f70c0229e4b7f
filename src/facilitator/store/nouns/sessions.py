"""Edits of the programme: sessions, who does what in them, their real times."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from typing import Any, TypedDict, Unpack

from sqlalchemy import ColumnElement, select

from facilitator.domain.errors import EmptyText, SessionHoldsNotes, SessionTimes
from facilitator.domain.kinds import Rule, SessionKind, SessionRole
from facilitator.domain.nouns import Instant, Key, Part, Session
from facilitator.domain.numbers import SESSION, series
from facilitator.domain.session_time import tells_beginning
from facilitator.domain.time_zone import time_zone
from facilitator.store import order
from facilitator.store.ledger import Edit
from facilitator.store.schema import ALL, IntervalRow, NoteRow, PartRow, SessionRow, TurnRow, new_key
from facilitator.store.shapes import PARTICIPANTS, PARTS, SESSIONS, WORKSHOP, minutes

from .turns import end_turn

_SESSION, _PART, _NOTE = (ALL[name].c for name in ("session", "part", "note"))


class SessionFields(TypedDict, total=False):
    """What can be said of a session besides its title; `attribution` None means that of the workshop."""

    kind: SessionKind
    day: date | None
    starts: time | None
    ends: time | None
    place: str
    attribution: Rule | None
    key_points: str
    digest: str


class ChangedFields(SessionFields, total=False):
    """What can be changed of a session."""

    title: str


class Sessions:
    """Edits of the programme."""

    def __init__(self, edit: Edit) -> None:
        self._edit = edit

    def add(self, title: str, **fields: Unpack[SessionFields]) -> Session:
        """A new session with the next number, placed by its time among those of its day, else at the end."""
        edit = self._edit
        values = _valid({**fields, "title": title})
        room = WORKSHOP.all(edit.connection)[0].prefix
        prefix, key = series(SESSION, room), new_key()
        position = self._by_time(key, fields.get("day"), fields.get("starts"))
        edit.insert([SessionRow(id=key, prefix=prefix, count=edit.number(prefix), position=position, **values)])
        return SESSIONS.one(edit.connection, key)

    def change(self, key: Key, **fields: Unpack[ChangedFields]) -> None:
        """Set some fields; a new day or start puts the session where it belongs by time. Notes keep their rule."""
        was = SESSIONS.one(self._edit.connection, key)
        times = {"starts": fields.get("starts", was.starts), "ends": fields.get("ends", was.ends)}
        values = _valid({**fields, **times})
        day = fields.get("day", was.day)
        if (day, times["starts"]) != (was.day, was.starts):
            values["position"] = self._by_time(key, day, times["starts"])
        self._edit.update(SessionRow, key, **values)

    def move(self, key: Key, after: Key | None) -> None:
        """Put a session right after another of its day, or first on it."""
        day = SESSIONS.one(self._edit.connection, key).day
        position = order.place_after(self._edit, SessionRow, after, _on(day), moved=key)
        self._edit.update(SessionRow, key, position=position)

    def delete(self, key: Key, notes_to: Key | None = None) -> None:
        """Delete a session; notes, intervals and turns go to another one; `SessionHoldsNotes` when none is named."""
        edit, session = self._edit, SESSIONS.one(self._edit.connection, key)
        notes = edit.connection.scalars(select(_NOTE.id).where(_NOTE.session_id == key).order_by(_NOTE.position)).all()
        if notes and notes_to in (None, key):
            raise SessionHoldsNotes(session=session.number, count=len(notes))
        self._move_notes(notes, notes_to)
        for row in (IntervalRow, TurnRow):
            table = ALL[row.__tablename__].c
            for held in edit.connection.scalars(select(table.id).where(table.session_id == key)).all():
                if notes_to is None:
                    edit.delete(row, held)
                else:
                    edit.update(row, held, session_id=notes_to)
        for part in edit.connection.scalars(select(_PART.id).where(_PART.session_id == key)).all():
            edit.delete(PartRow, part)
        edit.delete(SessionRow, key)

    def _move_notes(self, notes: Sequence[Key], session_id: Key | None) -> None:
        if session_id is None:
            return
        SESSIONS.one(self._edit.connection, session_id)
        last = order.after_last(self._edit.connection, "note", _NOTE.session_id == session_id)
        for place, note in enumerate(notes):
            self._edit.update(NoteRow, note, session_id=session_id, position=last + place)

    def open(self, key: Key, at: Instant | None = None) -> None:
        """The session begins in reality, at `at`, else now; opened again, it keeps its first time and is not closed."""
        was = SESSIONS.one(self._edit.connection, key)
        opened = was.opened_at if was.opened_at is not None else self._edit.now if at is None else at
        self._edit.update(SessionRow, key, opened_at=opened, closed_at=None)

    def begin(self, key: Key, at: Instant) -> None:
        """Something is said in the session at `at`: if that tells that it has begun, it is opened then."""
        was = SESSIONS.one(self._edit.connection, key)
        if was.opened_at is not None:
            return
        zone = time_zone(WORKSHOP.all(self._edit.connection)[0].time_zone)
        moment = datetime.fromtimestamp(at / 1000, UTC).astimezone(zone)
        if tells_beginning(was.day, was.starts, was.ends, moment):
            self._edit.update(SessionRow, key, opened_at=at)

    def close(self, key: Key, at: Instant | None = None) -> None:
        """The session ends in reality, at `at`, else now, never before it was opened; so does the turn going on."""
        opened, ends = SESSIONS.one(self._edit.connection, key).opened_at or 0, self._edit.now if at is None else at
        self._edit.update(SessionRow, key, closed_at=max(opened, ends))
        end_turn(self._edit, key, ends)

    def cast(self, session_id: Key, participant_id: Key, role: SessionRole) -> Part:
        """Give a participant a role in a session, after those who have one there; the same role twice is one."""
        connection = self._edit.connection
        SESSIONS.one(connection, session_id)
        PARTICIPANTS.one(connection, participant_id)
        mine = (_PART.participant_id == participant_id, _PART.role == role.value)
        for part in PARTS.all(connection, _PART.session_id == session_id, *mine):
            return part
        key, last = new_key(), order.after_last(connection, "part", _PART.session_id == session_id)
        row = PartRow(id=key, session_id=session_id, participant_id=participant_id, role=role.value, position=last)
        self._edit.insert([row])
        return PARTS.one(connection, key)

    def uncast(self, part_id: Key) -> None:
        """Take a role back."""
        self._edit.delete(PartRow, PARTS.one(self._edit.connection, part_id).id)

    def _by_time(self, key: Key, day: date | None, starts: time | None) -> float:
        if day is None or starts is None:
            # without a day two times cannot be compared: the order in which they were written down holds
            return order.after_last(self._edit.connection, "session", _on(day))
        earlier = (
            select(_SESSION.id)
            .where(_on(day), _SESSION.id != key, _SESSION.starts <= minutes(starts))
            .order_by(_SESSION.position.desc(), _SESSION.prefix.desc(), _SESSION["count"].desc())
        )
        after = self._edit.connection.scalar(earlier)
        return order.place_after(self._edit, SessionRow, after, _on(day), moved=key)


def _on(day: date | None) -> ColumnElement[bool]:
    return _SESSION.day.is_(None) if day is None else _SESSION.day == day.isoformat()


def _valid(fields: Mapping[str, object]) -> dict[str, Any]:
    values = SESSIONS.values(fields)
    if values.get("title") == "":
        raise EmptyText(what="title of the session")
    starts, ends = fields.get("starts"), fields.get("ends")
    if isinstance(starts, time) and isinstance(ends, time) and ends < starts:
        raise SessionTimes(starts=f"{starts:%H:%M}", ends=f"{ends:%H:%M}")
    return values
