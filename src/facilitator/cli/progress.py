"""Progress on the terminal, for work that takes longer than a person waits without wondering."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from facilitator.jobs.progress import Progress, untold

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

PATIENCE = 0.5
"""Seconds without a sign."""


@contextmanager
def shown(label: str, *, quiet: bool) -> Iterator[Progress]:
    """Progress to hand to a job: a bar on standard error when that is a terminal, else nothing."""
    if quiet or not sys.stderr.isatty():
        yield untold
        return
    line = _Line(label)
    try:
        yield line
    finally:
        line.end()


class _Line:
    """A bar that appears when half a second has gone, and goes when the work is done."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._since = time.monotonic()
        self._bar: tuple[Bar, TaskID] | None = None

    def __call__(self, done: int, whole: int | None) -> None:
        if self._bar is None:
            if time.monotonic() - self._since < PATIENCE:
                return
            self._bar = self._begin()
        bar, task = self._bar
        bar.update(task, completed=done, total=whole)

    def end(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar[0].stop()

    def _begin(self) -> tuple[Bar, TaskID]:
        from rich.console import Console
        from rich.progress import Progress as Bar

        bar = Bar(console=Console(stderr=True), transient=True)
        bar.start()
        return bar, bar.add_task(self._label, total=None)
