"""Is this file a workshop of ours, whole, and of a version that we know? Found out without writing anything.

The first bytes are looked at before SQLite sees the file, so that a foreign database is never opened.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from facilitator.domain.errors import (
    CannotRead,
    DamagedFile,
    FacilitatorError,
    NewerWorkshop,
    NotAWorkshop,
    WorkshopMissing,
)

from .faults import damaged, fault
from .held import first_bytes
from .released import APPLICATION_ID, ITEMS, SCHEMA_VERSION, in_order, items

__all__ = ["APPLICATION_ID", "SCHEMA_VERSION", "FileState", "beside", "examine", "look_at", "reading"]

MAGIC = b"SQLite format 3\0"
HEADER_BYTES = 100
SIDE_FILES = ("-wal", "-shm", "-journal")
SECONDS = 2.0
"""How long a file may be proven before it is opened; of a large one this is only a part, `check` proves it all."""
# instructions of SQLite between two looks at the clock: about a millisecond
STEPS = 20_000
TRIES = 3


@dataclass(frozen=True, slots=True)
class FileState:
    """A file that is ours. `bytes` is its size; `wal` that it was closed, or is open, with a write-ahead log."""

    path: Path
    version: int
    workshop_id: bytes
    bytes: int
    wal: bool


@dataclass(frozen=True, slots=True)
class Header:
    """What the first hundred bytes of a database file say; https://www.sqlite.org/fileformat2.html section 1.3."""

    version: int
    page_bytes: int
    pages: int
    counts_pages: bool
    wal: bool


def examine(path: Path) -> FileState:
    """Say what this workshop file is, having proven that it is one; nothing is written, nor made beside it.

    Raises WorkshopMissing, CannotRead, NotAWorkshop, NewerWorkshop, or DamagedFile, which names the backups.
    """
    for attempt in range(TRIES):
        before = _stamp(path)
        try:
            return _proven(path, look_at(path))
        except DamagedFile:
            # Another program may have written while we looked; then look again.
            if _stamp(path) == before or attempt == TRIES - 1:
                raise
    raise AssertionError("the last attempt returns or raises")


def look_at(path: Path) -> Header:
    """Read the first bytes alone: whether the file is one of ours, and whether it is as long as it says.

    Raises as `examine` does.
    """
    start, size = _first_bytes(path)
    if size == 0:
        raise NotAWorkshop(path=path, found="empty (0 bytes)")
    _refuse_foreign(path, start)
    if not start.startswith(MAGIC) or len(start) < HEADER_BYTES:
        raise damaged(path, "its first bytes are not those of a database")
    header = _header(path, start)
    if header.version > SCHEMA_VERSION:
        raise NewerWorkshop(path=path, version=header.version, known=SCHEMA_VERSION)
    # With a log beside it, pages of the file may still be in the log alone; a journal brings back what it was before.
    is_between = _has(beside(path, "-wal")) or _has(beside(path, "-journal"))
    if header.counts_pages and size < header.pages * header.page_bytes and not is_between:
        raise damaged(path, f"its end is missing: {size} bytes of {header.pages * header.page_bytes}")
    return header


def beside(path: Path, ending: str) -> Path:
    """The file that SQLite keeps beside a database (`-wal`, `-shm`, `-journal`); of a link, beside what it leads to."""
    place = Path(os.path.realpath(path))
    return place.with_name(place.name + ending)


@contextmanager
def reading(path: Path) -> Iterator[driver.Connection]:
    """A connection that reads a file of ours, last edits included, and neither writes nor leaves anything beside it."""
    wal, shm, journal = (beside(path, ending) for ending in SIDE_FILES)
    if not _has(wal) and not _has(journal):
        with closing(_connect(path, "mode=ro&immutable=1")) as connection:
            yield connection
    elif shm.exists() and not _has(journal):
        with closing(_connect(path, "mode=ro")) as connection:
            yield connection
    else:
        # Whoever wrote the log is gone; to read it SQLite would have to make files here.
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "copy"
            for ending in ("", "-wal", "-journal"):
                if beside(path, ending).exists():
                    shutil.copyfile(beside(path, ending), beside(copy, ending))
            with closing(_connect(copy, "mode=rw")) as connection:
                yield connection


