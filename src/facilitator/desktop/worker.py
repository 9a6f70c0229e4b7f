"""A process beside the window for long work: exports, imports, proofs. Cancelling ends it, and a new one takes over.

It is started after the first paint and kept warm. It opens workshops for reading only, or makes files of its own.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.domain.errors import FacilitatorError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Job = Callable[..., object]
"""A function of a module, called with its arguments and `progress`."""


@dataclass(frozen=True, slots=True)
class Progressed:
    """How far a job is: what is done, and the whole, which may be unknown."""

    done: int
    whole: int | None


@dataclass(frozen=True, slots=True)
class _Done:
    result: object


@dataclass(frozen=True, slots=True)
class _Refused:
    error: FacilitatorError


@dataclass(frozen=True, slots=True)
class _Broken:
    kind: str


class WorkerStopped(RuntimeError):
    """The process met a mistake of ours; the log of the process has the places."""


class Task(QObject):
    """A job that was asked for. Exactly one of `done`, `refused` and `cancelled` is emitted."""

    progressed = Signal(object)
    done = Signal(object)
    refused = Signal(object)
    cancelled = Signal()

    def __init__(self, job: Job, arguments: tuple[object, ...], cancel: Callable[[Task], None]) -> None:
        super().__init__()
        self.job = job
        self.arguments = arguments
        self._cancel = cancel

    def cancel(self) -> None:
        """End it; nothing is left behind but what a killed program leaves."""
        self._cancel(self)


class Worker(QObject):
    """Carries out one job after the other in its process."""

    began = Signal(object)
    """A `Task` is being worked on."""
    ended = Signal()
    """It is answered, refused or cancelled."""
    _said = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks: deque[Task] = deque()
        self._process: _Process | None = None
        self._said.connect(self._hear)

    def warm(self) -> None:
        """Have the process ready before the first job."""
        if self._process is None:
            self._process = _Process(self._said.emit)

    def run(self, job: Job, *arguments: object) -> Task:
        """Ask for a job; connect to the task at once, its signals come from the event loop."""
        task = Task(job, arguments, self._cancelled)
        self._tasks.append(task)
        if len(self._tasks) == 1:
            self._begin()
        return task

    def stop(self) -> None:
        """End the process and whatever it is doing."""
        self._tasks.clear()
        self.stop_process()

    def _begin(self) -> None:
        self.warm()
        if self._process is not None and self._tasks:
            task = self._tasks[0]
            self._process.send((task.job, task.arguments))
            self.began.emit(task)

    def _cancelled(self, task: Task) -> None:
        if task not in self._tasks:
            return
        is_running = self._tasks[0] is task
        self._tasks.remove(task)
        if is_running and self._process is not None:
            self.stop_process()
            self.ended.emit()
        task.cancelled.emit()
        if is_running and self._tasks:
            self._begin()

    def _hear(self, process: object, answer: object) -> None:
        if process is not self._process:
            return
        if not self._tasks:
            # It can only have ended, as when the system needed its memory: the next job gets a new one.
            self.stop_process()
            return
        task = self._tasks[0]
        if isinstance(answer, Progressed):
            task.progressed.emit(answer)
            return
        self._tasks.popleft()
        self.ended.emit()
        if not isinstance(answer, _Done | _Refused):
            # What nobody foresaw may have left anything behind: the next job gets a new process.
            self.stop_process()
        if self._tasks:
            self._begin()
        match answer:
            case _Done(result):
                task.done.emit(result)
            case _Refused(error):
                task.refused.emit(error)
            case _Broken(kind):
                task.cancelled.emit()
                raise WorkerStopped(kind)

    def stop_process(self) -> None:
        """End the process; the next job starts another."""
        process, self._process = self._process, None
        if process is not None:
            process.end()


class _Process:
    """One process, and the thread that listens to it."""

    def __init__(self, heard: Callable[[_Process, object], None]) -> None:
        # Loaded after the first paint, like all that only work needs.
        from multiprocessing import get_context

        # Forking a process with threads and a window is not safe, so it starts afresh.
        context = get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), name="worker", daemon=True)
        self._process.start()
        theirs.close()
        self._heard = heard
        self._listener = threading.Thread(target=self._listen, name="worker-listener", daemon=True)
        self._listener.start()

    def send(self, request: object) -> None:
        # A process that has just died is noticed by the listener.
        with suppress(BrokenPipeError):
            self._connection.send(request)

    def end(self) -> None:
        self._heard = _unheard
        self._process.terminate()
        self._process.join()
        self._listener.join()
        self._connection.close()

    def _listen(self) -> None:
        while True:
            try:
                answer = self._connection.recv()
            except (EOFError, OSError):
                self._heard(self, _Broken("the process has ended"))
                return
            self._heard(self, answer)


def _unheard(_process: _Process, _answer: object) -> None:
    """What an ended process still had to say."""


def _serve(connection: Connection) -> None:
    """The life of the process: a request, its progress, its answer, until the window goes."""
    from facilitator import logs

    with logs.kept_in_file(), suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            job, arguments = connection.recv()
            connection.send(_answer(job, arguments, connection))


def _answer(job: Job, arguments: tuple[object, ...], connection: Connection) -> object:
    try:
        return _Done(job(*arguments, progress=lambda done, whole: connection.send(Progressed(done, whole))))
    except FacilitatorError as error:
        return _Refused(error)
    except Exception as error:
        # The top of this process. The log keeps kinds and places, never the words of a note.
        import logging

        logging.getLogger(__name__).exception("a bug in a job")
        return _Broken(type(error).__name__)
