"""Opening a workshop file: one driver, the same pragmas on every connection, transactions that begin when told to."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool, StaticPool
from sqlcipher3 import dbapi2 as driver

from facilitator.domain.errors import FileReplaced
from facilitator.domain.medium import Medium
from facilitator.text import folded, word_starts

from .medium import medium_of

SIDE_FILES = ("-wal", "-shm", "-journal")
BUSY_MILLISECONDS = 5000
CACHE_KIB = 4096
"""Of each connection: the window has three, and what it reads often lies in the system's own cache as well."""

__all__ = ["WRITING", "Connection", "Engine", "Watch", "lies_at", "log_works", "open_engine", "spoken"]

ALWAYS = (
    # it would write to standard error what is said better by our own sentences
    "cipher_log_level=NONE",
    f"busy_timeout={BUSY_MILLISECONDS}",
    "foreign_keys=ON",
    # a file from outside may hold functions in its schema, and cells that point elsewhere
    "trusted_schema=OFF",
    "cell_size_check=ON",
    # no words of a note in a temporary file
    "temp_store=MEMORY",
    f"cache_size=-{CACHE_KIB}",
)
# Which pairs lose nothing in a power cut was measured: WAL with FULL, DELETE with EXTRA.
WITH_LOG = ("journal_mode=WAL", "synchronous=FULL")
# A file that was left with a log is turned back; held exclusively, because shared memory may not work there either.
WITHOUT_LOG = ("locking_mode=EXCLUSIVE", "journal_mode=DELETE", "locking_mode=NORMAL", "synchronous=EXTRA")
FOR_WRITING = ("secure_delete=ON", *(("fullfsync=ON", "checkpoint_fullfsync=ON") if sys.platform == "darwin" else ()))
# What a search compares, for short texts: each row costs a call.
# Kept for the names of a large workshop: whoever looks for people asks the same of all of them with every key.
FUNCTIONS = {"folded": lru_cache(4096)(folded), "word_starts": lru_cache(4096)(word_starts)}

WRITING = {"begin": "BEGIN IMMEDIATE"}
"""Options of the connection that writes: it takes the lock at once, because a reader that turns writer can fail."""


def open_engine(path: Path, *, read_only: bool = False, immutable: bool = False) -> Engine:
    """The connections to one file: for one writer, which holds its own, and some readers.

    With `immutable` the file lies where nothing can be written, not even beside it; that includes `read_only`. A file
    that is not there is never made. Raises nothing: the file is opened with the first connection.
    """
    # a reader that could not write would leave the log's files behind: only query_only keeps it from changing anything
    mode = "mode=ro&immutable=1" if immutable else "mode=rw"
    address = f"file:{quote(os.fsencode(path.absolute()))}?{mode}"

    def connect() -> Any:
        writes = not (read_only or immutable)
        journal = _journal(path.absolute().parent) if writes else ("query_only=ON",)
        return _connection(address, (*ALWAYS, *journal, *(FOR_WRITING if writes else ())))

    engine = create_engine(
        "sqlite+pysqlite://", module=driver, creator=connect, poolclass=QueuePool, pool_size=2, max_overflow=2
    )
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def spoken(raw: Any) -> Iterator[Connection]:
    """SQLAlchemy's words for a connection of the driver that somebody else opens and closes."""
    engine = create_engine("sqlite+pysqlite://", module=driver, creator=lambda: raw, poolclass=StaticPool)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def _connection(address: str, pragmas: tuple[str, ...]) -> Any:
    connection = driver.connect(address, uri=True, isolation_level=None, check_same_thread=False, cached_statements=256)
    with ExitStack() as failing:
        failing.callback(connection.close)
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}").fetchall()
        for name, function in FUNCTIONS.items():
            connection.create_function(name, 1, function, deterministic=True)
        failing.pop_all()
    return connection


def _begin(connection: Connection) -> None:
    # the driver is told to begin nothing by itself: without this a rollback would undo nothing
    raw: Any = connection.connection.dbapi_connection
    raw.execute(connection.get_execution_options().get("begin", "BEGIN"))


def _journal(folder: Path) -> tuple[str, ...]:
    """A log only on a disk of this computer where one works.

    Computers that share a file share no memory, by which those who write a log agree; and from a stick a file is copied
    by hand, without what lies beside it.
    """
    return WITH_LOG if medium_of(folder) is Medium.FIXED and log_works(folder) else WITHOUT_LOG


def log_works(folder: Path) -> bool:
    """Whether a write-ahead log works in this folder: some network drives and sticks say yes and fail later."""
    return _log_works(folder, folder.stat().st_dev)


@cache
def _log_works(folder: Path, device: int) -> bool:
    probe = folder / f".{secrets.token_hex(8)}.probe"
    try:
        with closing(driver.connect(str(probe), isolation_level=None)) as connection:
            mode = connection.execute("PRAGMA journal_mode=WAL").fetchone()[0]
            connection.execute("CREATE TABLE probe (n INTEGER)")
            connection.execute("INSERT INTO probe VALUES (1)")
            return bool(mode == "wal")
    except driver.Error:
        return False
    finally:
        for name in ("", *SIDE_FILES):
            with suppress(OSError):
                probe.with_name(probe.name + name).unlink(missing_ok=True)


def lies_at(path: Path) -> str:
    """Where a file lies, as `identity.place` holds it: a copy lies elsewhere, a file that was renamed does not."""
    found = path.stat()
    return f"{found.st_dev}:{found.st_ino}"


class Watch:
    """Notices that the file or its log was replaced or removed: SQLite itself would go on writing into what is gone."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._log = path.with_name(path.name + "-wal")
        self._seen = _identity(path)
        self._log_seen: tuple[int, int] | None = None

    def check(self) -> None:
        """Raises FileReplaced when what lies there is not what was opened."""
        if _identity(self._path) != self._seen:
            raise FileReplaced(path=self._path)
        log = _identity(self._log)
        # before the first commit there may be none yet
        if self._log_seen is not None and log != self._log_seen:
            raise FileReplaced(path=self._path)
        self._log_seen = log


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = os.stat(path)  # noqa: PTH116 - twice in each commit, and a third of the time of Path.stat
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino
