"""A word that is replaced everywhere: where it stands, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from .nouns import Key
from .numbers import Number


@dataclass(frozen=True, slots=True)
class Worded:
    """One text of a note or recommendation: `field` is `text`, `wording` or a field of the matrix.

    `session_title` is that of a note, empty else.
    """

    key: Key
    number: Number
    field: str
    text: str
    session_title: str
    private: bool

    @property
    def is_note(self) -> bool:
        """Whether it is a note's, and not a recommendation's."""
        return self.field == "text"


@dataclass(frozen=True, slots=True)
class Occurrences:
    """A text, and start and end of each place in it that changes, in characters, in order."""

    worded: Worded
    places: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Replaced:
    """In how many places, notes and recommendations a word was replaced."""

    places: int
    notes: int
    recommendations: int
