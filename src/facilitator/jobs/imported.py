"""What an import brought, and what of the source was read otherwise than it was perhaps meant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from facilitator.domain.kinds import NoteKind
from facilitator.intake.recognise import SourceKind


@dataclass(frozen=True, slots=True)
class Pointed:
    """A line of the source (its row, in a table), what stands there, and the English sentence that says why."""

    line: int
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Imported:
    """Counts of what this import brought.

    `lines` are the lines or rows with content; `speakers` and `themes` the distinct ones that the source names;
    `people` are new participants. `added` are sessions, people, notes, recommendations and themes that came in, `kept`
    those of the source that were there already and stayed as they were. `columns` says which heading was read as what;
    `unread` names those that were not. `new_people` and `new_themes` are the names that a text brought first.
    """

    path: Path
    kind: SourceKind
    lines: int = 0
    sessions: int = 0
    notes: Mapping[NoteKind, int] = field(default_factory=dict)
    recommendations: int = 0
    themes: int = 0
    speakers: int = 0
    people: int = 0
    added: int = 0
    kept: int = 0
    warnings: tuple[Pointed, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    unread: str = ""
    new_people: tuple[str, ...] = ()
    new_themes: tuple[str, ...] = ()
