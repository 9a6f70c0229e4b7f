"""One recommendation with all that belongs to it, for the card panel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection

from facilitator.domain.nouns import Key, Wording
from facilitator.domain.numbers import Number
from facilitator.domain.rows import Other, RecommendationDetail, SourceLine
from facilitator.store import shapes
from facilitator.store.clock import instant
from facilitator.store.schema import ALL

from . import notes
from .asking import about, asked

THEMES = """
SELECT theme_id, home FROM membership WHERE recommendation_id = ? ORDER BY NOT home, id
"""
SOURCES = """
SELECT source.note_id, session.prefix, session.count, session.title, source.origin
FROM source JOIN note ON note.id = source.note_id JOIN session ON session.id = note.session_id
WHERE source.recommendation_id = ? ORDER BY NOT source.origin, source.position, source.id
"""
WRITTEN = "SELECT row, max(id) FROM operation WHERE row IN ({keys}) AND action IN ('+', '=') GROUP BY row"
ROOM = "SELECT room FROM identity"
NEAR = 60_000
"""Milliseconds between a wording and its entry in the ledger, beyond which it was written before it came in."""
OTHERS = "SELECT id, prefix, count, wording FROM recommendation WHERE {column} = ? ORDER BY prefix, count"


def recommendation_detail(connection: Connection, key: Key) -> RecommendationDetail:
    """All that belongs to a recommendation; `NoLongerThere` when it has gone."""
    recommendation = shapes.RECOMMENDATIONS.one(connection, key)
    shown = notes.chips(connection)
    themes = asked(connection, THEMES, (key,))
    wordings = shapes.WORDINGS.all(connection, ALL["wording"].c.recommendation_id == key)
    into = _others(connection, "id", recommendation.merged_into_id)
    return RecommendationDetail(
        recommendation=recommendation,
        home=next((shown[theme] for theme, home in themes if home), None),
        further=tuple(shown[theme] for theme, home in themes if not home),
        reservations=shapes.RESERVATIONS.all(connection, ALL["reservation"].c.recommendation_id == key),
        wordings=wordings,
        written_here=tuple(_written_here(connection, wordings)),
        sources=_sources(connection, key),
        merged_from=_others(connection, "merged_into_id", key),
        merged_into=into[0] if into else None,
    )


def _written_here(connection: Connection, wordings: Sequence[Wording]) -> Iterator[bool | None]:
    """Of each wording whether this room wrote it; None when the ledger only knows when it came in."""
    parts = about([one.id for one in wordings], WRITTEN)
    latest: dict[Key, bytes] = dict(row for question, keys in parts for row in asked(connection, question, keys))
    room: bytes = asked(connection, ROOM)[0][0]
    for one in wordings:
        version = latest.get(one.id)
        if version is None or one.written_at is None or abs(instant(version) - one.written_at) > NEAR:
            yield None
        else:
            yield version.endswith(room)


def _sources(connection: Connection, key: Key) -> tuple[SourceLine, ...]:
    rows = asked(connection, SOURCES, (key,))
    there = notes.by_keys(connection, [row[0] for row in rows])
    return tuple(
        SourceLine(there[note], Number(prefix, count), title, bool(origin))
        for note, prefix, count, title, origin in rows
    )


def _others(connection: Connection, column: str, key: Key | None) -> tuple[Other, ...]:
    rows: list[Any] = asked(connection, OTHERS.replace("{column}", column), (key,))
    return tuple(Other(one, Number(prefix, count), wording) for one, prefix, count, wording in rows)
