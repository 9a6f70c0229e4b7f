"""Between the window and the one writer thread: edits go in, what was committed comes back as signals.

The window never waits for a disk. Each edit is a function that the writer thread carries out in the order in which they
were asked for; `then` and `otherwise` are called in the window's thread once the answer is there.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from facilitator.domain.errors import FacilitatorError, NoWorkshopOpen

from .aside import Aside
from .writer_thread import WriterThread

if TYPE_CHECKING:
    from facilitator.domain.medium import Medium
    from facilitator.store.edits import Edits
    from facilitator.store.reads import Reads
    from facilitator.workspace.workspace import Workspace

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Opened:
    """A workshop is open; `read_only` when nothing can be written to it here, `medium` what it lies on."""

    path: Path
    read_only: bool
    medium: Medium


@dataclass(frozen=True, slots=True)
class Failure:
    """What could not be done, and why; `again` tries it once more."""

    label: str
    error: FacilitatorError
    again: Callable[[], None] | None = None


class Bridge(QObject):
    """The window's door to a workshop. All methods are for the window's thread and return at once, but for `close`."""

    opened = Signal(object)
    """An `Opened`."""
    moved = Signal()
    """The workshop goes on in a file that was made of the one that was open; `opened` comes next."""
    closed = Signal()
    changed = Signal(object)
    """The `Changes` of one committed step."""
    saved = Signal(str)
    """The label of a step that is on the disk; drafts and backups are none."""
    failed = Signal(object)
    """A `Failure` that nobody else has taken care of."""
    flushing = Signal()
    """Whatever waits in a field is to be written now: undo, closing or log-out comes next."""
    idle = Signal()
    """All that was asked for is answered."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writer = WriterThread(self)
        self._workspace: Workspace | None = None
        # Held while this thread reads, so that the writer thread does not close the file under it.
        self._reading = threading.RLock()
        self._reading_aside = threading.Lock()
        self._aside = Aside(self)
        self._leaving: threading.Thread | None = None
        """Closes the file that was moved out of."""
        self._is_read_only = False
        self._writer.idle.connect(self.idle)

    @property
    def is_open(self) -> bool:
        """Whether there is a workshop to read."""
        return self._workspace is not None

    @property
    def path(self) -> Path | None:
        """The file that is open."""
        # Looked at once: the writer thread may close it between two looks.
        workspace = self._workspace
        return None if workspace is None else workspace.path

    @property
    def is_read_only(self) -> bool:
        """Whether the workshop is open for reading alone."""
        return self._is_read_only

    @property
    def is_waiting(self) -> bool:
        """Whether something that was asked for is not on the disk yet."""
        return self._writer.is_waiting

    @property
    def asked(self) -> int:
        """How many times something was asked of the writer thread; while it is the same, nothing is written."""
        return self._writer.asked

    def open(
        self,
        place: Path | Callable[[], Workspace],
        *,
        read_only: bool = False,
        then: Callable[[], object] | None = None,
        otherwise: Callable[[FacilitatorError], object],
    ) -> None:
        """Open another workshop once what waits is written; the one that was open is closed.

        A function gives the one in which the one that was open goes on; it is called in the writer thread, so that what
        is entered meanwhile waits, and goes into the new one.
        """
        self.flushing.emit()
        is_move = self.is_open and not isinstance(place, Path)

        def job() -> Callable[[], object]:
            # The store takes half a second to load, so it is loaded here, after the window is on the screen.
            from .first_questions import opened_and_asked

            if isinstance(place, Path) and self.path == Path(os.path.realpath(place)):
                # One program at a time may write to it, so our own hold on it has to go first.
                self._leave()
            workspace = opened_and_asked(place, read_only=read_only) if isinstance(place, Path) else place()
            workspace.subscribe(self._tell)
            left, self._workspace, self._is_read_only = self._workspace, workspace, read_only
            # Notes wait behind this job, and it must not wait for whoever reads the file that is left.
            self._leaving = threading.Thread(target=self._close, args=(left,), name="leaving")
            self._leaving.start()
            if not is_move:
                self._leaving.join()
            opened = Opened(workspace.path, read_only, workspace.medium)
            return lambda: self._tell_opened(opened, is_move=is_move, then=then)

        self._writer.post(job, otherwise)

    def ask(self, question: Callable[[Reads], T]) -> T | None:
        """What the workshop says now, read in this thread; None when it cannot be read, of which `failed` tells."""
        try:
            return self.read(question)
        except FacilitatorError as error:
            self.failed.emit(Failure("", error))
            return None

    def read(self, question: Callable[[Reads], T]) -> T:
        """As `ask`, but raises what the workspace raises, and NoWorkshopOpen."""
        with self._reading:
            if self._workspace is None:
                raise NoWorkshopOpen
            with self._workspace.read() as reads:
                return question(reads)

    def ask_aside(self, topic: str, question: Callable[[Reads], T], then: Callable[[T], object]) -> None:
        """As `ask`, but read in a thread of its own, for what takes longer than a frame; `then` is called in this one.

        Of one `topic` only the answer to the last question counts. Without a workshop there is none.
        """
        if self._workspace is not None:
            otherwise = lambda error: self.failed.emit(Failure("", error))  # noqa: E731 - said by every question
            self._aside.ask(topic, lambda: self._read_aside(question), then, otherwise)

    def _read_aside(self, question: Callable[[Reads], T]) -> T:
        with self._reading_aside:
            if self._workspace is None:
                raise NoWorkshopOpen
            with self._workspace.read() as reads:
                return question(reads)

    def next_steps(self) -> tuple[str | None, str | None]:
        """The names of what undo and redo would do; None for nothing."""
        with self._reading:
            if self._workspace is None:
                return None, None
            return self._workspace.next_undo(), self._workspace.next_redo()

    def edit(
        self,
        label: str,
        action: Callable[[Edits], T],
        *,
        join: str = "",
        origin: object = None,
        then: Callable[[T], object] | None = None,
        otherwise: Callable[[FacilitatorError], object] | None = None,
    ) -> None:
        """One step of undo. With the same `join` as the step before they are one; views see `origin` in `changed`."""

        def step(workspace: Workspace) -> T:
            with workspace.edit(label, join=join, origin=origin) as edits:
                return action(edits)

        def told(result: T) -> None:
            self.saved.emit(label)
            if then is not None:
                then(result)

        self.run(step, label=label, then=told, otherwise=otherwise)

    def undo(self) -> None:
        """Take back the last step of the workshop."""
        self.flushing.emit()
        self.run(lambda workspace: workspace.undo(), then=lambda label: self._tell_step(self.tr("Undone: %1"), label))

    def redo(self) -> None:
        """Do again what was taken back last."""
        self.flushing.emit()
        self.run(
            lambda workspace: workspace.redo(), then=lambda label: self._tell_step(self.tr("Done again: %1"), label)
        )

    def run(
        self,
        action: Callable[[Workspace], T],
        *,
        label: str = "",
        then: Callable[[T], object] | None = None,
        otherwise: Callable[[FacilitatorError], object] | None = None,
    ) -> None:
        """Let the writer thread do something with the workspace that is no edit: undo, a draft."""

        def job() -> Callable[[], object]:
            if self._workspace is None:
                raise NoWorkshopOpen
            result = action(self._workspace)
            return lambda: then(result) if then is not None else None

        def failed(error: FacilitatorError) -> None:
            self.failed.emit(Failure(label, error, lambda: self._writer.post(job, otherwise or failed)))

        self._writer.post(job, otherwise or failed)

    def do(
        self,
        job: Callable[[], T],
        *,
        then: Callable[[T], object],
        otherwise: Callable[[FacilitatorError], object],
    ) -> None:
        """Let the writer thread do something that needs no open workshop: make one, glance into another."""

        def told() -> Callable[[], object]:
            result = job()
            return lambda: then(result)

        self._writer.post(told, otherwise)

    def settle(self, seconds: float) -> bool:
        """Write what waits in fields, and wait until it is on the disk, at most so long; whether it is."""
        self.flushing.emit()
        return self._writer.settle(seconds)

    def close(self) -> None:
        """Write what waits, close the file and wait until that is done; twice is harmless."""
        self.flushing.emit()
        if self._writer.join(self._leave):
            self._aside.end()
            if self._leaving is not None:
                self._leaving.join()
            self.closed.emit()

    def _tell(self, changes: object) -> None:
        # In the writer thread: the signal carries it over.
        self.changed.emit(changes)

    def _tell_opened(self, opened: Opened, *, is_move: bool, then: Callable[[], object] | None) -> None:
        if is_move:
            self.moved.emit()
        self.opened.emit(opened)
        if then is not None:
            then()

    def _tell_step(self, said: str, label: str | None) -> None:
        if label is not None:
            self.saved.emit(said.replace("%1", label))

    def _leave(self) -> None:
        with self._reading_aside, self._reading:
            workspace, self._workspace = self._workspace, None
        self._close(workspace)

    def _close(self, workspace: Workspace | None) -> None:
        """Close a file to which nobody comes any more, once those who read it have done so."""
        if workspace is None:
            return
        with self._reading_aside, self._reading:
            pass
        try:
            workspace.close()
        except FacilitatorError as error:
            # Every step was on the disk or refused before; another workshop is not kept from being opened.
            self.failed.emit(Failure("", error))
