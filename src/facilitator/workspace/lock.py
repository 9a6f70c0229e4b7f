"""One program writes to a workshop at a time: a lock of the system, with the holder's name in it.

It lies beside the file as `.NAME.lock`. The system frees it when the program ends, however it ends.
"""

from __future__ import annotations

import errno
import getpass
import json
import os
import socket
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from facilitator.domain.errors import WorkshopHeld
from facilitator.files import place_error

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

NOT_SAID = "an unknown program", "?", "an unknown user", "an unknown computer", "an unknown time"
HOLDER = "program", "pid", "user", "host", "since"
HELD = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK})
HOLDER_BYTES = 4096
BEYOND = 1 << 30
"""Where Windows locks: it lets nobody read what is locked, and the holder's name must be read."""


class Lock:
    """The right to write to the workshop at `path`, held until `release`.

    Raises WorkshopHeld, naming the holder, or what `files.place_error` makes of a folder that cannot be written.
    """

    def __init__(self, path: Path) -> None:
        place = Path(os.path.realpath(path))
        self.path = place.with_name(f".{place.name}.lock")
        self._file = -1
        try:
            self._file = self._taken(path)
            self._sign()
        except OSError as error:
            self.release()
            raise place_error(error, path) from error

    def release(self) -> None:
        """Give the right back; doing it twice is harmless."""
        if self._file < 0:
            return
        # The name goes while the lock is held: whoever opened the file in between sees that it has none any more.
        if sys.platform != "win32":
            self.path.unlink(missing_ok=True)
        os.close(self._file)
        self._file = -1
        if sys.platform == "win32":
            with suppress(OSError):
                self.path.unlink(missing_ok=True)

    def _taken(self, path: Path) -> int:
        while True:
            # never with O_EXCL: the file alone means nothing, a program that was killed leaves it behind
            file = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o666)
            try:
                _lock(file)
            except OSError as error:
                os.close(file)
                if error.errno in HELD:
                    raise WorkshopHeld(path=path, **holder(self.path)) from error
                raise
            # The former holder may have taken the name away between the two calls.
            with suppress(FileNotFoundError):
                if os.path.samestat(os.fstat(file), self.path.stat()):
                    return file
            os.close(file)

    def _sign(self) -> None:
        values = ("facilitator", os.getpid(), _user(), socket.gethostname(), f"{datetime.now():%Y-%m-%d %H:%M}")  # noqa: DTZ005 - read by people in this room
        os.ftruncate(self._file, 0)
        os.lseek(self._file, 0, os.SEEK_SET)
        os.write(self._file, json.dumps(dict(zip(HOLDER, values, strict=True))).encode())


def holder(lock: Path) -> dict[str, str]:
    """Who has signed this lock file; a signature that cannot be read says so."""
    found: object = None
    with suppress(OSError, ValueError, RecursionError), lock.open("rb") as file:
        found = json.loads(file.read(HOLDER_BYTES))
    said = found if isinstance(found, dict) else {}
    return {key: str(said.get(key, unknown)) for key, unknown in zip(HOLDER, NOT_SAID, strict=True)}


def _lock(file: int) -> None:
    if sys.platform == "win32":
        os.lseek(file, BEYOND, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _user() -> str:
    # An account without an entry, as in a container, has a number only.
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return NOT_SAID[2]
