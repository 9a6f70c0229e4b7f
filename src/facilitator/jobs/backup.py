"""A proven copy of a workshop, made by hand."""

from __future__ import annotations

from pathlib import Path

from facilitator.store.backup import Backup, back_up


def backup(path: Path, folder: Path | None = None) -> Backup:
    """Copy the workshop at `path` into `folder`, else to its shelf of backups; it may be open elsewhere.

    Raises what `store.backup.back_up` raises.
    """
    return back_up(path, folder)
