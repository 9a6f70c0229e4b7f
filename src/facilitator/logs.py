"""The log file: what the program did and what went wrong, never what was said in the room."""

from __future__ import annotations

import copy
import logging
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from types import TracebackType

from facilitator import paths
from facilitator.domain.errors import NoHome

FILE_BYTES = 1_000_000
FILES = 5
FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"

ExceptionInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def log_file() -> Path | None:
    """The newest log file of this account, whether it is there or not; None where the account has no place for it."""
    try:
        return paths.log_folder() / "facilitator.log"
    except NoHome:
        return None


@contextmanager
def kept_in_file() -> Iterator[Path | None]:
    """Keep the log of what happens inside in a file that never grows beyond 5 times 1 MB.

    Gives the file, or None where none can be written: the work goes on without.
    """
    handler = _handler()
    root = logging.getLogger()
    app = logging.getLogger("facilitator")
    before = app.level
    if handler is not None:
        root.addHandler(handler)
        app.setLevel(logging.INFO)
    try:
        yield None if handler is None else Path(handler.baseFilename)
    finally:
        if handler is not None:
            root.removeHandler(handler)
            handler.close()
            app.setLevel(before)


class WordlessFormatter(logging.Formatter):
    """Writes of an exception its kind and the places in the code, not its message, which may quote a note."""

    def format(self, record: logging.LogRecord) -> str:
        """One record as text."""
        # Another handler may have put its own text of the exception, with the words, into the record.
        own = copy.copy(record)
        own.exc_text = None
        return super().format(own)

    def formatException(self, ei: ExceptionInfo) -> str:
        """The exception and those it came from, the first cause first."""
        parts: list[str] = []
        error = ei[1]
        while error is not None:
            frames = "".join(traceback.format_tb(error.__traceback__))
            parts.append(f"{frames}{type(error).__module__}.{type(error).__qualname__}")
            error = error.__cause__ or error.__context__
        return "\n".join(reversed(parts))


class QuietFile(logging.FileHandler):
    """A log file that begins anew when it is full, and whose disk may be full too: what cannot be written is left out.

    The one of the standard library does the same, but loads sockets with it, for which the first paint would wait.
    """

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record, into a new file when it has no room in this one."""
        try:
            if self.stream is not None and self.stream.tell() + len(self.format(record)) >= FILE_BYTES:
                self._begin_anew()
        except OSError:
            self.handleError(record)
        super().emit(record)

    def _begin_anew(self) -> None:
        """Each file takes the name of the next older one, and the oldest goes; the next record opens a new one."""
        stream, self.stream = self.stream, None
        if stream is not None:
            stream.close()
        names = [self.baseFilename, *(f"{self.baseFilename}.{age}" for age in range(1, FILES))]
        for newer, older in reversed([*pairwise(names)]):
            if Path(newer).exists():
                Path(newer).replace(older)

    def handleError(self, record: logging.LogRecord) -> None:
        """Do nothing: a log that cannot be kept is no reason to disturb the person."""


def _handler() -> QuietFile | None:
    file = log_file()
    if file is None:
        return None
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler = QuietFile(file, encoding="utf-8", errors="backslashreplace")
    except OSError:
        return None
    # On the handler and not as the default of all, so that what tests and terminals show keeps its words.
    handler.setFormatter(WordlessFormatter(FORM))
    return handler
