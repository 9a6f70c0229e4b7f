"""Started by `test_kill.py`: does one task after the other, each in a process that is killed in the middle.

Every line of standard input is a task (JSON); a process is forked for it and killed by signal 9 after so many seconds.
What the task acknowledges goes to standard output as it happens, then `end`, the seconds that it ran, and 1 if it was
killed or 0 if it had ended before.
"""

import json
import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import alembic.command  # noqa: F401 - a process that is forked need not load it again

from facilitator.cli import run as run_command
from facilitator.cli.commands import backup, import_  # noqa: F401 - as above
from facilitator.domain.kinds import NoteKind
from facilitator.store.migrate import migrate
from facilitator.store.released import SCHEMA_VERSION
from facilitator.workspace.opening import open_workspace

EDITS = 60
TURNS = 10
KINDS = (NoteKind.POINT, NoteKind.RECOMMENDATION)


def acknowledge(what: object) -> None:
    """Told only once it is on the disk, and in one write, so that a kill cannot cut it."""
    os.write(1, f"{what}\n".encode())


def edit(path: Path, _: Path) -> None:
    """Capture one note after the other."""
    with closing(open_workspace(path)) as workspace:
        with workspace.read() as reads:
            session = reads.content().sessions[0].id
        for number in range(EDITS):
            with workspace.edit("Note") as edits:
                captured = edits.notes.capture(session, KINDS[number % 2], f"Typed {number}")
            acknowledge(captured.number)


def command(*words: object) -> None:
    """What a person types, without its output."""
    code = run_command([*map(str, words), "--quiet"])
    if code != 0:
        raise RuntimeError(f"{words[0]} answered {code}")


def undo(path: Path, _: Path) -> None:
    """Take steps back, and do them again."""
    for word in ("undo", "redo"):
        for _ in range(TURNS):
            command(word, path)
            acknowledge(word)


def one(path: Path, source: Path) -> None:
    """Bring in one line, again and again."""
    for _ in range(TURNS):
        command("import", path, source)
        acknowledge("line")


def fill(path: Path, source: Path) -> None:
    """Import into a new file."""
    command("import", path, source)
    acknowledge("imported")


add = fill
"""Into a file that has content."""


def step(path: Path, scripts: Path) -> None:
    """Bring a file to the next schema."""
    migrate(path, scripts, SCHEMA_VERSION + 1)
    acknowledge("migrated")


def save(path: Path, folder: Path) -> None:
    """Make backups."""
    for _ in range(3):
        command("backup", path, "--to", folder)
        acknowledge(max(file.name for file in folder.glob("*.workshop")))


TASKS: dict[str, Callable[[Path, Path], None]] = {
    "edit": edit,
    "step": step,
    "undo": undo,
    "one": one,
    "fill": fill,
    "add": add,
    "save": save,
}


def run(task: str, path: str, other: str, seconds: float) -> tuple[float, int]:
    """Fork, kill, wait; the seconds that the process lived, and whether it was killed."""
    began = time.monotonic()
    process = os.fork()
    if process == 0:
        status = 1
        try:
            TASKS[task](Path(path), Path(other))
            status = 0
        finally:
            os._exit(status)
    signal.sigtimedwait({signal.SIGCHLD}, seconds)
    os.kill(process, signal.SIGKILL)
    _, status = os.waitpid(process, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) != 0:
        raise RuntimeError(f"{task} failed by itself")
    return time.monotonic() - began, int(os.WIFSIGNALED(status))


def main() -> None:
    """One task for each line."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
    for line in sys.stdin:
        lived, was_killed = run(**json.loads(line))
        acknowledge(f"end {lived} {was_killed}")
        while signal.sigpending():
            signal.sigwait({signal.SIGCHLD})


if __name__ == "__main__":
    main()
