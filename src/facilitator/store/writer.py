"""The one that writes: transactions of the held connection, each an entry of the ledger, and the stacks of undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Row, bindparam, func, select, update

from . import codes, union
from .backup import COUNTS, Backup, copy_open
from .clock import Clock, new_room
from .engine import WRITING, Watch, lies_at, spoken
from .faults import damaged, translated
from .ledger import NEW_ENTRY, Edit, EntryDraft, in_sql
from .recognise import reading
from .schema import ALL
from .undo import take_back

CREATE, EDIT, UNDO, REDO, UNITE = "create", "edit", "undo", "redo", union.UNITE
ENTRY, IDENTITY = ALL["entry"], ALL["identity"]
MOVE_IN = in_sql(update(IDENTITY).values(room=bindparam("room"), place=bindparam("place")))


@dataclass(frozen=True, slots=True)
class Standing:
    """What the next entry builds on: room and sequence, and what lies on top of the stacks of undo and redo."""

    room: bytes
    place: str
    sequence: int
    done: bytes | None
    undone: bytes | None
    united: bool
    """Whether other ledgers have come in: only then can a row live by references alone."""
    moved: bool
    """Whether room and place are new and not yet in the file."""


@dataclass(frozen=True, slots=True)
class Stay:
    """One stay of the focus in a field: edits of this name are one step as long as `last` is on top."""

    name: str
    first: bytes
    last: bytes
    below: bytes | None


class Writer:
    """Holds the writing connection of one file. Whatever is raised in a transaction leaves the file as it was before.

    Raises FileReplaced and what `faults.translated` names; the next transaction goes on once the cause is gone.
    """

    def __init__(self, engine: Engine, path: Path) -> None:
        self._path = path
        self._watch = Watch(path)
        with translated(path):
            self._connection = engine.connect().execution_options(**WRITING)
            with self._connection.begin():
                self._clock = Clock(union.last_version(self._connection))
        # by now the log is there
        self._watch.check()
        self._standing: Standing | None = None
        self._stay: Stay | None = None

    def close(self) -> None:
        """Bring the log into the file, so that the file alone is the whole workshop. Twice is harmless."""
        if self._connection.closed:
            return
        try:
            self.empty_log()
        finally:
            self._connection.close()

    def empty_log(self) -> None:
        """Bring the log into the file now, so that no former state lies in it; not while another program is reading."""
        with translated(self._path):
            # outside of any transaction, where SQLAlchemy cannot execute
            self._driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    @property
    def _driver(self) -> Any:
        return self._connection.connection.driver_connection

    @contextmanager
    def edit(self, label: str, *, join: str = "", undoable: bool = True) -> Iterator[Edit]:
        """One step; with the same `join` as the step on top, made since the file was opened, a part of that one."""
        with self._transaction(EntryDraft(EDIT if undoable else CREATE, label)) as edit:
            standing, draft = self._known(), edit.draft
            stay = self._stay
            # whatever was done in between, an undo too, has put something else on top, and then the stay has ended
            joins = undoable and stay is not None and join == stay.name and stay.last == standing.done
            if stay is None or not joins:
                stay = Stay(join, edit.id, edit.id, standing.done)
            draft.below = stay.below
            draft.continues = stay.first if joins else None
            draft.done = edit.id if undoable else standing.done
            yield edit
        if edit.operations:
            self._stay = replace(stay, last=edit.id) if join and undoable else None

    def undo(self) -> Edit | None:
        """Take back the step on top; None when there is none."""
        return self._turn(UNDO)

    def redo(self) -> Edit | None:
        """Take back the undo on top; None when there is none, or something else was done since."""
        return self._turn(REDO)

    def unite(self, path: Path) -> Edit:
        """Take over what another file of this workshop knows. Raises OtherWorkshop, LedgerGap, NumberTaken."""
        with translated(path), reading(path) as raw, spoken(raw) as source:
            # first of all, so that the new entry comes after everything that it brings in
            self._clock.witness(union.last_version(source))
            with self._transaction(EntryDraft(UNITE, f"Unite with {path.name}")) as edit:
                union.unite(edit, source, path)
        return edit

    def copy(self, target: Path, progress: Callable[[int, int | None], None]) -> Backup:
        """A proven copy of the file, made in any thread while this one goes on. Raises what `copy_open` raises."""
        return copy_open(self._path, self._driver, target, progress)

    def follow(self, source: Connection) -> None:
        """Take over what was done since in the file that this one is a copy of; no step says so, and undo goes on.

        Raises DamagedFile when not all of it is here then.
        """
        self._clock.witness(union.last_version(source))
        with self._transaction(EntryDraft(UNITE)) as edit:
            union.follow(edit, source)
            if _measure(edit.connection) != _measure(source):
                raise damaged(self._path, "not every note is in the copy")

    def _turn(self, kind: str) -> Edit | None:
        with self._transaction(EntryDraft(kind)) as edit:
            standing, draft = self._known(), edit.draft
            # an undo lies on the stack of redo and a redo on that of undo, each above what was there: so `below` is of
            # the other stack, and both can be read from the ledger after a restart
            top, other = (standing.done, standing.undone) if kind == UNDO else (standing.undone, standing.done)
            if top is None:
                return None
            step = _entry(edit.connection, top)
            draft.label, draft.target, draft.below, draft.due = step.label, top, other, True
            draft.done, draft.undone = (step.below, edit.id) if kind == UNDO else (edit.id, step.below)
            take_back(edit, step.continues or top, top)
        return edit

    @contextmanager
    def _transaction(self, draft: EntryDraft) -> Iterator[Edit]:
        with translated(self._path):
            self._watch.check()
            transaction = self._connection.begin()
            edit: Edit | None = None
            try:
                # rows that this connection has written since it was opened
                counted = self._driver.total_changes
                edit = Edit(self._connection, self._clock, self._known().room, draft)
                yield edit
                self._complete(edit, counted)
                # whatever was written is in the ledger or stands outside it on purpose
                (transaction.commit if edit.written else transaction.rollback)()
            # Ctrl+C and a caller that gives up too: a transaction left open would hold the lock
            except BaseException:
                self._roll_back()
                raise
            finally:
                if edit is not None:
                    edit.close()
            # before looking at the file: what is committed stays committed, even when the file has gone meanwhile
            self._advance(edit)
            self._watch.check()

    def _known(self) -> Standing:
        # asked of the file once and then carried on: with each note it would cost more than the note
        if self._standing is None:
            self._standing = standing_of(self._connection, self._path)
        return self._standing

    def _complete(self, edit: Edit, counted: int) -> None:
        """Write the entry of a transaction in which something was done, and see that nothing went past the ledger."""
        # a union writes nothing of its own, so that it is the same whoever unites with whom
        if edit.draft.kind != UNITE:
            codes.complete(edit)
        if self._known().united:
            union.confirm_released(edit)
        edit.finish()
        if edit.operations or edit.draft.due:
            self._write_entry(edit)
        written = self._driver.total_changes - counted
        if written != edit.written:
            raise RuntimeError(f"{written} rows were written, and the ledger knows of {edit.written}")

    def _write_entry(self, edit: Edit) -> None:
        standing, draft = self._known(), edit.draft
        values = {
            "id": edit.id,
            "room": standing.room,
            "sequence": standing.sequence + 1,
            "kind": draft.kind,
            "label": draft.label,
            "target": draft.target,
            "below": draft.below,
            "continues": draft.continues,
        }
        self._driver.execute(NEW_ENTRY, values)
        edit.written += 1
        if standing.moved:
            self._driver.execute(MOVE_IN, {"room": standing.room, "place": standing.place})
            edit.written += 1

    def _advance(self, edit: Edit) -> None:
        """Know without asking what the next entry builds on."""
        if edit.draft.kind == UNITE:
            self._standing = None
        elif edit.operations or edit.draft.due:
            standing, draft = self._known(), edit.draft
            self._standing = replace(
                standing, sequence=standing.sequence + 1, done=draft.done, undone=draft.undone, moved=False
            )

    def _roll_back(self) -> None:
        # whether a COMMIT that failed came onto the disk is for the file to say
        self._standing = None
        self._connection.rollback()
        # after a COMMIT that failed, SQLAlchemy holds the transaction for ended and the driver is still in it
        self._driver.rollback()


def _measure(connection: Connection) -> tuple[object, ...]:
    """What two files of one workshop agree in when one has followed the other."""
    steps = connection.execute(select(func.count()).select_from(ENTRY)).scalar()
    return steps, union.last_version(connection), *connection.exec_driver_sql(COUNTS).one()


def standing_of(connection: Connection, path: Path) -> Standing:
    """What the ledger says about the next entry; a file that lies elsewhere than its room was given gets a new room."""
    room, place = connection.execute(select(IDENTITY.c["room"], IDENTITY.c["place"])).one()
    here = lies_at(path)
    if moved := place != here:
        room = new_room()
    number = connection.execute(select(func.max(ENTRY.c["sequence"])).where(ENTRY.c["room"] == room)).scalar() or 0
    united = connection.execute(select(ENTRY.c["id"]).where(ENTRY.c["kind"] == UNITE).limit(1)).first() is not None
    done, undone = tops(connection)
    return Standing(room, here, number, done, undone, united, moved)


def tops(connection: Connection) -> tuple[bytes | None, bytes | None]:
    """What lies on top of the stacks of undo and redo: each entry names the one below it on its own."""
    last = connection.execute(ENTRY.select().order_by(ENTRY.c["id"].desc()).limit(1)).first()
    # others may have built on what was done before a union, so undo stops there
    if last is None or last.kind == UNITE:
        return None, None
    # it cannot be undone and stands on no stack: it only names what was on top before it
    if last.kind == CREATE:
        return last.below, None
    # something new was done, and what was undone before cannot be done again
    if last.kind == EDIT:
        return last.id, None
    # the last was an undo or a redo: its target has gone from one stack, it lies itself on the other
    below = _entry(connection, last.target).below
    return (below, last.id) if last.kind == UNDO else (last.id, below)


def next_labels(connection: Connection) -> tuple[str | None, str | None]:
    """What undo and redo would take back and do again, by their labels; None where there is nothing."""
    undo, redo = (None if top is None else str(_entry(connection, top).label) for top in tops(connection))
    return undo, redo


def _entry(connection: Connection, key: bytes) -> Row[Any]:
    return connection.execute(ENTRY.select().where(ENTRY.c["id"] == key)).one()
