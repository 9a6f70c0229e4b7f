"""What is still open: counted for the status line after every edit, listed for the panel."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection

from facilitator.domain.cards import IN_THE_MATRIX, MATRIX
from facilitator.domain.finding import FillInRow, StatusLine
from facilitator.domain.nouns import Key
from facilitator.domain.numbers import Number
from facilitator.domain.overview import Gap
from facilitator.store.schema import RECORDED

from .asking import asked

_BEGUN = ", ".join(f"'{status}'" for status in IN_THE_MATRIX)
_EMPTY = " + ".join(f"({field} = '')" for field in MATRIX)
# somebody is known by sector and by role or organisation: one of both is what a report says of them at least
STRANGERS = """
FROM participant WHERE (sector IS NULL OR (role = '' AND organisation = ''))
AND (EXISTS (SELECT 1 FROM note WHERE note.speaker_id = participant.id {and_said})
     OR EXISTS (SELECT 1 FROM turn WHERE turn.participant_id = participant.id {and_spoken}))
"""
UNASSIGNED = "FROM note INDEXED BY ix_note_unassigned WHERE kind = 'action' AND (who = '' OR due = '')"
GAPS = f"FROM recommendation WHERE recommendation.status IN ({_BEGUN})"
OPEN_PERSON = STRANGERS.replace("FROM participant WHERE", "").format(and_said="", and_spoken="")
"""What is open, as conditions for one row: of somebody, of a note, of a recommendation."""
# of a note without a speaker the comparison would be neither true nor false
OPEN_NOTE = f"""
(note.check_later = 1 OR (note.kind = 'action' AND (note.who = '' OR note.due = ''))
 OR coalesce(note.speaker_id IN (SELECT id {STRANGERS.format(and_said="", and_spoken="")}), 0))
"""
OPEN_RECOMMENDATION = f"recommendation.status IN ({_BEGUN}) AND {_EMPTY} > 0"
CONFLICTS = " + ".join(
    f"(SELECT count(*) FROM {name} INDEXED BY ix_{name}_conflict WHERE instr(versions, '[') > 0)"  # noqa: S608
    for name in RECORDED
)
# all without the merged, less those that have a home: from indices alone, where a look at each would take 10 ms
UNGROUPED = """
(SELECT count(*) FROM recommendation)
- (SELECT count(*) FROM membership INDEXED BY ix_membership_recommendation WHERE home = 1)
- (SELECT count(*) FROM recommendation WHERE status = 'merged'
   AND NOT EXISTS (SELECT 1 FROM membership WHERE membership.recommendation_id = recommendation.id AND home = 1))
"""
STATUS = f"""
SELECT (SELECT count(*) FROM note WHERE check_later = 1)
       + (SELECT count(*) {STRANGERS.format(and_said="", and_spoken="")})
       + (SELECT count(*) {UNASSIGNED}) + (SELECT coalesce(sum({_EMPTY}), 0) {GAPS}),
       {UNGROUPED},
       {CONFLICTS},
       (SELECT count(*) FROM note)
"""  # noqa: S608 - our own words
CHECKED = """
SELECT id, prefix, count, session_id, text FROM note WHERE check_later = 1 {and_where}
ORDER BY prefix, count LIMIT ?
"""
UNKNOWN = f"""
SELECT id, name,
       (SELECT note.session_id FROM note WHERE note.speaker_id = participant.id ORDER BY note.id DESC LIMIT 1),
       sector IS NOT NULL, role <> '' OR organisation <> ''
{STRANGERS} ORDER BY name_identity, id LIMIT ?
"""  # noqa: S608 - our own words
ACTIONS = f"SELECT id, prefix, count, session_id, text, who {UNASSIGNED} {{and_where}} ORDER BY prefix, count LIMIT ?"
UNFILLED = f"""
SELECT id, prefix, count, wording, {", ".join(MATRIX)} {GAPS} AND {_EMPTY} > 0 {{and_where}}
ORDER BY prefix, count LIMIT ?
"""
SAID_IN = """
AND id IN (SELECT source.recommendation_id FROM note JOIN source ON source.note_id = note.id WHERE note.session_id = ?)
"""


def status_line(connection: Connection) -> StatusLine:
    """What is open, counted."""
    return StatusLine(*asked(connection, STATUS)[0])


def fill_in_rows(connection: Connection, session_id: Key | None, limit: int) -> tuple[FillInRow, ...]:
    """What is open: notes and actions by number, people by name, recommendations by number and field; `limit` of each.

    With a session what comes from it: its notes, those who spoke in it, the recommendations that lead back to it.
    """
    kinds = (_notes, _actions, _people, _fields)
    return tuple(row for rows in kinds for row in rows(connection, session_id, limit))


def _notes(connection: Connection, session_id: Key | None, limit: int) -> Iterator[FillInRow]:
    for key, prefix, count, session, text in _within(connection, CHECKED, "AND session_id = ?", session_id, limit):
        yield FillInRow(Gap.CHECK_LATER, key, str(Number(prefix, count)), session, text, "")


def _people(connection: Connection, session_id: Key | None, limit: int) -> Iterator[FillInRow]:
    question = UNKNOWN.format(and_said="{and_where}", and_spoken="{and_where}")
    rows = _within(connection, question, "AND session_id = ?1", session_id, limit)
    for key, name, session, has_sector, has_place in rows:
        field = "organisation" if has_sector else "sector"
        yield FillInRow(Gap.SPEAKER, key, name, session_id or session, "", field, bool(has_sector or has_place))


def _actions(connection: Connection, session_id: Key | None, limit: int) -> Iterator[FillInRow]:
    for key, prefix, count, session, text, who in _within(connection, ACTIONS, "AND session_id = ?", session_id, limit):
        yield FillInRow(Gap.ACTION, key, str(Number(prefix, count)), session, text, "due" if who else "who")


def _fields(connection: Connection, session_id: Key | None, limit: int) -> Iterator[FillInRow]:
    for key, prefix, count, wording, *values in _within(connection, UNFILLED, SAID_IN, session_id, limit):
        for field, value in zip(MATRIX, values, strict=True):
            if not value:
                yield FillInRow(Gap.MATRIX, key, str(Number(prefix, count)), None, wording, field)


def _within(connection: Connection, question: str, condition: str, session_id: Key | None, limit: int) -> list[Any]:
    if session_id is None:
        return asked(connection, question.replace("{and_where}", ""), (limit,))
    return asked(connection, question.replace("{and_where}", condition), (session_id, limit))
