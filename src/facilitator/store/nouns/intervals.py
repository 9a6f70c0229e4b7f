"""Times off the record: that they were, and nothing of what was said."""

from __future__ import annotations

from sqlalchemy import Connection, select

from facilitator.domain.nouns import Instant, Interval, Key
from facilitator.store.ledger import Edit
from facilitator.store.schema import ALL, IntervalRow, new_key
from facilitator.store.shapes import INTERVALS, SESSIONS

from .turns import end_turn

_INTERVAL = ALL["interval"].c


def open_interval(connection: Connection, session_id: Key) -> Key | None:
    """The interval in which a session is off the record now, if it is."""
    query = select(_INTERVAL.id).where(
        _INTERVAL.session_id == session_id, _INTERVAL.began_at.is_not(None), _INTERVAL.ended_at.is_(None)
    )
    key: Key | None = connection.scalar(query)
    return key


class Intervals:
    """Going off the record and coming back."""

    def __init__(self, edit: Edit) -> None:
        self._edit = edit

    def go_off_record(self, session_id: Key, at: Instant | None = None) -> Interval:
        """From `at` (else now) on nothing of this session can be stored, so that a turn ends; twice is once."""
        SESSIONS.one(self._edit.connection, session_id)
        key = open_interval(self._edit.connection, session_id)
        if key is None:
            key = new_key()
            began = self._edit.now if at is None else at
            self._edit.insert([IntervalRow(id=key, session_id=session_id, began_at=began)])
            end_turn(self._edit, session_id, began)
        return INTERVALS.one(self._edit.connection, key)

    def come_back(self, session_id: Key, at: Instant | None = None) -> Interval | None:
        """End the interval at `at`, else now, never before it began; None when the session is on the record."""
        key = open_interval(self._edit.connection, session_id)
        if key is None:
            return None
        began = INTERVALS.one(self._edit.connection, key).began_at or 0
        self._edit.update(IntervalRow, key, ended_at=max(began, self._edit.now if at is None else at))
        return INTERVALS.one(self._edit.connection, key)
