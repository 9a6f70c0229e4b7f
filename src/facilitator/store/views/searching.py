"""Search over notes, recommendations, people, sessions and themes, and the words that notes are written with."""

from __future__ import annotations

import string
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any

from sqlalchemy import Connection

from facilitator.domain.finding import Found, Hit, HitKind
from facilitator.domain.numbers import Number, parse_number
from facilitator.domain.query import Query
from facilitator.text import begins_anywhere

from .asking import asked
from .filters import filtered
from .matching import Condition, all_of, words_within
from .notes import KINDS, STATUSES
from .texts import Texts

NOTES = """
SELECT note.id, note.prefix, note.count, note.text, note.session_id, session.title, note.kind, note.private,
       note.check_later, coalesce(iif(participant.code_made, NULL, nullif(participant.code, '')), participant.name, '')
FROM note JOIN session ON session.id = note.session_id LEFT JOIN participant ON participant.id = note.speaker_id
WHERE note.rowid IN ({rows})
ORDER BY session.day IS NULL, session.day, session.position, note.position, note.prefix, note.count
"""
RECOMMENDATIONS = """
SELECT recommendation.id, prefix, count, wording, status,
       (SELECT theme.name FROM membership JOIN theme ON theme.id = membership.theme_id
        WHERE membership.recommendation_id = recommendation.id AND membership.home = 1)
FROM recommendation WHERE recommendation.rowid IN ({rows}) ORDER BY recommendation.position, prefix, count
"""
PEOPLE = """
SELECT id, code, name, organisation FROM participant WHERE {where} ORDER BY name_identity, id LIMIT ?
"""
SESSIONS = """
SELECT id, prefix, count, title FROM session WHERE {where} ORDER BY day IS NULL, day, position, prefix, count LIMIT ?
"""
THEMES = "SELECT id, name FROM theme WHERE {where} ORDER BY position, id LIMIT ?"
NUMBERED = "SELECT rowid FROM {table} WHERE prefix = ? AND count = ? AND {where}"
LATEST = "SELECT text FROM note WHERE NOT private ORDER BY id DESC LIMIT ?"
NOTES_READ = 3000
LETTERS = 5
SIGNS = string.punctuation + "“”‘’«»…–—।،؛؟。、，"
"""What stands around words and does not belong to them."""


def search(connection: Connection, texts: Texts, query: Query, limit: int) -> Found:
    """Where all the words stand and all the filters hold: at most `limit` things of each kind, private notes included.

    A number in print (S3.12, R14) finds its thing too.
    """
    if query.is_empty:
        return Found()
    hits: list[Hit] = []
    cut: set[HitKind] = set()
    for kind, found in FINDS.items():
        # one more than is shown says that there is more
        ones = list(islice(found(connection, texts, query, limit + 1), limit + 1))
        hits += ones[:limit]
        cut |= {kind} if len(ones) > limit else set()
    return Found(query.words, tuple(hits), frozenset(cut))


def frequent_words(connection: Connection, most: int) -> tuple[str, ...]:
    """The most frequent words of five letters and more in the latest public notes, for completing a word."""
    counted: Counter[str] = Counter()
    for (text,) in asked(connection, LATEST, (NOTES_READ,)):
        counted.update(word for piece in text.split() if len(word := piece.strip(SIGNS)) >= LETTERS)
    # what runs on without spaces is a sentence and no word
    return tuple(word for word, _ in counted.most_common() if not begins_anywhere(word))[:most]


def _notes(connection: Connection, texts: Texts, query: Query, limit: int) -> Iterator[Hit]:
    for key, prefix, count, text, session, title, kind, private, check_later, about in asked(
        connection, *_of_rows(NOTES, _rows(connection, texts, HitKind.NOTE, query, limit))
    ):
        yield Hit(
            HitKind.NOTE, key, str(Number(prefix, count)), text, session, title, about, KINDS[kind],
            private == 1, check_later == 1,
        )  # fmt: skip


def _recommendations(connection: Connection, texts: Texts, query: Query, limit: int) -> Iterator[Hit]:
    rows = _rows(connection, texts, HitKind.RECOMMENDATION, query, limit)
    for key, prefix, count, wording, status, theme in asked(connection, *_of_rows(RECOMMENDATIONS, rows)):
        name = str(Number(prefix, count))
        yield Hit(HitKind.RECOMMENDATION, key, name, wording, about=theme or "", mark=STATUSES[status])


def _people(connection: Connection, _texts: Texts, query: Query, limit: int) -> Iterator[Hit]:
    columns = ("name", "organisation", "code")
    for key, code, name, organisation in _short(connection, PEOPLE, HitKind.PERSON, query, columns, limit):
        shown = f"{name}, {organisation}" if organisation else name
        yield Hit(HitKind.PERSON, key, code, shown)


def _sessions(connection: Connection, _texts: Texts, query: Query, limit: int) -> Iterator[Hit]:
    columns = ("prefix || count", "title")
    for key, prefix, count, title in _short(connection, SESSIONS, HitKind.SESSION, query, columns, limit):
        yield Hit(HitKind.SESSION, key, str(Number(prefix, count)), title, key)


def _themes(connection: Connection, _texts: Texts, query: Query, limit: int) -> Iterator[Hit]:
    for key, name in _short(connection, THEMES, HitKind.THEME, query, ("name",), limit):
        yield Hit(HitKind.THEME, key, "", name)


FINDS = {
    HitKind.NOTE: _notes,
    HitKind.RECOMMENDATION: _recommendations,
    HitKind.PERSON: _people,
    HitKind.SESSION: _sessions,
    HitKind.THEME: _themes,
}


def _rows(connection: Connection, texts: Texts, kind: HitKind, query: Query, limit: int) -> list[int]:
    """Notes and recommendations by their rows, the one whose number was typed before all others."""
    where = filtered(kind, query.filters)
    found = texts.found(connection, kind.value, query.words, where, limit)
    number = parse_number(query.words[0]) if len(query.words) == 1 else None
    if number is None or number.prefix.endswith(".") is not (kind is HitKind.NOTE):
        return found
    question = NUMBERED.format(table=kind.value, where=where.sql)
    numbered = asked(connection, question, (number.prefix, number.count, *where.parameters))
    return list(dict.fromkeys([row for (row,) in numbered] + found))[:limit]


def _of_rows(question: str, rows: list[int]) -> tuple[str, list[int]]:
    return question.replace("{rows}", ", ".join("?" * len(rows))), rows


def _short(
    connection: Connection, question: str, kind: HitKind, query: Query, columns: tuple[str, ...], limit: int
) -> list[Any]:
    """Things of which there are hundreds, not tens of thousands: each is looked at."""
    where: Condition = all_of((filtered(kind, query.filters), words_within(query.words, *columns)))
    return asked(connection, question.replace("{where}", where.sql), (*where.parameters, limit))
