"""What one line says, as far as the line alone can tell."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from facilitator.domain.kinds import NoteKind

from .line_warning import LineWarning


class PartKind(StrEnum):
    """What a stretch of the typed line was read as."""

    PRIVATE = "private"
    KIND = "kind"
    SPEAKER = "speaker"
    TEXT = "text"
    THEME = "theme"
    CHECK_LATER = "check later"


@dataclass(frozen=True, slots=True)
class Part:
    """The stretch from `start` to before `end` of the line as typed, in characters, and what it says.

    `value` is the kind's word, the name of a speaker or theme without quotes, the note's text, or the bare sign.
    """

    what: PartKind
    start: int
    end: int
    value: str


class SpeakerForm(StrEnum):
    """How a speaker was named, which decides who can be meant (rule 5)."""

    CODE_OR_NAME = "code or name"
    WHOLE_NAME = "whole name"
    SAME = "same as before"


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker as typed; `name` is clean, trimmed and not empty, but for SAME, where it is empty."""

    form: SpeakerForm
    name: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A note as typed. Lines are equal when they make the same note, however they were written.

    `themes` holds each name once, in the order typed: the first is the home of a recommendation.
    """

    kind: NoteKind
    text: str
    speaker: Speaker | None = None
    themes: tuple[str, ...] = ()
    check_later: bool = False
    private: bool = False
    warnings: tuple[LineWarning, ...] = field(default=(), compare=False)
    parts: tuple[Part, ...] = field(default=(), compare=False)
