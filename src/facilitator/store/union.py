"""Two histories of one workshop become one: the union of their ledgers, whatever the order, as often as one likes.

What the tables hold follows from the set of operations alone, see `fold`. Two things follow from the rows together: a
row that a living one refers to lives, and no two living rows bear one printed number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, func, select

from facilitator.domain.errors import LedgerGap, NumberTaken, OtherWorkshop
from facilitator.domain.numbers import Number

from .fold import RowState, states_of
from .ledger import Edit
from .operations import (
    COLUMNS,
    DELETE,
    INSERT,
    OPERATION,
    OPERATIONS,
    UPDATE,
    Fields,
    batched,
    decode,
    heads_in,
    images,
    rows_now,
)
from .references import REFERENCES, dangling
from .schema import ALL

UNITE = "unite"
ENTRY = ALL["entry"]
NUMBERED = frozenset(name for name, columns in COLUMNS.items() if {"prefix", "count"} <= {*columns})

# births alone are looked at, since a number never changes
SAME_NUMBER = """
SELECT json_extract(fields, '$.prefix') AS prefix, json_extract(fields, '$.count') AS count
FROM operation WHERE "table" = ? AND action = '+' GROUP BY 1, 2 HAVING count(DISTINCT row) > 1
"""
BEARERS = """
SELECT DISTINCT row FROM operation WHERE "table" = ? AND action = '+'
AND json_extract(fields, '$.prefix') = ? AND json_extract(fields, '$.count') = ?
"""

Touched = dict[str, set[bytes]]
"""Keys of rows, by table."""


def unite(edit: Edit, source: Connection, path: Path) -> None:
    """Take over what `source` (the file at `path`) knows and this ledger does not; when that is nothing, write nothing.

    Raises OtherWorkshop, LedgerGap, NumberTaken; the transaction is to be rolled back then.
    """
    if _workshop(edit.connection) != _workshop(source):
        raise OtherWorkshop(path=path)
    touched: defaultdict[str, set[bytes]] = defaultdict(set)
    for entries in batched(_unknown_entries(edit.connection, source, path)):
        _adopt(edit, source, entries, touched)
        # an entry of the other room that only says that it has united is nothing new to us
        edit.draft.due |= any(entry.kind != UNITE for entry in entries)
    _part_numbers(edit, NUMBERED.intersection(touched))
    _settle(edit, touched)
    _raise_numbers(edit, source)


def follow(edit: Edit, source: Connection) -> None:
    """Take over what was done in `source` since this copy of it was made, in which nothing was done.

    Rows come as they stand there: to find out by the ledger what follows from it would take as long as it is.
    """
    begun = edit.connection.execute(select(func.max(ENTRY.c["id"]))).scalar() or b""
    touched: defaultdict[str, set[bytes]] = defaultdict(set)
    for entries in batched(source.execute(ENTRY.select().where(ENTRY.c["id"] > begun).order_by(ENTRY.c["id"])).all()):
        _adopt(edit, source, entries, touched)
    # all of them go first: a number or a code may have come to another row
    for table, keys in touched.items():
        edit.settle(DELETE, table, _states(edit.connection, table, keys))
    for table, keys in touched.items():
        edit.settle(INSERT, table, _states(source, table, keys))
    _raise_numbers(edit, source)


def _states(connection: Connection, table: str, keys: Iterable[bytes]) -> dict[bytes, RowState]:
    rows = rows_now(connection, table, keys)
    return {key: RowState(alive=True, values=row, versions=row.pop("versions")) for key, row in rows.items()}


def _adopt(edit: Edit, source: Connection, entries: list[Row[Any]], touched: Touched) -> None:
    operations = list(_operations(source, [entry.id for entry in entries]))
    edit.adopt([{**entry._mapping} for entry in entries], [{**operation._mapping} for operation in operations])  # noqa: SLF001 - SQLAlchemy's own name for it
    for operation in operations:
        touched[operation.table].add(operation.row)


def _raise_numbers(edit: Edit, source: Connection) -> None:
    """Numbers that the other file has given count as given, even when the thing is gone there."""
    for prefix, count in source.execute(ALL["numbering"].select()):
        edit.raise_number(prefix, count)


def last_version(connection: Connection) -> bytes:
    """The greatest id in a ledger; empty for a ledger that has not begun."""
    found = (connection.execute(select(func.max(table.c["id"]))).scalar() for table in (ENTRY, OPERATION))
    return max(version or b"" for version in found)


def _workshop(connection: Connection) -> bytes | None:
    return connection.execute(select(ALL["identity"].c["workshop_id"])).scalar()


def _unknown_entries(ours: Connection, source: Connection, path: Path) -> Iterator[Row[Any]]:
    known = _rooms(ours)
    for room, (count, first, last) in _rooms(source).items():
        # a ledger cut short would leave what is missing out for ever: later unions ask only for what comes after
        if first != 1 or count != last:
            raise LedgerGap(path=path, reason=f"there are {count} steps of a room, and the last is the {last}th")
        begun = known[room][2] if room in known else 0
        both = min(begun, last)
        # the same step under another id: two files have written as one room, and neither may win in silence
        if both and _entry_at(ours, room, both) != _entry_at(source, room, both):
            raise LedgerGap(path=path, reason=f"its step {both} of a room is not the one that is known")
        yield from source.execute(
            ENTRY.select().where(ENTRY.c["room"] == room, ENTRY.c["sequence"] > begun).order_by(ENTRY.c["sequence"])
        ).all()


def _rooms(connection: Connection) -> dict[bytes, tuple[int, int, int]]:
    number = ENTRY.c["sequence"]
    counted = select(ENTRY.c["room"], func.count(), func.min(number), func.max(number)).group_by(ENTRY.c["room"])
    return {
        room: (count, first, last) for room, count, first, last in connection.execute(counted.order_by(ENTRY.c["room"]))
    }


def _entry_at(connection: Connection, room: bytes, sequence: int) -> bytes | None:
    chosen = select(ENTRY.c["id"]).where(ENTRY.c["room"] == room, ENTRY.c["sequence"] == sequence)
    return connection.execute(chosen).scalar()


def _operations(source: Connection, entries: list[bytes]) -> Iterable[Row[Any]]:
    return source.execute(OPERATIONS.where(OPERATION.c["entry"].in_(entries)))


def _part_numbers(edit: Edit, tables: Iterable[str]) -> None:
    """Refuse two living bearers of one number; a dead one goes first, so that it does not stand in the other's way."""
    for table in tables:
        for prefix, count in edit.connection.exec_driver_sql(SAME_NUMBER, (table,)).all():
            keys = set(edit.connection.exec_driver_sql(BEARERS, (table, prefix, count)).scalars())
            dead = {key for key, row in states_of(edit.connection, table, keys) if not row.alive}
            if len(keys - dead) > 1:
                raise NumberTaken(number=Number(prefix, count), what=table)
            _settle(edit, {table: dead})


