"""Where the backups of a workshop stand, how they are named, and which of them are kept."""

from __future__ import annotations

import glob
import hashlib
import os
import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path

from facilitator import paths, settings
from facilitator.domain.errors import NoHome

ENDING = ".workshop"
DAYS, WEEKS, MONTHS = 12, 10, 9
"""Of how many days, weeks and months before today one backup each is kept; together at most 31."""
# file systems end at 255 bytes; the time and the ending take 25, those of a part some more
NAME_BYTES = 200
NAMED = 3
"""A sentence names so many backups at most."""
STAMP = "%Y%m%d-%H%M%S"
_NAMED = re.compile(rf"(.+)-\d{{8}}-\d{{6}}{re.escape(ENDING)}", re.DOTALL)


def shelf(path: Path, home: Path | None = None) -> Path:
    """The folder for the backups of the workshop at `path`, in the usual home or another; not made here. Raises NoHome.

    Workshops of one name in two places have two shelves, because old backups are cleared away by shelf.
    """
    place = hashlib.sha256(os.fsencode(os.path.realpath(path))).hexdigest()[:8]
    return (home or usual_home()) / f"{workshop_name(path)}-{place}"


def backups_of(path: Path) -> list[Path]:
    """Every backup of a workshop of this name, also of one that was in another place since; the newest first."""
    try:
        home = usual_home()
    except NoHome:
        return []
    found = home.glob(f"*/{glob.escape(workshop_name(path))}-*{ENDING}")
    return sorted((file for file in found if taken_at(file, path)), key=lambda file: file.name, reverse=True)


def newest(path: Path) -> tuple[datetime, Path] | None:
    """The last backup on the shelf of this very workshop, and when it was made by the clock on the wall."""
    try:
        there = [(moment, file) for file in shelf(path).iterdir() if (moment := taken_at(file, path))]
    except (NoHome, OSError):
        # nothing was backed up yet, or nobody can look: either way there is none to speak of
        return None
    return max(there, default=None)


def standing(home: Path) -> list[tuple[str, datetime, Path]]:
    """Every backup in a folder, of whatever workshop: its name, when it was made by the clock on the wall, its file."""
    files = [*home.glob(f"*/*{ENDING}"), *home.glob(f"*{ENDING}")]
    found = []
    for file in files:
        named = _NAMED.fullmatch(file.name)
        moment = None if named is None else taken_at(file, Path(named[1] + ENDING))
        if named is not None and moment is not None:
            found.append((named[1], moment, file))
    return found


def advice(path: Path) -> str:
    """What to do when the workshop at `path` is damaged."""
    found = backups_of(path)
    if not found:
        return "There is no backup of it on this computer; look on sticks and other computers."
    names = ", ".join(str(file) for file in found[:NAMED])
    return f"Bring back a backup under a new name; the newest are: {names}."


def backup_name(path: Path, moment: datetime) -> str:
    """What a backup of `path` made at this moment, by the clock on the wall, is called."""
    return f"{workshop_name(path)}-{moment.strftime(STAMP)}{ENDING}"


def taken_at(backup: Path, path: Path) -> datetime | None:
    """When this backup of the workshop at `path` was made, by its name; None when it is none."""
    found = re.fullmatch(rf"{re.escape(workshop_name(path))}-(\d{{8}}-\d{{6}}){re.escape(ENDING)}", backup.name)
    try:
        return datetime.strptime(found[1], STAMP) if found else None  # noqa: DTZ007 - names tell the time of the wall
    except ValueError:
        return None


def to_delete(taken: Iterable[datetime], today: date) -> set[datetime]:
    """Which backups may go: all but today's, the last of each of 12 days, then of 10 weeks, then of 9 months before."""
    left = sorted((moment for moment in taken if moment.date() < today), reverse=True)
    gone = set(left)
    rules: tuple[tuple[int, Callable[[datetime], object]], ...] = (
        (DAYS, lambda moment: moment.date()),
        (WEEKS, lambda moment: moment.isocalendar()[:2]),
        (MONTHS, lambda moment: (moment.year, moment.month)),
    )
    for count, period in rules:
        # each rule serves what the ones before have left, newest first
        newest: dict[object, datetime] = {}
        for moment in left:
            newest.setdefault(period(moment), moment)
        served = dict(list(newest.items())[:count])
        gone.difference_update(served.values())
        left = [moment for moment in left if period(moment) not in served]
    return gone


def clear(folder: Path, path: Path, today: date) -> None:
    """Delete the backups of `path` in this folder that `to_delete` names."""
    dated = {moment: file for file in folder.iterdir() if (moment := taken_at(file, path))}
    for moment in to_delete(dated, today):
        dated[moment].unlink(missing_ok=True)


def usual_home() -> Path:
    """The folder of all shelves on this computer. Raises NoHome."""
    return settings.load().settings.backups or paths.backup_folder()


def workshop_name(path: Path) -> str:
    """What the backups of the workshop at `path` are named after."""
    name = path.name.removesuffix(ENDING)
    return os.fsencode(name)[:NAME_BYTES].decode(errors="ignore")
