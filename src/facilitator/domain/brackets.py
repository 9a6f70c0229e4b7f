"""Open text: words in [square brackets], not agreed yet, with the alternatives that are on the table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final

# With the wide forms that an input method for Chinese or Japanese gives.
_OPENS: Final = "[［"
_CLOSES: Final = "]］"
_SIGN: Final = re.compile(r"[\[\]/|［］／｜]")


class Part(StrEnum):
    """What a stretch of a wording is: words, one of the signs of a bracket, or a sign that has no other half."""

    WORDS = "words"
    OPENS = "opens"
    PARTS = "parts"
    CLOSES = "closes"
    STRAY = "stray"


@dataclass(frozen=True, slots=True)
class Stretch:
    """From `start` to before `end` in characters; `depth` is how many brackets it stands in, or makes."""

    start: int
    end: int
    part: Part
    depth: int


@dataclass(frozen=True, slots=True)
class Bracket:
    """A pair of brackets from `start` to before `end`, signs included; `parts` are the places of `/` and `|` in it."""

    start: int
    end: int
    parts: tuple[int, ...]

    def alternatives(self, wording: str) -> tuple[str, ...]:
        """The words between its signs: an empty one is to say nothing there; none when there is nothing in it."""
        edges = (self.start, *self.parts, self.end - 1)
        words = tuple(wording[left + 1 : right].strip() for left, right in pairwise(edges))
        return words if any(words) else ()


@dataclass(frozen=True, slots=True)
class OpenText:
    """A wording read for its brackets: `brackets` in the order in which they begin, those within others too.

    `stretches` follow each other without a gap and together are the wording.
    """

    brackets: tuple[Bracket, ...]
    stretches: tuple[Stretch, ...]

    @property
    def strays(self) -> tuple[Stretch, ...]:
        """The signs that have no other half."""
        return tuple(stretch for stretch in self.stretches if stretch.part is Part.STRAY)

    def after(self, place: int) -> Bracket | None:
        """The first bracket that begins at or behind a place, else the first of all; None without any."""
        first = self.brackets[0] if self.brackets else None
        return next((bracket for bracket in self.brackets if bracket.start >= place), first)

    def holds(self, start: int, end: int) -> bool:
        """Whether a stretch of the wording lies within a bracket."""
        return any(bracket.start <= start and end <= bracket.end for bracket in self.brackets)


def open_text(wording: str) -> OpenText:
    """Read a wording. A sign that finds no other half is a stray, and what stands beside it is as if it were not."""
    signs = [(found.start(), found.group()) for found in _SIGN.finditer(wording)]
    pairs = _pairs(signs)
    stretches = tuple(_stretches(len(wording), signs, pairs))
    return OpenText(tuple(_brackets(stretches)), stretches)


def _pairs(signs: Iterable[tuple[int, str]]) -> Mapping[int, int]:
    """Each sign that has another half, with the place of that."""
    waiting: list[int] = []
    pairs: dict[int, int] = {}
    for place, sign in signs:
        if sign in _OPENS:
            waiting.append(place)
        elif sign in _CLOSES and waiting:
            other = waiting.pop()
            pairs |= {other: place, place: other}
    return pairs


def _stretches(length: int, signs: Iterable[tuple[int, str]], pairs: Mapping[int, int]) -> Iterator[Stretch]:
    end = depth = 0
    for place, sign in signs:
        part = _part(sign, depth, is_paired=place in pairs)
        if part is None:
            continue
        if end < place:
            yield Stretch(end, place, Part.WORDS, depth)
        depth += part is Part.OPENS
        yield Stretch(place, place + 1, part, depth)
        depth -= part is Part.CLOSES
        end = place + 1
    if end < length:
        yield Stretch(end, length, Part.WORDS, depth)


def _part(sign: str, depth: int, *, is_paired: bool) -> Part | None:
    """What a sign is where it stands; None for one that is no more than a word there."""
    if sign in _OPENS or sign in _CLOSES:
        if not is_paired:
            return Part.STRAY
        return Part.OPENS if sign in _OPENS else Part.CLOSES
    return Part.PARTS if depth else None


def _brackets(stretches: Iterable[Stretch]) -> list[Bracket]:
    found: list[Bracket] = []
    # of each open bracket: where it begins, and its alternatives end
    within: list[tuple[int, list[int]]] = []
    for stretch in stretches:
        if stretch.part is Part.OPENS:
            within.append((stretch.start, []))
        elif stretch.part is Part.PARTS:
            within[-1][1].append(stretch.start)
        elif stretch.part is Part.CLOSES:
            start, parts = within.pop()
            found.append(Bracket(start, stretch.end, tuple(parts)))
    return sorted(found, key=lambda bracket: bracket.start)
