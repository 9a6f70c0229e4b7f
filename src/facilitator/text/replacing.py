"""Where a word stands that is to be replaced by another, as strictly as is wanted."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from .matching import begins_anywhere, folded, without_accents
from .normal_forms import normal_form

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: a clean word, or several as they stand next to each other.

    `whole_words` leaves `plan` in `planned` alone; of scripts without spaces any part of a text can be a word.
    """

    word: str
    whole_words: bool = True
    same_case: bool = False
    same_accents: bool = True


def occurrences(text: str, wanted: Wanted) -> tuple[Stretch, ...]:
    """Start and end of each, in characters of a clean text; none touches the inside of another.

    A letter is never parted from the marks on it: `ก` is not found in `กิ`.
    """
    sought, _ = _with_origins(wanted.word, wanted)
    shown, origins = _with_origins(text, wanted)
    found: list[Stretch] = []
    at = shown.find(sought) if sought else -1
    while at >= 0:
        start, end = origins[at][0], origins[at + len(sought) - 1][1]
        is_whole = (at == 0 or origins[at - 1][1] <= start) and _ends_there(origins, at + len(sought), end)
        if is_whole and (not wanted.whole_words or (_parts(text, start) and _parts(text, end))):
            found.append((start, end))
            at = shown.find(sought, at + len(sought))
        else:
            at = shown.find(sought, at + 1)
    return tuple(found)


def replaced(text: str, stretches: Iterable[Stretch], by: str) -> str:
    """The text with something else in these stretches, which are in order."""
    parts, end = [], 0
    for start, stop in stretches:
        parts += [text[end:start], by]
        end = stop
    return "".join([*parts, text[end:]])


def _with_origins(text: str, wanted: Wanted) -> tuple[str, list[Stretch]]:
    """What is compared, and for each of its characters the letter of the text, with its marks, that it comes from."""
    case, accents = wanted.same_case, wanted.same_accents
    if text.isascii():
        return text if case else text.lower(), [(start, start + 1) for start in range(len(text))]
    starts = [at for at, character in enumerate(text) if not at or not _is_mark(character)]
    letters = list(zip(starts, [*starts[1:], len(text)], strict=True))
    compared = [_compared(text[start:end], case, accents) for start, end in letters]
    return "".join(compared), [letter for letter, one in zip(letters, compared, strict=True) for _ in one]


# of a text there are many letters and few different ones
@lru_cache(8192)
def _compared(piece: str, same_case: bool, same_accents: bool) -> str:
    if same_case:
        return piece if same_accents else without_accents(piece)
    return normal_form("NFC", piece.casefold()) if same_accents else folded(piece)


@lru_cache(8192)
def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"


def _ends_there(origins: list[Stretch], after: int, end: int) -> bool:
    return after == len(origins) or origins[after][0] >= end


def _parts(text: str, at: int) -> bool:
    """Whether a word can begin or end at a place."""
    if at in {0, len(text)}:
        return True
    before, after = text[at - 1], text[at]
    return not (_is_of_word(before) and _is_of_word(after)) or begins_anywhere(before) or begins_anywhere(after)


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_" or _is_mark(character)
