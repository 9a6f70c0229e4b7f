"""The speaking list: who wants to speak, in which order, who speaks now, and from when to when each did."""

from __future__ import annotations

from sqlalchemy import ColumnElement, exists, select

from facilitator.domain.errors import NoLongerThere, OffTheRecord
from facilitator.domain.nouns import Instant, Key, Turn
from facilitator.domain.rows import NoteSpeaker
from facilitator.store import order
from facilitator.store.ledger import Edit
from facilitator.store.schema import ALL, TurnRow, new_key
from facilitator.store.shapes import PARTICIPANTS, SESSIONS, TURNS

_TURN, _INTERVAL = ALL["turn"].c, ALL["interval"].c


def end_turn(edit: Edit, session_id: Key, at: Instant) -> None:
    """End the turn that is going on in a session, if one is; never before it began."""
    going_on = (_TURN.session_id == session_id, _TURN.began_at.is_not(None), _TURN.ended_at.is_(None))
    for key, began in edit.connection.execute(select(_TURN.id, _TURN.began_at).where(*going_on)).all():
        edit.update(TurnRow, key, ended_at=max(began, at))


class Turns:
    """Edits of the speaking list. While a session is off the record all of them raise `OffTheRecord`."""

    def __init__(self, edit: Edit) -> None:
        self._edit = edit

    def ask(self, session_id: Key, participant_id: Key, at: Instant | None = None) -> Turn:
        """Put somebody at the end of the list; who is on it already keeps their place."""
        self._refuse_off_record(session_id)
        PARTICIPANTS.one(self._edit.connection, participant_id)
        waits = _waiting(session_id)
        for turn in TURNS.all(self._edit.connection, *waits, _TURN.participant_id == participant_id):
            return turn
        row = TurnRow(
            id=new_key(),
            session_id=session_id,
            participant_id=participant_id,
            position=order.after_last(self._edit.connection, "turn", *waits),
            asked_at=self._edit.now if at is None else at,
        )
        self._edit.insert([row])
        return TURNS.one(self._edit.connection, row.id)

    def withdraw(self, key: Key) -> None:
        """Take somebody who waits off the list; `NoLongerThere` when they have been called meanwhile."""
        self._edit.delete(TurnRow, self._still(key).id)

    def move(self, key: Key, after: Key | None) -> None:
        """Put somebody who waits right after another one, or first with None; `NoLongerThere` as with `withdraw`."""
        waits = _waiting(self._still(key).session_id)
        self._edit.update(TurnRow, key, position=order.place_after(self._edit, TurnRow, after, *waits, moved=key))

    def call_next(self, session_id: Key, at: Instant | None = None) -> NoteSpeaker | None:
        """The turn that is going on ends, and that of the first on the list begins: theirs, or None when nobody waits.

        Who it is the edit alone knows: what a window shows may be the list as it was before.
        """
        self._refuse_off_record(session_id)
        now = self._edit.now if at is None else at
        end_turn(self._edit, session_id, now)
        first = min(TURNS.all(self._edit.connection, *_waiting(session_id)), key=_place, default=None)
        if first is None:
            return None
        self._edit.update(TurnRow, first.id, began_at=now)
        one = PARTICIPANTS.one(self._edit.connection, first.participant_id)
        return NoteSpeaker(one.id, one.name, one.code, one.code_made, one.organisation, one.sector)

    def _still(self, key: Key) -> Turn:
        turn = TURNS.one(self._edit.connection, key)
        self._refuse_off_record(turn.session_id)
        if turn.began_at is not None or turn.ended_at is not None:
            # the time that somebody spoke is not deleted by a key that was meant for the list as it was
            raise NoLongerThere(what="turn")
        return turn

    def _refuse_off_record(self, session_id: Key) -> None:
        session = SESSIONS.one(self._edit.connection, session_id)
        is_off = exists().where(
            _INTERVAL.session_id == session_id, _INTERVAL.began_at.is_not(None), _INTERVAL.ended_at.is_(None)
        )
        if self._edit.connection.scalar(select(is_off)):
            raise OffTheRecord(session=session.number)


def _waiting(session_id: Key) -> tuple[ColumnElement[bool], ...]:
    return _TURN.session_id == session_id, _TURN.began_at.is_(None), _TURN.ended_at.is_(None)


def _place(turn: Turn) -> tuple[float, Key]:
    return turn.position, turn.id
