"""What finding shows: hits of a search, what is still open, and the words that a line can be completed with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from facilitator.text import identity

from .nouns import Key
from .numbers import Number
from .overview import Gap
from .rows import Chip, NoteSpeaker


class HitKind(StrEnum):
    """What was found."""

    NOTE = "note"
    RECOMMENDATION = "recommendation"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing in which all the words stand. `name` is the printed number, or a person's code.

    `session_id`, `session` and `session_title` are those of a note, None and empty else. `places` are start and end of
    what was found in `text`, in characters, in order, none inside another.
    """

    kind: HitKind
    key: Key
    name: str
    text: str
    session_id: Key | None
    session: Number | None
    session_title: str
    private: bool
    places: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class FillInRow:
    """Something still open. `label` is S3.12, R14 or a person's name; `text` the note or wording, for a person empty.

    `session_id` is that of a note, or of the person's latest note; `field` the empty field of the matrix.
    """

    gap: Gap
    key: Key
    label: str
    session_id: Key | None
    text: str
    field: str


@dataclass(frozen=True, slots=True)
class StatusLine:
    """What is still open, counted: `conflicts` are rows with a field that two rooms wrote without seeing each other."""

    fill_ins: int
    ungrouped: int
    conflicts: int
    notes: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Whom and what a captured line can name: people by name, themes in the order of the wall.

    `latest` are those who have said something, the latest first; `parents` names the parent of a theme that has one.
    """

    speakers: tuple[NoteSpeaker, ...]
    themes: tuple[Chip, ...]
    latest: tuple[Key, ...] = ()
    parents: Mapping[Key, str] = field(default_factory=dict)

    def speaker(self, typed: str, *, whole_name: bool = False) -> NoteSpeaker | None:
        """Whom a line means: by code, else by whole name (rule 5 of the grammar); None for somebody new."""
        asked = identity(typed)
        if not asked:
            return None
        named = (one for one in self.speakers if identity(one.name) == asked)
        coded = (one for one in self.speakers if not whole_name and one.code and identity(one.code) == asked)
        return next(coded, None) or min(named, key=lambda one: one.key, default=None)

    def theme(self, typed: str) -> Chip | None:
        """Which theme a line means: by whole name, else by a prefix that only one name has; None for a new one."""
        asked = identity(typed)
        if not asked:
            return None
        begun = [one for one in self.themes if identity(one.name).startswith(asked)]
        whole = [one for one in begun if identity(one.name) == asked]
        if whole:
            return min(whole, key=lambda one: one.key)
        return begun[0] if len(begun) == 1 else None
