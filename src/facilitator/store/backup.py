"""A proven copy of a workshop: written beside its name, brought to the disk, opened, counted, and only then named."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from facilitator.domain.backups import Inside
from facilitator.domain.errors import DamagedFile, LeftBehind, TargetExists
from facilitator.files import place_error, sweep, writing

from .faults import damaged, translated
from .recognise import SIDE_FILES, beside, examine, look_at, reading
from .shelf import backup_name, clear, shelf

COUNTS = "SELECT (SELECT count(*) FROM note), (SELECT count(*) FROM recommendation)"
PAGES, PAUSE = 32, 0.001
"""So many pages are copied at once of a workshop that is written to, and then the writer has its turn for so long."""
INSIDE = f"""SELECT (SELECT workshop_id FROM identity), {COUNTS.removeprefix("SELECT ")},
(SELECT count(*) FROM participant), (SELECT count(*) FROM entry)"""  # noqa: S608 - of our own constants


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy that was opened and counted."""

    path: Path
    notes: int
    recommendations: int


def back_up(path: Path, folder: Path | None = None) -> Backup:
    """Copy the workshop at `path`, as it is now and whoever writes to it, into `folder`; day and time are in the name.

    Without a folder it goes to the shelf of this workshop, where old backups are cleared away afterwards.
    Raises what `examine` and `files.writing` raise, and NoHome.
    """
    place = folder or shelf(path)
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise place_error(error, place) from error
    if folder is None:
        # Each backup has a name of its own, so the next one would not meet the part of one that was killed.
        sweep(place)
    made = _under_a_free_name(path, place, datetime.now())  # noqa: DTZ005 - names tell the time of the wall
    if folder is None:
        with translated(place):
            clear(place, path, datetime.now().date())  # noqa: DTZ005
    return made


def bring_to(place: Path, made: Path, workshop: Path) -> Path:
    """Have the backup `made` of a workshop on another shelf too, as on a stick, opened and counted there as well.

    Nothing is done where it stands already. Raises what `copy_workshop` and `files.writing` raise.
    """
    target = place / made.name
    if target.exists():
        return target
    try:
        place.mkdir(exist_ok=True)
    except OSError as error:
        raise place_error(error, place) from error
    sweep(place)
    copy_workshop(made, target)
    with translated(place):
        clear(place, workshop, datetime.now().date())  # noqa: DTZ005
    return target


def inside(path: Path) -> Inside:
    """What a file of a workshop holds, counted without proving it. Raises as `examine` does."""
    look_at(path)
    with translated(path), reading(path) as connection:
        return Inside(*connection.execute(INSIDE).fetchone())


def last_step(path: Path) -> bytes:
    """The id of the last entry of a ledger, empty when it has none. Raises as `examine` does."""
    look_at(path)
    with translated(path), reading(path) as connection:
        return connection.execute("SELECT max(id) FROM entry").fetchone()[0] or b""


def copy_workshop(source: Path, target: Path) -> Backup:
    """Make `target`, which must not be there, a proven copy of the workshop `source`; its first edit gives it a room.

    Raises what `examine` raises about the source, LeftBehind, and what `files.writing` raises about the target.
    """
    refuse_left_behind(target)
    examine(source)
    return _copied(source, target, lambda copy: _copy(source, copy))


def copy_open(
    source: Path, connection: driver.Connection, target: Path, progress: Callable[[int, int | None], None]
) -> Backup:
    """As `copy_workshop`, of a workshop that is open, by the connection that writes it: no edit waits for the copy.

    In any thread, since what that connection writes meanwhile SQLite writes into the copy too
    (https://www.sqlite.org/c3ref/backup_finish.html). What `progress` raises ends it, and nothing is left of it.
    """
    refuse_left_behind(target)
    return _copied(source, target, lambda copy: _copy_in_steps(connection, copy, progress))


@contextmanager
def _damage_told_of(source: Path) -> Iterator[None]:
    """Pages are copied as they are: what is wrong in the copy is wrong in the source."""
    try:
        yield
    except DamagedFile as error:
        raise damaged(source, str(error.parameters["found"])) from error


def refuse_left_behind(target: Path) -> None:
    """Raise LeftBehind when a log lies beside a name that is free: SQLite would mix it into the new file."""
    for ending in SIDE_FILES:
        side = beside(target, ending)
        if side.exists() and not target.exists():
            raise LeftBehind(side=side)


def _copied(source: Path, target: Path, fill: Callable[[driver.Connection], tuple[int, int]]) -> Backup:
    counted: tuple[int, int] = (0, 0)

    def prove(part: Path) -> None:
        _prove(part, counted)

    with _damage_told_of(source), writing(target, prove, new=True) as part, translated(target):
        counted = _filled(part, fill)
    return Backup(target, *counted)


def _filled(part: Path, fill: Callable[[driver.Connection], tuple[int, int]]) -> tuple[int, int]:
    with closing(driver.connect(str(part), isolation_level=None)) as copy:
        copy.execute("PRAGMA synchronous=OFF")  # the whole file is brought to the disk at the end
        counted = fill(copy)
        # so that what follows goes into the file itself, and what gets the name in the end is one file
        copy.execute("PRAGMA journal_mode=DELETE")
        # a line that is being typed here is nobody else's, and secure, so that its words are not left in a free page
        copy.execute("PRAGMA secure_delete=ON")
        copy.execute("DELETE FROM draft")
        # Two files that write as one room would contradict each other when they are united.
        copy.execute("UPDATE identity SET place = ''")
    return counted


def _copy(source: Path, copy: driver.Connection) -> tuple[int, int]:
    """All pages in one go, in the transaction that counts: in steps, a busy writer could keep it from ever ending."""
    with reading(source) as connection:
        connection.execute("BEGIN")
        notes, recommendations = connection.execute(COUNTS).fetchone()
        connection.backup(copy, pages=-1)
        connection.execute("ROLLBACK")
    return notes, recommendations


def _copy_in_steps(
    connection: driver.Connection, copy: driver.Connection, progress: Callable[[int, int | None], None]
) -> tuple[int, int]:
    def give_way(_code: int, left: int, whole: int) -> None:
        progress(whole - left, whole)
        time.sleep(PAUSE)

    connection.backup(copy, pages=PAGES, progress=give_way, sleep=PAUSE)
    # of the moment that the copy is of, which has passed
    notes, recommendations = copy.execute(COUNTS).fetchone()
    return notes, recommendations


def _prove(part: Path, counted: tuple[int, int]) -> None:
    examine(part)
    with translated(part), reading(part) as connection:
        if connection.execute(COUNTS).fetchone() != counted:
            raise damaged(part, "not every note is in the copy")
        for row in connection.execute("PRAGMA integrity_check(1)"):
            if row[0] != "ok":
                raise damaged(part, "its pages do not fit together")


def _under_a_free_name(path: Path, folder: Path, moment: datetime) -> Backup:
    """Two backups within one second get two names."""
    while True:
        target = folder / backup_name(path, moment)
        try:
            return copy_workshop(path, target)
        except TargetExists:
            moment += timedelta(seconds=1)
