"""Search over notes, recommendations and people, and the words that notes are written with."""

from __future__ import annotations

import string
from collections import Counter
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection

from facilitator.domain.finding import Hit, HitKind
from facilitator.domain.numbers import Number, parse_number
from facilitator.text import begins_anywhere, places

from .asking import asked
from .matching import Condition, all_words, word_beginnings, words_of

NOTES = """
SELECT note.id, note.prefix, note.count, note.text, note.private, session.id, session.prefix, session.count,
       session.title
FROM note JOIN session ON session.id = note.session_id
WHERE note.id IN (SELECT id FROM note WHERE {where} LIMIT ?)
ORDER BY session.day IS NULL, session.day, session.position, note.position, note.prefix, note.count
"""
RECOMMENDATIONS = """
SELECT id, prefix, count, wording FROM recommendation WHERE {where} ORDER BY position, prefix, count LIMIT ?
"""
PEOPLE = """
SELECT id, code, name, organisation FROM participant WHERE {where} ORDER BY name_identity, id LIMIT ?
"""
LATEST = "SELECT text FROM note WHERE NOT private ORDER BY id DESC LIMIT ?"
NOTES_READ = 3000
LETTERS = 5
SIGNS = string.punctuation + "“”‘’«»…–—।،؛؟。、，"
"""What stands around words and does not belong to them."""


def search(connection: Connection, text: str, limit: int) -> tuple[Hit, ...]:
    """Where all words of `text` stand: notes in the order of the programme, then recommendations, then people.

    At most `limit` of each kind, private notes included; a number in print (S3.12, R14) finds its thing too.
    """
    words = words_of(text)
    if not words:
        return ()
    return (
        *_notes(connection, text, words, limit),
        *_recommendations(connection, text, words, limit),
        *_people(connection, text, words, limit),
    )


def frequent_words(connection: Connection, most: int) -> tuple[str, ...]:
    """The most frequent words of five letters and more in the latest public notes, for completing a word."""
    counted: Counter[str] = Counter()
    for (text,) in asked(connection, LATEST, (NOTES_READ,)):
        counted.update(word for piece in text.split() if len(word := piece.strip(SIGNS)) >= LETTERS)
    # what runs on without spaces is a sentence and no word
    return tuple(word for word, _ in counted.most_common() if not begins_anywhere(word))[:most]


def _notes(connection: Connection, text: str, words: list[str], limit: int) -> Iterator[Hit]:
    where = _or_number("note", all_words("note", text), text)
    for key, prefix, count, words_said, private, session_id, *session in _found(connection, NOTES, where, limit):
        number, title = Number(*session[:2]), session[2]
        name, found = str(Number(prefix, count)), places(words_said, words)
        yield Hit(HitKind.NOTE, key, name, words_said, session_id, number, title, bool(private), found)


def _recommendations(connection: Connection, text: str, words: list[str], limit: int) -> Iterator[Hit]:
    where = _or_number("recommendation", all_words("recommendation", text), text)
    for key, prefix, count, wording in _found(connection, RECOMMENDATIONS, where, limit):
        name, found = str(Number(prefix, count)), places(wording, words)
        yield Hit(HitKind.RECOMMENDATION, key, name, wording, None, None, "", False, found)


def _people(connection: Connection, text: str, words: list[str], limit: int) -> Iterator[Hit]:
    where = word_beginnings(text, "name", "organisation", "code")
    # signs alone begin no word of anybody
    rows = _found(connection, PEOPLE, where, limit) if where.parameters else ()
    for key, code, name, organisation in rows:
        shown = f"{name}, {organisation}" if organisation else name
        yield Hit(HitKind.PERSON, key, code, shown, None, None, "", False, places(shown, words))


def _or_number(table: str, where: Condition, text: str) -> Condition:
    """The condition, or also that the thing bears the number that was typed."""
    number = parse_number(text)
    if number is None or number.prefix.endswith(".") is not (table == "note"):
        return where
    return Condition(f"({where.sql}) OR (prefix = ? AND count = ?)", (*where.parameters, number.prefix, number.count))


def _found(connection: Connection, question: str, where: Condition, limit: int) -> list[Any]:
    return asked(connection, question.replace("{where}", where.sql), (*where.parameters, limit))
