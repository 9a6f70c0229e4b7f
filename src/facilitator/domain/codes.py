"""Codes of two or three letters, made from names: what a rapporteur types for a speaker."""

from __future__ import annotations

from collections.abc import Container, Iterator

from facilitator.text import folded

SHORT = 3
"""Letters of a code at most; a name that is no longer is its own code."""


def code_for(name: str, taken: Container[str]) -> str:
    """The first code made of a name whose identity is not taken; empty when all are, or the name needs none."""
    if len(name) <= SHORT:
        return ""
    return next((code for code in codes_of(name) if code not in taken), "")


def codes_of(name: str) -> Iterator[str]:
    """The codes for a name, the best first: initials, then beginnings, then letters from within, then digits."""
    words = [letters for word in folded(name).split() if (letters := _letters(word))]
    if not words:
        return
    first, last = words[0], words[-1]
    if len(words) > 1:
        yield first[0] + last[0]
        # The whole of the initials, where that is more.
        if len(words) > 2:
            yield first[0] + words[1][0] + last[0]
        yield first[:2] + last[0]
        yield first[0] + last[:2]
    yield from (first[:length] for length in (2, SHORT) if len(first) >= length)
    yield from (first[0] + last[0] + letter for letter in dict.fromkeys(first[1:] + last[1:]))
    yield from (f"{first[0]}{last[0]}{digit}" for digit in range(2, 10))
    yield from (f"{first[0]}{number}" for number in range(2, 100))


def _letters(word: str) -> str:
    """The letters of a word, without signs that only stand with a letter."""
    return "".join(letter for letter in word if letter.isalpha())
