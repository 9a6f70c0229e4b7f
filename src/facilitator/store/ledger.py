"""One transaction: every change of a recorded row, and the operation that tells of it, written together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

from sqlalchemy import ClauseElement, Connection, bindparam, event, insert, inspect, literal_column
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.orm import Session
from sqlalchemy.orm.base import NO_VALUE

from facilitator.domain.errors import NoLongerThere

from .clock import Clock, wall
from .fold import RowState, states_of
from .operations import (
    BATCH,
    COLUMNS,
    DELETE,
    INSERT,
    OPERATION,
    TOGETHER,
    UPDATE,
    Change,
    Fields,
    batched,
    fields_of,
    fold_into,
    image,
    replaced,
    rows_now,
    versions_after,
)
from .schema import ALL, FOLDED, RECORDED, Recorded

NAMED = sqlite.dialect(paramstyle="named")


def in_sql(statement: ClauseElement) -> str:
    """A statement in the driver's words, made once: SQLAlchemy would take thrice as long with every note."""
    return str(statement.compile(dialect=NAMED))


NEW_OPERATION = in_sql(insert(OPERATION))
NEW_ENTRY = in_sql(insert(ALL["entry"]))
NUMBERING = ALL["numbering"]
NEXT_NUMBER = in_sql(
    upsert(NUMBERING)
    .values(prefix=bindparam("prefix"), count=literal_column("1"))
    .on_conflict_do_update(index_elements=["prefix"], set_={"count": NUMBERING.c["count"] + literal_column("1")})
    .returning(NUMBERING.c["count"])
)
_RAISED = upsert(NUMBERING)
RAISE_NUMBER = in_sql(
    _RAISED.on_conflict_do_update(
        index_elements=["prefix"],
        set_={"count": _RAISED.excluded["count"]},
        where=_RAISED.excluded["count"] > NUMBERING.c["count"],
    )
)


@dataclass(slots=True)
class EntryDraft:
    """What the entry of a transaction will say; `done` and `undone` are what lies on top of the two stacks after it."""

    kind: str
    label: str = ""
    target: bytes | None = None
    below: bytes | None = None
    continues: bytes | None = None
    done: bytes | None = None
    undone: bytes | None = None
    due: bool = False
    """Whether the entry is written although no row changed."""