def _settle(edit: Edit, touched: Touched) -> None:
    """Make the tables what the ledger says, starting from the rows that something new is known of."""
    seen: defaultdict[str, set[bytes]] = defaultdict(set)
    waiting = dict(touched)
    while waiting:
        left: defaultdict[str, set[bytes]] = defaultdict(set)
        for table, keys in waiting.items():
            seen[table] |= keys
            for part in batched(sorted(keys)):
                _settle_rows(edit, table, part, left)
        # what is no longer referred to may have lived by the reference alone
        waiting = {table: new for table, keys in left.items() if (new := keys - seen[table])}
    while sum(_keep(edit, table, keys) for table, keys in dangling(edit.connection, seen).items()):
        for table, rows in edit.changed.items():
            seen[table].update(rows)


def _keep(edit: Edit, table: str, keys: set[bytes]) -> int:
    rows = dict(states_of(edit.connection, table, keys))
    edit.settle(INSERT, table, rows)
    return len(rows)


def _settle_rows(edit: Edit, table: str, keys: list[bytes], left: defaultdict[str, set[bytes]]) -> None:
    present = edit.present(table, keys)
    rows = dict(states_of(edit.connection, table, keys))
    changed = {
        key: row for key, row in rows.items() if key in present and (not row.alive or present[key] != _as_present(row))
    }
    # inserts last: they may need a number that those before them let go
    edit.settle(DELETE, table, {key: row for key, row in changed.items() if not row.alive})
    edit.settle(UPDATE, table, {key: row for key, row in changed.items() if row.alive})
    edit.settle(INSERT, table, {key: row for key, row in rows.items() if row.alive and key not in present})
    for key in changed:
        _let_go(table, present[key], left)


def _as_present(row: RowState) -> Fields:
    return {**row.values, "versions": row.versions}


def _let_go(table: str, row: Fields, left: defaultdict[str, set[bytes]]) -> None:
    for child, column, parent in REFERENCES:
        if child == table and row.get(column) is not None:
            left[parent].add(row[column])


def confirm_released(edit: Edit) -> None:
    """A row that lives only because others refer to it goes on living when an edit takes such a reference away.

    It has been on the screen all the time. Without an operation that says so, its delete in the other room would win.
    """
    edit.finish()
    left: defaultdict[str, set[bytes]] = defaultdict(set)
    own = OPERATIONS.where(OPERATION.c["entry"] == edit.id, OPERATION.c["action"] != INSERT)
    for operation in edit.connection.execute(own).all():
        _let_go(operation.table, images(operation)[0], left)
    for table, keys in left.items():
        for key, row in edit.present(table, keys).items():
            if _only_deleted(edit.connection, row["versions"]):
                edit.confirm(table, key, row)


def _only_deleted(connection: Connection, versions: str) -> bool:
    heads = [bytes.fromhex(head) for head in heads_in(decode(versions))]
    actions = connection.execute(select(OPERATION.c["action"]).where(OPERATION.c["id"].in_(heads))).scalars()
    return set(actions) == {DELETE}
