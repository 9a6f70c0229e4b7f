"""All texts in which a word may be replaced: notes and recommendations, those that can have it."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from facilitator.domain.cards import MATRIX
from facilitator.domain.numbers import Number
from facilitator.domain.replacing import Worded

from .asking import asked
from .matching import all_words

NOTES = """
SELECT note.id, note.prefix, note.count, note.text, note.private, session.title
FROM note JOIN session ON session.id = note.session_id
WHERE note.id IN (SELECT id FROM note WHERE {where})
ORDER BY session.day IS NULL, session.day, session.position, note.position, note.prefix, note.count
"""
RECOMMENDATIONS = """
SELECT id, prefix, count, wording, {matrix} FROM recommendation WHERE {where} ORDER BY position, prefix, count
"""


def with_words(connection: Connection, words: str) -> Iterator[Worded]:
    """Every text in which each of these words may stand, accents and case aside: notes first, private ones too."""
    where = all_words("note", words)
    for key, prefix, count, text, private, title in asked(
        connection, NOTES.replace("{where}", where.sql), where.parameters
    ):
        yield Worded(key, Number(prefix, count), "text", text, title, bool(private))
    where = all_words("recommendation", words, MATRIX)
    question = RECOMMENDATIONS.replace("{where}", where.sql).replace("{matrix}", ", ".join(MATRIX))
    for key, prefix, count, *texts in asked(connection, question, where.parameters):
        for field, text in zip(("wording", *MATRIX), texts, strict=True):
            yield Worded(key, Number(prefix, count), field, text, "", private=False)
