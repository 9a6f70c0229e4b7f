"""The recorded tables from the ledger alone: the proof that nothing is in them that is not in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection

from .fold import Place, RowState, all_states, states_of
from .ledger import in_sql
from .operations import BATCH, fold_into
from .references import dangling
from .schema import RECORDED

INSERTS = {name: in_sql(table.insert()) for name, table in RECORDED.items()}


def rebuild(ledger: Connection, target: Connection) -> None:
    """Fill the empty recorded tables of `target` from the operations of `ledger`; streamed, whatever their number."""
    target.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    _fill(target, ((place, state) for place, state in all_states(ledger) if state.alive))
    # a row that a living row refers to lives, and so do those that it refers to itself
    while sum(_revive(ledger, target, table, keys) for table, keys in dangling(target).items()):
        pass


def _revive(ledger: Connection, target: Connection, table: str, keys: set[bytes]) -> int:
    # a key that the ledger does not know cannot be helped: the reference to it fails the commit
    return _fill(target, (((table, key), state) for key, state in states_of(ledger, table, keys)))


def _fill(target: Connection, rows: Iterable[tuple[Place, RowState]]) -> int:
    waiting: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    driver: Any = target.connection.driver_connection
    count = 0
    for (table, key), state in rows:
        count += 1
        waiting[table].append({**state.values, "id": key, "versions": state.versions})
        if len(waiting[table]) == BATCH:
            _write(driver, table, waiting.pop(table))
    for table, values in waiting.items():
        _write(driver, table, values)
    return count


def _write(driver: Any, table: str, rows: list[dict[str, Any]]) -> None:
    fold_into(table, rows)
    driver.executemany(INSERTS[table], rows)
