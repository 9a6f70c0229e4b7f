"""The ending by which a workshop's file is known, so that the window, a double click and a person find it again."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from facilitator.domain.errors import WorkshopEnding

ENDING: Final = ".workshop"


def refuse_other_ending(path: Path) -> None:
    """Raise WorkshopEnding when a workshop that is to be made would not be known by its name."""
    if path.suffix.casefold() != ENDING:
        raise WorkshopEnding(name=path.name, right=f"{path.name.removesuffix('.')}{ENDING}")
