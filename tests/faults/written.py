"""Started by `test_power_cut.py`: a day's work on a recorded disk, and a mark for each step that was acknowledged.

    python written.py FOLDER OLD [SYNCHRONOUS]

OLD is a workshop of an earlier release, which is brought up to date. A mark is `NAME:COUNT:DIGEST`: the file, its
number of notes, and what all their texts come to; so a mark says all that must be there.
"""

import hashlib
import os
import random
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from facilitator.domain.kinds import NoteKind
from facilitator.store import engine
from facilitator.store.backup import back_up
from facilitator.workspace.opening import create_workspace, open_workspace
from facilitator.workspace.workspace import Workspace

NOTES = 24
SIZES = (50, 600, 5000)
WORK, OLD = "water.workshop", "old.workshop"
BROUGHT = [f"Said {number}" for number in range(12)]
"""The notes of every workshop that lies in `tests/stores`."""


def digest(texts: Iterable[str]) -> str:
    """What so many texts come to; the same for the same texts."""
    return hashlib.sha256("\n".join(sorted(texts)).encode()).hexdigest()[:12]


class Day:
    """The work, with its marks."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.dice = random.Random(3)
        self.marks = os.open(folder / "marks", os.O_CREAT | os.O_WRONLY)

    def say(self, mark: str) -> None:
        """Acknowledge: in one write, so that no cut goes through it."""
        os.write(self.marks, f"{mark} ".encode())

    def tell(self, workspace: Workspace) -> None:
        """Acknowledge what the workshop holds now."""
        with workspace.read() as reads:
            texts = [note.text for note in reads.content().notes]
        self.say(f"{workspace.path.name}:{len(texts)}:{digest(texts)}")

    @contextmanager
    def sitting(self, name: str) -> Iterator[Workspace]:
        """The file is opened, worked on and closed."""
        with closing(open_workspace(self.folder / name)) as workspace:
            yield workspace

    def capture(self, workspace: Workspace, count: int) -> None:
        """Notes of all lengths, one after the other."""
        with workspace.read() as reads:
            session = reads.content().sessions[0].id
        for number in range(count):
            with workspace.edit("Note") as edits:
                edits.notes.capture(session, NoteKind.POINT, f"{number} " + "x" * self.dice.choice(SIZES))
            self.tell(workspace)

    def change(self, workspace: Workspace) -> None:
        """Other words, a note less, and all of it undone and half of it done again."""
        with workspace.read() as reads:
            notes = [note.id for note in reads.content().notes]
        for key in self.dice.sample(notes, 6):
            with workspace.edit("Text") as edits:
                edits.notes.edit_text(key, "y" * self.dice.choice(SIZES))
            self.tell(workspace)
        with workspace.edit("Delete") as edits:
            edits.notes.delete(notes[0])
        self.tell(workspace)
        for turn in (*(workspace.undo,) * 6, *(workspace.redo,) * 3):
            turn()
            self.tell(workspace)


def main(folder: Path, old: Path) -> None:
    """A new file, two sittings with edits and a backup in the middle, and a file of an earlier release."""
    day = Day(folder)
    with closing(create_workspace(folder / WORK, title="Water")) as workspace:
        with workspace.edit("Session") as edits:
            edits.sessions.add("Opening")
        day.tell(workspace)
    with day.sitting(WORK) as workspace:
        day.capture(workspace, NOTES)
        day.say(back_up(workspace.path, folder).path.name)
        day.change(workspace)
    with day.sitting(WORK) as workspace:
        day.capture(workspace, NOTES // 2)
    shutil.copyfile(old, folder / OLD)
    with (folder / OLD).open("rb+") as file:
        os.fsync(file.fileno())
    # from here on it must open, whatever happens while it is brought up to date
    day.say(f"{OLD}:{len(BROUGHT)}:{digest(BROUGHT)}")
    with day.sitting(OLD) as workspace:
        day.tell(workspace)
        day.capture(workspace, 4)
    os.close(day.marks)


if __name__ == "__main__":
    if len(sys.argv) > 3:
        engine.WITH_LOG = ("journal_mode=WAL", f"synchronous={sys.argv[3]}")
    # more often than in a room, so that many cuts fall into it
    engine.WITH_LOG = (*engine.WITH_LOG, "wal_autocheckpoint=25")
    main(Path(sys.argv[1]), Path(sys.argv[2]))
