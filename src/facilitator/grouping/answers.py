"""What the index answers: frozen values that go from one process to another as they are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.domain.nouns import Key


class Chips(StrEnum):
    """How sure a suggestion is, as what the wall shows for it."""

    ONE = "one"
    THREE = "three"
    NONE = "none"


class Unknown(StrEnum):
    """Why no theme can be suggested."""

    NO_WORDS = "no words"
    NO_THEMES = "no themes"
    SCRIPT = "script"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A theme and how well it fits, from 0 to 1."""

    theme: Key
    score: float


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The themes that share anything with a text, best first; none where `unknown` says why not."""

    ranked: tuple[Proposal, ...]
    chips: Chips
    unknown: Unknown | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a theme fits: the words of the text that speak most for it, and the card there that is most like it.

    No words where the script is written without spaces; no card where none is alike.
    """

    words: tuple[str, ...]
    nearest: Key | None


@dataclass(frozen=True, slots=True)
class Alike:
    """A card and the share of strings of four letters that it has in common with a text, from 0 to 1."""

    key: Key
    score: float


@dataclass(frozen=True, slots=True)
class Pair:
    """Two cards that nearly say the same, the lower key first.

    `negations` and `numbers` stand in one of them and not in the other: the two may look alike and say the opposite.
    """

    a: Key
    b: Key
    score: float
    negations: tuple[str, ...]
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Cards that belong together: a name of the words that tell them from the others, and the most central card."""

    name: str
    central: Key
    members: tuple[Key, ...]
