"""The power goes at any moment: each file opens, is whole, and is as it was at the last step that was acknowledged."""

import logging
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.faults.mounted import recorded, recorded_disk
from tests.faults.power import WAYS, Left, Record, power_cut
from tests.faults.written import OLD, WORK, digest

from facilitator.domain.errors import FacilitatorError
from facilitator.jobs.check import check
from facilitator.workspace.opening import open_workspace

PROGRAM = Path(__file__).with_name("written.py")
OLDEST = Path(__file__).parents[1] / "stores" / "schema-1.workshop"
CUTS, CONTROLS = 300, 60
NETWORK = "sshfs"
"""Taken for a network drive, where the program writes without a log."""
JOURNAL = "-journal"


@pytest.fixture
def room() -> Iterator[Path]:
    """In memory where there is one: what is looked at after a cut need not wait for the disk."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)


def a_day(room: Path, *, kind: str = "", synchronous: str = "") -> Record:
    """What happened on the disk while a workshop was worked on."""
    with recorded_disk(room / "disk", room / "record", kind):
        command = [
            sys.executable,
            str(PROGRAM),
            str(room / "disk"),
            str(OLDEST),
            *([synchronous] if synchronous else []),
        ]
        subprocess.run(command, check=True, env={**os.environ, "FACILITATOR_HOME": str(room / "home")})
    return recorded(room / "record")


class Cuts:
    """Cuts of one record; each counts what is wrong after it."""

    def __init__(self, record: Record, folder: Path) -> None:
        self._record = record
        self._folder = folder
        self._marks = b"".join(what[1] for what in record if what[0] == "mark").decode().split()

    def at(self, moment: int, left: Left, dice: random.Random) -> list[str]:
        """What is not as it must be after a cut at this moment."""
        files, said = power_cut(self._record, moment, left, dice)
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir()
        for name, content in files.items():
            if not name.endswith("-shm"):
                (self._folder / name[1:]).write_bytes(content)
        wrong = [found for name in (WORK, OLD) if (found := self._wrong(name, said))]
        backups = [mark for mark in said if mark.startswith("water-")]
        wrong += [f"{name} is not there" for name in backups if not (self._folder / name).exists()]
        return wrong + [
            f"{file.name} is not whole" for file in self._folder.glob("water-*.workshop") if not check(file).ok
        ]

    def _wrong(self, name: str, said: list[str]) -> str | None:
        promised = [mark for mark in said if mark.startswith(f"{name}:")]
        possible = [mark for mark in self._marks if mark.startswith(f"{name}:")][max(0, len(promised) - 1) :][:2]
        path = self._folder / name
        # a copy that nobody has been told of may be there in part
        if not promised and (name == OLD or not path.exists()):
            return None
        if not path.exists():
            return f"no file after {promised[-1]}"
        try:
            found = self._state(path)
            if promised and found not in possible:
                return f"{found} instead of {possible}"
            return self._undone(path, found) if promised else None
        except FacilitatorError as error:
            return str(error)

    def _state(self, path: Path) -> str:
        with closing(open_workspace(path)) as workspace, workspace.read() as reads:
            texts = [note.text for note in reads.content().notes]
        return f"{path.name}:{len(texts)}:{digest(texts)}"

    def _undone(self, path: Path, before: str) -> str | None:
        """Undo works, and redo brings back what it took."""
        with closing(open_workspace(path)) as workspace:
            if workspace.undo() is None:
                return "nothing can be undone"
            workspace.redo()
        findings = check(path).findings
        return None if self._state(path) == before and not findings else f"after undo and redo: {findings}"

    def many(self, count: int, seed: int) -> list[str]:
        """What was wrong after so many cuts, at moments over the whole record and in every way."""
        print("seed", seed, "of", len(self._record), "changes and", len(self._marks), "promises")
        dice = random.Random(seed)
        wrong = []
        for number in range(count):
            moment, left = dice.randint(1, len(self._record)), WAYS[number % len(WAYS)]
            wrong += [f"{moment} {left}: {found}" for found in self.at(moment, left, dice)]
        return wrong


def without_log(record: Record) -> bool:
    """Whether the program wrote by a journal and never by a log."""
    names = [what[1] for what in record if what[0] == "create"]
    return any(name == f"/{WORK}{JOURNAL}" for name in names) and f"/{WORK}-wal" not in names


@pytest.mark.timeout(600)
@pytest.mark.parametrize("kind", ["", NETWORK], ids=["with a log", "without a log"])
def test_after_a_power_cut_every_acknowledged_step_is_there_and_can_be_undone(
    room: Path, kind: str, many: int, caplog: pytest.LogCaptureFixture
) -> None:
    record = a_day(room, kind=kind)
    assert without_log(record) == bool(kind)
    assert Cuts(record, room / "after").many(CUTS * many, random.SystemRandom().randrange(10**9)) == []
    assert not [line for line in caplog.records if line.levelno >= logging.WARNING]


def test_without_waiting_for_the_disk_notes_are_lost_so_the_cuts_are_real(room: Path) -> None:
    record = a_day(room, synchronous="OFF")
    wrong = Cuts(record, room / "after").many(CONTROLS, 1)
    lost = [found for found in wrong if "instead of" in found or "no file after" in found or "is damaged" in found]
    assert lost
