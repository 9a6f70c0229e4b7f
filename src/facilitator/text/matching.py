"""When two names are the same, and what a search compares."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import accumulate
from typing import Final

from .cleaner import trim
from .normal_forms import normal_form

# The blocks of marks that Latin, Greek and Cyrillic are written with; vowel signs of Thai or Devanagari are in none.
_ACCENTS: Final = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
# Letters with a stroke have no decomposition; people who leave out accents leave out strokes.
_STROKES: Final = str.maketrans({"đ": "d", "ħ": "h", "ı": "i", "ł": "l", "ø": "o", "ŧ": "t"})

# ASCII that stands between words, and the first letters of the general categories of what else does.
_BETWEEN: Final = re.compile("[^0-9a-z]+")
_PARTING: Final = "ZPS"
# Thai, Lao, Tibetan, Burmese, Khmer, kana and Han: written without spaces between words.
_UNSPACED: Final = re.compile("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
Origin = Callable[[int, int], tuple[int, int]]
"""From start and end of a stretch of a folded text to those in the text itself."""

_LOWER: Final = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}


def identity(text: str) -> str:
    """What makes two names one: trimmed and case-folded, in NFC; marks count (`Hòa` is not `Hoa`).

    The canonical caseless match of the Unicode Standard (definition D145): the same for every normal form of the text,
    and the identity of an identity is itself.
    """
    if text.isascii():
        return trim(text).lower()
    return normal_form("NFC", normal_form("NFD", trim(text)).casefold())


def folded(text: str) -> str:
    """Text as a search compares it: without accents, case and compatibility forms, vowel signs kept (`กี` is not `กิ`).

    The pieces are composed again, so that a syllable of Hangul is not found inside another.
    """
    if text.isascii():
        return text.lower()
    bare = _ACCENTS.sub("", normal_form("NFKD", normal_form("NFKD", text).casefold()))
    return normal_form("NFC", bare.translate(_STROKES))


def without_accents(text: str) -> str:
    """Text without the accents of Latin, Greek and Cyrillic, its case kept."""
    return normal_form("NFC", _ACCENTS.sub("", normal_form("NFD", text)))


def fold_needed(text: str) -> str | None:
    """`folded`, or None where a comparison that only passes over the case of ASCII letters finds the same."""
    if text.isascii():
        return None
    bare = folded(text)
    return None if bare == text.translate(_LOWER) else bare


def word_starts(text: str) -> str:
    """Folded text with one space before each word and none elsewhere: ` kc` is found where a word begins with it."""
    bare = folded(text)
    if bare.isascii():
        parted = _BETWEEN.sub(" ", bare)
    else:
        parted = "".join(" " if unicodedata.category(one)[0] in _PARTING else one for one in bare)
    return " " + " ".join(parted.split())


def begins_anywhere(word: str) -> bool:
    """Whether a word is of a script without spaces, where nobody can see from the text where a word begins."""
    return _UNSPACED.match(word) is not None


def places(text: str, words: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """Start and end, in characters, of every folded word that is found in a text; those that touch become one."""
    bare, origin = _with_origins(text)
    found: list[tuple[int, int]] = []
    for word in words:
        start = bare.find(word) if word else -1
        while start >= 0:
            found.append(origin(start, start + len(word)))
            start = bare.find(word, start + len(word))
    joined: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


@lru_cache(8192)
def _folded_letter(letter: str) -> str:
    # of a text there are many letters and few different ones
    return folded(letter)


def _with_origins(text: str) -> tuple[str, Origin]:
    """Folded text, and how to find where in the text a stretch of it comes from."""
    bare = folded(text)
    if text.isascii():
        return bare, lambda start, end: (start, end)
    # Nearly every text folds character by character. That is done without a loop of ours, for every hit that is shown.
    pieces = list(map(_folded_letter, text))
    if "".join(pieces) == bare:
        begins = list(accumulate(map(len, pieces), initial=0))
        return bare, lambda start, end: _with_marks(text, bisect_right(begins, start) - 1, bisect_left(begins, end))
    starts = [start for start, one in enumerate(text) if not unicodedata.combining(one)]
    if not starts or starts[0]:
        starts.insert(0, 0)
    spans = list(zip(starts, [*starts[1:], len(text)], strict=True))
    if "".join(_folded_letter(text[start:end]) for start, end in spans) != bare:
        spans = _whole_letters(text, spans)
    pieces = [_folded_letter(text[start:end]) for start, end in spans]
    origins = [span for span, piece in zip(spans, pieces, strict=True) for _ in piece]
    return "".join(pieces), lambda start, end: (origins[start][0], origins[end - 1][1])


def _with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch of whole letters: with the marks that follow, and with the letter that it would begin amid."""
    while start > 0 and unicodedata.combining(text[start]):
        start -= 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return start, end


def _whole_letters(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Neighbours that only together make what they fold to, such as the parts of a syllable of Hangul, as one."""
    joined = spans[:1]
    for start, end in spans[1:]:
        first, last = joined[-1]
        if folded(text[first:end]) != folded(text[first:last]) + folded(text[start:end]):
            joined[-1] = (first, end)
        else:
            joined.append((start, end))
    return joined
