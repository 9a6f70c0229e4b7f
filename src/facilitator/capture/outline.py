"""A text file of notes, read line by line: headings and notes, and nothing lost between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Final

from facilitator.text import WHITE_SPACE, clean, trim

from .doubts import doubt_of_heading, doubts_in_title
from .grammar import read_trimmed
from .line import Line
from .line_warning import LineWarning, Reason

_LINE_END: Final = re.compile("\r\n|\r|\n")
_HASHES: Final = re.compile(f"(##?)[{WHITE_SPACE}]+")
_DAY: Final = "Day:"
_DATE: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_TIMES: Final = re.compile(rf"([0-9]{{1,2}}):([0-9]{{2}})[-–]([0-9]{{1,2}}):([0-9]{{2}})(?:[{WHITE_SPACE}]+|\Z)")


@dataclass(frozen=True, slots=True)
class WorkshopTitle:
    """`# Title`: the first of its kind; whether it names the workshop is for the importer to say."""

    title: str


@dataclass(frozen=True, slots=True)
class Day:
    """`Day: 2023-08-09`: the date of the sessions that follow."""

    date: date


@dataclass(frozen=True, slots=True)
class SessionHeading:
    """`## 09:30-10:30 Title`: a session starts. Without a time both are None; of a bare time the title is that time."""

    title: str
    starts: time | None = None
    ends: time | None = None


Content = WorkshopTitle | Day | SessionHeading | Line


@dataclass(frozen=True, slots=True)
class Entry:
    """What the line with this number (from 1) is; `typed` is the line, clean and trimmed."""

    number: int
    typed: str
    content: Content
    warnings: tuple[LineWarning, ...] = ()


def read_lines(text: str) -> Iterator[Entry]:
    """Read a file's decoded text, one entry for each line that is not empty, in order and as it is asked for.

    Lines end at LF, CRLF or CR only. `@@` and notes before the first session are for the importer to resolve.
    """
    titled = False
    for number, typed in enumerate(split_lines(text), 1):
        line = trim(typed)
        if line:
            content, warnings = _read(line, titled=titled)
            titled = titled or isinstance(content, WorkshopTitle)
            yield Entry(number, clean(line), content, warnings)


def split_lines(text: str) -> Iterator[str]:
    """The lines of a text, the empty ones too. They end at LF, CRLF or CR only."""
    start = 0
    for end in _LINE_END.finditer(text):
        yield text[start : end.start()]
        start = end.end()
    yield text[start:]


def _read(line: str, *, titled: bool) -> tuple[Content, tuple[LineWarning, ...]]:
    hashes = _HASHES.match(line)
    if hashes and hashes[1] == "##":
        return _session(clean(line[hashes.end() :]))
    if hashes:
        title = clean(line[hashes.end() :])
        return _note(line, Reason.SECOND_TITLE) if titled else (WorkshopTitle(title), _doubts(title, timed=True))
    if line.startswith(_DAY):
        day = _date(trim(line.removeprefix(_DAY)))
        return _note(line, Reason.NOT_A_DAY) if day is None else (Day(day), ())
    return _note(line, doubt_of_heading(line))


def _note(line: str, reason: Reason | None = None) -> tuple[Line, tuple[LineWarning, ...]]:
    note = read_trimmed(line, in_file=True)
    return note, (LineWarning(reason, clean(line)), *note.warnings) if reason else note.warnings


def _date(typed: str) -> date | None:
    match = _DATE.fullmatch(typed)
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def _session(title: str) -> tuple[SessionHeading, tuple[LineWarning, ...]]:
    match = _TIMES.match(title)
    if match is None:
        return SessionHeading(title), _doubts(title)
    starts, ends = _time(match[1], match[2]), _time(match[3], match[4])
    if starts is None or ends is None or ends < starts:
        return SessionHeading(title), (LineWarning(Reason.NOT_A_TIME, trim(match[0])), *_doubts(title, timed=True))
    return SessionHeading(title[match.end() :] or title, starts, ends), _doubts(title, timed=True)


def _doubts(title: str, *, timed: bool = False) -> tuple[LineWarning, ...]:
    # With `timed` a time at the start has been read or warned of, or means nothing.
    found = (LineWarning(reason, text) for text, reason in doubts_in_title(title))
    return tuple(one for one in found if not (timed and one.reason is Reason.TIME_IN_TITLE))


def _time(hours: str, minutes: str) -> time | None:
    hour, minute = int(hours), int(minutes)
    return time(hour, minute) if hour < 24 and minute < 60 else None
