"""Jobs for the process beside the window, as `Worker` imports them there by their names."""

import os
import signal
import time
from pathlib import Path

from facilitator.domain.errors import TargetExists
from facilitator.jobs.progress import Progress


def count(numbers: list[int], *, progress: Progress) -> int:
    """Add numbers, and say how far it is."""
    for done, _ in enumerate(numbers, 1):
        progress(done, len(numbers))
    return sum(numbers)


def refuse(path: Path, *, progress: Progress) -> None:
    """Refuse."""
    raise TargetExists(path=path)


def quarrel(words: str, *, progress: Progress) -> None:
    """Fail over words."""
    raise ValueError(words)


def hang(started: Path, *, progress: Progress) -> None:
    """Say which process this is, and never end."""
    started.write_text(str(os.getpid()))
    progress(1, None)
    while True:
        time.sleep(60)


def wait_for(sign: Path, *, progress: Progress) -> None:
    """Be busy until a file is there."""
    progress(0, None)
    while not sign.exists():
        time.sleep(0.01)


def hang_deaf(started: Path, *, progress: Progress) -> None:
    """Never end, and do not listen to a polite request for it."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    hang(started, progress=progress)


def vanish(*, progress: Progress) -> None:
    """End the process, as the system does when it needs its memory."""
    os._exit(1)


def which(*, progress: Progress) -> int:
    """The process."""
    return os.getpid()
