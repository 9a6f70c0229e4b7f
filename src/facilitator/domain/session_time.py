"""The times of a day as planned and as they turn out: when a session began, when it will end, what comes later for it.

Planned times are those of the workshop's time zone; instants are milliseconds since 1970. Nothing here knows a clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from .nouns import Instant, Key
from .rows import SessionLine

LATE, VERY_LATE = 20, 5
"""Per cent of a session's time left at which its clock warns, and at which it insists."""
EARLIEST = timedelta(minutes=30)
"""So long before the planned start a note tells that the session has begun; before that it is one of preparation."""
NEAR = timedelta(hours=2)
"""So long after it should have ended, and half as long before it starts, a session has a clock."""


@dataclass(frozen=True, slots=True)
class Expected:
    """When a session takes place as things stand: `due` is when it ought to end, `ends` when it does or will.

    Both are None without a planned end. `is_late` says that it could not begin when planned, for others took its time.
    """

    starts: datetime
    due: datetime | None
    ends: datetime | None
    is_late: bool


@dataclass(frozen=True, slots=True)
class SessionTime:
    """A session at one moment, in whole minutes: `left` until it ought to end, `over` since; one of them is 0."""

    planned: int
    elapsed: int
    left: int
    over: int
    per_cent_left: int

    @property
    def weight(self) -> str:
        """Nothing while there is time, then "warn", then "danger"."""
        return "danger" if self.per_cent_left <= VERY_LATE else "warn" if self.per_cent_left <= LATE else ""


def tells_beginning(day: date | None, starts: time | None, ends: time | None, moment: datetime) -> bool:
    """Whether a note taken then says that a session planned so has begun: on its day, and not long before its time.

    One of a session that goes on past midnight does too. `moment` is in the workshop's zone.
    """
    if day is None:
        return True
    earliest = datetime.combine(day, starts or time(), moment.tzinfo) - EARLIEST
    latest = datetime.combine(day, ends or time.max, moment.tzinfo) + NEAR
    return earliest <= moment and (moment.date() == day or moment <= latest)


def expected(lines: Iterable[SessionLine], now: datetime) -> Mapping[Key, Expected]:
    """When the sessions with day and start take place as things stand at `now`, which is in the workshop's zone.

    One that is closed took until then. One that is open takes until now at least, or until one opened that was to come
    after it. Each other one begins when the programme says, or when those have ended that were to end before it, and
    takes as long as planned. What runs side by side does not wait for each other, nor one day for the day before.
    """
    days: dict[date, list[_Day]] = {}
    found: dict[Key, Expected] = {}
    timed = [_Day(line, line.day, line.starts) for line in lines if line.day is not None and line.starts is not None]
    for one in timed:
        days.setdefault(one.day, []).append(one)
    for day in days.values():
        _settle(sorted(day, key=lambda one: (one.starts, one.line.number.prefix, one.line.number.count)), found, now)
    return found


def as_expected(lines: Iterable[SessionLine], now: datetime) -> tuple[SessionLine, ...]:
    """The lines with `expected` set where a session, or one before it, takes more time than was planned."""
    kept = tuple(lines)
    found = expected(kept, now)
    return tuple(replace(line, expected=_shift(found.get(line.key))) for line in kept)


def _shift(one: Expected | None) -> tuple[time, time | None] | None:
    if one is None or not (one.is_late or (one.due is not None and one.ends is not None and one.ends > one.due)):
        return None
    return one.starts.time(), None if one.ends is None else one.ends.time()


def session_time(line: SessionLine, one: Expected, now: datetime) -> SessionTime | None:
    """The clock of a session: None without a planned end, when it is closed, and long before or after it."""
    if one.due is None or line.closed_at is not None or not one.starts - NEAR / 2 <= now <= one.due + NEAR:
        return None
    left, planned = _minutes(one.due - now), _planned(line)
    per_cent = 100 * (one.due - now) // timedelta(minutes=planned) if planned else 100 * (left > 0)
    return SessionTime(
        planned=planned,
        elapsed=max(0, _minutes(now - one.starts)),
        left=max(0, left),
        over=max(0, _minutes(now - one.due)),
        per_cent_left=max(0, min(100, per_cent)),
    )


def _planned(line: SessionLine) -> int:
    if line.starts is None or line.ends is None:
        return 0
    return 60 * (line.ends.hour - line.starts.hour) + line.ends.minute - line.starts.minute


@dataclass(frozen=True, slots=True)
class _Day:
    """A session that has a place in the day."""

    line: SessionLine
    day: date
    starts: time

    def at(self, moment: time, zone: tzinfo | None) -> datetime:
        return datetime.combine(self.day, moment, zone)


def _settle(day: list[_Day], found: dict[Key, Expected], now: datetime) -> None:
    for place, one in enumerate(day):
        planned = one.at(one.starts, now.tzinfo)
        ended = [
            found[other.line.key].ends
            for other in day[:place]
            if other.line.ends is not None and other.line.ends <= one.starts
        ]
        awaited = max([planned, *(moment for moment in ended if moment is not None)])
        due = None if one.line.ends is None else awaited + (one.at(one.line.ends, now.tzinfo) - planned)
        opened = one.line.opened_at
        starts = awaited if opened is None else _local(opened, now)
        found[one.line.key] = Expected(starts, due, _end(one, due, day[place + 1 :], now), awaited > planned)


def _end(one: _Day, due: datetime | None, later: list[_Day], now: datetime) -> datetime | None:
    if one.line.closed_at is not None:
        return _local(one.line.closed_at, now)
    ends = one.line.ends
    if due is None or ends is None or one.line.opened_at is None:
        return due
    # Nobody said that it ended: it had when what was to follow began, and long after its time nobody will say so.
    followed = [
        _local(other.line.opened_at, now)
        for other in later
        if other.line.opened_at is not None and ends <= other.starts
    ]
    return min(followed) if followed else max(due, now) if now <= due + NEAR else due


def _local(at: Instant, like: datetime) -> datetime:
    return datetime.fromtimestamp(at / 1000, UTC).astimezone(like.tzinfo)


def _minutes(span: timedelta) -> int:
    return int(span.total_seconds() // 60)
