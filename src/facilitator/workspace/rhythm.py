"""When a workshop that is being worked on is backed up: every ten minutes in which something changed."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeAlias

SECONDS = 600.0

Task: TypeAlias = Callable[[], object]


def due(last: float, now: float) -> bool:
    """Whether a change at `now` asks for a backup, when the last backup, or the opening, was at `last` (in seconds)."""
    return now - last >= SECONDS


def at_once(task: Task) -> None:
    """Do it in this thread, before anything else."""
    task()


class Rhythm:
    """Subscribed to a workspace: after a change it has the backup made that is due.

    `aside` does it: where nobody may wait for it, as it takes seconds, in another thread.
    """

    def __init__(
        self, back_up: Task, aside: Callable[[Task], object] = at_once, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._back_up = back_up
        self._aside = aside
        self._clock = clock
        self._last = clock()

    def __call__(self, _: object) -> None:
        """Something has changed."""
        now = self._clock()
        if due(self._last, now):
            # Taken before, so that a disk that is full is not tried again with every note.
            self._last = now
            self._aside(self._back_up)
