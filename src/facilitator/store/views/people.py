"""People as their table shows them, and whom and what a captured line can name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection

from facilitator.domain.finding import Vocabulary
from facilitator.domain.nouns import Key
from facilitator.domain.rows import PersonRow

from .asking import about, asked
from .cards import parent_names, shown_chips
from .matching import word_beginnings
from .notes import SECTORS, speaker_of

PEOPLE = """
SELECT id, name, code, code_made, role, organisation, sector, country,
       (SELECT count(*) FROM note WHERE note.speaker_id = participant.id),
       (SELECT count(DISTINCT part.session_id) FROM part WHERE part.participant_id = participant.id)
FROM participant WHERE {where} ORDER BY name_identity, id
"""
SPEAKERS = "SELECT id, name, code, code_made, organisation, sector FROM participant ORDER BY name_identity, id"

# Of each the note that came into this file last, by the end of the index: to compare the keys of all that somebody has
# said took 100 ms with 100,000 notes, after every note that names somebody.
LATEST = """
SELECT id FROM (
    SELECT participant.id AS id, (
        SELECT note.id FROM note WHERE note.speaker_id = participant.id ORDER BY note.rowid DESC LIMIT 1
    ) AS newest
    FROM participant
)
WHERE newest IS NOT NULL ORDER BY newest DESC
"""


def people_rows(connection: Connection, text: str = "") -> tuple[PersonRow, ...]:
    """Everybody by name in whose name, organisation or code some word begins with each word of `text`."""
    found = word_beginnings(text, "name", "organisation", "code")
    return tuple(_row(*row) for row in asked(connection, PEOPLE.replace("{where}", found.sql), found.parameters))


def some_people(connection: Connection, keys: Iterable[Key]) -> dict[Key, PersonRow]:
    """These people, without those that are gone."""
    parts = about(keys, PEOPLE.replace("{where}", "id IN ({keys})"))
    return {row[0]: _row(*row) for question, part in parts for row in asked(connection, question, part)}


def vocabulary(connection: Connection) -> Vocabulary:
    """All people and themes that a line can name."""
    speakers = tuple(speaker_of(*row) for row in asked(connection, SPEAKERS))
    latest = tuple(row[0] for row in asked(connection, LATEST))
    return Vocabulary(speakers, shown_chips(connection), latest, parent_names(connection))


def _row(
    key: Key, name: str, code: str, code_made: int, role: str, organisation: str, sector: str | None, *rest: Any
) -> PersonRow:
    known = None if sector is None else SECTORS[sector]
    return PersonRow(key, name, code, bool(code_made), role, organisation, known, *rest)
