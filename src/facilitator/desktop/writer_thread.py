"""The one thread that writes: jobs go in, in order, and their answers come out in the window's thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication, QObject, Signal

from facilitator.domain.errors import FacilitatorError

Answer: TypeAlias = Callable[[], object]
"""What a job leaves to be done in the window's thread."""
Refusal: TypeAlias = Callable[[FacilitatorError], object]


class WriterThread(QObject):
    """Starts with the first job. All methods are for the window's thread; only `join` and `settle` wait."""

    idle = Signal()
    """Every job is answered."""
    _answered = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs: SimpleQueue[Callable[[], object] | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._waiting = 0
        self.asked = 0
        """How many jobs were queued so far."""
        self._answered.connect(self._run)

    @property
    def is_waiting(self) -> bool:
        """Whether a job is not answered yet."""
        return self._waiting > 0

    def post(self, job: Callable[[], Answer], otherwise: Refusal) -> None:
        """Queue a job; its answer, or `otherwise` with the error it raised, is called in the window's thread."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="writer")
            self._thread.start()
        self._waiting += 1
        self.asked += 1

        def task() -> None:
            try:
                answer = job()
            except FacilitatorError as error:
                # Bound now: the name is gone by the time the window's thread asks for it.
                refused = error
                answer = lambda: otherwise(refused)  # noqa: E731 - it is an answer like that of the job
            self._answered.emit(answer)

        self._jobs.put(task)

    def settle(self, seconds: float) -> bool:
        """Wait until all that was queued is done, at most so long; whether it is."""
        if self._thread is None:
            return True
        done = threading.Event()
        self._jobs.put(done.set)
        return done.wait(seconds)

    def join(self, last: Callable[[], object]) -> bool:
        """Do what is queued, then `last`, and end the thread; False when there was none."""
        if self._thread is None:
            return False
        self._jobs.put(last)
        self._jobs.put(None)
        self._thread.join()
        self._thread = None
        # The last answers are given now: whoever waits for them may be gone in a moment.
        QCoreApplication.sendPostedEvents(self)
        return True

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            try:
                job()
            except Exception as error:  # noqa: BLE001 - the top of this thread: the window's thread reports it
                self._answered.emit(raising(error))

    def _run(self, answer: Answer) -> None:
        self._waiting -= 1
        try:
            answer()
        finally:
            if not self._waiting:
                self.idle.emit()


def raising(error: Exception) -> Answer:
    """Something that raises the error of the other thread where the window's own errors are caught."""

    def answer() -> None:
        raise error

    return answer