class Edit:
    """One transaction, one entry of the ledger. Changes of objects are collected at each flush, others are given."""

    def __init__(self, connection: Connection, clock: Clock, room: bytes, draft: EntryDraft) -> None:
        self.connection = connection
        self.driver: Any = connection.connection.driver_connection
        """The same connection without SQLAlchemy."""
        self.now = wall()
        self.draft = draft
        self.id = clock.tick(room)
        self.changed: dict[str, dict[bytes, str]] = {}
        """The rows touched, by table, each with what was done to it last: `+`, `=` or `-`."""
        self.operations = 0
        self.written = 0
        """Rows that this edit says it has written, of whatever table: compared with what the driver counts."""
        self._clock = clock
        self._room = room
        self._pending: list[dict[str, Any]] = []
        self._session: Session | None = None

    @property
    def session(self) -> Session:
        """For changes through objects; made when asked for. Statements that pass the objects by fail the commit."""
        if self._session is None:
            self._session = Objects(self.connection, expire_on_commit=False, info={"edit": self})
        return self._session

    def insert(self, rows: Iterable[Recorded]) -> None:
        """New rows past the unit of work, for capture and imports; streamed in batches."""
        for part in batched(rows):
            self.apply(self.births(part))

    def births(self, rows: Iterable[Recorded]) -> Iterator[Change]:
        """What inserting these objects changes; a row that was there and went continues its own history."""
        # neighbours of one table together: one look-up for many, and the changes come in the order of the rows
        for table, group in groupby(rows, key=lambda row: row.__tablename__):
            new = list(group)
            earlier = self.earlier_versions(table, [row.id for row in new])
            for row in new:
                yield Change(INSERT, table, row.id, {}, image(row), earlier.get(row.id, ""))

    def earlier_versions(self, table: str, keys: list[bytes]) -> dict[bytes, str]:
        """The versions of rows that were once there, by key; of new keys nothing."""
        # deleted in this very step: the operation that says so may still be held back
        if any(self.changed.get(table, {}).get(key) == DELETE for key in keys):
            self._write_operations()
        # of nearly all keys the ledger knows nothing, and this one question says so for the whole batch
        marks = ",".join("?" * len(keys))
        known = f"SELECT row FROM operation WHERE row IN ({marks}) LIMIT 1"  # noqa: S608 - nothing but marks
        if self.driver.execute(known, keys).fetchone() is None:
            return {}
        return {key: state.versions for key, state in states_of(self.connection, table, keys)}

    def update(self, row_class: type[Recorded], key: bytes, **fields: object) -> None:
        """Change fields of one row; only what differs is recorded. Raises NoLongerThere."""
        self.update_many(row_class, {key: fields})

    def update_many(self, row_class: type[Recorded], wanted: Mapping[bytes, Mapping[str, object]]) -> None:
        """Change fields of many rows, each its own; only what differs is recorded. Raises NoLongerThere."""
        table = row_class.__tablename__
        present = self.present(table, wanted)
        self.apply(
            change
            for key, fields in wanted.items()
            if (change := difference(table, key, _there(table, present.get(key)), fields)).after
        )

    def delete(self, row_class: type[Recorded], key: bytes) -> None:
        """Take one row away. Raises NoLongerThere."""
        table = row_class.__tablename__
        row = _there(table, self.present(table, [key]).get(key))
        versions = row.pop("versions")
        self.apply([Change(DELETE, table, key, row, {}, versions)])

    def present(self, table: str, keys: Iterable[bytes]) -> dict[bytes, Fields]:
        """Rows as they stand now, by key, each with its `versions`; without those that are not there."""
        self.flush()
        return rows_now(self.connection, table, keys)

    def apply(self, changes: Iterable[Change]) -> None:
        """Write rows and ledger without objects. No row twice in one call: each change says what stood before."""
        self.flush()
        # neighbours that are written alike become one statement; the order between different ones stays
        for (action, table, names), group in groupby(changes, key=lambda c: (c.action, c.table, tuple(c.after))):
            for part in batched(group):
                self._write(action, table, names, [_bound(c.row, c.after, self.record(c)) for c in part])
        if self._session is not None:
            # objects that are held show from now on what has been written past them
            self._session.expire_all()

    def settle(self, action: str, table: str, rows: Mapping[bytes, RowState]) -> None:
        """Make rows of one table what the ledger says of them already, without an operation: after a union."""
        names = () if action == DELETE else COLUMNS[table]
        if rows:
            self._write(action, table, names, [_bound(key, row.values, row.versions) for key, row in rows.items()])
            self.changed.setdefault(table, {}).update(dict.fromkeys(rows, action))
            self.written += len(rows)

    def adopt(self, entries: Sequence[Fields], operations: Sequence[Fields]) -> None:
        """Take over what another ledger of the same workshop has written."""
        self.driver.executemany(NEW_ENTRY, entries)
        self.driver.executemany(NEW_OPERATION, operations)
        self.written += len(entries) + len(operations)

    def confirm(self, table: str, key: bytes, row: Fields) -> None:
        """Record once more that a row is there as it is: its operations alone would not say so."""
        after = {name: row[name] for name in COLUMNS[table]}
        versions = self.record(Change(INSERT, table, key, {}, after, row["versions"]))
        self._write(UPDATE, table, (), [_bound(key, {}, versions)])

    def record(self, change: Change) -> str:
        """Keep the operation of a change that is being written; returns the row's versions after it."""
        version = self._clock.tick(self._room)
        self._pending.append(
            {
                "id": version,
                "entry": self.id,
                "table": change.table,
                "row": change.row,
                "action": change.action,
                "fields": fields_of(change),
                "replaces": replaced(change),
            }
        )
        self.changed.setdefault(change.table, {})[change.row] = change.action
        self.operations += 1
        # the row itself and its operation
        self.written += 2
        if len(self._pending) == BATCH:
            self._write_operations()
        return "" if change.action == DELETE else versions_after(change, version)

    def number(self, prefix: str) -> int:
        """The next count under a prefix: never given twice, not even after undo."""
        self.written += 1
        return int(self.driver.execute(NEXT_NUMBER, {"prefix": prefix}).fetchone()[0])

    def raise_number(self, prefix: str, count: int) -> None:
        """Let the next count under a prefix be greater than `count`; the counter never goes back."""
        self.written += self.driver.execute(RAISE_NUMBER, {"prefix": prefix, "count": count}).rowcount

    def flush(self) -> None:
        """Write what objects hold back, so that statements see it."""
        if self._session is not None:
            self._session.flush()

    def finish(self) -> None:
        """Write everything that is still held back; the transaction can be committed then."""
        # the objects first: their flush makes the last operations
        self.flush()
        self._write_operations()

    def close(self) -> None:
        """Let go of the objects."""
        if self._session is not None:
            self._session.close()

    def _write(self, action: str, table: str, names: tuple[str, ...], rows: list[Fields]) -> None:
        if FOLDED.get(table) in names:
            fold_into(table, rows)
            names = (*names, "folded")
        self.driver.executemany(_statement(action, table, names), rows)

    def _write_operations(self) -> None:
        if self._pending:
            self.driver.executemany(NEW_OPERATION, self._pending)
            self._pending = []


