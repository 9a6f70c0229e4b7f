"""The process of the worker as both sides see it: what is said between them, its start, its life, its end."""

from __future__ import annotations

import multiprocessing.process
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TYPE_CHECKING

from facilitator.domain.errors import FacilitatorError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

PATIENCE = 1.0
"""Seconds in which a process that was told to end must have ended."""
Job = Callable[..., object]
"""A function of a module, called with its arguments and `progress`."""


@dataclass(frozen=True, slots=True)
class Progressed:
    """How far a job is: what is done, and the whole, which may be unknown."""

    done: int
    whole: int | None


@dataclass(frozen=True, slots=True)
class Done:
    """What the job gave back."""

    result: object


@dataclass(frozen=True, slots=True)
class Refused:
    """What a person or a disk kept it from."""

    error: FacilitatorError


@dataclass(frozen=True, slots=True)
class Broken:
    """A mistake of ours, or the end of the process; `kind` says which."""

    kind: str


class WorkerProcess:
    """One process, and the thread that listens to it."""

    def __init__(self, heard: Callable[[WorkerProcess, object], None]) -> None:
        # Forking a process with threads and a window is not safe, so it starts afresh.
        context = get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), name="worker", daemon=True)
        self._process.start()
        theirs.close()
        self._heard = heard
        self._listener = threading.Thread(target=self._listen, name="worker-listener", daemon=True)
        self._listener.start()

    def send(self, request: tuple[Job, tuple[object, ...]]) -> None:
        """Ask for a job with its arguments."""
        # A process that has just died is noticed by the listener.
        with suppress(BrokenPipeError):
            self._connection.send(request)

    def end(self, patience: float) -> None:
        """End it; what it is doing may take so many seconds more.

        One that hangs in the system, as with a stick that does not answer, takes no signal before the stick does:
        it is left to the system, because the window must close.
        """
        self._heard = _unheard
        if patience:
            with suppress(BrokenPipeError):
                self._connection.send(None)
            self._process.join(patience)
        self._process.terminate()
        self._process.join(PATIENCE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join(PATIENCE)
        if self._process.is_alive():
            # At its own end Python would wait for it, and has no public way to be told not to.
            vars(multiprocessing.process)["_children"].discard(self._process)
            return
        self._listener.join(PATIENCE)
        self._connection.close()

    def _listen(self) -> None:
        while True:
            try:
                answer = self._connection.recv()
            except (EOFError, OSError):
                self._heard(self, Broken("the process has ended"))
                return
            self._heard(self, answer)


def _unheard(_process: WorkerProcess, _answer: object) -> None:
    """What an ended process still had to say."""


def _serve(connection: Connection) -> None:
    """The life of the process: a request, its progress, its answer, until the window goes."""
    from facilitator import logs

    with logs.kept_in_file(), suppress(EOFError, OSError, KeyboardInterrupt):
        while (request := connection.recv()) is not None:
            job, arguments = request
            connection.send(_answer(job, arguments, connection))


def _answer(job: Job, arguments: tuple[object, ...], connection: Connection) -> object:
    try:
        return Done(job(*arguments, progress=lambda done, whole: connection.send(Progressed(done, whole))))
    except FacilitatorError as error:
        return Refused(error)
    except Exception as error:
        # The top of this process. The log keeps kinds and places, never the words of a note.
        import logging

        logging.getLogger(__name__).exception("a bug in a job")
        return Broken(type(error).__name__)
