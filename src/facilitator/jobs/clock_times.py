"""Clock times for notes that nobody took: spread evenly over the planned time of their session, always the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from facilitator.domain.nouns import Instant, Session


def instant_of(day: date, clock: str | time, zone: str) -> Instant:
    """The moment at which clocks in a time zone show a time of a day; `clock` is `HH:MM` or a time."""
    moment = time.fromisoformat(clock) if isinstance(clock, str) else clock
    return int(datetime.combine(day, moment, ZoneInfo(zone)).timestamp()) * 1000


class Moments:
    """The planned time of a session that has a day and times; `off_record` are two clock times to leave out."""

    def __init__(self, session: Session, zone: str, off_record: Sequence[str] = ()) -> None:
        if session.day is None or session.starts is None or session.ends is None:
            raise ValueError("a session without day and times has no moments")
        self.begins = instant_of(session.day, session.starts, zone)
        self.ends = instant_of(session.day, session.ends, zone)
        self._off = [instant_of(session.day, clock, zone) for clock in off_record] or [self.ends, self.ends]

    def spread(self, count: int) -> Iterator[Instant]:
        """So many moments in order, to the second, none of them off the record."""
        silent, ending = self._off
        span = self.ends - self.begins - (ending - silent)
        # each in the middle of its share of the time, so that none falls on the beginning or the end
        for place in range(count):
            moment = self.begins + span * (2 * place + 1) // (2 * count) // 1000 * 1000
            yield moment if moment < silent else moment + ending - silent
