"""All texts in which a word may be replaced: whatever a person has typed, each in its own row and field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Connection

from facilitator.domain.cards import MATRIX
from facilitator.domain.replacing import Worded
from facilitator.store.schema import FOLDED

from .asking import asked
from .matching import Condition, all_words, words_of, words_within


class Source(NamedTuple):
    """A table, the fields of it that are typed, and where its rows are read: name, about, private, then the fields."""

    table: str
    fields: tuple[str, ...]
    question: str


SOURCES = (
    Source(
        "participant",
        ("name", "role", "organisation"),
        "SELECT id, code, '', 0, {fields} FROM participant WHERE {where} ORDER BY name_identity, id",
    ),
    Source(
        "theme",
        ("name", "digest"),
        "SELECT id, '', '', 0, {fields} FROM theme WHERE {where} ORDER BY position, id",
    ),
    Source(
        "workshop",
        ("title", "place", "organisers", "supporters", "conclusions"),
        "SELECT id, '', '', 0, {fields} FROM workshop WHERE {where}",
    ),
    Source(
        "session",
        ("title", "place", "key_points", "digest"),
        """
        SELECT id, prefix || count, '', 0, {fields} FROM session WHERE {where}
        ORDER BY day IS NULL, day, position, prefix, count
        """,
    ),
    Source(
        "note",
        ("text", "who", "due"),
        """
        SELECT note.id, note.prefix || note.count, session.title, note.private, {fields}
        FROM note JOIN session ON session.id = note.session_id
        WHERE note.id IN (SELECT id FROM note WHERE {where})
        ORDER BY session.day IS NULL, session.day, session.position, note.position, note.prefix, note.count
        """,
    ),
    Source(
        "recommendation",
        ("wording", "status_note", *MATRIX),
        """
        SELECT id, prefix || count, '', 0, {fields} FROM recommendation WHERE {where}
        ORDER BY position, prefix, count
        """,
    ),
    Source(
        "reservation",
        ("text", "constituency"),
        """
        SELECT reservation.id, recommendation.prefix || recommendation.count, '', 0, {fields}
        FROM reservation JOIN recommendation ON recommendation.id = reservation.recommendation_id WHERE {where}
        ORDER BY recommendation.position, recommendation.prefix, recommendation.count, reservation.position
        """,
    ),
)
"""First of what there is little, so that it is not overlooked."""


def with_words(connection: Connection, words: str) -> Iterator[Worded]:
    """Every text of a row in which each of these words may stand, accents and case aside; private notes too."""
    for table, fields, question in SOURCES:
        where, parameters = _condition(table, fields, words)
        columns = ", ".join(f"{table}.{field}" for field in fields)
        asking = question.replace("{fields}", columns).replace("{where}", where)
        for key, name, about, private, *texts in asked(connection, asking, parameters):
            for field, text in zip(fields, texts, strict=True):
                if text:
                    yield Worded(table, key, field, text, name, about, bool(private))


def _condition(table: str, fields: tuple[str, ...], words: str) -> Condition:
    looked_for = words_of(words)
    if table not in FOLDED:
        return words_within(looked_for, *(f"{table}.{field}" for field in fields))
    # nearly all rows have nothing but the one long text, of which folding anew would take long
    text, others = all_words(table, words), fields[1:]
    further = words_within(looked_for, *others)
    filled = " || ".join(others)
    return Condition(f"({text.sql}) OR ({filled} <> '' AND {further.sql})", (*text.parameters, *further.parameters))
