"""What stands in a text or heading as it was typed, but looks as if a sign or heading had been meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from facilitator.domain.kinds import NoteKind
from facilitator.text import WHITE_SPACE

from .characters import ATS, COLONS, DOUBLE_QUESTION_MARK, HASHES, KIND_SIGNS, QUESTION_MARKS, SLASHES
from .line_warning import Reason

# `=sum` and `"word"` are what people write; of the other signs a letter or a speaker right behind looks like haste.
_HASTY: Final = "".join(signs for kind, signs in KIND_SIGNS.items() if kind not in {NoteKind.QUOTE, NoteKind.DECISION})
_EQUALS: Final = KIND_SIGNS[NoteKind.DECISION]
_RUNS_ON: Final = re.compile(rf"[{re.escape(_HASTY)}](?:[{ATS}]|[^\W\d_])|[{_EQUALS}][{ATS}]")
_LONE_SLASH: Final = re.compile(f"[{SLASHES}](?=[{WHITE_SPACE}])")
# A path or an address has more slashes in the word.
_SLASHES_LATER: Final = re.compile(
    rf"(?<![^{WHITE_SPACE}])[{SLASHES}]{{2}}(?=[^{WHITE_SPACE}{SLASHES}]*(?:[{WHITE_SPACE}]|\Z))"
)

_CHECK_LATER: Final = re.compile(rf"(?:[{QUESTION_MARKS}]{{2}}|{DOUBLE_QUESTION_MARK})[{WHITE_SPACE}]")
_OFF_RECORD: Final = re.compile(rf"[\[({{]?[{WHITE_SPACE}]*(?i:off[{WHITE_SPACE}-]the[{WHITE_SPACE}-]record)\b")

_ATTRIBUTION: Final = re.compile(rf"(?i:attribution)[{WHITE_SPACE}]*[{COLONS}]")
_SESSION: Final = re.compile(rf"[{HASHES}]{{2}}[^{WHITE_SPACE}{HASHES}]")
_DAY: Final = re.compile(rf"(?i:day)[{WHITE_SPACE}]*(?:[{COLONS}]|[0-9]{{4}}-)")
_POINTED_TIME: Final = rf"[0-9]{{1,2}}[{COLONS}.hH][0-9]{{2}}"
_TIMES: Final = re.compile(
    rf"{_POINTED_TIME}[{WHITE_SPACE}]*[-–—][{WHITE_SPACE}]*{_POINTED_TIME}|[0-9]{{1,2}}[{COLONS}][0-9]{{2}}(?![0-9])"
)


def doubts_in_text(line: str, start: int, end: int, *, private: bool) -> Iterator[tuple[int, Reason]]:
    """Where in the text of a line, from `start` to before `end`, a sign seems to be meant, and why it is none."""
    if _RUNS_ON.match(line, start, end):
        yield start, Reason.KIND_RUNS_ON
    if _CHECK_LATER.match(line, start, end):
        yield start, Reason.CHECK_LATER_AT_START
    if private:
        return
    if _OFF_RECORD.match(line, start, end):
        yield start, Reason.OFF_THE_RECORD
    slashes = _LONE_SLASH.match(line, start, end) or _SLASHES_LATER.search(line, start, end)
    if slashes:
        yield slashes.start(), Reason.PRIVATE_LATER


def doubt_of_heading(line: str) -> Reason | None:
    """Why a line of a file that looks like a heading is none."""
    if _SESSION.match(line):
        return Reason.SESSION_RUNS_ON
    if _ATTRIBUTION.match(line):
        return Reason.ATTRIBUTION_IN_FILE
    return Reason.NEARLY_A_DAY if _DAY.match(line) else None


def doubts_in_title(title: str) -> Iterator[tuple[str, Reason]]:
    """What of a heading's title looks like a time or like what makes a note private, as it stands there."""
    times = _TIMES.match(title)
    if times:
        yield times[0], Reason.TIME_IN_TITLE
    if _SLASHES_LATER.search(title):
        yield "//", Reason.PRIVATE_HEADING
