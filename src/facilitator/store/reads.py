"""What can be asked of a workshop: snapshots and tuples, all from one read transaction."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, select

from facilitator.domain import nouns
from facilitator.domain.errors import NumberNotThere
from facilitator.domain.numbers import Number
from facilitator.domain.overview import Overview

from . import counts, shapes
from .clock import instant
from .schema import ALL
from .views.views import Views


class Reads(Views):
    """The readings of one transaction; each returns what was true when the transaction began."""

    def room(self) -> bytes:
        """The room that writes this file: the end of the ids of its steps."""
        room: bytes = self._connection.execute(select(ALL["identity"].c.room)).scalar_one()
        return room

    def content(self) -> nouns.Content:
        """Everything, each kind in its order, the same for the same content whatever file it lies in."""
        everything: dict[str, tuple[Any, ...]] = {
            name: shape.all(self._connection) for name, shape in CONTENT_SHAPES.items()
        }
        return nouns.Content(workshop=self.workshop(), **everything)

    def counters(self) -> dict[str, int]:
        """The last number given under each prefix, by prefix."""
        table = ALL["numbering"]
        rows = self._connection.execute(select(table.c.prefix, table.c["count"]).order_by(table.c.prefix))
        return dict(rows.all())

    def workshop(self) -> nouns.Workshop:
        """The workshop of this file."""
        return shapes.WORKSHOP.all(self._connection)[0]

    def sessions(self) -> tuple[nouns.Session, ...]:
        """All sessions in the order of the programme."""
        return shapes.SESSIONS.all(self._connection)

    def session(self, key: nouns.Key) -> nouns.Session:
        """One session; `NoLongerThere` when it has gone."""
        return shapes.SESSIONS.one(self._connection, key)

    def participants(self) -> tuple[nouns.Participant, ...]:
        """Everybody, by name."""
        return shapes.PARTICIPANTS.all(self._connection)

    def participant(self, key: nouns.Key) -> nouns.Participant:
        """One person; `NoLongerThere` when they have gone."""
        return shapes.PARTICIPANTS.one(self._connection, key)

    def parts_of(self, session_id: nouns.Key) -> tuple[nouns.Part, ...]:
        """Who has which role in one session, in the order in which they were given."""
        return shapes.PARTS.all(self._connection, ALL["part"].c.session_id == session_id)

    def themes(self) -> tuple[nouns.Theme, ...]:
        """All themes in the order of the wall; a sub-theme's position counts among those of its parent."""
        return shapes.THEMES.all(self._connection)

    def notes_of(self, session_id: nouns.Key) -> tuple[nouns.Note, ...]:
        """The notes of one session in their order, private ones included."""
        return shapes.NOTES.all(self._connection, ALL["note"].c.session_id == session_id)

    def note(self, key: nouns.Key) -> nouns.Note:
        """One note; `NoLongerThere` when it has gone."""
        return shapes.NOTES.one(self._connection, key)

    def recommendations(self) -> tuple[nouns.Recommendation, ...]:
        """All recommendations in the order of the register."""
        return shapes.RECOMMENDATIONS.all(self._connection)

    def recommendation(self, number: Number) -> nouns.Recommendation:
        """The recommendation that bears a printed number; `NumberNotThere` when none does."""
        return shapes.RECOMMENDATIONS.one(self._connection, self._key("recommendation", number))

    def wordings_of(self, recommendation_id: nouns.Key) -> tuple[nouns.Wording, ...]:
        """The history of a wording, oldest first."""
        return shapes.WORDINGS.all(self._connection, ALL["wording"].c.recommendation_id == recommendation_id)

    def sources_of(self, recommendation_id: nouns.Key) -> tuple[nouns.Source, ...]:
        """The ways from a recommendation back to notes."""
        return shapes.SOURCES.all(self._connection, ALL["source"].c.recommendation_id == recommendation_id)

    def thing(self, number: Number) -> nouns.Key:
        """The key of the session, note or recommendation that bears a number; `NumberNotThere` when none does."""
        if number.prefix.endswith("."):
            return self._key("note", number)
        return self._key("session" if number.prefix.startswith("S") else "recommendation", number)

    def first_change_after(self, entry: bytes) -> int | None:
        """When the first step after an entry of the ledger was made, in milliseconds since 1970; None for no step."""
        column = ALL["entry"].c.id
        after: bytes | None = self._connection.scalar(select(func.min(column)).where(column > entry))
        return None if after is None else instant(after)

    def _key(self, table: str, number: Number) -> nouns.Key:
        columns = ALL[table].c
        query = select(columns.id).where(columns.prefix == number.prefix, columns["count"] == number.count)
        key: nouns.Key | None = self._connection.scalar(query)
        if key is None:
            raise NumberNotThere(number=number)
        return key

    def overview(self) -> Overview:
        """The workshop in numbers, counted by the database."""
        return counts.overview(self._connection, self.sessions())


CONTENT_SHAPES: dict[str, shapes.Shape[Any]] = {
    "sessions": shapes.SESSIONS,
    "parts": shapes.PARTS,
    "participants": shapes.PARTICIPANTS,
    "notes": shapes.NOTES,
    "recommendations": shapes.RECOMMENDATIONS,
    "wordings": shapes.WORDINGS,
    "reservations": shapes.RESERVATIONS,
    "themes": shapes.THEMES,
    "memberships": shapes.MEMBERSHIPS,
    "tags": shapes.TAGS,
    "sources": shapes.SOURCES,
    "intervals": shapes.INTERVALS,
    "turns": shapes.TURNS,
    "releases": shapes.RELEASES,
}
