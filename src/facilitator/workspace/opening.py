"""From a path to an open workspace: looked at, held, brought up to date; and new files, put in place in one rename."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from facilitator.domain.errors import CannotRead, EmptyText, NotWritable, OlderWorkshop
from facilitator.domain.kinds import Rule
from facilitator.files import writing
from facilitator.store.backup import back_up, refuse_left_behind
from facilitator.store.engine import open_engine
from facilitator.store.migrate import lay_out, migrate
from facilitator.store.recognise import SCHEMA_VERSION, beside, examine, look_at
from facilitator.store.schema import WorkshopRow, new_key
from facilitator.store.shapes import WORKSHOP

from .lock import Lock
from .workspace import Workspace


def create_workspace(
    path: Path,
    *,
    title: str,
    time_zone: str = "UTC",
    attribution: Rule = Rule.NAMED,
    prefix: str = "",
) -> Workspace:
    """Make a new workshop file and open it; it is there as a whole or not at all.

    Raises TargetExists, LeftBehind, and what `files.writing` and `open_workspace` raise.
    """
    with building(path, title=title, time_zone=time_zone, attribution=attribution, prefix=prefix):
        pass
    return open_workspace(path)


@contextmanager
def building(
    path: Path,
    *,
    title: str,
    time_zone: str = "UTC",
    attribution: Rule = Rule.NAMED,
    prefix: str = "",
) -> Iterator[Workspace]:
    """Give the workspace of a new file to fill; at the end, and only if all went well, the file gets its name `path`.

    `prefix` stands in all printed numbers of a room's file (B: SB1, RB1). Raises as `create_workspace`.
    """
    refuse_left_behind(path)
    values = WORKSHOP.values({"title": title, "time_zone": time_zone, "attribution": attribution, "prefix": prefix})
    if not values["title"]:
        raise EmptyText(what="title of the workshop")
    first = WorkshopRow(id=new_key(), **values)
    with writing(path, examine, new=True) as part:
        lay_out(part, first.id)
        workspace = Workspace(part, open_engine(part))
        try:
            with workspace.edit("New workshop", undoable=False) as edits:
                edits.edit.insert([first])
            yield workspace
        finally:
            workspace.close()


def open_workspace(path: Path, *, read_only: bool = False) -> Workspace:
    """Open the workshop at `path`; one program at a time may do so for writing, any number read beside it.

    A file of an older version is brought up to date, after a proven backup. Raises what `examine` and `Lock` raise,
    and OlderWorkshop when the file is to be read only.
    """
    place = Path(os.path.realpath(path))
    return _reader(place) if read_only else _writer(place)


def _writer(path: Path) -> Workspace:
    # before the lock, so that nothing is made beside a file that is not ours
    look_at(path)
    # The folder would allow a log beside the file, which SQLite would leave there when it cannot write the file itself.
    if not os.access(path, os.W_OK):
        raise NotWritable(path=path, reason=os.strerror(errno.EACCES))
    with ExitStack() as failing:
        lock = Lock(path)
        failing.callback(lock.release)
        # behind the lock: nobody writes between the proof, the backup and the migration
        if examine(path).version < SCHEMA_VERSION:
            back_up(path)
            migrate(path)
        workspace = Workspace(path, open_engine(path), released=lock.release)
        failing.pop_all()
        failing.callback(workspace.close)
        workspace.complete()
        failing.pop_all()
    return workspace


def _reader(path: Path) -> Workspace:
    if examine(path).version < SCHEMA_VERSION:
        raise OlderWorkshop(path=path)
    if os.access(path.parent, os.W_OK) and os.access(path, os.W_OK):
        return Workspace(path, open_engine(path, read_only=True), read_only=True)
    # Where no log can be made or written, SQLite reads a file alone, and what is in one beside it would be missing.
    if any(beside(path, ending).exists() for ending in ("-wal", "-journal")):
        raise CannotRead(path=path, reason="its last edits lie beside it, where nothing can be written")
    return Workspace(path, open_engine(path, immutable=True), read_only=True)
