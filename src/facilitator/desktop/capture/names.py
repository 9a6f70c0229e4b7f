"""Whom and what the line can name, folded and sorted once beside the window, so that a key only looks it up."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from facilitator.text import folded, identity, word_starts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.domain.finding import Vocabulary
    from facilitator.domain.rows import Chip, NoteSpeaker

INSIDE = ">"
"""Parts the names of a path: `eco>wat` is Economy > Water."""
SHORTEST = 4
"""Letters that a word of a name has at least to be completed."""


class _Column:
    """One property of all, each on a line of one text: a search through all is one search of Python's own."""

    def __init__(self, values: Iterable[str]) -> None:
        lines = [value.replace("\n", " ") for value in values]
        self._text = "\n" + "\n".join(lines) + "\n"
        self._ends = list(accumulate(len(line) + 1 for line in lines))

    def first(self, asked: str, *, at_start: bool = False) -> int | None:
        """The place of the first in which this stands, or which begins with it."""
        found = self._text.find(f"\n{asked}" if at_start else asked)
        return None if found < 0 else bisect_right(self._ends, found - (not at_start))


class Names:
    """People and themes as they are looked up: exactly for what a line means, loosely for what Tab offers."""

    def __init__(self, vocabulary: Vocabulary, frequent: Iterable[str] = ()) -> None:
        self.vocabulary = vocabulary
        self._frequent = tuple(frequent)
        self._codes: dict[str, NoteSpeaker] = {}
        self._whole_names: dict[str, NoteSpeaker] = {}
        for speaker in vocabulary.speakers:
            if speaker.code:
                self._codes.setdefault(identity(speaker.code), speaker)
            name = identity(speaker.name)
            there = self._whole_names.get(name)
            if there is None or speaker.key < there.key:
                self._whole_names[name] = speaker
        named = ((identity(chip.name), chip.key, chip) for chip in vocabulary.themes)
        self._sorted = sorted(named, key=lambda one: one[:2])

    def prepare(self) -> None:
        """Fold all that is only offered: it takes longer than a key may, and is done beside the window."""
        _ = self._people, self._paths, self.words

    @cached_property
    def words(self) -> tuple[tuple[str, str], ...]:
        """What completes a word, folded and as it is written: what was said, then organisations, then names."""
        speakers = self.vocabulary.speakers
        names = [one.name for one in speakers]
        organisations = [one.organisation for one in speakers if one.organisation]
        pieces = [word.strip(",.;:()") for name in names for word in name.split()]
        said = (*self._frequent, *organisations, *names, *(word for word in pieces if len(word) >= SHORTEST))
        return tuple((folded(word), word) for word in dict.fromkeys(said))

    @cached_property
    def _people(self) -> _People:
        places = {key: place for place, key in enumerate(self.vocabulary.latest)}
        speakers = sorted(self.vocabulary.speakers, key=lambda one: places.get(one.key, len(places)))
        words = [word_starts(one.name) for one in speakers]
        return _People(
            speakers,
            _Column(folded(one.code) for one in speakers),
            _Column("".join(word[0] for word in name.split()) for name in words),
            _Column(words),
            _Column(word_starts(one.organisation) for one in speakers),
            _Column(folded(one.name) for one in speakers),
            _Column(folded(one.organisation) for one in speakers),
        )

    @cached_property
    def _paths(self) -> _Paths:
        themes, parents = self.vocabulary.themes, self.vocabulary.parents
        paths = [f"{parents[one.key]} {INSIDE} {one.name}" if one.key in parents else one.name for one in themes]
        bare = [folded(path) for path in paths]
        return _Paths(_Column(folded(one.name) for one in themes), _Column(map(word_starts, paths)), bare)

    def speaker(self, typed: str, *, whole_name: bool = False) -> NoteSpeaker | None:
        """Whom a line means: by code, else by whole name (rule 5 of the grammar); None for somebody new."""
        asked = identity(typed)
        coded = None if whole_name else self._codes.get(asked)
        return coded or self._whole_names.get(asked)

    def theme(self, typed: str) -> Chip | None:
        """Which theme a line means: by whole name, else by a prefix that only one name has; None for a new one."""
        asked = identity(typed)
        at = bisect_left(self._sorted, asked, key=lambda one: one[0])
        if not asked or at == len(self._sorted) or not self._sorted[at][0].startswith(asked):
            return None
        is_whole = self._sorted[at][0] == asked
        is_alone = at + 1 == len(self._sorted) or not self._sorted[at + 1][0].startswith(asked)
        return self._sorted[at][2] if is_whole or is_alone else None

    def offer_speaker(self, begun: str) -> NoteSpeaker | None:
        """Who is offered: by code, initials, a word's beginning, any part; of equals the latest speaker."""
        asked, word = folded(begun), word_starts(begun)
        # Signs alone begin every word.
        if not word.strip():
            return None
        people = self._people
        found = (
            people.codes.first(asked, at_start=True),
            people.initials.first(asked, at_start=True),
            people.name_words.first(word),
            people.organisation_words.first(word),
            people.names.first(asked),
            people.organisations.first(asked),
        )
        place = next((one for one in found if one is not None), None)
        return None if place is None else people.speakers[place]

    def offer_theme(self, begun: str) -> Chip | None:
        """Which theme is offered: by the beginning of its name, of a word of its path, by any part of its path."""
        asked, word = folded(begun), word_starts(begun)
        if not word.strip():
            return None
        place = self._paths.names.first(asked, at_start=True)
        if place is None:
            place = self._paths.words.first(word)
        if place is None:
            pieces = [piece.strip() for piece in asked.split(INSIDE)]
            found = (place for place, path in enumerate(self._paths.paths) if _runs_through(path, pieces))
            place = next(found, None)
        return None if place is None else self.vocabulary.themes[place]


@dataclass(frozen=True, slots=True)
class _People:
    speakers: list[NoteSpeaker]
    codes: _Column
    initials: _Column
    name_words: _Column
    organisation_words: _Column
    names: _Column
    organisations: _Column


@dataclass(frozen=True, slots=True)
class _Paths:
    names: _Column
    words: _Column
    paths: list[str]


def _runs_through(path: str, pieces: list[str]) -> bool:
    """Whether the pieces stand in a path one after the other, each in a further name of it."""
    at = 0
    for place, piece in enumerate(pieces):
        found = path.find(piece, at)
        at = path.find(INSIDE, found) + 1 if found >= 0 and place + 1 < len(pieces) else found
        if found < 0 or (place + 1 < len(pieces) and at == 0):
            return False
    return True
