"""Has pages made in the process beside, one request at a time, and only the last one that was asked for."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.desktop.worker import Task
    from facilitator.domain.errors import FacilitatorError
    from facilitator.jobs.exported import Exported

    from .wanted import Wanted

SOON = 60
"""Milliseconds in which further choices are waited for."""


class Making(QObject):
    """`begun`, `drawn` with a file to look at, `made` with the proven `Exported`; or `refused` with an error."""

    begun = Signal()
    drawn = Signal(object)
    made = Signal(object)
    refused = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._folder = tempfile.TemporaryDirectory(prefix="facilitator-")
        self._task: Task | None = None
        self._wanted: Wanted | None = None
        self._is_outdated = False
        self._count = 0
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._begin)

    def ask(self, wanted: Wanted) -> None:
        """Have these pages made; what is being made meanwhile is thrown away."""
        self._wanted = wanted
        self._is_outdated = self._task is not None
        self._soon.start()

    def save(self, wanted: Wanted, target: Path) -> Task | None:
        """Write a report to a place of the person's own choice; None without a workshop."""
        path = self._context.bridge.path
        if path is None:
            return None
        from facilitator.jobs.export import export

        return self._context.worker.run(export, path, wanted.report, target, _options(wanted))

    def _begin(self) -> None:
        if self._task is not None or self._wanted is None or self._context.bridge.path is None:
            return
        self._count += 1
        self._is_outdated = False
        self.begun.emit()
        # A new name each time: the file before may still be open on some systems.
        target = Path(self._folder.name) / f"preview-{self._count}.pdf"
        self._task = self._preview(self._wanted, target)
        if self._task is not None:
            self._task.progressed.connect(lambda told: self._show(target, told.whole))
            self._task.done.connect(self._take)
            self._task.refused.connect(self._give_up)
            self._task.cancelled.connect(self._end)

    def _preview(self, wanted: Wanted, target: Path) -> Task | None:
        path = self._context.bridge.path
        if path is None:
            return None
        from facilitator.jobs.export import preview

        return self._context.worker.run(preview, path, wanted.report, target, _options(wanted))

    def _show(self, target: Path, pages: int | None) -> None:
        """All pages are written; what is outdated is not shown."""
        if pages is not None and not self._is_outdated:
            self.drawn.emit(target)

    def _take(self, exported: Exported) -> None:
        if self._end():
            return
        self.made.emit(exported)

    def _give_up(self, error: FacilitatorError) -> None:
        if not self._end():
            self.refused.emit(error)

    def _end(self) -> bool:
        """The request is answered; whether another one was asked for meanwhile."""
        self._task = None
        if self._is_outdated:
            self._soon.start()
        return self._is_outdated


def _options(wanted: Wanted) -> object:
    from facilitator.jobs.export import ExportOptions

    return ExportOptions(
        now=time.time_ns() // 1_000_000,
        sessions=wanted.sessions,
        day=wanted.day,
        attribution=wanted.rule,
        paper=wanted.paper,
    )
