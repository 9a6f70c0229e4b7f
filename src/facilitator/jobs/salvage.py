"""A damaged workshop: what can be read of it becomes a new one."""

from __future__ import annotations

from pathlib import Path

from facilitator.domain.errors import WorkshopMissing
from facilitator.store.salvage.salvage import Salvaged
from facilitator.store.salvage.salvage import salvage as from_pages

from .ending import refuse_other_ending
from .progress import Progress, untold

__all__ = ["Salvaged", "salvage"]


def salvage(source: Path, target: Path, *, progress: Progress = untold) -> Salvaged:
    """Make the workshop `target`, which must not be there, of everything that can be read in `source`.

    `source` is never written. Raises WorkshopEnding, WorkshopMissing and what `store.salvage` raises.
    """
    progress(0, None)
    refuse_other_ending(target)
    if not source.exists():
        raise WorkshopMissing(path=source)
    return from_pages(source, target)
