"""Writing a file safely: beside the target, brought to the disk, looked at, then put in place at once.

Whatever happens on the way, what was there before stays as it was.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from facilitator.domain.errors import DiskFull, FolderMissing, NotAFile, NotWritable, PlaceError, TargetExists

FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
# what FAT, exFAT and some network drives answer
NO_HARD_LINKS = frozenset({errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EXDEV})
NO_FOLDER_SYNC = frozenset({errno.EINVAL, errno.EOPNOTSUPP, errno.ENOSYS, errno.EACCES})
# no export takes a day, so whoever made an older part is gone
STALE_SECONDS = 24 * 3600.0
NAME_LENGTH = 50
"""Of a long name so much goes into the name of its part: file systems end at 255 bytes, a character has up to four."""
SIDE_FILES = ("-journal", "-wal", "-shm")
"""What SQLite may leave beside a part that is a database."""


@contextmanager
def writing(target: Path, verify: Callable[[Path], object] | None = None, *, new: bool = False) -> Iterator[Path]:
    """Give an empty file beside `target` to write into; at the end it takes the target's place at once.

    `verify` gets the finished part before that and raises if it is not what it should be. With `new` the target must
    not be there. If anything is raised on the way, the part is removed and the target is as before.

    Raises FolderMissing, NotWritable, NotAFile, DiskFull; with `new` TargetExists.
    """
    # A rename would replace a link by a file, and leave the file that the person meant as it was.
    place = Path(os.path.realpath(target))
    with _told_as(target):
        _look_at(place, target, new=new)
        sweep(place.parent, place)
        part = _make_part(place)
    try:
        with _told_as(target, only=FULL):
            yield part
        _finish(part, place, target, verify, new=new)
    finally:
        for name in ("", *SIDE_FILES):
            with suppress(OSError):
                part.with_name(part.name + name).unlink(missing_ok=True)


def rename_new(part: Path, target: Path) -> None:
    """Give `part` the name `target`, but never over another file, not even one that appears at this moment.

    Both are in one file system. Raises TargetExists; any other OSError of the system.
    """
    try:
        os.link(part, target)
    except FileExistsError as error:
        raise TargetExists(path=target) from error
    except OSError as error:
        if error.errno not in NO_HARD_LINKS:
            raise
        _take_name(part, target)
    else:
        part.unlink()


def place_error(error: OSError, path: Path) -> PlaceError:
    """The sentence for what the system said when `path` was to be written."""
    if error.errno in FULL:
        return DiskFull(path=path)
    if error.errno in {errno.ENOENT, errno.ENOTDIR}:
        return FolderMissing(folder=path.absolute().parent)
    return NotWritable(path=path, reason=error.strerror or type(error).__name__)


@contextmanager
def _told_as(target: Path, only: frozenset[int] | None = None) -> Iterator[None]:
    """Turn what the system says into a sentence about the target; of foreign code only what is surely about writing."""
    try:
        yield
    except OSError as error:
        if only is not None and error.errno not in only:
            raise
        raise place_error(error, target) from error


def _finish(part: Path, place: Path, target: Path, verify: Callable[[Path], object] | None, *, new: bool) -> None:
    with _told_as(target):
        _sync(part)
    # After the sync, so that what is looked at is what a power cut would leave.
    if verify is not None:
        verify(part)
    with _told_as(target):
        if new:
            rename_new(part, place)
        else:
            part.replace(place)
        _sync_folder(place.parent)


def _look_at(place: Path, target: Path, *, new: bool) -> None:
    """Say early, before long work, what would go wrong at the end."""
    if not place.exists():
        return
    if new:
        raise TargetExists(path=target)
    # A rename over a device or a pipe would take it out of the system.
    if not place.is_file():
        raise NotAFile(path=target)
    # The folder would allow the rename, but the person has said that this file is to stay.
    if not os.access(place, os.W_OK):
        raise NotWritable(path=target, reason=os.strerror(errno.EACCES))


def _prefix(place: Path) -> str:
    return f".{place.name[:NAME_LENGTH]}."


def _make_part(place: Path) -> Path:
    # A name of its own for each: two programs that write the same target must not write into one part.
    part = place.parent / f"{_prefix(place)}{secrets.token_hex(4)}.part"
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    if place.exists():
        shutil.copymode(place, part)
    return part


def sweep(folder: Path, target: Path | None = None) -> None:
    """Remove parts that a program which was killed has left in a folder, a day ago or earlier.

    Those of one target, or, in a folder where nobody else writes, of whatever target.
    """
    before = time.time() - STALE_SECONDS
    begins = r"\..+\." if target is None else re.escape(_prefix(target))
    name = re.compile(begins + r"[0-9a-f]{8}\.part(-journal|-wal|-shm)?", re.DOTALL)
    # A folder that may be written and not listed, or a part that another program takes away now, is no obstacle.
    with suppress(OSError):
        for path in folder.iterdir():
            if name.fullmatch(path.name) and path.lstat().st_mtime < before:
                path.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    # Windows flushes only through a descriptor that may write.
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sync_folder(folder: Path) -> None:
    """Bring the new name to the disk too, where the system can do that for a folder."""
    if os.name == "nt":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except PermissionError:
        # Who may write into a folder need not be allowed to read it.
        return
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in NO_FOLDER_SYNC:
            raise
    finally:
        os.close(descriptor)


def _take_name(part: Path, target: Path) -> None:
    """The same on sticks and shares without hard links: the name is claimed empty first, then the part replaces it."""
    try:
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    except FileExistsError as error:
        raise TargetExists(path=target) from error
    try:
        part.replace(target)
    except OSError:
        target.unlink(missing_ok=True)
        raise
