"""A process beside the window for long work: exports, imports, proofs. Cancelling ends it, and a new one takes over.

It is started after the first paint and kept warm. It opens workshops for reading only, or makes files of its own.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from .worker_process import Job, WorkerProcess


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
        self._process: WorkerProcess | None = None
        self._said.connect(self._hear)

    def warm(self) -> None:
        """Have the process ready before the first job."""
        if self._process is None:
            # Loaded after the first paint, like all that only work needs.
            from .worker_process import WorkerProcess

            self._process = WorkerProcess(self._said.emit)

    def run(self, job: Job, *arguments: object) -> Task:
        """Ask for a job; connect to the task at once, its signals come from the event loop."""
        task = Task(job, arguments, self._cancelled)
        self._tasks.append(task)
        if len(self._tasks) == 1:
            self._begin()
        return task

    def stop(self, patience: float = 0.0) -> None:
        """End the process; what it is doing may take so many seconds more."""
        self._tasks.clear()
        self.stop_process(patience)

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
        from .worker_process import Broken, Done, Progressed, Refused

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
        if not isinstance(answer, Done | Refused):
            # What nobody foresaw may have left anything behind: the next job gets a new process.
            self.stop_process()
        if self._tasks:
            self._begin()
        match answer:
            case Done(result):
                task.done.emit(result)
            case Refused(error):
                task.refused.emit(error)
            case Broken(kind):
                task.cancelled.emit()
                raise WorkerStopped(kind)

    def stop_process(self, patience: float = 0.0) -> None:
        """End the process; the next job starts another."""
        process, self._process = self._process, None
        if process is not None:
            process.end(patience)
