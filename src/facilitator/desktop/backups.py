"""Backups while a workshop is open: when one is due it is made, and proven, in a process of its own."""

from __future__ import annotations

import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from facilitator.domain.errors import FacilitatorError

from .worker import Worker

if TYPE_CHECKING:
    from facilitator.domain.backups import Proof, Round
    from facilitator.store.reads import Reads

    from .bridge import Bridge
    from .preferences import Preferences

LOOK = 30_000
"""Milliseconds between two looks at whether a backup is due, and whether the stick is back."""
FAREWELL = 10.0
"""Seconds that a backup which is being made may still take when the window closes."""


class Backups(QObject):
    """Keeps the proof of the workshop that is open. Its process is another one than that of exports and imports.

    A stick that does not answer holds up nobody there, and to cancel an export cancels no backup.
    """

    changed = Signal()
    """The proof is another, or the time has moved on."""
    answered = Signal(object)
    """A `Round` that the person has asked for."""

    def __init__(self, bridge: Bridge, preferences: Preferences) -> None:
        super().__init__()
        self._bridge = bridge
        self._preferences = preferences
        self.worker = Worker(self)
        self._last: datetime | None = None
        self._since: datetime | None = None
        self._being_proven: datetime | None = None
        self._problem: FacilitatorError | None = None
        self._behind: FacilitatorError | None = None
        self._tried: float | None = None
        self._path: Path | None = None
        self._is_running = False
        self._is_asked = False
        self._is_due = False
        """One more is to be made after that which is being made."""
        self._looking = QTimer(self, interval=LOOK)
        self._looking.timeout.connect(self.look)
        bridge.opened.connect(self._begin)
        bridge.changed.connect(self._note_change)

    @property
    def proof(self) -> Proof:
        """How far the work is proven."""
        # Loaded with the first workshop: nothing of it is shown by the first paint.
        from facilitator.domain.backups import Proof

        return Proof(self._last, self._being_proven or self._since, self._problem, self._behind)

    @property
    def second(self) -> Path | None:
        """The second folder that was chosen."""
        return self._preferences.settings.second_backups

    def back_up(self) -> None:
        """Make a proven backup now, and one more if one is being made already; `answered` tells of it."""
        self._is_asked = True
        if not self._is_running:
            self._run(renew=True)

    def prove(self) -> None:
        """Something has come to its end: make a backup now if anything has changed since the last one."""
        if self._bridge.is_read_only or self._since is None:
            return
        self._is_due = self._is_running
        if not self._is_running:
            self._run(renew=True)

    def look(self) -> None:
        """Make what is due, and bring the second folder up to date; what takes time is done beside."""
        self.changed.emit()
        if self._is_running or not self._bridge.is_open or self._bridge.is_read_only:
            return
        from facilitator.domain.backups import BETWEEN

        is_due = self._tried is None or time.monotonic() - self._tried >= BETWEEN.total_seconds()
        if self._since is not None and is_due:
            self._run(renew=True)
        elif self.second is not None and self._last is not None:
            self._run(renew=False)
        elif self._behind is not None:
            self._behind = None
            self.changed.emit()

    def stop(self) -> None:
        """Let a backup that is being made come to its end, at most a few seconds, and end the process."""
        self._looking.stop()
        self.worker.stop(FAREWELL if self._is_running else 0.0)

    def _begin(self) -> None:
        self._path = path = self._bridge.path
        self._last = self._since = self._being_proven = self._problem = self._behind = self._tried = None
        self._is_due = False
        self._looking.start()
        self.changed.emit()
        if path is None:
            return

        def question(reads: Reads) -> Proof:
            from facilitator.jobs.backup import proof

            return proof(reads, path)

        self._bridge.ask_aside("backups", question, self._take_up)

    def _take_up(self, found: Proof) -> None:
        """What the ledger says of the time before: what has happened since is newer."""
        self._last = self._last or found.last
        self._since = found.unproven_since or self._since
        self.changed.emit()

    def _note_change(self) -> None:
        if self._since is None:
            self._since = datetime.now()  # noqa: DTZ005 - as the names of backups have it
            self.changed.emit()

    def _run(self, *, renew: bool) -> None:
        path = self._bridge.path
        if path is None:
            return
        from facilitator.jobs.backup import back_up_round

        self._is_running = True
        is_asked, self._is_asked = self._is_asked, False
        self._is_due = False
        if renew:
            self._tried = time.monotonic()
            self._being_proven, self._since = self._since, None
        task = self.worker.run(back_up_round, path, self.second, renew)
        task.done.connect(lambda made: self._done(path, made, renew=renew, is_asked=is_asked))
        task.refused.connect(self._broken)
        task.cancelled.connect(self._broken)

    def _done(self, path: Path, made: Round, *, renew: bool, is_asked: bool) -> None:
        self._is_running = False
        if path == self._path:
            self._take(made, renew=renew)
            self.changed.emit()
        if is_asked:
            self.answered.emit(made)
        if self._is_asked or (self._is_due and self._since is not None):
            self._run(renew=True)

    def _take(self, made: Round, *, renew: bool) -> None:
        proven = made.last
        self._behind = made.second if isinstance(made.second, FacilitatorError) else None
        if renew:
            self._problem = made.first if isinstance(made.first, FacilitatorError) else None
            if proven is None:
                self._since = self._being_proven or self._since
            self._being_proven = None
        if proven is not None:
            self._last = proven.at

    def _broken(self) -> None:
        """A mistake of ours, which is told elsewhere: nothing is proven by it."""
        self._is_running = False
        self._since, self._being_proven = self._being_proven or self._since, None
        self.changed.emit()
