"""The text that a person expects to read where a spreadsheet keeps a number, a date or a truth value."""

from __future__ import annotations

from datetime import date, datetime, time

# Beyond 15 digits a spreadsheet itself no longer keeps a number exactly.
_EXACT = 1e15


def text_of(value: bool | float | str | date | time | None) -> str:
    """`3.0` reads 3, midnight of a day reads as the day, truth values read as Excel shows them, nothing as no text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, datetime):
        return _day(value) if value.time() == time() else f"{_day(value)} {_clock(value.time())}"
    if isinstance(value, time):
        return _clock(value)
    return _day(value) if isinstance(value, date) else str(value)


def _number(value: float) -> str:
    if value.is_integer() and abs(value) < _EXACT:
        return str(int(value))
    return f"{value:.15g}"


def _day(day: date) -> str:
    return f"{day:%Y-%m-%d}"


def _clock(clock: time) -> str:
    return clock.isoformat("seconds" if clock.second else "minutes") if not clock.microsecond else clock.isoformat()
