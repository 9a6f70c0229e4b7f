"""What finding shows: hits of a search, what is still open, and the words that a line can be completed with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from facilitator.text import identity

from .kinds import NoteKind, Status
from .nouns import Key
from .overview import Gap
from .rows import Chip, NoteSpeaker


class HitKind(StrEnum):
    """What was found, in the order in which it is shown."""

    NOTE = "note"
    RECOMMENDATION = "recommendation"
    PERSON = "person"
    SESSION = "session"
    THEME = "theme"


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing in which all the words stand. `name` is the printed number, or a person's code; of a theme it is empty.

    `session_id` and `session_title` are those of a note, None and empty else. `about` is who said a note, or the
    themes of a recommendation by their names. `is_open` says that it is to be checked later.
    """

    kind: HitKind
    key: Key
    name: str
    text: str
    session_id: Key | None = None
    session_title: str = ""
    about: str = ""
    mark: NoteKind | Status | None = None
    private: bool = False
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What a search has found, by kind and in the order of the programme, the register or the names.

    `words` are those that were looked for, folded: `text.places` says where in a hit they stand. Of the kinds in `cut`
    there is more than the hits.
    """

    words: tuple[str, ...] = ()
    hits: tuple[Hit, ...] = ()
    cut: frozenset[HitKind] = frozenset()


@dataclass(frozen=True, slots=True)
class FillInRow:
    """Something still open. `label` is S3.12, R14 or a person's name; `text` the note or wording, for a person empty.

    `session_id` is that of a note, or of the person's latest note, None else. `field` is the first that is empty:
    sector or organisation of a person (`is_known` says that something else is there), who or due of an action, or the
    field of the matrix.
    """

    gap: Gap
    key: Key
    label: str
    session_id: Key | None
    text: str
    field: str
    is_known: bool = False


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
