"""Started by `test_small_disk.py` in a mount namespace of its own: mounts a small disk and works until it is full.

Prints one JSON object for each trial: what was done, with how many free pages, the error, what was there afterwards.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from facilitator.domain.errors import FacilitatorError
from facilitator.domain.kinds import NoteKind
from facilitator.jobs.check import check
from facilitator.store.backup import back_up
from facilitator.store.recognise import reading
from facilitator.workspace.opening import building, create_workspace, open_workspace
from facilitator.workspace.workspace import Workspace

PAGE = 4096
LONG = "A long text that needs some room. " * 400
"""Longer than three pages of the file."""


def tell(**what: object) -> None:
    """One trial, or one fact."""
    print(json.dumps(what), flush=True)


def leave(disk: Path, pages: int) -> Path:
    """Fill the disk up to so many pages of 4 KiB."""
    ballast = disk / "ballast"
    ballast.unlink(missing_ok=True)
    state = os.statvfs(disk)
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, state.f_bavail * state.f_frsize - pages * PAGE or 1)
    return ballast


def attempt(act: Callable[[], object]) -> dict[str, object]:
    """Whether it went well, and if not, in which words."""
    try:
        act()
    except FacilitatorError as error:
        return {"error": error.code, "exit": error.exit_code, "sentence": str(error)}
    return {"error": None}


def notes(path: Path) -> int:
    """The notes of the file as another program sees them."""
    with reading(path) as connection:
        return int(connection.execute("SELECT count(*) FROM note").fetchone()[0])


def capture(workspace: Workspace) -> None:
    """One note with a long text."""
    with workspace.read() as reads:
        session = reads.content().sessions[0].id
    with workspace.edit("Note") as edits:
        edits.notes.capture(session, NoteKind.POINT, LONG)


def edits_on_a_full_disk(disk: Path) -> None:
    """The same workspace goes on after each failure."""
    path = disk / "water.workshop"
    with closing(create_workspace(path, title="Water")) as workspace:
        with workspace.edit("Session") as edits:
            edits.sessions.add("Opening")
        capture(workspace)
        for act in (capture, lambda workspace: workspace.undo(), lambda workspace: workspace.redo()):
            for pages in range(12):
                before = notes(path)
                ballast = leave(disk, pages)
                result = attempt(lambda act=act: act(workspace))
                after = notes(path)
                ballast.unlink()
                tell(act="edit", pages=pages, before=before, after=after, ok=check(path).ok, **result)
        before = notes(path)
        capture(workspace)
        tell(act="goes on", before=before, after=notes(path), ok=check(path).ok, error=None)


def new_files_on_a_full_disk(disk: Path) -> None:
    """Backups and new workshops: whole, or not there."""
    path = disk / "water.workshop"

    def build() -> None:
        with building(disk / "new" / "new.workshop", title="New") as workspace, workspace.edit("Session") as edits:
            edits.sessions.add("Opening")

    for act in (build, lambda: back_up(path, disk / "new")):
        for pages in (*range(12), *range(12, 240, 19)):
            (disk / "new").mkdir()
            ballast = leave(disk, pages)
            result = attempt(act)
            ballast.unlink()
            made = sorted((disk / "new").iterdir())
            fine = check(path).ok and all(check(file).ok for file in made)
            tell(act="new file", pages=pages, made=len(made), ok=fine, **result)
            for file in made:
                file.unlink()
            (disk / "new").rmdir()


def a_disk_that_cannot_be_written(disk: Path) -> None:
    """Reading goes on, writing is refused."""
    path = disk / "water.workshop"
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    listing = sorted(disk.iterdir())

    def read() -> None:
        with closing(open_workspace(path, read_only=True)) as workspace, workspace.read() as reads:
            reads.overview()

    tell(act="read", **attempt(read))
    tell(act="check", ok=check(path).ok, error=None)
    for act in (
        lambda: open_workspace(path),
        lambda: create_workspace(disk / "new.workshop", title="New"),
        lambda: back_up(path, disk),
        lambda: back_up(path, disk / "folder"),
    ):
        tell(act="write", **attempt(act))
    tell(act="listing", same=listing == sorted(disk.iterdir()), error=None)


def main(disk: Path) -> None:
    """All of it on a disk of 3 MB."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "none", str(disk)], check=True)
    edits_on_a_full_disk(disk)
    new_files_on_a_full_disk(disk)
    a_disk_that_cannot_be_written(disk)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
