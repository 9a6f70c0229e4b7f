"""What two texts are compared by: their words, and strings of a few letters out of each word."""

from __future__ import annotations

import math
import sys
from array import array
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from facilitator.text import folded
from facilitator.text.scripts import HAN, main_script, script
from facilitator.text.words import words

UNIT: Final = 1 << 14
"""The length of each card as a vector. Whole numbers add up to the same in whatever order cards come and go."""

SHORTEST: Final = 3
"""Words of fewer letters, in scripts with spaces, tell a person nothing."""
COMMONEST: Final = 0.25
"""Nor do words that more than this share of the cards have."""

WORD: Final = "="
"""How a word begins among the features; no string of letters does, since no word has this sign."""

_LENGTHS: Final = dict.fromkeys(("THAI", "LAO", "MYANMAR", "KHMER"), (3, 4)) | dict.fromkeys((HAN, "HANGUL"), (2, 3))
_LENGTHS_ELSEWHERE: Final = (4, 5)
_UNSPACED: Final = frozenset({"THAI", "LAO", "MYANMAR", "KHMER", "TIBETAN", HAN})
# ICU finds words by the script; the language matters for none of what it is used for here.
_ANY_LANGUAGE: Final = "en"


class Features(NamedTuple):
    """The features of a text with their weights, each once; the first `words` of them are words."""

    names: tuple[str, ...]
    weights: array[int]
    words: int
    script: str

    def words_alone(self) -> Features:
        """The same text without the strings of letters."""
        return self._replace(names=self.names[: self.words], weights=self.weights[: self.words])


def plain_words(text: str) -> list[tuple[str, str]]:
    """The words of a text as they are compared and as they stand there."""
    return [(bare, word) for word in words(text, _ANY_LANGUAGE) if (bare := folded(word))]


def unspaced(name: str) -> bool:
    """Whether a script is written without spaces, so that a word of it cannot be pointed at."""
    return name in _UNSPACED


@lru_cache(256)
def features(text: str) -> Features:
    """The features of a clean text: words, then strings of 4 and 5 letters.

    Of 3 and 4 in Thai, Lao, Burmese and Khmer, of 2 and 3 in Chinese, Japanese and Korean. A feature that comes
    n times counts 1 + log n, and a long text in all as much as a short one.
    """
    found = [word for word, _ in plain_words(text)]
    counts = Counter(WORD + word for word in found)
    lexical = len(counts)
    for word, times in Counter(found).items():
        for piece in _pieces(word):
            counts[piece] += times
    weights = [1 + math.log(count) for count in counts.values()]
    length = math.sqrt(sum(weight * weight for weight in weights)) or 1
    scaled = array("H", [max(1, round(UNIT * weight / length)) for weight in weights])
    return Features(tuple(map(sys.intern, counts)), scaled, lexical, main_script(text))


def _pieces(word: str) -> Iterator[str]:
    # a space marks where the word begins and ends
    padded = f" {word} "
    for length in _LENGTHS.get(script(word[0]), _LENGTHS_ELSEWHERE):
        for start in range(max(1, len(padded) - length + 1)):
            yield padded[start : start + length]
