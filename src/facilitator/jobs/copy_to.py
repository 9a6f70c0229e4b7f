"""A workshop that lies on a stick or a shared drive comes to this computer."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from facilitator.domain.errors import TargetExists
from facilitator.files import place_error
from facilitator.workspace.workspace import Workspace

from .ending import ENDING
from .progress import Progress


def copy_to(workspace: Workspace, folder: Path, progress: Progress) -> Path:
    """Make a proven copy of an open workshop in `folder`, which is made; a name that is taken gets a number.

    In any thread while edits go on; what `progress` raises ends it. Raises what `store.backup.copy_open` raises.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise place_error(error, folder) from error
    name = workspace.path.name.removesuffix(ENDING)
    for number in count(1):
        target = folder / (f"{name}{ENDING}" if number == 1 else f"{name} {number}{ENDING}")
        try:
            return workspace.copy(target, progress).path
        except TargetExists:
            continue
    raise AssertionError("numbers do not end")
