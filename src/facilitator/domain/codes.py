"""Codes of two or three letters, made from names: what a rapporteur types for a speaker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, count
from typing import NamedTuple

from facilitator.text import folded, identity

from .nouns import Key

SHORT = 3
"""Letters of a code at most, as long as there are such codes."""


class Coded(NamedTuple):
    """Somebody as far as codes go: `code` is empty where there is none, and `made` says that we made it."""

    key: Key
    name: str
    code: str
    made: bool


def made_codes(people: Iterable[Coded]) -> dict[Key, str]:
    """The codes that are to be made, by key: for whoever has none, and anew where a made one must give way.

    The one rule of codes: what somebody gave stays. A made code is no other person's code and no other person's whole
    name, because `@x` would mean that person; it stays until a code or a name needs it. Of several people who could
    have one, it is the first's, by key.
    """
    in_order = sorted(people)
    owners: dict[str, Key] = {}
    for one in in_order:
        if one.code and not one.made:
            owners.setdefault(identity(one.code), one.key)
    for one in in_order:
        owners.setdefault(identity(one.name), one.key)
    kept = {one.key for one in in_order if one.code and owners.setdefault(identity(one.code), one.key) == one.key}
    wanting = [one for one in in_order if one.key not in kept and (one.made or not one.code)]
    # Each goes on where the one before has stopped: what was not free for that one is free for nobody.
    begun: dict[str, Iterator[str]] = {}
    numbered: dict[str, Iterator[str]] = {}
    made: dict[Key, str] = {}
    for one in wanting:
        letter = _words(one.name)[0][0]
        numbers = numbered.setdefault(letter, _numbered(letter))
        codes = chain(begun.setdefault(identity(one.name), codes_of(one.name)), numbers)
        made[one.key] = next(code for code in codes if owners.setdefault(identity(code), one.key) == one.key)
    return made


def codes_of(name: str) -> Iterator[str]:
    """The codes that tell of a name, the best first: a name that is as short as a code and has no accents is its own;
    then initials, beginnings, letters from within.
    """
    if 2 <= len(name) <= SHORT and name.isalnum() and folded(name) == identity(name):
        yield identity(name)
    words = _words(name)
    first, last = words[0], words[-1]
    initials = first[0] + last[0] if len(words) > 1 else first[0]
    if len(words) > 1:
        yield initials
        # The whole of the initials, where that is more.
        if len(words) > 2:
            yield first[0] + words[1][0] + last[0]
        yield first[:2] + last[0]
        yield first[0] + last[:2]
    yield from (first[:length] for length in (2, SHORT) if len(first) >= length)
    yield from (initials + letter for letter in dict.fromkeys(first[1:] + last[1:]))
    yield from (f"{initials}{digit}" for digit in range(2, 10))


def _numbered(letter: str) -> Iterator[str]:
    return (f"{letter}{number}" for number in count(2))


def _words(name: str) -> list[str]:
    """The words of a name, bare; never none."""
    return [letters for word in folded(name).split() if (letters := _letters(word))] or ["x"]


def _letters(word: str) -> str:
    """The letters of a word, without signs that only stand with a letter; digits where there is no letter."""
    return "".join(filter(str.isalpha, word)) or "".join(filter(str.isalnum, word))
