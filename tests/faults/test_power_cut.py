"""The power goes at any moment: the file opens, is whole, and holds every note that was acknowledged."""

import importlib.util
import os
import pickle
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from tests.faults.power import Record, power_cut

from facilitator.domain.errors import FacilitatorError
from facilitator.jobs.check import check
from facilitator.store.recognise import reading
from facilitator.workspace.opening import open_workspace

HERE = Path(__file__).parent
CUTS = 60
SECONDS = 10.0


@contextmanager
def recorded_disk(folder: Path, record: Path) -> Iterator[None]:
    """The folder as a disk that keeps a record; skips the test where the system cannot mount one."""
    if importlib.util.find_spec("mfusepy") is None or shutil.which("fusermount3") is None:
        pytest.skip("mfusepy and fuse3 are not installed, so no power can be cut")
    folder.mkdir()
    with subprocess.Popen([sys.executable, str(HERE / "recorded_disk.py"), str(folder), str(record)]) as server:
        try:
            until = time.monotonic() + SECONDS
            while not folder.is_mount():
                with suppress(subprocess.TimeoutExpired):
                    server.wait(0.05)
                if server.poll() is not None or time.monotonic() > until:
                    server.kill()
                    pytest.skip("this system lets no program mount a disk by FUSE")
            yield
        finally:
            subprocess.run(["fusermount3", "-u", str(folder)], capture_output=True)


def recorded(room: Path, synchronous: str) -> Record:
    """What happened on the disk while notes were taken."""
    with recorded_disk(room / "disk", room / "record"):
        command = [sys.executable, str(HERE / "written.py"), str(room / "disk"), synchronous]
        subprocess.run(command, check=True, env={**os.environ, "FACILITATOR_HOME": str(room / "home")})
    return pickle.loads((room / "record").read_bytes())


def wrong_after(record: Record, moment: int, dice: random.Random | None, folder: Path) -> str | None:
    """What is not as it must be after a cut at this moment."""
    files, said = power_cut(record, moment, dice)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in files.items():
        if not name.endswith("-shm"):
            (folder / name[1:]).write_bytes(content)
    path = folder / "water.workshop"
    if not path.exists():
        return f"no file after {said[-1]}" if said else None
    try:
        open_workspace(path).close()
        found = check(path).findings
        with reading(path) as connection:
            notes = int(connection.execute("SELECT count(*) FROM note").fetchone()[0])
        backups = [file for file in folder.glob("water-*.workshop") if not check(file).ok]
    except FacilitatorError as error:
        return str(error)
    promised = max((int(word) for word in said if word.isdecimal()), default=0)
    if said and said[-1].startswith("water-") and said[-1] not in {file.name for file in folder.iterdir()}:
        return "the backup is not there"
    return f"{notes} of {promised} notes, {found}, {backups}" if notes < promised or found or backups else None


def cuts(record: Record, seed: int, folder: Path) -> list[str]:
    """What was wrong after each cut, at moments over the whole record."""
    print("seed", seed)
    dice = random.Random(seed)
    moments = [dice.randint(1, len(record)) for _ in range(CUTS)]
    results = [wrong_after(record, moment, dice if place % 2 else None, folder) for place, moment in enumerate(moments)]
    return [result for result in results if result]


def test_after_a_power_cut_every_acknowledged_note_is_there(tmp_path: Path) -> None:
    record = recorded(tmp_path, "FULL")
    assert cuts(record, random.SystemRandom().randrange(10**9), tmp_path / "after") == []


def test_without_waiting_for_the_disk_notes_are_lost_so_the_cuts_are_real(tmp_path: Path) -> None:
    record = recorded(tmp_path, "OFF")
    assert cuts(record, 1, tmp_path / "after") != []
