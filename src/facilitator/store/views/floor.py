"""Whose turn it is in a session, and who waits for one."""

from __future__ import annotations

from sqlalchemy import Connection

from facilitator.domain.kinds import Sector
from facilitator.domain.nouns import Key
from facilitator.domain.rows import Floor, TurnLine
from facilitator.domain.shares import Voice

from .asking import asked
from .notes import speaker_of

# the one that is going on comes first
OPEN = """
SELECT turn.id, turn.asked_at, turn.began_at,
       NOT EXISTS (SELECT 1 FROM note WHERE note.speaker_id = participant.id)
       AND NOT EXISTS (SELECT 1 FROM turn AS former WHERE former.participant_id = participant.id
                       AND former.began_at IS NOT NULL AND former.id <> turn.id),
       participant.id, participant.name, participant.code, participant.code_made, participant.organisation,
       participant.sector
FROM turn JOIN participant ON participant.id = turn.participant_id
WHERE turn.session_id = ? AND turn.ended_at IS NULL
ORDER BY turn.began_at IS NULL, turn.began_at DESC, turn.position, turn.id
"""
# everybody, also those who said nothing; private notes are nobody's voice in the room
VOICES = """
SELECT participant.sector, participant.about, coalesce(spoke.spoken, 0), coalesce(said.notes, 0)
FROM participant LEFT JOIN (
    SELECT participant_id, sum(ended_at - began_at) AS spoken FROM turn
    WHERE session_id = ?1 AND ended_at IS NOT NULL GROUP BY participant_id
) AS spoke ON spoke.participant_id = participant.id
LEFT JOIN (
    SELECT speaker_id, count(*) AS notes FROM note WHERE session_id = ?1 AND private = 0 GROUP BY speaker_id
) AS said ON said.speaker_id = participant.id
"""
SECTORS = {sector.value: sector for sector in Sector}


def voices_of(connection: Connection, session_id: Key) -> tuple[Voice, ...]:
    """Everybody in the workshop without a name, with how much they were heard in one session."""
    return tuple(
        Voice(SECTORS.get(sector), about, spoken, notes)
        for sector, about, spoken, notes in asked(connection, VOICES, (session_id,))
    )


def floor_of(connection: Connection, session_id: Key) -> Floor:
    """Who speaks and who waits. Where two rooms have each begun a turn, the one that began last is going on."""
    lines = [
        TurnLine(key, speaker_of(*person), asked_at, began_at, bool(is_first))
        for key, asked_at, began_at, is_first, *person in asked(connection, OPEN, (session_id,))
    ]
    speaking = next((line for line in lines if line.began_at is not None), None)
    return Floor(speaking, tuple(line for line in lines if line.began_at is None))
