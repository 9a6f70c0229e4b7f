"""A backup becomes a workshop again, under a new name."""

from __future__ import annotations

from pathlib import Path

from facilitator.store.backup import Backup, copy_workshop

from .ending import refuse_other_ending


def restore(backup: Path, target: Path) -> Backup:
    """Make the workshop `target` from a backup, whole or not at all; what is there is never written over.

    Raises WorkshopEnding and what `store.backup.copy_workshop` raises.
    """
    refuse_other_ending(target)
    return copy_workshop(backup, target)
