"""Whose turn it is in a session, and who waits for one."""

from __future__ import annotations

from sqlalchemy import Connection

from facilitator.domain.nouns import Key
from facilitator.domain.rows import Floor, TurnLine

from .asking import asked
from .notes import speaker_of

# the one that is going on comes first
OPEN = """
SELECT turn.id, turn.asked_at, turn.began_at,
       NOT EXISTS (SELECT 1 FROM note WHERE note.speaker_id = participant.id)
       AND NOT EXISTS (SELECT 1 FROM turn AS former WHERE former.participant_id = participant.id
                       AND former.began_at IS NOT NULL AND former.id <> turn.id),
       participant.id, participant.name, participant.code, participant.organisation, participant.sector
FROM turn JOIN participant ON participant.id = turn.participant_id
WHERE turn.session_id = ? AND turn.ended_at IS NULL
ORDER BY turn.began_at IS NULL, turn.began_at DESC, turn.position, turn.id
"""


def floor_of(connection: Connection, session_id: Key) -> Floor:
    """Who speaks and who waits. Where two rooms have each begun a turn, the one that began last is going on."""
    lines = [
        TurnLine(key, speaker_of(*person), asked_at, began_at, bool(is_first))
        for key, asked_at, began_at, is_first, *person in asked(connection, OPEN, (session_id,))
    ]
    speaking = next((line for line in lines if line.began_at is not None), None)
    return Floor(speaking, tuple(line for line in lines if line.began_at is None))
