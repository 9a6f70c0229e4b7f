"""Which script a text is written in, by the names that Unicode gives to its letters."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache
from typing import Final

HAN: Final = "CJK"
# Japanese mixes three scripts within a word.
_ONE_SCRIPT: Final = {"HIRAGANA": HAN, "KATAKANA": HAN}
_LETTERS: Final = frozenset({"Ll", "Lo", "Lt", "Lu"})


@lru_cache(8192)
def script(letter: str) -> str:
    """The first word of a letter's name in Unicode (LATIN, THAI, ARABIC, CJK ...); empty for what is no letter."""
    if unicodedata.category(letter) not in _LETTERS:
        return ""
    name = unicodedata.name(letter, "").partition(" ")[0]
    return _ONE_SCRIPT.get(name, name)


def main_script(text: str) -> str:
    """The script of most letters of a text, the first by name where two have as many; empty without letters."""
    counts = Counter(map(script, text))
    del counts[""]
    return min(counts, key=lambda name: (-counts[name], name), default="")
