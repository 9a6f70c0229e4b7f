"""What is in a workshop, counted: for a first look, without loading its texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from .kinds import NoteKind, SessionKind, Status
from .numbers import Number


@dataclass(frozen=True, slots=True)
class SessionCount:
    """A session with the number of its notes, private ones included."""

    number: Number
    title: str
    day: date | None
    starts: time | None
    ends: time | None
    kind: SessionKind
    notes: int


@dataclass(frozen=True, slots=True)
class ThemeCount:
    """A theme with the number of recommendations that stand in it (at home or further) and of notes that carry it."""

    name: str
    parent: str | None
    recommendations: int
    notes: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The workshop in numbers. `notes` counts private notes too; `private` says how many of them there are."""

    title: str
    days: tuple[date, ...]
    sessions: tuple[SessionCount, ...]
    notes: Mapping[NoteKind, int]
    recommendations: Mapping[Status, int]
    themes: tuple[ThemeCount, ...]
    people: int
    fill_ins: int
    private: int


class Gap(StrEnum):
    """Why something is still open."""

    CHECK_LATER = "check later"
    SPEAKER = "unknown speaker"
    ACTION = "action without who or when"
    MATRIX = "empty matrix field"