def _connect(path: Path, how: str) -> driver.Connection:
    connection = driver.connect(f"{path.absolute().as_uri()}?{how}", uri=True, isolation_level=None)
    for pragma in ("cipher_log_level=NONE", "trusted_schema=OFF", "cell_size_check=ON", "busy_timeout=5000"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _first_bytes(path: Path) -> tuple[bytes, int]:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise NotAWorkshop(path=path, found="a folder")
        if not stat.S_ISREG(status.st_mode):
            raise NotAWorkshop(path=path, found="a device or a pipe")
        return first_bytes(path, HEADER_BYTES), status.st_size
    except (FileNotFoundError, NotADirectoryError) as error:
        raise WorkshopMissing(path=path) from error
    except OSError as error:
        raise CannotRead(path=path, reason=error.strerror or type(error).__name__) from error


def _refuse_foreign(path: Path, start: bytes) -> None:
    mark = int.from_bytes(start[68:72], "big")
    # A mark that differs from ours within one byte is ours with a flipped bit; programs do not choose so close.
    off = [one != other for one, other in zip(mark.to_bytes(4, "big"), APPLICATION_ID.to_bytes(4, "big"), strict=True)]
    if sum(off) == 0:
        return
    if start.startswith(MAGIC):
        if sum(off) == 1:
            raise damaged(path, "its mark is not whole")
        raise NotAWorkshop(path=path, found="a database of another program")
    raise NotAWorkshop(path=path, found="a file of another kind")


def _header(path: Path, start: bytes) -> Header:
    def number(offset: int, length: int = 4) -> int:
        return int.from_bytes(start[offset : offset + length], "big")

    page_bytes = 65536 if number(16, 2) == 1 else number(16, 2)
    version = number(60)
    # A version that no release of ours will reach, or none, is a flipped bit.
    if page_bytes < 512 or page_bytes & (page_bytes - 1) or not 0 < version < 10_000:
        raise damaged(path, "its header makes no sense")
    return Header(version, page_bytes, number(28), number(24) == number(92), start[18] == 2)


def _proven(path: Path, header: Header) -> FileState:
    try:
        with reading(path) as connection:
            version = _version(path, connection)
            workshop_id = _prove(path, version, connection)
    except (driver.Error, UnicodeDecodeError) as error:
        # The driver cannot even tell what is wrong when it has to quote a name with a flipped bit.
        raise fault(error, path) or damaged(path, "its tables cannot be read") from error
    except OSError as error:
        raise CannotRead(path=path, reason=error.strerror or type(error).__name__) from error
    return FileState(path, version, workshop_id, path.stat().st_size, header.wal)


def _version(path: Path, connection: driver.Connection) -> int:
    """What the last committed step says; the first bytes of the file are older while that lies in a log beside it."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > SCHEMA_VERSION:
        raise NewerWorkshop(path=path, version=version, known=SCHEMA_VERSION)
    if version < 1:
        raise damaged(path, "its header makes no sense")
    return version


def _prove(path: Path, version: int, connection: driver.Connection) -> bytes:
    until = time.monotonic() + SECONDS
    connection.set_progress_handler(lambda: time.monotonic() > until, STEPS)
    # one item more than there should be is enough to know: of endless ones no more are read
    expected = items(version)
    found = connection.execute(f"{ITEMS} LIMIT ?", (len(expected) + 1,)).fetchall()
    if in_order(found) != expected or len(found) != len(expected):
        raise _other_tables(path, connection, len(expected))
    # Above 2 seconds what was proven so far must do.
    with _allowed_to_end():
        answer = connection.execute("PRAGMA quick_check(1)").fetchone()
        if answer != ("ok",):
            raise damaged(path, "its pages do not fit together")
    connection.set_progress_handler(None, 0)
    return _identity(path, connection)


def _other_tables(path: Path, connection: driver.Connection, expected: int) -> FacilitatorError:
    """Added or taken away: not ours, whatever its mark says. As many, but not the same: a bit flipped."""
    (count,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if count == expected:
        return damaged(path, "the description of its tables is not whole")
    return NotAWorkshop(path=path, found="a database with other tables, views or triggers than a workshop has")


def _identity(path: Path, connection: driver.Connection) -> bytes:
    """The key of the workshop: that of the identity row, to which the one workshop row must agree."""
    found = connection.execute("SELECT id, workshop_id FROM identity LIMIT 2").fetchall()
    workshops = connection.execute("SELECT id FROM workshop LIMIT 2").fetchall()
    if len(found) != 1 or len(workshops) != 1:
        raise damaged(path, "it does not say which workshop it is")
    number, key = found[0]
    if number != 1 or not isinstance(key, bytes) or len(key) != 16 or workshops[0][0] != key:
        raise damaged(path, "it does not say which workshop it is")
    return key


@contextmanager
def _allowed_to_end() -> Iterator[None]:
    """Let the time run out without a complaint."""
    try:
        yield
    except driver.OperationalError as error:
        if getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_INTERRUPT:
            raise


def _has(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except FileNotFoundError:
        return False


def _stamp(path: Path) -> tuple[object, ...]:
    """What tells that a file or a log beside it was written, without reading them."""
    stamps: list[object] = []
    for ending in ("", "-wal", "-journal"):
        try:
            status = beside(path, ending).stat()
            stamps.append((status.st_ino, status.st_size, status.st_mtime_ns))
        except OSError:
            stamps.append(None)
    return tuple(stamps)
