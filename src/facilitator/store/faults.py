"""What the database and the disk say, in sentences: between the driver's codes and the errors of the domain."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2 as driver

from facilitator.domain.errors import (
    CannotRead,
    DamagedFile,
    DiskFault,
    DiskFull,
    FacilitatorError,
    FileBusy,
    NotWritable,
)
from facilitator.files import FULL

from .shelf import advice

# The driver's backup gives no code, only SQLite's English text for it; https://www.sqlite.org/c3ref/errcode.html
WORDS = {
    "database or disk is full": sqlite3.SQLITE_FULL,
    "disk I/O error": sqlite3.SQLITE_IOERR,
    "database is locked": sqlite3.SQLITE_BUSY,
    "attempt to write a readonly database": sqlite3.SQLITE_READONLY,
    "unable to open database file": sqlite3.SQLITE_CANTOPEN,
    "database disk image is malformed": sqlite3.SQLITE_CORRUPT,
    "file is not a database": sqlite3.SQLITE_NOTADB,
}
# The low byte of an extended result code is the kind of failure; https://www.sqlite.org/rescode.html
KIND = 0xFF


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what the disk or another program did to `path` into its sentence; what is a bug passes as it is.

    Raises DiskFull, NotWritable, FileBusy, CannotRead, DiskFault or DamagedFile, which names the backups.
    """
    try:
        yield
    except (DBAPIError, driver.Error, OSError) as error:
        told = fault(error, path)
        if told is None:
            raise
        raise told from error


def damaged(path: Path, found: str) -> DamagedFile:
    """The sentence for a damaged workshop: what was found, and the way back."""
    return DamagedFile(path=path, found=found, advice=advice(path))


def fault(error: BaseException, path: Path) -> FacilitatorError | None:
    """The error of the domain that this one stands for; None when a person or a disk cannot have caused it."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, OSError):
        return _of_the_system(cause, path)
    code: int | None = getattr(cause, "sqlite_errorcode", None) or WORDS.get(str(cause))
    told = SENTENCES.get(code & KIND) if code else None
    return told(path, str(cause)) if told else None


def _of_the_system(error: OSError, path: Path) -> FacilitatorError | None:
    if error.errno in FULL:
        return DiskFull(path=path)
    # Inside a transaction other files are read and written too; what goes wrong there is not about this one.
    if error.filename is None or not os.fsdecode(error.filename).startswith(str(path)):
        return None
    if isinstance(error, PermissionError):
        return NotWritable(path=path, reason=error.strerror)
    return DiskFault(path=path, reason=error.strerror)


def _not_opened(path: Path, reason: str) -> FacilitatorError:
    # It names no file: where ours can be read, it was the log or the journal beside it, without which nothing is saved.
    return (DiskFault if os.access(path, os.R_OK) else CannotRead)(path=path, reason=reason)


SENTENCES: dict[int, Callable[[Path, str], FacilitatorError]] = {
    sqlite3.SQLITE_FULL: lambda path, _: DiskFull(path=path),
    sqlite3.SQLITE_READONLY: lambda path, reason: NotWritable(path=path, reason=reason),
    sqlite3.SQLITE_PERM: lambda path, reason: NotWritable(path=path, reason=reason),
    sqlite3.SQLITE_BUSY: lambda path, _: FileBusy(path=path),
    sqlite3.SQLITE_LOCKED: lambda path, _: FileBusy(path=path),
    sqlite3.SQLITE_PROTOCOL: lambda path, _: FileBusy(path=path),
    sqlite3.SQLITE_CANTOPEN: _not_opened,
    sqlite3.SQLITE_IOERR: lambda path, reason: DiskFault(path=path, reason=reason),
    sqlite3.SQLITE_CORRUPT: damaged,
    sqlite3.SQLITE_NOTADB: damaged,
}
