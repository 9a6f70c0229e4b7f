"""What the driver and the system say becomes the right sentence; what is a bug stays one."""

import errno
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError
from sqlcipher3 import dbapi2 as driver
from tests.workshops import make_workshop

from facilitator.domain.errors import (
    CannotRead,
    DamagedFile,
    DiskFault,
    DiskFull,
    FacilitatorError,
    FileBusy,
    NotWritable,
)
from facilitator.store.faults import fault, translated

PATH = Path("/room/water.workshop")


def coded(code: int) -> driver.OperationalError:
    error = driver.OperationalError("said")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (sqlite3.SQLITE_FULL, DiskFull),
        (sqlite3.SQLITE_READONLY, NotWritable),
        (sqlite3.SQLITE_READONLY_DIRECTORY, NotWritable),
        (sqlite3.SQLITE_BUSY, FileBusy),
        (sqlite3.SQLITE_BUSY_RECOVERY, FileBusy),
        (sqlite3.SQLITE_LOCKED, FileBusy),
        (sqlite3.SQLITE_CANTOPEN, CannotRead),
        (sqlite3.SQLITE_IOERR_WRITE, DiskFault),
        (sqlite3.SQLITE_CORRUPT_INDEX, DamagedFile),
        (sqlite3.SQLITE_NOTADB, DamagedFile),
    ],
)
def test_each_code_of_the_database_has_its_sentence(code: int, told: type[FacilitatorError]) -> None:
    for error in (coded(code), OperationalError("SELECT", {}, coded(code))):
        with pytest.raises(told, match=r"/room/water\.workshop") as caught, translated(PATH):
            raise error
        assert caught.value.__cause__ is error


def test_what_cannot_be_opened_beside_a_file_that_can_be_read_is_a_fault_of_the_disk(tmp_path: Path) -> None:
    path = make_workshop(tmp_path / "water.workshop")
    error = driver.OperationalError("unable to open database file")

    assert type(fault(error, path)) is DiskFault
    assert type(fault(error, tmp_path / "nowhere.workshop")) is CannotRead


def test_an_error_of_the_driver_without_a_code_is_known_by_its_words() -> None:
    with pytest.raises(DiskFull), translated(PATH):
        raise driver.OperationalError("database or disk is full")


@pytest.mark.parametrize(
    ("number", "told"),
    [(errno.ENOSPC, DiskFull), (errno.EDQUOT, DiskFull), (errno.EACCES, NotWritable), (errno.EIO, DiskFault)],
)
def test_each_answer_of_the_system_about_the_file_has_its_sentence(number: int, told: type[FacilitatorError]) -> None:
    with pytest.raises(told), translated(PATH):
        raise OSError(number, os.strerror(number), f"{PATH}-wal")


@pytest.mark.parametrize(
    "error",
    [
        ValueError("a bug"),
        driver.ProgrammingError("a bug"),
        coded(sqlite3.SQLITE_ERROR),
        coded(sqlite3.SQLITE_CONSTRAINT),
        FileNotFoundError(errno.ENOENT, "none", "/elsewhere/notes.txt"),
        BrokenPipeError(errno.EPIPE, "broken"),
    ],
)
def test_whatever_else_is_raised_passes_as_it_is(error: Exception) -> None:
    with pytest.raises(type(error)) as caught, translated(PATH):
        raise error
    assert caught.value is error


def test_a_file_that_another_program_has_locked_is_busy(tmp_path: Path) -> None:
    path = tmp_path / "a"
    with closing(driver.connect(str(path), isolation_level=None)) as one:
        one.execute("BEGIN EXCLUSIVE")
        with closing(driver.connect(str(path), timeout=0)) as other, pytest.raises(FileBusy), translated(path):
            other.execute("SELECT * FROM sqlite_master").fetchall()
