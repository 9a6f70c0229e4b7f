"""What the records of a damaged file are: rows of its tables, and the operations of its ledger as a second source."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, cast

from sqlalchemy import Column, Table

from facilitator.store.operations import COLUMNS, DELETE, INSERT, UPDATE, Fields, images
from facilitator.store.references import REFERENCES
from facilitator.store.schema import RECORDED, Blob

from .pages import Pages
from .records import Record, Value, is_whole, records

KEY_BYTES = 16
NUMBERED = re.compile(r"[SR][A-Z]{0,8}([1-9][0-9]{0,8}\.)?")
VERSIONS = re.compile(r'\{"":')
ACTIONS = frozenset({INSERT, UPDATE, DELETE})
Key = tuple[str, bytes]
"""A table and a key in it."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation, with the names that `operations.images` asks for."""

    id: bytes
    table: str
    row: bytes
    action: str
    fields: str


@dataclass(slots=True)
class Found:
    """Rows as they stand in their tables; what the ledger says of rows; and what stands outside of it."""

    rows: dict[Key, Fields] = field(default_factory=dict)
    operations: defaultdict[Key, list[Operation]] = field(default_factory=lambda: defaultdict(list))
    numbering: dict[str, int] = field(default_factory=dict)
    drafts: dict[str, str] = field(default_factory=dict)
    workshop_id: bytes | None = None
    is_ledger_whole: bool = False
    """Whether no operation can be missing; else what it says last of a row may not be what was done last."""


def look_through(pages: Pages) -> Found:
    """Everything that can be read in a file of the present schema, each record taken for what its columns fit."""
    found = Found()
    unsure: list[tuple[list[str], Record]] = []
    for is_numbered, record in records(pages):
        if not is_numbered:
            _outside(found, record)
            continue
        if len(record) == 5 and record[0] is None and isinstance(record[1], bytes) and len(record[1]) == KEY_BYTES:
            found.workshop_id = record[1]
        if fitting := [name for name, table in RECORDED.items() if _fits(table, record)]:
            unsure.append((fitting, record))
    for fitting, record in sorted(unsure, key=lambda one: len(one[0])):
        table = _decided(found, fitting, record)
        values: Fields = dict(zip(RECORDED[table].columns.keys(), record, strict=True))
        found.rows[table, values["id"]] = {name: _typed(table, name, values[name]) for name in COLUMNS[table]}
    found.is_ledger_whole = is_whole(pages, lambda record: _operation(record) is not None)
    return found


def _outside(found: Found, record: Record) -> None:
    """Records of the tables without row numbers; those of indexes look different and are passed over."""
    operation = _operation(record)
    if operation is not None:
        found.operations[operation.table, operation.row].append(operation)
    match record:
        case (str() as prefix, int() as count) if NUMBERED.fullmatch(prefix):
            found.numbering[prefix] = max(count, found.numbering.get(prefix, 0))
        case (str() as place, str() as text):
            found.drafts[place] = text


def _operation(record: Record) -> Operation | None:
    match record:
        case (bytes() as key, bytes(), str() as table, bytes() as row, str() as action, str() as fields, str()) if (
            table in RECORDED and action in ACTIONS and len(key) == KEY_BYTES == len(row)
        ):
            return Operation(key, table, row, action, fields)
    return None


def _fits(table: Table, record: Record) -> bool:
    if len(record) != len(table.columns) or not isinstance(record[-1], str) or not VERSIONS.match(record[-1]):
        return False
    return all(
        _fits_column(_kind(column), bool(column.nullable), value)
        for column, value in zip(table.columns, record, strict=True)
    )


def _kind(column: Column[Any]) -> type:
    return bytes if isinstance(column.type, Blob) else column.type.python_type


def _fits_column(kind: type, nullable: bool, value: Value) -> bool:
    if value is None:
        return nullable
    if kind is bytes:
        return isinstance(value, bytes) and len(value) == KEY_BYTES
    # a number without a fraction is stored as a whole one
    return isinstance(value, str) if kind is str else isinstance(value, int | float)


def _decided(found: Found, fitting: list[str], record: Record) -> str:
    """Of tables that look alike the one that the ledger names, else the one whose references lead to something."""
    key = record[-2]
    named = [table for table in fitting if isinstance(key, bytes) and (table, key) in found.operations]
    if named or len(fitting) == 1:
        return (named or fitting)[0]

    def leads(table: str) -> int:
        values: Fields = dict(zip(RECORDED[table].columns.keys(), record, strict=True))
        ends = [(parent, values[column]) for child, column, parent in REFERENCES if child == table]
        return sum(end in found.rows or end in found.operations for end in ends)

    return max(fitting, key=leads)


def _typed(table: str, name: str, value: Value) -> object:
    kind = _kind(RECORDED[table].columns[name])
    return kind(value) if kind in {bool, float} and isinstance(value, int) else value


def last_known(operations: list[Operation]) -> tuple[bool, Fields]:
    """Whether a row lived after the last of its operations that can be read, and its fields as far as they say."""
    values: Fields = {}
    alive = True
    for operation in sorted(operations, key=lambda one: one.id):
        try:
            before, after = images(cast("Any", operation))
        except (ValueError, TypeError, LookupError, AttributeError):
            continue
        for name, value in before.items():
            values.setdefault(name, value)
        values.update(after)
        alive = operation.action != DELETE
    return alive, {name: values[name] for name in COLUMNS[operations[0].table] if name in values}
