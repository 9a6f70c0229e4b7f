"""Notes as the capture column shows them, whole sessions or the ones that changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from facilitator.domain.kinds import NoteKind, Rule, Sector, Status
from facilitator.domain.nouns import Key
from facilitator.domain.numbers import Number
from facilitator.domain.rows import Chip, Made, NoteRow, NoteSpeaker

from .asking import about, all_kept, asked

KINDS = {kind.value: kind for kind in NoteKind}
RULES = {rule.value: rule for rule in Rule}
SECTORS = {sector.value: sector for sector in Sector}
STATUSES = {status.value: status for status in Status}

OF_SESSION = "note.session_id = ?"
LAST_OF_SESSION = """
note.id IN (SELECT id FROM note WHERE session_id = ? ORDER BY position DESC, prefix DESC, count DESC, id DESC LIMIT ?)
"""
NOTES = """
SELECT note.id, note.prefix, note.count, note.session_id, note.position, note.kind, note.text, note.speaker_id,
       note.private, note.check_later, note.taken_at, note.rule, note.who, note.due
FROM note WHERE {where} ORDER BY note.position, note.prefix, note.count, note.id
"""
SPEAKERS = """
SELECT id, name, code, code_made, organisation, sector FROM participant
WHERE id IN (SELECT note.speaker_id FROM note WHERE {where})
"""
# a note that made a recommendation has no tags: its themes are those of the recommendation, the home first
CARRIED = """
SELECT note.id, tag.theme_id, 0, tag.position, tag.id FROM note JOIN tag ON tag.note_id = note.id WHERE {where}
UNION ALL
SELECT note.id, membership.theme_id, NOT membership.home, 0, membership.id
FROM note JOIN source ON source.note_id = note.id AND source.origin
JOIN membership ON membership.recommendation_id = source.recommendation_id
WHERE {where} ORDER BY 3, 4, 5
"""
MADE = """
SELECT note.id, recommendation.id, recommendation.prefix, recommendation.count, recommendation.status
FROM note JOIN source ON source.note_id = note.id AND source.origin
JOIN recommendation ON recommendation.id = source.recommendation_id WHERE {where}
"""
# the latest comes last
RELEASED = """
SELECT note.id, release.rule FROM note JOIN release ON release.note_id = note.id
WHERE {where} ORDER BY coalesce(release.released_at, 0), release.id
"""
CHIPS = "SELECT id, name, colour, symbol FROM theme ORDER BY position, id"


def of_session(connection: Connection, session_id: Key, last: int | None = None) -> tuple[NoteRow, ...]:
    """The notes of one session in their order, or so many of them at its end."""
    if last is not None:
        return tuple(_rows(connection, LAST_OF_SESSION, (session_id, last)))
    return tuple(_rows(connection, OF_SESSION, (session_id,)))


def by_keys(connection: Connection, keys: Iterable[Key]) -> dict[Key, NoteRow]:
    """These notes, without those that are gone."""
    parts = about(keys, "note.id IN ({keys})")
    return {row.key: row for where, part in parts for row in _rows(connection, where, part)}


def chips(connection: Connection) -> dict[Key, Chip]:
    """All themes by key, in the order in which they were placed."""
    return {row[0]: Chip(*row) for row in asked(connection, CHIPS)}


def speaker_of(key: Key, name: str, code: str, code_made: int, organisation: str, sector: str | None) -> NoteSpeaker:
    """A row about a person as somebody who speaks."""
    return NoteSpeaker(key, name, code, bool(code_made), organisation, None if sector is None else SECTORS[sector])


def _rows(connection: Connection, where: str, parameters: Sequence[object]) -> list[NoteRow]:
    def told(question: str) -> list[Any]:
        conditions = question.count("{where}")
        return asked(connection, question.replace("{where}", where), [*parameters] * conditions)

    rows = told(NOTES)
    speakers = {row[0]: speaker_of(*row) for row in told(SPEAKERS)}
    themes = _themes(told(CARRIED), chips(connection))
    made = {row[0]: Made(row[1], Number(row[2], row[3]), STATUSES[row[4]]) for row in told(MADE)}
    released = dict[Key, str](told(RELEASED))
    make: Callable[[type[NoteRow], tuple[Any, ...]], NoteRow] = tuple.__new__
    with all_kept():
        return [make(NoteRow, _values(row, speakers, themes, made, released)) for row in rows]


def _themes(carried: Iterable[tuple[Any, ...]], shown: Mapping[Key, Chip]) -> dict[Key, tuple[Chip, ...]]:
    themes: defaultdict[Key, tuple[Chip, ...]] = defaultdict(tuple)
    for note, theme, *_ in carried:
        themes[note] += (shown[theme],)
    return dict(themes)


def _values(
    row: tuple[Any, ...],
    speakers: Mapping[Key, NoteSpeaker],
    themes: Mapping[Key, tuple[Chip, ...]],
    made: Mapping[Key, Made],
    released: Mapping[Key, str],
) -> tuple[Any, ...]:
    """What a row of the table is, in the order of the fields of a NoteRow."""
    key, prefix, count, session, position, kind, text, speaker, private, check_later, taken_at, rule, who, due = row
    return (
        key,
        Number(prefix, count),
        session,
        position,
        KINDS[kind],
        text,
        speakers.get(speaker),
        private == 1,
        check_later == 1,
        taken_at,
        RULES[released.get(key, rule)],
        who,
        due,
        themes.get(key, ()),
        made.get(key),
    )
