"""The programme, and who speaks in one of its sessions."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from sqlalchemy import Connection

from facilitator.domain.kinds import SessionKind, SessionRole
from facilitator.domain.nouns import Key
from facilitator.domain.numbers import Number
from facilitator.domain.rows import SessionLine, SpeakerLine

from .asking import asked
from .notes import RULES, speaker_of

KINDS = {kind.value: kind for kind in SessionKind}
ROLES = {role.value: role for role in SessionRole}

SESSIONS = """
SELECT session.id, session.prefix, session.count, session.title, session.kind, session.day, session.starts,
       session.ends, session.place,
       coalesce(session.attribution, workshop.attribution), session.attribution IS NOT NULL,
       (SELECT count(*) FROM note WHERE note.session_id = session.id), session.opened_at, session.closed_at,
       (SELECT min(began_at) FROM interval WHERE interval.session_id = session.id AND ended_at IS NULL)
FROM session JOIN workshop
ORDER BY session.day IS NULL, session.day, session.position, session.prefix, session.count, session.id
"""
# of several roles of one person the one that is first in the list of roles
SPEAKERS = """
SELECT participant.id, participant.name, participant.code, participant.code_made, participant.organisation,
       participant.sector, said.notes, said.last, spoke.spoken,
       (SELECT group_concat(part.role, ',') FROM part
        WHERE part.session_id = ?1 AND part.participant_id = participant.id)
FROM participant LEFT JOIN (
    SELECT speaker_id, count(*) AS notes, max(position) AS last FROM note
    WHERE session_id = ?1 AND speaker_id IS NOT NULL GROUP BY speaker_id
) AS said ON said.speaker_id = participant.id
LEFT JOIN (
    SELECT participant_id, sum(ended_at - began_at) AS spoken FROM turn
    WHERE session_id = ?1 AND began_at IS NOT NULL GROUP BY participant_id
) AS spoke ON spoke.participant_id = participant.id
WHERE said.notes OR spoke.participant_id IS NOT NULL
OR participant.id IN (SELECT participant_id FROM part WHERE session_id = ?1)
"""


def session_list(connection: Connection) -> tuple[SessionLine, ...]:
    """All sessions in the order of the programme."""
    return tuple(_line(*row) for row in asked(connection, SESSIONS))


def speakers_of(connection: Connection, session_id: Key) -> tuple[SpeakerLine, ...]:
    """Who spoke in a session, the last first, then who has a role in it and has not spoken, by role."""
    order = {role: place for place, role in enumerate(SessionRole)}
    lines: list[tuple[tuple[Any, ...], SpeakerLine]] = []
    for *person, notes, last, spoken, cast in asked(connection, SPEAKERS, (session_id,)):
        roles = [ROLES[role] for role in cast.split(",")] if cast else []
        role = min(roles, key=lambda one: order[one], default=None)
        speaker = speaker_of(*person)
        place = (
            last is None, -(last or 0), len(order) if role is None else order[role], speaker.name, speaker.key,
        )  # fmt: skip
        lines.append((place, SpeakerLine(speaker, role, notes or 0, spoken or 0)))
    return tuple(line for _, line in sorted(lines, key=lambda pair: pair[0]))


def _line(
    key: Key,
    prefix: str,
    count: int,
    title: str,
    kind: str,
    day: str | None,
    starts: int | None,
    ends: int | None,
    place: str,
    rule: str,
    own_rule: int,
    notes: int,
    opened_at: int | None,
    closed_at: int | None,
    off_record_since: int | None,
) -> SessionLine:
    return SessionLine(
        key,
        Number(prefix, count),
        title,
        KINDS[kind],
        None if day is None else date.fromisoformat(day),
        _time(starts),
        _time(ends),
        place,
        RULES[rule],
        bool(own_rule),
        notes,
        opened_at,
        closed_at,
        off_record_since,
    )


def _time(minutes: int | None) -> time | None:
    return None if minutes is None else time(*divmod(minutes, 60))
