"""What the ledger tells a person: its steps, and the history of one thing. The text of a private note is in neither."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, or_, select

from facilitator.domain.numbers import Number

from .clock import instant
from .fold import states_of
from .operations import COLUMNS, INSERT, OPERATION, OPERATIONS, Fields, images, rows_now
from .schema import ALL

ENTRY = ALL["entry"]
OWNERS = {
    "membership": ("recommendation_id", "recommendation"),
    "wording": ("recommendation_id", "recommendation"),
    "reservation": ("recommendation_id", "recommendation"),
    "source": ("recommendation_id", "recommendation"),
    "tag": ("note_id", "note"),
    "release": ("note_id", "note"),
    "part": ("session_id", "session"),
    "interval": ("session_id", "session"),
    "turn": ("session_id", "session"),
}
"""Rows without a name of their own are told of as the thing that they belong to."""
PRIVATE = frozenset({"text", "who", "due", "wording", "agreed_by"})
"""Fields that can hold the words of a private note."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: when it was made (milliseconds since 1970 in UTC), what it was called, what it touched.

    `kind` is create, edit, undo, redo or unite; `what` are printed numbers, or names where there is no number. `undone`
    says that the step is taken back at present.
    """

    id: bytes
    at: int
    kind: str
    label: str
    what: tuple[str, ...]
    undone: bool


@dataclass(frozen=True, slots=True)
class Version:
    """One change in the history of a thing: of its own row, or of one that belongs to it, with key `row` in `table`.

    `step` is the id of the step that made it, of this `kind`: changes of one step stand together. `fields` has for each
    field that changed what stood before and after; None where there was nothing.
    """

    id: bytes
    step: bytes
    at: int
    kind: str
    label: str
    table: str
    row: bytes
    action: str
    fields: Mapping[str, tuple[object, object]]
    undone: bool


def steps(connection: Connection) -> Iterator[Step]:
    """All steps, oldest first. Edits that were joined are one step."""
    entries = connection.execute(ENTRY.select().order_by(ENTRY.c["id"])).all()
    undone = _undone(entries)
    names = _Names(connection)
    parts: defaultdict[bytes, list[bytes]] = defaultdict(list)
    for entry in entries:
        parts[entry.continues or entry.id].append(entry.id)
    for entry in entries:
        if entry.continues is None:
            what = names.of_entries(parts[entry.id])
            yield Step(entry.id, instant(entry.id), entry.kind, entry.label, what, entry.id in undone)


def history(connection: Connection, key: bytes) -> Iterator[Version]:
    """Every change of one thing and of what belongs to it, oldest first."""
    entries = {entry.id: entry for entry in connection.execute(ENTRY.select().order_by(ENTRY.c["id"]))}
    undone = _undone(entries.values())
    hidden = PRIVATE if _holds_private_words(connection, key) else frozenset()
    for operation in _operations_of(connection, key):
        entry = entries[operation.entry]
        fields = {name: pair for name, pair in _pairs(operation).items() if name not in hidden}
        yield Version(
            id=operation.id,
            step=(step := entry.continues or entry.id),
            at=instant(operation.id),
            kind=entry.kind,
            label=entry.label,
            table=operation.table,
            row=operation.row,
            action=operation.action,
            fields=fields,
            undone=step in undone,
        )


def _undone(entries: Iterable[Row[Any]]) -> set[bytes]:
    """The first entries of the steps that are taken back at present."""
    roots: dict[bytes, bytes] = {}
    undone: set[bytes] = set()
    for entry in entries:
        root = entry.continues or entry.id
        if entry.target is not None:
            # an undo, or the undo of an undo, is about the edit at the bottom of it
            root = roots.get(entry.target, entry.target)
            (undone.add if entry.kind == "undo" else undone.discard)(root)
        roots[entry.id] = root
    return undone


def _pairs(operation: Row[Any]) -> dict[str, tuple[object, object]]:
    before, after = images(operation)
    return {name: (before.get(name), after.get(name)) for name in before | after}


def _operations_of(connection: Connection, key: bytes) -> list[Row[Any]]:
    births = select(OPERATION.c["row"]).where(
        OPERATION.c["table"].in_(OWNERS), OPERATION.c["action"] == INSERT, OPERATION.c["fields"].contains(key.hex())
    )
    chosen = OPERATIONS.where(or_(OPERATION.c["row"] == key, OPERATION.c["row"].in_(births)))
    return list(connection.execute(chosen.order_by(OPERATION.c["id"])))


def _holds_private_words(connection: Connection, key: bytes) -> bool:
    """Whether this is a note that is private or once was, or a recommendation that came from one."""
    notes = {key}
    for operation in _operations_of(connection, key):
        if operation.table == "source":
            before, after = images(operation)
            notes.update(fields["note_id"] for fields in (before, after) if "note_id" in fields)
    chosen = OPERATIONS.where(OPERATION.c["row"].in_(notes), OPERATION.c["table"] == "note")
    return any(fields.get("private") for operation in connection.execute(chosen) for fields in images(operation))


class _Names:
    """The names of rows as a person knows them, also of those that are gone; each is looked up once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[bytes, str] = {}

    def of_entries(self, entries: list[bytes]) -> tuple[str, ...]:
        chosen = select(OPERATION.c["table"], OPERATION.c["row"]).where(OPERATION.c["entry"].in_(entries))
        rows: defaultdict[str, list[bytes]] = defaultdict(list)
        touched: list[bytes] = []
        for table, row in self._connection.execute(chosen.order_by(OPERATION.c["id"])):
            touched.append(row)
            if row not in self._known:
                rows[table].append(row)
        for table, keys in rows.items():
            self._look_up(table, keys)
        return tuple(dict.fromkeys(self._known[row] for row in touched))

    def _look_up(self, table: str, keys: list[bytes]) -> None:
        found: dict[bytes, Fields] = dict(rows_now(self._connection, table, keys))
        gone = [key for key in keys if key not in found]
        found.update((key, state.values) for key, state in states_of(self._connection, table, gone))
        if table not in OWNERS:
            self._known.update((key, _name(table, fields)) for key, fields in found.items())
            return
        column, owner = OWNERS[table]
        self._look_up(owner, [fields[column] for fields in found.values() if fields[column] not in self._known])
        self._known.update((key, self._known[fields[column]]) for key, fields in found.items())


def _name(table: str, fields: Fields) -> str:
    if "count" in COLUMNS[table]:
        return str(Number(fields["prefix"], fields["count"]))
    return str(fields.get("name", fields.get("title", table)))
