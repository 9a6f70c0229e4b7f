"""A word that is replaced everywhere: where it stands, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from .nouns import Key


@dataclass(frozen=True, slots=True)
class Worded:
    """One text of a workshop: what a row of a table (`note`, `participant` ...) says in one `field`.

    `name` is what the row is known by: a number, the code of a person, or nothing. `about` is the title of the session
    of a note, and `private` is said of notes alone.
    """

    table: str
    key: Key
    field: str
    text: str
    name: str
    about: str = ""
    private: bool = False

    @property
    def place(self) -> tuple[str, Key, str]:
        """Where it stands, whatever it says."""
        return self.table, self.key, self.field


@dataclass(frozen=True, slots=True)
class Occurrences:
    """A text, and start and end of each place in it that changes, in characters, in order.

    `is_taken` when the text is a name, and the new one is that of somebody or something else.
    """

    worded: Worded
    places: tuple[tuple[int, int], ...]
    is_taken: bool = False


@dataclass(frozen=True, slots=True)
class Replaced:
    """In how many places a word was replaced, and how many of those that were asked for are not as they were shown."""

    places: int
    left_out: int
