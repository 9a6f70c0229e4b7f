"""A workshop that lies on a stick or a shared drive comes to this computer."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from facilitator.domain.errors import TargetExists
from facilitator.files import place_error
from facilitator.store.backup import Backup, bring_drafts, copy_workshop

from .ending import ENDING
from .progress import Progress, untold

__all__ = ["bring_drafts", "copy_to"]


def copy_to(path: Path, folder: Path, *, progress: Progress = untold) -> Backup:
    """Make a proven copy of the workshop at `path` in `folder`, which is made; a name that is taken gets a number.

    The workshop may be open. Raises what `store.backup.copy_workshop` raises.
    """
    progress(0, None)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise place_error(error, folder) from error
    name = path.name.removesuffix(ENDING)
    for number in count(1):
        target = folder / (f"{name}{ENDING}" if number == 1 else f"{name} {number}{ENDING}")
        try:
            return copy_workshop(path, target)
        except TargetExists:
            continue
    raise AssertionError("numbers do not end")
