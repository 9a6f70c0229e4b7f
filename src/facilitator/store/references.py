"""Which row refers to which, and which references lead nowhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from sqlalchemy import Connection

from .operations import batched
from .schema import RECORDED

Reference = tuple[str, str, str]
"""A table, its column, and the table that the column's keys are of."""

REFERENCES: tuple[Reference, ...] = tuple(
    (name, key.parent.name, key.column.table.name)
    for name, table in RECORDED.items()
    for key in sorted(table.foreign_keys, key=lambda key: key.parent.name)
)

LOOSE = (
    'SELECT DISTINCT child."{column}" FROM "{child}" AS child LEFT JOIN "{parent}" AS parent '
    'ON parent.id = child."{column}" WHERE child."{column}" IS NOT NULL AND parent.id IS NULL'
)
"""Keys that are referred to and are not there."""


def dangling(connection: Connection, touched: Mapping[str, Collection[bytes]] | None = None) -> dict[str, set[bytes]]:
    """The rows that living ones refer to and that are not there, by table.

    With `touched`, by table, only references from and to these rows are looked at.
    """
    missing: defaultdict[str, set[bytes]] = defaultdict(set)
    for reference in REFERENCES:
        child, column, parent = reference
        loose = LOOSE.format(child=child, column=column, parent=parent)
        if touched is None:
            missing[parent].update(_keys(connection, loose))
            continue
        for name, keys in (("id", touched.get(child, ())), (column, touched.get(parent, ()))):
            for part in batched(keys):
                marks = ",".join("?" * len(part))
                missing[parent].update(_keys(connection, f'{loose} AND child."{name}" IN ({marks})', part))
    return {table: keys for table, keys in missing.items() if keys}


def _keys(connection: Connection, statement: str, parameters: Collection[bytes] = ()) -> set[bytes]:
    return set(connection.exec_driver_sql(statement, tuple(parameters)).scalars())
