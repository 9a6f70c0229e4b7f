"""Writes down the present schema as released, and a workshop file that has it: run once, before a version is published.

    python -m tests.stores.release

A schema that was published is never written again: files of it are out in the world.
"""

from pathlib import Path

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable
from tests.workshops import make_workshop

from facilitator.store import released, schema


def released_sql() -> str:
    """What makes the tables of the models, in the words that SQLite keeps."""
    dialect = sqlite.dialect()
    parts: list[str] = []
    for table in schema.Base.metadata.sorted_tables:
        parts.append(str(CreateTable(table).compile(dialect=dialect)).strip())
        parts += sorted(str(CreateIndex(index).compile(dialect=dialect)).strip() for index in table.indexes)
    return "".join(f"{part};\n\n" for part in parts)


def release() -> None:
    """Write both files of the present version."""
    sql = released.FOLDER / f"{released.revision(released.SCHEMA_VERSION)}.sql"
    sql.write_text(released_sql(), encoding="utf-8")
    file = Path(__file__).with_name(f"schema-{released.SCHEMA_VERSION}.workshop")
    file.unlink(missing_ok=True)
    make_workshop(file)


if __name__ == "__main__":
    release()
