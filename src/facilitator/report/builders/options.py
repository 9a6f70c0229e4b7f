"""What a person may choose about a report, and the sessions that follow from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from facilitator.domain.errors import DayNotThere, NothingToPrint, SessionNotThere
from facilitator.domain.nouns import Instant
from facilitator.domain.record import Record, RecordSession


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """`state_at` is the moment printed as the state of the text, `program` the name and version that made it.

    `sessions` are printed numbers ("S3"), `days` the days to be printed; empty means all.
    """

    state_at: Instant
    program: str = "facilitator"
    sessions: tuple[str, ...] = ()
    days: tuple[date, ...] = ()


def chosen_sessions(record: Record, options: ReportOptions) -> tuple[RecordSession, ...]:
    """The sessions asked for, in the order of the programme.

    Raises SessionNotThere, DayNotThere, and NothingToPrint where no session is left.
    """
    numbers = {session.number for session in record.sessions}
    for number in options.sessions:
        if number not in numbers:
            there = ", ".join(session.number for session in record.sessions)
            raise SessionNotThere(session=number, sessions=there or "none")
    days = chosen_days(record, options) if options.days else ()
    chosen = tuple(
        session
        for session in record.sessions
        if (not options.sessions or session.number in options.sessions) and (not options.days or session.day in days)
    )
    if not chosen:
        raise NothingToPrint(what="session")
    return chosen


def chosen_days(record: Record, options: ReportOptions) -> tuple[date, ...]:
    """The days asked for, in order. Raises DayNotThere, and NothingToPrint in a workshop without days."""
    there = workshop_days(record)
    for day in options.days:
        if day not in there:
            raise DayNotThere(day=day, days=", ".join(map(str, there)) or "none")
    if not there:
        raise NothingToPrint(what="day")
    return tuple(day for day in there if not options.days or day in options.days)


def workshop_days(record: Record) -> tuple[date, ...]:
    """The days on which there is a session, in order."""
    return tuple(sorted({session.day for session in record.sessions if session.day}))
