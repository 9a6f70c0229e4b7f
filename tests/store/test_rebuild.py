"""The recorded tables follow from the ledger alone."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import func, select
from tests.store.histories import Room, Step, histories, new_workshop, rooms
from tests.workshops import run_sql

from facilitator.store.operations import OPERATION
from facilitator.store.schema import NoteRow, SessionRow


@pytest.fixture
def template(tmp_path: Path) -> Path:
    return new_workshop(tmp_path / "water.workshop")


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=histories(25))
def test_the_tables_are_what_the_ledger_says_versions_included(template: Path, history: list[Step]) -> None:
    with rooms(template.parent, "A", template) as (room,):
        for step in history:
            room.take(step)
        assert room.rebuilt() == room.tables()


def test_more_rows_than_a_batch_are_all_there(template: Path) -> None:
    with rooms(template.parent, "A", template) as (room,):
        with room.writer.edit("Import") as edit:
            session = SessionRow(prefix="S", count=1, title="Opening")
            edit.insert([session])
            edit.insert(
                NoteRow(prefix="S1.", count=n, session_id=session.id, position=float(n), text=f"Said {n}")
                for n in range(2100)
            )
        with room.reading() as connection:
            assert connection.execute(select(func.count()).select_from(OPERATION)).scalar() == 2102
        assert room.rebuilt() == room.tables()


@pytest.mark.parametrize(
    "past_the_ledger",
    [
        "UPDATE session SET title = title || '!'",
        "DELETE FROM session",
        """UPDATE operation SET fields = replace(fields, 'Opening', 'Closing') WHERE "table" = 'session'""",
        """DELETE FROM operation WHERE "table" = 'session'""",
    ],
)
def test_a_table_or_a_ledger_changed_past_us_is_found(template: Path, past_the_ledger: str) -> None:
    room = Room(template)
    with room.writer.edit("Add") as edit:
        edit.insert([SessionRow(prefix="S", count=1, title="Opening")])
    assert room.rebuilt() == room.tables()
    room.close()
    run_sql(template, past_the_ledger)
    room.open()
    assert room.rebuilt() != room.tables()
    room.close()
