"""The characters that the grammar knows. Signs and marks are matched after NFKC (rule 8), so each has several forms."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import Final

from facilitator.domain.kinds import NoteKind
from facilitator.text import WHITE_SPACE, clean, trim

KIND_SIGNS: Final = {
    NoteKind.RECOMMENDATION: "!︕﹗！",
    NoteKind.QUOTE: '"＂“«',
    NoteKind.QUESTION: "?︖﹖？",
    NoteKind.GOOD_PRACTICE: "+⁺₊﬩﹢＋",
    NoteKind.CHALLENGE: "~～",
    NoteKind.DECISION: "=⁼₌﹦＝",
    NoteKind.ACTION: ">﹥＞",
    NoteKind.PARKING_LOT: "^＾",
}
"""For each kind its sign, first as it is printed, then in the other forms. A point has none."""

SLASHES: Final = "/／"
ATS: Final = "@﹫＠"
HASHES: Final = "#﹟＃"
QUESTION_MARKS: Final = "?︖﹖？"
DOUBLE_QUESTION_MARK: Final = "⁇"
COMMAS: Final = ",︐﹐，"
COLONS: Final = ":︓﹕："
STRAIGHT_QUOTES: Final = '"＂'
OPENING_QUOTE: Final = "“"
CLOSING_QUOTE: Final = "”"
OPENERS: Final = STRAIGHT_QUOTES + OPENING_QUOTE

GAP: Final = re.compile(f"[{WHITE_SPACE}]*")
WORD: Final = re.compile(f"[^{WHITE_SPACE}]*")
BACKSLASHES: Final = re.compile(r"\\*")
HEADING: Final = re.compile(f"##?[{WHITE_SPACE}]|Day:")
"""What begins a heading in a file."""

_STRAIGHT_QUOTE: Final = re.compile(rf"(?<!\\)(\\*)[{STRAIGHT_QUOTES}]")
_ESCAPED: Final = re.compile(rf"\\([\\{STRAIGHT_QUOTES}])")
_TO_ESCAPE: Final = re.compile(rf"[\\{STRAIGHT_QUOTES}]")


def behind(pattern: re.Pattern[str], line: str, at: int) -> int:
    """Where the stretch of `pattern`, which may be empty, ends that begins at `at`."""
    match = pattern.match(line, at)
    return match.end() if match else at


def is_gap(line: str, at: int) -> bool:
    """Whether white space or the end of the line stands at `at`."""
    return at >= len(line) or line[at] in WHITE_SPACE


class Quotes:
    """Where the quoted names of one line end; every look-up is quick, however many quotation marks there are."""

    def __init__(self, line: str) -> None:
        self._line = line

    def closing(self, opener: int) -> int | None:
        """The place of the quotation mark that closes the one at `opener`; None when there is none."""
        places = self._curly if self._line[opener] == OPENING_QUOTE else self._straight
        index = bisect_right(places, opener)
        return places[index] if index < len(places) else None

    def is_empty(self, opener: int, closing: int) -> bool:
        """Whether nothing but white space stands between the two quotation marks."""
        return behind(GAP, self._line, opener + 1) == closing

    @cached_property
    def _straight(self) -> list[int]:
        found = _STRAIGHT_QUOTE.finditer(self._line)
        return [match.end() - 1 for match in found if len(match[1]) % 2 == 0]

    @cached_property
    def _curly(self) -> list[int]:
        return [match.start() for match in re.finditer(CLOSING_QUOTE, self._line)]


def quoted(name: str) -> str:
    r"""A name as it is written in quotes, with `\"` and `\\`."""
    escaped = _TO_ESCAPE.sub(r"\\\g<0>", name)
    return f'"{escaped}"'


def name_in(line: str, start: int, end: int) -> str:
    """The clean name that stands, bare or in quotes, at this stretch of the line."""
    if line[start] in OPENERS:
        return trim(clean(_ESCAPED.sub(r"\1", line[start + 1 : end - 1])))
    return clean(line[start:end])
