"""Looking at a file that this program has open, without letting go of its locks.

POSIX takes all locks of a process on a file away as soon as it closes any descriptor of it (fcntl, "record locks"),
those of SQLite among them. Another program that closes the file then could take the log for nobody's and remove it.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

_guard = threading.Lock()
_held: dict[tuple[int, int], tuple[int, int]] = {}
"""By device and inode a descriptor that stays open while SQLite has the file open, and how many have asked for it."""


def hold(path: Path) -> Callable[[], None]:
    """Keep a descriptor of a file that is about to be opened as a database; call the result once it is closed.

    Raises OSError.
    """
    if sys.platform == "win32":
        return lambda: None
    with _guard:
        identity = _identity(path)
        descriptor, count = _held.get(identity) or (os.open(path, os.O_RDONLY), 0)
        _held[identity] = descriptor, count + 1
    return partial(_let_go, identity)


def _let_go(identity: tuple[int, int]) -> None:
    with _guard:
        descriptor, count = _held.pop(identity)
        if count > 1:
            _held[identity] = descriptor, count - 1
        else:
            os.close(descriptor)


def first_bytes(path: Path, count: int) -> bytes:
    """The first bytes of a file; raises OSError."""
    if sys.platform != "win32":
        with _guard:
            there = _held.get(_identity(path))
            if there is not None:
                return os.pread(there[0], count, 0)
    with path.open("rb") as file:
        return file.read(count)


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino
