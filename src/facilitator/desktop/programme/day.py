"""The sessions of one day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.domain.rows import SessionLine


@dataclass(frozen=True, slots=True)
class Day:
    """A day with its sessions in their order. `number` counts from 1; a day of None holds what has no day yet."""

    day: date | None
    number: int
    lines: tuple[SessionLine, ...]


def days_of(lines: Iterable[SessionLine], offered: Iterable[date]) -> list[Day]:
    """All days of the programme, and those that are offered though nothing stands on them yet."""
    by_day = {day: tuple(those) for day, those in groupby(lines, key=lambda line: line.day)}
    dated = sorted({day for day in by_day if day is not None} | set(offered))
    days = [Day(day, number, by_day.get(day, ())) for number, day in enumerate(dated, 1)]
    if None in by_day:
        days.append(Day(None, 0, by_day[None]))
    return days
