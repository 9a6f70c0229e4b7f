"""What the programme says of a session, for the eye and for a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from facilitator.desktop.words import rule_name, word
from facilitator.domain.kinds import SessionKind

from .clock import show_time

if TYPE_CHECKING:
    from datetime import date

    from facilitator.domain.rows import SessionLine

    from .day import Day


def notes_told(count: int) -> str:
    """How many notes a session has."""
    return QCoreApplication.translate("Programme", "%n note(s)", "", count)


def now_told() -> str:
    """The session that is being captured."""
    return QCoreApplication.translate("Programme", "now")


def expected_told(line: SessionLine) -> str:
    """When a session takes place as the day turns out; nothing while the programme holds."""
    if line.expected is None:
        return ""
    times = "–".join(filter(None, map(show_time, line.expected)))
    return QCoreApplication.translate("Programme", "expected %1").replace("%1", times)


def off_record() -> str:
    """A session of which nothing is stored at the moment."""
    return QCoreApplication.translate("Programme", "Off the record")


def date_told(day: date | None) -> str:
    """A day in the person's language."""
    if day is None:
        return QCoreApplication.translate("Programme", "No day yet")
    return QLocale().toString(QDate(day.year, day.month, day.day), "dddd d MMMM yyyy")


def short_date(day: date) -> str:
    """A day in the person's language where there is little room."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "ddd d MMM yyyy")


def day_told(day: Day) -> str:
    """The number of a day; nothing for what has no day."""
    if day.day is None:
        return ""
    return QCoreApplication.translate("Programme", "Day %1").replace("%1", str(day.number))


def counts_told(days: list[Day]) -> str:
    """Days, sessions and breaks of the whole programme."""
    lines = [line for day in days for line in day.lines]
    breaks = sum(line.kind is SessionKind.BREAK for line in lines)
    parts = [
        QCoreApplication.translate("Programme", "%n day(s)", "", sum(day.day is not None for day in days)),
        QCoreApplication.translate("Programme", "%n session(s)", "", len(lines) - breaks),
    ]
    if breaks:
        parts.append(QCoreApplication.translate("Programme", "%n break(s)", "", breaks))
    return ", ".join(parts)


def spoken(line: SessionLine) -> str:
    """A whole session in words."""
    times = " – ".join(filter(None, (show_time(line.starts), show_time(line.ends))))
    rule = off_record() if line.off_record_since is not None else rule_name(line.rule)
    notes = notes_told(line.notes) if line.notes else ""
    parts = (times, expected_told(line), str(line.number), line.title, word(line.kind), rule, line.place, notes)
    return ", ".join(part for part in parts if part)
