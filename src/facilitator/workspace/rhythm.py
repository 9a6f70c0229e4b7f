"""When a workshop that is being worked on is backed up: every ten minutes in which something changed."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from facilitator.store.backup import back_up

SECONDS = 600.0


def due(last: float, now: float) -> bool:
    """Whether a change at `now` asks for a backup, when the last backup, or the opening, was at `last` (in seconds)."""
    return now - last >= SECONDS


class Rhythm:
    """Subscribed to a workspace: after a change it makes the backup that is due."""

    def __init__(self, path: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self._path = path
        self._clock = clock
        self._last = clock()

    def __call__(self, _: object) -> None:
        """Something has changed."""
        now = self._clock()
        if due(self._last, now):
            # Taken before, so that a disk that is full is not tried again with every note.
            self._last = now
            back_up(self._path)
