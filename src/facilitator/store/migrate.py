"""Bringing the tables to the newest schema: all steps in one transaction, or none.

Whoever migrates a file has made a proven backup of it before; see `workspace.opening`.
"""

from __future__ import annotations

import logging
from pathlib import Path

from sqlalchemy import Connection

from .clock import new_room
from .engine import WRITING, lies_at, open_engine
from .faults import translated
from .released import ALEMBIC, APPLICATION_ID, SCHEMA_VERSION, revision, statements
from .schema import ALL

SCRIPTS = Path(__file__).parent / "migrations"
log = logging.getLogger(__name__)


def lay_out(path: Path, workshop_id: bytes) -> None:
    """Make an empty file a workshop that has no row yet. Raises what `translated` raises."""
    engine = open_engine(path)
    try:
        with translated(path), engine.connect().execution_options(**WRITING) as connection, connection.begin():
            _make_tables(connection)
            row = {
                "workshop_id": workshop_id,
                "made_with": f"facilitator, schema {SCHEMA_VERSION}",
                "room": new_room(),
                "place": lies_at(path),
            }
            connection.execute(ALL["identity"].insert(), {"id": 1, **row})
    finally:
        engine.dispose()


def _make_tables(connection: Connection) -> None:
    """The newest schema as the migrations would make it, without the cost of loading Alembic."""
    for statement in (*statements(SCHEMA_VERSION), ALEMBIC):
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (revision(SCHEMA_VERSION),))
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    _number(connection, SCHEMA_VERSION)


def migrate(path: Path, scripts: Path = SCRIPTS, version: int = SCHEMA_VERSION) -> None:
    """Bring the file at `path`, which nobody else has open, to the schema `version` with the steps in `scripts`.

    If a step fails, or leaves a reference to a row that is not there, the file is as it was.
    Raises what `translated` raises.
    """
    engine = open_engine(path)
    try:
        with translated(path), engine.connect().execution_options(**WRITING) as connection:
            # SQLite ignores this inside a transaction; with it on, making a table over would empty what refers to it.
            connection.connection.cursor().execute("PRAGMA foreign_keys=OFF")
            with connection.begin():
                upgrade(connection, scripts, version)
                _prove(connection)
    finally:
        engine.dispose()
    log.info("migrated to schema %d", version)


def upgrade(connection: Connection, scripts: Path = SCRIPTS, version: int = SCHEMA_VERSION) -> None:
    """Run the steps that are missing, inside the transaction of the caller."""
    # Loading Alembic takes as long as the whole of a small command.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision(version))
    _number(connection, version)


def _number(connection: Connection, version: int) -> None:
    connection.exec_driver_sql(f"PRAGMA user_version = {version}")


def _prove(connection: Connection) -> None:
    lost = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if lost:
        raise RuntimeError(f"the migration leaves {len(lost)} references to nothing, the first in {lost[0][0]}")
