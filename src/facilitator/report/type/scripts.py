"""What is known about characters and writing systems: script, language, the leading that a script needs."""

from __future__ import annotations

import math
import unicodedata
from functools import lru_cache
from typing import Final

import uharfbuzz as hb

GRID: Final = 3.5
"""The vertical unit of a page in pt (paper-tokens)."""

COMMON: Final = "Zyyy"
"""ISO 15924 code for what belongs to every script: digits, punctuation, signs."""

OUTER_SPACE: Final = (
    " \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u1680\u2000\u2001\u2002\u2003\u2004"
    "\u2005\u2006\u2008\u2009\u200a\u2028\u2029\u205f\u3000"
)
"""White space at which a line may end, where it takes up no room. No-break spaces are part of their word."""

# Least leading in em: paper-tokens at 10 pt for Thai to Burmese; ascent plus descent of the Noto faces for the four
# Indic scripts.
_LEAST_LEADING: Final = {
    "Thai": 1.75,
    "Laoo": 1.75,
    "Khmr": 2.1,
    "Mymr": 2.1,
    "Deva": 1.3125,
    "Beng": 1.3125,
    "Taml": 1.3125,
    "Sinh": 1.3125,
}

# Scripts whose vowels hang below the line: a line under the text goes below them. In em.
_UNDERLINE_DEPTH: Final = {
    "Thai": 0.4,
    "Laoo": 0.4,
    "Khmr": 0.6,
    "Mymr": 0.6,
    "Deva": 0.38,
    "Beng": 0.38,
    "Taml": 0.36,
    "Sinh": 0.3,
}
_PLAIN_DEPTH: Final = 0.125

# The languages of each script, the first one when the document is in none of them; for the `locl` feature of fonts.
_LANGUAGES: Final = {
    "Thai": ("th",),
    "Laoo": ("lo",),
    "Khmr": ("km",),
    "Mymr": ("my", "mnw", "shn", "ksw"),
    "Deva": ("hi", "mr", "ne", "sa", "kok", "mai", "bho"),
    "Beng": ("bn", "as", "mni"),
    "Taml": ("ta",),
    "Sinh": ("si",),
    "Cyrl": ("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "tg", "mn"),
    "Grek": ("el",),
}

# Unicode's Default_Ignorable_Code_Point (DerivedCoreProperties): first and last of each stretch.
_IGNORABLE: Final = (
    *((0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F)),
    *((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF)),
    *((0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF)),
)

# What would reorder or hyphenate the text where it is read, and fillers of Hangul that the shaper takes for letters.
_UNPRINTED: Final = frozenset(
    chr(code)
    for first, last in (
        *((0xAD, 0xAD), (0x61C, 0x61C), (0x115F, 0x1160), (0x200E, 0x200F), (0x202A, 0x202E)),
        *((0x2066, 0x2069), (0x3164, 0x3164), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0)),
    )
    for code in range(first, last + 1)
)


@lru_cache(maxsize=8192)
def script_of(character: str) -> str:
    """The ISO 15924 code of a character's script, `COMMON` when it belongs to several or to none."""
    buffer = hb.Buffer()
    buffer.add_codepoints([ord(character)])
    buffer.guess_segment_properties()
    return buffer.script or COMMON


def language_of(script: str, language: str) -> str:
    """The language to shape a script in: that of the document when it is written so, else the script's commonest."""
    spoken = _LANGUAGES.get(script)
    plain = language.replace("_", "-").split("-")[0].lower()
    if spoken is None or plain in spoken:
        return language
    return spoken[0]


def least_leading(script: str, size: float) -> float:
    """The least distance of lines in pt that a script needs at `size` pt, on the grid; 0 when any leading will do."""
    return math.ceil(_LEAST_LEADING.get(script, 0.0) * size / GRID - 1e-9) * GRID


def underline_depth(script: str) -> float:
    """How far below the baseline, in em, a line under the text keeps clear of the script's lower signs."""
    return _UNDERLINE_DEPTH.get(script, _PLAIN_DEPTH)


@lru_cache(maxsize=8192)
def is_ignorable(character: str) -> bool:
    """Whether a character shows nothing by itself: joiners, variation selectors, word joiner, controls of direction."""
    return any(first <= ord(character) <= last for first, last in _IGNORABLE)


def is_mark(character: str) -> bool:
    """Whether a character is written on the one before it."""
    return unicodedata.category(character)[0] == "M"


def printed(text: str) -> str:
    """Text without what has no business on a page: controls of direction, soft hyphens, fillers."""
    return text if _UNPRINTED.isdisjoint(text) else "".join(each for each in text if each not in _UNPRINTED)
