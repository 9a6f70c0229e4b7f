"""Times of day as people type them."""

from __future__ import annotations

import re
from datetime import time

_TIME = re.compile(r"(\d{1,2})(?:[:.h]?(\d{2}))?")
_LEADING = re.compile(
    r"(?P<starts>\d{1,2}[:.h]\d{2})(?:\s*[-–]\s*(?P<ends>\d{1,2}[:.h]\d{2}))?\s+(?P<title>.+)", re.DOTALL
)


def read_time(typed: str) -> time | None:
    """The time that is meant by 9:30, 9.30, 0930 or 9; None for nothing. Raises ValueError for anything else."""
    text = typed.strip()
    if not text:
        return None
    found = _TIME.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return time(int(found[1]), int(found[2] or 0))


def show_time(moment: time | None) -> str:
    """A time on 24 hours in every language, as the programme is printed."""
    return "" if moment is None else f"{moment:%H:%M}"


def read_line(typed: str) -> tuple[str, time | None, time | None]:
    """Title, start and end of a session typed in one line, as in `09:30-10:15 Opening`; the times may be missing."""
    text = typed.strip()
    found = _LEADING.fullmatch(text)
    if found is None:
        return text, None, None
    try:
        return found["title"], read_time(found["starts"]), read_time(found["ends"] or "")
    except ValueError:
        # 25:10 is no time, so it is a part of the title.
        return text, None, None