def difference(table: str, key: bytes, present: Fields, wanted: Mapping[str, object]) -> Change:
    """What it takes to make a row that is there hold the wanted values; what does not differ is not named."""
    after = {name: value for name, value in wanted.items() if present[name] != value}
    if not after.keys().isdisjoint(TOGETHER.get(table, ())):
        after |= {name: wanted.get(name, present[name]) for name in TOGETHER[table] if name in present}
    return Change(UPDATE, table, key, {name: present[name] for name in after}, after, present["versions"])


def _there(table: str, row: Fields | None) -> Fields:
    if row is None:
        raise NoLongerThere(what=table)
    return row


def _bound(key: bytes, values: Fields, versions: str) -> Fields:
    # in an update SQLAlchemy keeps the name of a column for its new value, so the condition has a name of its own
    return {**values, "id": key, "key": key, "versions": versions}


@cache
def _statement(action: str, table: str, names: tuple[str, ...]) -> str:
    recorded = RECORDED[table]
    if action == DELETE:
        return in_sql(recorded.delete().where(recorded.c["id"] == bindparam("key")))
    values: dict[str, object] = {name: bindparam(name) for name in (*names, "versions")}
    if action == UPDATE:
        return in_sql(recorded.update().where(recorded.c["id"] == bindparam("key")).values(values))
    return in_sql(recorded.insert().values({**values, "id": bindparam("id")}))


class Objects(Session):
    """A session whose flushes go into the ledger."""


def _collect(session: Session, *_: object) -> None:
    """Before a flush: a change for each recorded object, because its new versions must go into the same statement."""
    edit: Edit = session.info["edit"]
    new = [row for row in session.new if isinstance(row, Recorded)]
    for row, birth in zip(new, edit.births(new), strict=True):
        row.versions = edit.record(birth)
        _fold(row)
    for row in session.dirty:
        if isinstance(row, Recorded) and (change := _changed(edit, row)).after:
            row.versions = edit.record(change)
            _fold(row)
    for row in session.deleted:
        if isinstance(row, Recorded):
            before = _loaded(edit, row)
            edit.record(Change(DELETE, row.__tablename__, row.id, before, {}, before.pop("versions")))


def _fold(row: Recorded) -> None:
    values = image(row)
    fold_into(row.__tablename__, [values])
    if "folded" in values:
        setattr(row, "folded", values["folded"])  # noqa: B010 - a column of two of the classes


def _changed(edit: Edit, row: Recorded) -> Change:
    former: Fields = {
        name: value for name, value in inspect(row).committed_state.items() if name in COLUMNS[row.__tablename__]
    }
    if NO_VALUE in former.values():
        # set on an object that was not loaded: what stood before is in the table only
        former = {name: value for name, value in _loaded(edit, row).items() if name in former}
    wanted = {name: getattr(row, name) for name in former}
    return difference(row.__tablename__, row.id, {**former, "versions": row.versions}, wanted)


def _loaded(edit: Edit, row: Recorded) -> Fields:
    return rows_now(edit.connection, row.__tablename__, [row.id])[row.id]


event.listen(Objects, "before_flush", _collect)
