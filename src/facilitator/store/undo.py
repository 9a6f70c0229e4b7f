"""Taking a step back: new operations that restore the values from before, except where somebody has written since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Row, select

from .fold import states_of
from .ledger import Edit, difference
from .operations import BATCH, DELETE, INSERT, OPERATION, OPERATIONS, UPDATE, Change, Fields, images
from .references import dangling
from .schema import ALL

ENTRY = ALL["entry"]


def take_back(edit: Edit, first: bytes, last: bytes) -> None:
    """Restore what stood before the entries from `first` to `last`, newest change first; streamed."""
    # backwards, because a row that was made and then changed in one step goes back by the same way
    for entry in _entries(edit.connection, first, last):
        for page in _newest_first(edit.connection, entry):
            for run in _without_repetition(page):
                edit.apply(_inverses(edit, run))
    keep_referenced(edit)


def keep_referenced(edit: Edit) -> None:
    """Bring back the rows that a living row refers to: they live as long as it does."""
    edit.finish()
    # one that comes back may refer to another that is not there either
    while sum(_revive(edit, table, keys) for table, keys in dangling(edit.connection, edit.changed).items()):
        edit.finish()


def _revive(edit: Edit, table: str, keys: set[bytes]) -> int:
    rows = list(states_of(edit.connection, table, keys))
    edit.apply(Change(INSERT, table, key, {}, row.values, row.versions) for key, row in rows)
    return len(rows)


def _entries(connection: Connection, first: bytes, last: bytes) -> list[bytes]:
    chosen = select(ENTRY.c["id"]).where(ENTRY.c["id"].between(first, last)).order_by(ENTRY.c["id"].desc())
    return list(connection.execute(chosen).scalars())


def _newest_first(connection: Connection, entry: bytes) -> Iterator[list[Row[Any]]]:
    # in pages, because the table is written to between them
    chosen = OPERATIONS.where(OPERATION.c["entry"] == entry).order_by(OPERATION.c["id"].desc()).limit(BATCH)
    page = list(connection.execute(chosen))
    while page:
        yield page
        page = list(connection.execute(chosen.where(OPERATION.c["id"] < page[-1].id)))


def _without_repetition(page: Iterable[Row[Any]]) -> Iterator[list[Row[Any]]]:
    """Runs in which no row comes twice, so that all of a run can be compared with one reading of the tables."""
    run: dict[bytes, Row[Any]] = {}
    for operation in page:
        if operation.row in run:
            yield list(run.values())
            run = {}
        run[operation.row] = operation
    yield list(run.values())


def _inverses(edit: Edit, run: list[Row[Any]]) -> Iterator[Change]:
    keys: defaultdict[str, list[bytes]] = defaultdict(list)
    buried: defaultdict[str, list[bytes]] = defaultdict(list)
    for operation in run:
        keys[operation.table].append(operation.row)
        # it comes back with its own history, so that the delete counts as replaced and not as a second opinion
        if operation.action == DELETE:
            buried[operation.table].append(operation.row)
    present = {table: edit.present(table, rows) for table, rows in keys.items()}
    earlier = {table: edit.earlier_versions(table, rows) for table, rows in buried.items()}
    for operation in run:
        row = present[operation.table].get(operation.row)
        if operation.action == DELETE:
            if row is None:
                yield _reborn(operation, earlier[operation.table][operation.row])
        elif row is not None and (change := _restored(operation, row)):
            yield change


def _reborn(operation: Row[Any], versions: str) -> Change:
    before, _ = images(operation)
    return Change(INSERT, operation.table, operation.row, {}, before, versions)


def _restored(operation: Row[Any], row: Fields) -> Change | None:
    """What is left to restore in a row that is there: fields that still hold what this operation has written."""
    before, after = images(operation)
    if operation.action == UPDATE:
        # field by field: what somebody else has written since stays, the rest goes back
        former = {name: before[name] for name, value in after.items() if row[name] == value}
        change = difference(operation.table, operation.row, row, former)
        return change if change.after else None
    if any(row[name] != value for name, value in after.items()):
        return None  # somebody has written in it since: it stays
    values = {name: value for name, value in row.items() if name != "versions"}
    return Change(DELETE, operation.table, operation.row, values, {}, row["versions"])
