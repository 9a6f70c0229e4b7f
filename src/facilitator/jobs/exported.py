"""What an export wrote, found again in the finished file, and what a person should know about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class MissingCharacter:
    """A character that no font of ours has, and where it stands."""

    character: str
    where: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Exported:
    """`expected` counts what the report should hold, by kind, `written` what was found when the file was reopened.

    `pages` is None for a format without pages. `replaced` says that a file of that name was
    there before. `warnings` are English sentences.
    """

    path: Path
    pages: int | None
    expected: Mapping[str, int]
    written: Mapping[str, int]
    missing_characters: tuple[MissingCharacter, ...] = ()
    warnings: tuple[str, ...] = field(default=())
    replaced: bool = False
