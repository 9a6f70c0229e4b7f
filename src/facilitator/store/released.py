"""The tables of each released schema: what a file must have, to the letter, to be ours."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from functools import cache
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

APPLICATION_ID = 0x46414349
"""The mark of our files in the header of SQLite: FACI."""
SCHEMA_VERSION = 2
"""The number of the newest schema; it stands in the file's `user_version` and as Alembic's revision."""
FOLDER = Path(__file__).parent / "migrations" / "released"

Item = tuple[str, str, str, str | None]
"""Type, name, table and SQL of one item of a schema."""

ITEMS = "SELECT type, name, tbl_name, sql FROM sqlite_master"


def revision(version: int) -> str:
    """The name that Alembic has for a schema: 0001."""
    return f"{version:04}"


def statements(version: int) -> tuple[str, ...]:
    """What makes the tables of this schema, Alembic's own left out."""
    text = (FOLDER / f"{revision(version)}.sql").read_text(encoding="utf-8")
    return tuple(part for part in text.split(";\n\n") if part.strip())


@cache
def items(version: int) -> frozenset[Item]:
    """Everything that a file of this schema has in its `sqlite_master`."""
    with closing(driver.connect(":memory:", isolation_level=None)) as connection:
        for statement in (*statements(version), ALEMBIC):
            connection.execute(statement)
        return in_order(connection.execute(ITEMS).fetchall())


def in_order(rows: Iterable[Item]) -> frozenset[Item]:
    """The items without what may differ between a table made new and one made over by a migration.

    SQLite puts the name in quotation marks when a table is renamed, and keeps white space at the end.
    """
    return frozenset(
        (kind, name, table, sql and _without_quotes(sql.rstrip(), name)) for kind, name, table, sql in rows
    )


def _without_quotes(sql: str, name: str) -> str:
    quoted = f'CREATE TABLE "{name}"'
    return f"CREATE TABLE {name}{sql[len(quoted) :]}" if sql.startswith(quoted) and name.isidentifier() else sql


ALEMBIC = (
    "CREATE TABLE alembic_version (\n\tversion_num VARCHAR(32) NOT NULL, \n"
    "\tCONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)\n)"
)
