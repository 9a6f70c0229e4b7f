"""What a row is, from its operations alone, in whatever order and from whatever rooms they came.

A version that no operation replaces is a head. Of a field with two heads both are kept, and the greatest is shown.
A row lives when some head is no delete, so that an edit beats a delete that had not seen it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, Row

from .operations import (
    BATCH,
    COLUMNS,
    DELETE,
    OPERATION,
    OPERATIONS,
    ROW,
    UPDATE,
    Fields,
    Versions,
    as_list,
    batched,
    decode,
    encode_versions,
    images,
)

Place = tuple[str, bytes]
"""A table and a key in it."""


@dataclass(frozen=True, slots=True)
class RowState:
    """A row as its operations leave it. The values of a dead one are its last, for the case that it must live again."""

    alive: bool
    values: Fields
    versions: str


def fold(operations: Sequence[Row[Any]]) -> RowState:
    """The state of the row whose operations these are, in the order of their ids."""
    # nearly every row was never changed in two rooms at once, and needs no more than one pass
    return in_one_line(operations) or from_heads(operations)


def in_one_line(operations: Sequence[Row[Any]]) -> RowState | None:
    """The state of a row of which each operation replaces all that was there; None when two did so side by side."""
    alive, values, versions = False, Fields(), Versions()
    for operation in operations:
        _, after = images(operation)
        version = operation.id.hex()
        if operation.action == UPDATE:
            replaces: Versions = decode(operation.replaces)
            if any(versions.get(name, versions.get(ROW)) != former for name, former in replaces.items()):
                return None
            values.update(after)
            versions.update(dict.fromkeys(after, version))
        elif operation.replaces != encode_versions(versions):
            return None
        else:
            # a delete leaves the last values, for the case that the row must live again
            values, versions = after or values, {ROW: version}
        alive = operation.action != DELETE
    return RowState(alive, values, encode_versions(versions))


def from_heads(operations: Sequence[Row[Any]]) -> RowState:
    """The state of any row, also of one that was changed in two rooms at once."""
    heads = _heads(operations)
    table = operations[0].table
    by_version = {operation.id.hex(): operation for operation in operations}
    deletes = {version for version, operation in by_version.items() if operation.action == DELETE}
    # the greatest id is the latest by the clock, then by the room: the same in every file, whoever unites with whom
    shown = {name: _shown(heads[name], deletes) for name in COLUMNS[table]}
    written = {version: _written(by_version[version]) for version in set(shown.values())}
    return RowState(
        alive=any(version not in deletes for versions in heads.values() for version in versions),
        values={name: written[version][name] for name, version in shown.items()},
        versions=encode_versions(_compact(heads)),
    )


def _heads(operations: Sequence[Row[Any]]) -> dict[str, set[str]]:
    heads: defaultdict[str, set[str]] = defaultdict(set)
    gone: defaultdict[str, set[str]] = defaultdict(set)
    everywhere = (ROW, *COLUMNS[operations[0].table])
    for operation in operations:
        replaces: Versions = decode(operation.replaces)
        # an insert and a delete are about every field, an update about those that it names
        for name in replaces if operation.action == UPDATE else everywhere:
            gone[name].update(as_list(replaces.get(name, replaces.get(ROW, []))))
            heads[name].add(operation.id.hex())
    return {name: heads[name] - gone[name] for name in everywhere}


def _shown(heads: set[str], deletes: set[str]) -> str:
    # what a delete has last seen counts only where nobody has written anything else
    return max(heads - deletes or heads)


def _written(operation: Row[Any]) -> Fields:
    before, after = images(operation)
    return after or before


def _compact(heads: dict[str, set[str]]) -> Versions:
    # most fields are as old as their row, and only those that differ are named
    base = heads[ROW]
    return {
        name: min(versions) if len(versions) == 1 else sorted(versions)
        for name, versions in heads.items()
        if name == ROW or versions != base
    }


def states(operations: Iterable[Row[Any]]) -> Iterator[tuple[Place, RowState]]:
    """The state of every row in a stream of operations that is ordered by row, then by id."""
    for key, group in groupby(operations, key=attrgetter("row")):
        rows: defaultdict[str, list[Row[Any]]] = defaultdict(list)
        for operation in group:
            rows[operation.table].append(operation)
        for table, own in rows.items():
            yield (table, key), fold(own)


def all_states(ledger: Connection) -> Iterator[tuple[Place, RowState]]:
    """The state of every row of a ledger; streamed, so that its size does not matter."""
    ordered = OPERATIONS.order_by(OPERATION.c.row, OPERATION.c.id)
    return states(ledger.execute(ordered, execution_options={"yield_per": BATCH}))


def states_of(ledger: Connection, table: str, keys: Iterable[bytes]) -> Iterator[tuple[bytes, RowState]]:
    """The states of these rows of one table, as far as the ledger knows them."""
    for part in batched(keys):
        chosen = OPERATIONS.where(OPERATION.c.row.in_(part), OPERATION.c.table == table)
        for (_, key), state in states(ledger.execute(chosen.order_by(OPERATION.c.row, OPERATION.c.id)).all()):
            yield key, state
