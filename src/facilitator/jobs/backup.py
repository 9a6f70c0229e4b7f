"""Proven copies of a workshop: by hand, in rounds while it is worked on, and how far the work is proven."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from facilitator.domain.backups import BackedUp, Proof, Round
from facilitator.domain.errors import FacilitatorError, SecondFolderAbsent
from facilitator.store.backup import Backup, back_up, bring_to, last_step
from facilitator.store.reads import Reads
from facilitator.store.shelf import newest, shelf, taken_at

from .progress import Progress, untold


def backup(path: Path, folder: Path | None = None) -> Backup:
    """Copy the workshop at `path` into `folder`, else to its shelf of backups; it may be open elsewhere.

    Raises what `store.backup.back_up` raises.
    """
    return back_up(path, folder)


def back_up_round(path: Path, second: Path | None, renew: bool, *, progress: Progress = untold) -> Round:
    """Have a proven backup on the shelf, with `renew` one of now, and bring it to the `second` folder if one is chosen.

    When the usual folder refuses, the second one is given a backup of its own. Neither refusal keeps the other from
    being tried.
    """
    first = _first(path, renew=renew)
    progress(1, 2)
    return Round(first, None if second is None else _second(path, second, first))


def proof(reads: Reads, path: Path) -> Proof:
    """How far the workshop that is open is proven by the newest backup on its shelf."""
    last = newest(path)
    try:
        step = b"" if last is None else last_step(last[1])
    except FacilitatorError as error:
        return Proof(None, _wall(reads.first_change_after(b"")), error)
    return Proof(None if last is None else last[0], _wall(reads.first_change_after(step)))


def _first(path: Path, *, renew: bool) -> BackedUp | FacilitatorError:
    there = None if renew else newest(path)
    try:
        return BackedUp(*there) if there is not None else _told(path, back_up(path).path)
    except FacilitatorError as error:
        return error


def _second(path: Path, second: Path, first: BackedUp | FacilitatorError) -> BackedUp | FacilitatorError:
    # Not made here: without the stick its name would be that of a folder on this very disk.
    if not second.is_dir():
        return SecondFolderAbsent(folder=second)
    try:
        if isinstance(first, BackedUp):
            return _told(path, bring_to(shelf(path, second), first.path, path))
        return _told(path, back_up(path, shelf(path, second)).path)
    except FacilitatorError as error:
        return error


def _told(path: Path, made: Path) -> BackedUp:
    return BackedUp(taken_at(made, path) or datetime.now(), made)  # noqa: DTZ005


def _wall(milliseconds: int | None) -> datetime | None:
    """An instant as the clock on the wall had it."""
    return None if milliseconds is None else datetime.fromtimestamp(milliseconds / 1000)  # noqa: DTZ006
