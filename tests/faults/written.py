"""Started by `test_power_cut.py`: writes notes into a workshop on a recorded disk, and marks what is acknowledged.

python written.py FOLDER SYNCHRONOUS
"""

import os
import random
import sys
from contextlib import closing
from pathlib import Path

from facilitator.domain.kinds import NoteKind
from facilitator.store import engine
from facilitator.store.backup import back_up
from facilitator.workspace.opening import create_workspace, open_workspace

NOTES = 40


def main(folder: Path, synchronous: str) -> None:
    """A new file, notes in two sittings, a backup."""
    engine.WITH_LOG = ("journal_mode=WAL", f"synchronous={synchronous}", "wal_autocheckpoint=25")
    dice = random.Random(3)
    path = folder / "water.workshop"
    marks = os.open(folder / "marks", os.O_CREAT | os.O_WRONLY)
    with closing(create_workspace(path, title="Water")) as workspace, workspace.edit("Session") as edits:
        session = edits.sessions.add("Opening").id
    os.write(marks, b"made ")
    for sitting in range(2):
        with closing(open_workspace(path)) as workspace:
            for number in range(NOTES):
                with workspace.edit("Note") as edits:
                    edits.notes.capture(session, NoteKind.POINT, "x" * dice.choice((50, 600, 5000)))
                os.write(marks, f"{sitting * NOTES + number + 1} ".encode())
    made = back_up(path, folder)
    os.write(marks, f"{made.path.name} ".encode())
    os.close(marks)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
