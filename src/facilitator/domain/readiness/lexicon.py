"""The words by which a language is known and its recommendations are read, and how phrases of them are found."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from facilitator.text import folded

_WORD: Final = re.compile(r"[^\W_]+")
_YEAR: Final = re.compile(r"(?:19|20|21)\d\d")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a wording: folded, its place in characters, and what stands between it and the word before."""

    word: str
    start: int
    end: int
    before: str


def tokens(wording: str) -> list[Token]:
    """The words of a wording, which apostrophes and hyphens part too."""
    found: list[Token] = []
    end = 0
    for one in _WORD.finditer(wording):
        found.append(Token(folded(one.group()), *one.span(), wording[end : one.start()]))
        end = one.end()
    return found


def words(text: str) -> frozenset[str]:
    """A list of words as it is written in a table."""
    return frozenset(text.split())


def is_year(word: str) -> bool:
    """Whether digits are a year of the last, this or the next century."""
    return _YEAR.fullmatch(word) is not None


@dataclass(frozen=True)
class Lexicon:
    """One language; all words are folded, and `numbers` are those written in letters.

    `common` tell it from others. `calls` are phrases after which comes what is to be done; `verbs` and words of a
    `shape` that are no `others` say it themselves, as do `participles` after one of `helpers`. A wording that begins
    with one of `asks` says it in a clause. Verbs that are `nouns_too` do so only before one of `leads`, and none does
    after one of `before_nouns`. Words `between` may stand between a call and its verb; `joins` add one more thing to
    do, and what follows one of `stops` adds none. `vague` are openings that say nothing yet, as are `vague_verbs` with
    one of `vague_objects` close behind. Numbers after one of `titles` measure nothing.
    """

    tag: str
    common: frozenset[str]
    calls: Phrases
    verbs: frozenset[str]
    shape: re.Pattern[str] | None
    others: frozenset[str]
    participles: frozenset[str]
    helpers: frozenset[str]
    asks: frozenset[str]
    nouns_too: frozenset[str]
    leads: frozenset[str]
    before_nouns: frozenset[str]
    joins: frozenset[str]
    stops: frozenset[str]
    between: frozenset[str]
    vague: Phrases
    vague_verbs: frozenset[str]
    vague_objects: frozenset[str]
    times: Phrases
    measures: Phrases
    numbers: frozenset[str]
    titles: frozenset[str]

    @cached_property
    def known(self) -> frozenset[str]:
        """All words by which a wording is known to be of the language."""
        return self.common | self.verbs | self.numbers

    def is_verb(self, word: str) -> bool:
        """Whether a word can say what is to be done."""
        if word in self.verbs:
            return word not in self.asks
        return self.shape is not None and word not in self.others | self.asks and self.shape.fullmatch(word) is not None

    def is_vague(self, words: Sequence[Token], place: int) -> bool:
        """Whether an opening that says nothing yet may begin at a place."""
        return words[place].word in self.vague_verbs or self.vague.at(words, place) > 0

    def is_number(self, word: str) -> bool:
        """Whether a word is a number, in digits or in letters."""
        return word.isdecimal() or word in self.numbers


class Phrases:
    """Phrases of folded words, one a line; `#` is a number, `~` a year, `$` a unit of time, `*` any one word."""

    def __init__(self, lines: str, numbers: Iterable[str] = (), units: Iterable[str] = ()) -> None:
        self._numbers, self._units = frozenset(numbers), frozenset(units)
        self._by_first: defaultdict[str, list[list[str]]] = defaultdict(list)
        for line in filter(str.strip, lines.splitlines()):
            first, *rest = line.split()
            self._by_first[first].append(rest)

    def at(self, words: Sequence[Token], place: int) -> int:
        """How many words the longest phrase has that begins at a place; 0 for none."""
        word = words[place].word
        rests = self._by_first.get(word, [])
        if word.isdecimal() or word in self._numbers:
            rests = [*rests, *self._by_first["#"]]
        return max((1 + len(rest) for rest in rests if self._fits(rest, words, place + 1)), default=0) if rests else 0

    def _fits(self, rest: Sequence[str], words: Sequence[Token], place: int) -> bool:
        if place + len(rest) > len(words):
            return False
        return all(self._is(part, words[place + ahead].word) for ahead, part in enumerate(rest))

    def _is(self, part: str, word: str) -> bool:
        match part:
            case "#":
                return word.isdecimal() or word in self._numbers
            case "~":
                return is_year(word)
            case "$":
                return word in self._units
            case _:
                return part in {word, "*"}
