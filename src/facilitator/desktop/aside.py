"""A thread beside that of the window and that of the writer: for reading what takes longer than a frame."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from facilitator.domain.errors import FacilitatorError

from .writer_thread import Answer, raising

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

T = TypeVar("T")


class Aside(QObject):
    """Neither an edit nor a frame waits for what is asked here. The thread begins with the first question."""

    _answered = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._asked: dict[str, int] = {}
        self._answered.connect(_call)

    def ask(
        self,
        topic: str,
        question: Callable[[], T],
        then: Callable[[T], object],
        otherwise: Callable[[FacilitatorError], object],
    ) -> None:
        """Let the thread that reads answer it; `then` or `otherwise` is called in the window's thread.

        Of one `topic` only the answer to the last question counts: those before it are dropped.
        """
        serial = self._asked[topic] = self._asked.get(topic, 0) + 1

        def is_outdated() -> bool:
            return self._asked[topic] != serial

        def job() -> None:
            if is_outdated():
                return
            try:
                found = question()
            except FacilitatorError as error:
                refused = error
                self._answered.emit(lambda: None if is_outdated() else otherwise(refused))
            except Exception as error:  # noqa: BLE001 - the top of this thread: the window's thread reports it
                self._answered.emit(raising(error))
            else:
                self._answered.emit(lambda: None if is_outdated() else then(found))

        self._readings.submit(job)

    def end(self) -> None:
        """Wait for what is being read, and end the thread if there is one; answers that were not given are dropped."""
        for topic in self._asked:
            self._asked[topic] += 1
        pool = self.__dict__.pop("_readings", None)
        if pool is not None:
            pool.shutdown()

    @cached_property
    def _readings(self) -> ThreadPoolExecutor:
        # Loaded with the first workshop, not before the first paint.
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(1, "readings")


def _call(answer: Answer) -> None:
    answer()
