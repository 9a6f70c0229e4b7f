"""When two names are the same, and what a search compares."""

from __future__ import annotations

import re
from typing import Final

from .cleaner import trim
from .normal_forms import normal_form

# The blocks of marks that Latin, Greek and Cyrillic are written with; vowel signs of Thai or Devanagari are in none.
_ACCENTS: Final = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
# Letters with a stroke have no decomposition; people who leave out accents leave out strokes.
_STROKES: Final = str.maketrans({"đ": "d", "ħ": "h", "ı": "i", "ł": "l", "ø": "o", "ŧ": "t"})


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
