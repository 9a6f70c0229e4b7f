"""A backup becomes a workshop again, under a new name."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from facilitator.domain.backups import Found, Inside
from facilitator.domain.errors import FacilitatorError, NoHome
from facilitator.store.backup import Backup, copy_workshop, inside
from facilitator.store.shelf import ENDING, standing, usual_home, workshop_name

from .ending import refuse_other_ending
from .progress import Progress, untold


def restore(backup: Path, target: Path) -> Backup:
    """Make the workshop `target` from a backup, whole or not at all; what is there is never written over.

    Raises WorkshopEnding and what `store.backup.copy_workshop` raises.
    """
    refuse_other_ending(target)
    return copy_workshop(backup, target)


def bring_back(backup: Path, beside: Path, at: datetime, *, progress: Progress = untold) -> Path:
    """Restore a backup made at a moment beside the workshop `beside`, under a name that is free; gives that file.

    Raises what `restore` raises.
    """
    progress(0, None)
    name = f"{workshop_name(beside)} {at:%Y-%m-%d %H.%M}"
    target, count = beside.with_name(name + ENDING), 1
    while target.exists():
        count += 1
        target = beside.with_name(f"{name} ({count}){ENDING}")
    return restore(backup, target).path


def name_in_backups(workshop: Path) -> str:
    """What the backups of a workshop are named after."""
    return workshop_name(workshop)


def names_of_backups(second: Path | None, *, progress: Progress = untold) -> tuple[str, ...]:
    """The names of the workshops of which there are backups, here or in the second folder; the latest first."""
    progress(0, None)
    newest: dict[str, datetime] = {}
    for home in _homes(second):
        for name, at, _ in standing(home):
            newest[name] = max(at, newest.get(name, at))
    return tuple(sorted(newest, key=lambda name: newest[name], reverse=True))


def backups_named(
    name: str, present: Path | None, second: Path | None, *, progress: Progress = untold
) -> tuple[tuple[Found, ...], Inside | None]:
    """The backups of the workshops of one name in both folders, the newest first, and what the file holds now.

    What stands in both folders under one name is one backup.
    """
    files: dict[tuple[datetime, str], dict[int, Path]] = {}
    for place, home in enumerate(_homes(second)):
        for of, at, file in standing(home):
            if of == name:
                files.setdefault((at, file.parent.name if file.parent != home else ""), {})[place] = file
    found = []
    for done, ((at, _), places) in enumerate(sorted(files.items(), key=lambda one: one[0][0], reverse=True)):
        progress(done, len(files))
        path = places[min(places)]
        found.append(Found(name, at, path, 0 in places, 1 in places, _looked_into(path)))
    now = None if present is None else _looked_into(present)
    return tuple(found), now if isinstance(now, Inside) else None


def _homes(second: Path | None) -> list[Path]:
    """The usual folder first; one that is not there has no backups."""
    try:
        first = [usual_home()]
    except NoHome:
        first = []
    return first if second is None else [*first, second]


def _looked_into(path: Path) -> Inside | FacilitatorError:
    try:
        return inside(path)
    except FacilitatorError as error:
        return error
