"""What goes into the store when a line is captured, and what comes back once it is there."""

from __future__ import annotations

from dataclasses import dataclass

from .kinds import NoteKind
from .nouns import Instant, Key
from .numbers import Number


@dataclass(frozen=True, slots=True)
class NewNote:
    """A note before it has a number; the first of its themes is the home of the recommendation that it may make.

    `taken_at` is None for what was not captured in the room: it is printed without a time.
    """

    session_id: Key
    kind: NoteKind
    text: str
    speaker_id: Key | None = None
    theme_ids: tuple[Key, ...] = ()
    check_later: bool = False
    private: bool = False
    taken_at: Instant | None = None


@dataclass(frozen=True, slots=True)
class Captured:
    """The note as it stands in the store, and the number of the recommendation that it made, if it made one."""

    note_id: Key
    number: Number
    recommendation: Number | None
