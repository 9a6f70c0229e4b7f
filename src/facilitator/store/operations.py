"""What the ledger says of one row: a change as it is made, and as it is written in an operation.

Fields are JSON `{field: [before, after]}`, of an insert `{field: after}`, of a delete `{field: before}`; keys are hex.
Versions are ids of operations in hex, JSON `{field: version}`, a list where a field has several heads. The empty name
stands for the row itself and for every field that is not named.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Select, bindparam, select

from facilitator.text import fold_needed

from .schema import ALL, FOLDED, RECORDED, Blob, Recorded

Fields = dict[str, Any]
Versions = dict[str, str | list[str]]
Item = TypeVar("Item")

INSERT, UPDATE, DELETE = "+", "=", "-"
ROW = ""
"""The name under which versions hold that of the row itself."""
BATCH = 1000
SINCE: dict[str, Fields] = {"participant": {"code_made": False}}
"""Fields that operations of an older schema do not name, as they were then."""
TOGETHER = {"participant": ("code", "code_identity", "code_made")}
"""Fields that are one thing: an operation names all of them or none, so that two rooms never mix theirs."""

COLUMNS = {
    name: tuple(column.name for column in table.columns if column.name not in {"id", "versions", "folded"})
    for name, table in RECORDED.items()
}
KEYS = {
    name: frozenset(field for field in COLUMNS[name] if isinstance(table.c[field].type, Blob))
    for name, table in RECORDED.items()
}

OPERATION = ALL["operation"]
OPERATIONS = select(OPERATION)

encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=bytes.hex).encode
decode = json.JSONDecoder().decode


@dataclass(frozen=True, slots=True)
class Change:
    """What is done to one row. An insert has nothing before, a delete nothing after, an update only what
    differs, and what is one with it.

    `versions` are those that the row has until now: empty for a row that never was.
    """

    action: str
    table: str
    row: bytes
    before: Fields
    after: Fields
    versions: str


def rows_now(connection: Connection, table: str, keys: Iterable[bytes]) -> dict[bytes, Fields]:
    """Rows as they stand now, by key, each with its `versions`; without those that are not there."""
    names = (*COLUMNS[table], "versions")
    rows: dict[bytes, Fields] = {}
    for part in batched(keys):
        found = connection.execute(_present(table), {"keys": part}).mappings()
        rows.update((row["id"], {name: row[name] for name in names}) for row in found)
    return rows


@cache
def _present(table: str) -> Select[Any]:
    recorded = RECORDED[table]
    return recorded.select().where(recorded.c["id"].in_(bindparam("keys", expanding=True)))


def fold_into(table: str, rows: Sequence[Fields]) -> None:
    """Give rows that are to be written what follows from their text, so that the search finds them."""
    source = FOLDED.get(table)
    if source is not None:
        for row in rows:
            if source in row:
                row["folded"] = fold_needed(row[source])


def image(row: Recorded) -> Fields:
    """All fields of an object; its defaults are not in `__dict__` before a flush."""
    return {name: getattr(row, name) for name in COLUMNS[row.__tablename__]}


def fields_of(change: Change) -> str:
    """The fields as an operation holds them."""
    if change.action == UPDATE:
        return encode({name: (change.before[name], after) for name, after in change.after.items()})
    return encode(change.after or change.before)


def replaced(change: Change) -> str:
    """The versions that this change replaces, as an operation holds them."""
    if change.action != UPDATE:
        # all of them: what stands in the row is already written as it has to be
        return change.versions or "{}"
    versions: Versions = decode(change.versions)
    return encode({name: versions.get(name, versions[ROW]) for name in change.after})


def versions_after(change: Change, version: bytes) -> str:
    """The row's versions once this change has been made under the id `version`."""
    if change.action != UPDATE:
        return encode({ROW: version})
    return encode_versions(decode(change.versions) | dict.fromkeys(change.after, version.hex()))


def encode_versions(versions: Versions) -> str:
    """Versions in the one order in which equal ones are written equal."""
    return encode(dict(sorted(versions.items())))


def images(operation: Row[Any]) -> tuple[Fields, Fields]:
    """The fields before and after an operation; of an insert only those after, of a delete only those before."""
    fields = decode(operation.fields)
    keys = KEYS[operation.table].intersection(fields)
    if operation.action == UPDATE:
        for name in keys:
            fields[name] = [_key(value) for value in fields[name]]
        before = {name: pair[0] for name, pair in fields.items()}
        return before, {name: pair[1] for name, pair in fields.items()}
    for name in keys:
        fields[name] = _key(fields[name])
    fields = SINCE.get(operation.table, {}) | fields
    return (fields, {}) if operation.action == DELETE else ({}, fields)


def _key(value: str | None) -> bytes | None:
    return None if value is None else bytes.fromhex(value)


def batched(items: Iterable[Item], size: int = BATCH) -> Iterator[list[Item]]:
    """The items in lists of `size`, the last one shorter."""
    rest = iter(items)
    while part := list(islice(rest, size)):
        yield part


def as_list(version: str | list[str]) -> list[str]:
    """One version or several, as several."""
    return version if isinstance(version, list) else [version]


def heads_in(versions: Mapping[str, str | list[str]]) -> set[str]:
    """Every version that is named anywhere."""
    return {head for version in versions.values() for head in as_list(version)}
