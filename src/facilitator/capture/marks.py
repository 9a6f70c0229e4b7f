r"""The marks at the end of a line: themes and "check later".

The run of marks is the longest end of the text that reads, from its start, as nothing but marks. Marks are looked for
from the right, each in constant time, so that a line of a million `#"` takes no longer than its length.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from facilitator.text import WHITE_SPACE

from .characters import (
    CLOSING_QUOTE,
    COMMAS,
    DOUBLE_QUESTION_MARK,
    GAP,
    HASHES,
    OPENERS,
    QUESTION_MARKS,
    WORD,
    Quotes,
    behind,
    is_gap,
)
from .line_warning import Reason

_CANDIDATE: Final = re.compile(
    rf"(?<![^{WHITE_SPACE}])(\\*)(?:[{HASHES}]|[{QUESTION_MARKS}]{{2}}|{DOUBLE_QUESTION_MARK})"
)
_COMMA: Final = re.compile(f"[{COMMAS}]")
_ENDINGS: Final = (".", ":", ";", "!", "?")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark up to before `end`, with its name from `name` on (None for "check later"); `following` comes next."""

    start: int
    end: int
    name: int | None
    following: int


@dataclass(frozen=True, slots=True)
class Run:
    """The marks at the end of a text, of which the first begins at `start` (the text's length when there are none).

    `escapes` are the places before `start` of backslashes that are taken away, `near` those of what only looks like a
    mark.
    """

    start: int
    marks: tuple[Mark, ...]
    escapes: tuple[int, ...]
    near: tuple[tuple[int, Reason], ...]


def find_marks(text: str, words: int = 0) -> Run:
    """Read the marks at the end of a trimmed text.

    For printing, the first `words` characters are to be read as text: then `escapes` are the places that need a
    backslash more for that.
    """
    return _Search(text).run(words)


def is_plain_theme(name: str) -> bool:
    """Whether a clean theme name is read as such when it stands bare behind `#`."""
    # A quotation mark within could close one that stands open in the text.
    has_quotes = any(character in OPENERS + CLOSING_QUOTE for character in name)
    return not has_quotes and [(mark.start, mark.end) for mark in find_marks(f"#{name}").marks] == [(0, len(name) + 1)]


class _Search:
    def __init__(self, text: str) -> None:
        self._text = text
        self._quotes = Quotes(text)
        self._gaps: dict[int, int] = {}
        self._found: dict[int, Mark] = {}

    def run(self, words: int) -> Run:
        escapes: list[int] = []
        near: list[tuple[int, Reason]] = []
        for candidate in reversed(list(_CANDIDATE.finditer(self._text))):
            start, is_escaped = candidate.start(), bool(candidate[1])
            read = self._mark_at(candidate.end(1), candidate.end())
            if isinstance(read, Mark) and self._is_run_from(read.following):
                if is_escaped or start < words:
                    escapes.append(start)
                else:
                    self._found[start] = read
            elif isinstance(read, tuple) and not is_escaped and self._is_run_from(read[0]):
                near.append((start, read[1]))
        marks = self._chain()
        first = marks[0].start if marks else len(self._text)
        return Run(
            first,
            marks,
            tuple(place for place in reversed(escapes) if place < first),
            tuple(place for place in reversed(near) if place[0] < first),
        )

    def _is_run_from(self, at: int) -> bool:
        return at == len(self._text) or at in self._found

    def _chain(self) -> tuple[Mark, ...]:
        marks = []
        at = min(self._found, default=len(self._text))
        while at < len(self._text):
            marks.append(self._found[at])
            at = marks[-1].following
        return tuple(marks)

    def _mark_at(self, start: int, sign_end: int) -> Mark | tuple[int, Reason] | None:
        if self._text[start] not in HASHES:
            return self._closed(start, sign_end, None)
        if is_gap(self._text, sign_end):
            return self._behind(sign_end), Reason.THEME_WITHOUT_NAME
        if self._text[sign_end] in OPENERS:
            return self._quoted_theme(start, sign_end)
        return self._bare_theme(start, sign_end)

    def _quoted_theme(self, start: int, opener: int) -> Mark | tuple[int, Reason] | None:
        closing = self._quotes.closing(opener)
        if closing is None:
            return len(self._text), Reason.THEME_NOT_CLOSED
        if self._quotes.is_empty(opener, closing):
            return self._behind(closing + 1), Reason.THEME_WITHOUT_NAME
        return self._closed(start, closing + 1, opener)

    def _bare_theme(self, start: int, name: int) -> Mark | tuple[int, Reason] | None:
        word_end = behind(WORD, self._text, name)
        end = word_end - 1 if self._text[word_end - 1] in COMMAS else word_end
        if end == name:
            return self._behind(word_end), Reason.THEME_WITHOUT_NAME
        # A comma ends a bare theme, and what follows it is not parted by white space: `#b,#c` is text.
        if _COMMA.search(self._text, name, end) or self._is_number(name, end):
            return None
        if unicodedata.normalize("NFKC", self._text[end - 1]).endswith(_ENDINGS):
            return self._behind(word_end), Reason.THEME_PUNCTUATED
        return self._closed(start, end, name)

    def _closed(self, start: int, end: int, name: int | None) -> Mark | None:
        behind = end + 1 if end < len(self._text) and self._text[end] in COMMAS else end
        return Mark(start, end, name, self._behind(behind)) if is_gap(self._text, behind) else None

    def _behind(self, at: int) -> int:
        # Remembered, since any number of `#“` can share one closing quotation mark and the white space behind it.
        if at not in self._gaps:
            self._gaps[at] = behind(GAP, self._text, at)
        return self._gaps[at]

    def _is_number(self, start: int, end: int) -> bool:
        # Decimal digits of any script; by the character, so that the first letter ends the search.
        return all(unicodedata.normalize("NFKC", self._text[at]).isdecimal() for at in range(start, end))
