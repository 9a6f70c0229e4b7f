"""Whom and what the line can name, folded and sorted once beside the window, so that a key only looks it up."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Person:
    speaker: NoteSpeaker
    code: str
    initials: str
    name: str
    name_words: str
    organisation: str
    organisation_words: str


@dataclass(frozen=True, slots=True)
class _Theme:
    chip: Chip
    name: str
    path: str
    path_words: str


class Names:
    """People and themes as they are looked up: exactly for what a line means, loosely for what Tab offers."""

    def __init__(self, vocabulary: Vocabulary, frequent: Iterable[str] = ()) -> None:
        self.vocabulary = vocabulary
        self.words = _words(vocabulary, frequent)
        places = {key: place for place, key in enumerate(vocabulary.latest)}
        self._people = [
            _person(one) for one in sorted(vocabulary.speakers, key=lambda one: places.get(one.key, len(places)))
        ]
        self._codes: dict[str, NoteSpeaker] = {}
        self._whole_names: dict[str, NoteSpeaker] = {}
        for speaker in vocabulary.speakers:
            if speaker.code:
                self._codes.setdefault(identity(speaker.code), speaker)
            name = identity(speaker.name)
            there = self._whole_names.get(name)
            if there is None or speaker.key < there.key:
                self._whole_names[name] = speaker
        self._themes = [_theme(chip, vocabulary.parents.get(chip.key, "")) for chip in vocabulary.themes]
        self._sorted = sorted(
            ((identity(chip.name), chip.key, chip) for chip in vocabulary.themes), key=lambda one: one[:2]
        )

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
        """Who is offered: by code, initials, name, organisation; their beginnings first, of equals the latest speaker."""
        asked, word = folded(begun), word_starts(begun)
        tests = (
            lambda one: one.code.startswith(asked),
            lambda one: one.initials.startswith(asked),
            lambda one: word in one.name_words,
            lambda one: word in one.organisation_words,
            lambda one: asked in one.name,
            lambda one: asked in one.organisation,
        )
        # Signs alone begin every word.
        if not word.strip():
            return None
        return next((one.speaker for test in tests for one in self._people if test(one)), None)

    def offer_theme(self, begun: str) -> Chip | None:
        """Which theme is offered: by the beginning of its name, of a word of its path, by any part of its path."""
        asked, word = folded(begun), word_starts(begun)
        pieces = [piece.strip() for piece in asked.split(INSIDE)]
        tests = (
            lambda one: one.name.startswith(asked),
            lambda one: word in one.path_words,
            lambda one: _runs_through(one.path, pieces),
        )
        if not word.strip():
            return None
        return next((one.chip for test in tests for one in self._themes if test(one)), None)


def _person(speaker: NoteSpeaker) -> _Person:
    name, name_words = folded(speaker.name), word_starts(speaker.name)
    initials = "".join(word[0] for word in name_words.split())
    organisation = folded(speaker.organisation)
    return _Person(
        speaker, folded(speaker.code), initials, name, name_words, organisation, word_starts(speaker.organisation)
    )


def _theme(chip: Chip, parent: str) -> _Theme:
    path = f"{parent} {INSIDE} {chip.name}" if parent else chip.name
    return _Theme(chip, folded(chip.name), folded(path), word_starts(path))


def _runs_through(path: str, pieces: list[str]) -> bool:
    """Whether the pieces stand in a path one after the other, each in a further name of it."""
    at = 0
    for place, piece in enumerate(pieces):
        found = path.find(piece, at)
        at = path.find(INSIDE, found) + 1 if found >= 0 and place + 1 < len(pieces) else found
        if found < 0 or (place + 1 < len(pieces) and at == 0):
            return False
    return True


def _words(vocabulary: Vocabulary, frequent: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Each word that can be completed, folded and as it is written: what was said, then names, then organisations."""
    names = [one.name for one in vocabulary.speakers]
    organisations = list(dict.fromkeys(one.organisation for one in vocabulary.speakers if one.organisation))
    pieces = [word.strip(",.;:()") for name in names for word in name.split()]
    said = [*frequent, *organisations, *names, *(word for word in pieces if len(word) >= SHORTEST)]
    return tuple((folded(word), word) for word in dict.fromkeys(said))
