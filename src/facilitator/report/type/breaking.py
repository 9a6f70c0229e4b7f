"""Where a line may end: Unicode's line breaks, with the words of ICU's dictionaries, less where a page never breaks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from icu4py.breakers import CharacterBreaker, LineBreaker

HARD_BREAKS: Final = "\n\r\v\f\x85\u2028\u2029"
"""Characters after which a line ends whatever room is left."""

LONGEST_WORD: Final = 1_000
"""What is longer, in characters, is wider than any page: a line may end between any two characters of it."""

_NUMBER: Final = re.compile(r"(?<![\w.,/\-\u2010])\d[\d.,]{0,20}")
_YEAR: Final = re.compile(r"(?:1[89]|2[0-6])\d\d(?!\w)")
_DAY_BEFORE_YEAR: Final = re.compile(rf"\d{{1,2}}, {_YEAR.pattern}")
_DAY_WITH_COMMA: Final = re.compile(r"(?<![\w.,])\d{1,2},$")
# A unit, a month, the next three digits of thousands set apart by spaces.
_BELONGS_TO_NUMBER: Final = re.compile(r" (?:[^\W\d_]|[%‰°$€£¥]|\d{3}(?!\d))")
_HYPHENATED: Final = re.compile(r"(?<![^\W_])[^\W_]{2,32}[-\u2010](?=[^\W_])")

_HARD_BREAKS: Final = frozenset(HARD_BREAKS)
# Nothing is hyphenated, so no line ends there.
_SOFT_HYPHEN: Final = "\u00ad"


def segments(text: str, language: str, kept: Iterable[tuple[int, int]] = ()) -> list[str]:
    """Cut text behind each place where a line may end; joined, the pieces are the text.

    `kept` are stretches (start, end in characters) within which no line ends. Neither does one end within NAP-WPS,
    between a number and its unit, or within a date. What would be longer than `LONGEST_WORD` by that is cut all the
    same. Breaks after `HARD_BREAKS` are the last of their piece.
    """
    kept = tuple(kept)
    if (
        text
        and kept == ((0, len(text)),)
        and len(text) <= LONGEST_WORD
        and not any(map(text.__contains__, HARD_BREAKS))
    ):
        return [text]
    pieces = loose_segments(text, language)
    closed = _closed(text, kept)
    return _joined(pieces, closed) if closed else pieces


def _joined(pieces: Iterable[str], closed: set[int]) -> list[str]:
    """Pieces without the breaks at the places that are closed."""
    result: list[str] = []
    waiting: list[str] = []
    position = length = 0
    for piece in pieces:
        position += len(piece)
        waiting.append(piece)
        length += len(piece)
        if position not in closed or piece[-1] in HARD_BREAKS or length > LONGEST_WORD:
            result.append("".join(waiting))
            waiting.clear()
            length = 0
    if waiting:
        result.append("".join(waiting))
    return result


def loose_segments(text: str, language: str) -> list[str]:
    """The pieces as ICU cuts them: for what is wider than the measure when it is kept together."""
    pieces = list(LineBreaker(text, language)) if text else []
    if max(map(len, pieces), default=0) <= LONGEST_WORD:
        return pieces
    return [part for each in pieces for part in ([each] if len(each) <= LONGEST_WORD else clusters(each, language))]


def clusters(text: str, language: str) -> list[str]:
    """What a reader takes for one character each: the last resort when one word is wider than the measure."""
    return list(CharacterBreaker(text, language)) if text else []


def _closed(text: str, kept: Iterable[tuple[int, int]]) -> set[int]:
    closed = {place for start, end in kept for place in range(start + 1, end)}
    closed.update(_beside_numbers(text))
    if "-" in text or "\u2010" in text:
        closed.update(
            [match.end() for match in _HYPHENATED.finditer(text) if match[0][:-1].isupper() or match[0][:-1].isdigit()]
        )
    if _SOFT_HYPHEN in text:
        closed.update([place for place, each in enumerate(text, 1) if each == _SOFT_HYPHEN])
    return closed


def _beside_numbers(text: str) -> Iterator[int]:
    """Places between a number and its unit or month, and before a year or a day that belongs to the word before it."""
    for number in _NUMBER.finditer(text):
        start, end = number.span()
        year = _YEAR.match(text, start)
        if _follows_word(text, start) and (year or _DAY_BEFORE_YEAR.match(text, start)):
            yield start
        if not year and _BELONGS_TO_NUMBER.match(text, end):
            yield end + 1


def _follows_word(text: str, start: int) -> bool:
    """Whether a space and a word stand before a place, or the day of a date with its comma."""
    if start < 2 or text[start - 1] != " ":
        return False
    # a year after a comma or a full stop begins something new: "in Bangkok, 2023 was dry"
    ends_word = unicodedata.category(text[start - 2])[0] not in "PZC"
    return ends_word or _DAY_WITH_COMMA.search(text, max(0, start - 5), start - 1) is not None
