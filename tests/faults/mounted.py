"""Mounting the recorded disk for a test; where that cannot be, the test says so aloud."""

import importlib.util
import os
import pickle
import shutil
import subprocess
import sys
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from tests.faults.power import Record

PROGRAM = Path(__file__).with_name("recorded_disk.py")
SECONDS = 10.0
LOUD = "NO POWER WAS CUT AND NO DISK FAILED: what is never to be lost was not tried here, because"


@contextmanager
def recorded_disk(folder: Path, record: Path, kind: str = "") -> Iterator[None]:
    """The folder as a disk that keeps a record; skips the test where the system cannot mount one."""
    if importlib.util.find_spec("mfusepy") is None or shutil.which("fusermount3") is None:
        skip_aloud("mfusepy and fuse3 are not installed")
    folder.mkdir()
    command = [sys.executable, str(PROGRAM), str(folder), str(record), *([kind] if kind else [])]
    with subprocess.Popen(command) as server:
        try:
            until = time.monotonic() + SECONDS
            while not folder.is_mount():
                with suppress(subprocess.TimeoutExpired):
                    server.wait(0.05)
                if server.poll() is not None or time.monotonic() > until:
                    server.kill()
                    skip_aloud("this system lets no program mount a disk by FUSE")
            yield
        finally:
            subprocess.run(["fusermount3", "-u", str(folder)], capture_output=True)


def fail(folder: Path, *, at: int, number: int, times: int = 1) -> None:
    """Let the disk answer with an error number at the so-manieth change from now, so many times."""
    (folder / "faults").write_text(f"{at} {number} {times}")


def failures_left(folder: Path) -> int:
    """How many failures that were asked for have not come yet."""
    return os.statvfs(folder).f_files


def recorded(record: Path) -> Record:
    """What happened on a disk that is no longer mounted."""
    return pickle.loads(record.read_bytes())


def skip_aloud(reason: str) -> None:
    """Skip the test, and let it stand among the warnings at the end of the run as well."""
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn(f"{LOUD} {reason}", stacklevel=2)
    pytest.skip(f"{LOUD} {reason}")
