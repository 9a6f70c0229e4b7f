"""A proven copy of a workshop: written beside its name, brought to the disk, opened, counted, and only then named."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from facilitator.domain.backups import Inside
from facilitator.domain.errors import DamagedFile, LeftBehind, TargetExists
from facilitator.files import place_error, writing

from .faults import damaged, translated
from .recognise import SIDE_FILES, beside, examine, look_at, reading
from .shelf import backup_name, clear, shelf

COUNTS = "SELECT (SELECT count(*) FROM note), (SELECT count(*) FROM recommendation)"
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
    counted: tuple[int, int] = (0, 0)

    def prove(part: Path) -> None:
        _prove(part, counted)

    with _damage_told_of(source), writing(target, prove, new=True) as part, translated(target):
        counted = _fill(source, part)
    return Backup(target, *counted)


def bring_drafts(source: Path, copy: Path) -> None:
    """Let the lines that are being typed in a workshop go on in its copy, by the person who has moved there.

    Raises what `translated` raises.
    """
    with translated(source), reading(source) as connection:
        drafts = connection.execute("SELECT place, text FROM draft").fetchall()
    with translated(copy), closing(driver.connect(str(copy), isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany("INSERT OR REPLACE INTO draft (place, text) VALUES (?, ?)", drafts)
        connection.execute("COMMIT")


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


def _fill(source: Path, part: Path) -> tuple[int, int]:
    with closing(driver.connect(str(part), isolation_level=None)) as copy:
        copy.execute("PRAGMA synchronous=OFF")  # the whole file is brought to the disk at the end
        counted = _copy(source, copy)
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
