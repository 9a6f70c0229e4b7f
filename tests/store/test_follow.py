"""A copy takes over what was done since in the file that it was made of, and then nobody can tell them apart."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from tests.store.histories import Room, Step, histories, new_workshop, rooms
from tests.workshops import run_sql

from facilitator.domain.errors import DamagedFile
from facilitator.store.backup import copy_open
from facilitator.store.schema import ALL

ON = range(2)


def counters(room: Room) -> list[tuple[object, ...]]:
    with room.reading() as connection:
        return [tuple(row) for row in connection.execute(ALL["numbering"].select().order_by("prefix"))]


def follow(copy: Room, source: Room) -> None:
    with source.reading() as connection:
        copy.writer.follow(connection)


@pytest.fixture
def template(tmp_path: Path) -> Path:
    return new_workshop(tmp_path / "template.workshop")


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=histories(10), meanwhile=histories(15), then=histories(6))
def test_a_copy_that_has_followed_is_undone_and_edited_as_the_other_is(
    template: Path, before: list[Step], meanwhile: list[Step], then: list[Step]
) -> None:
    with rooms(template.parent, "Z", template) as (source,):
        for step in before:
            source.take(step)
        source.reopen()
        with rooms(template.parent, "Z", source.path) as (copy,):
            for step in meanwhile:
                source.take(step)
            for _ in ON:
                # twice is harmless
                follow(copy, source)
                assert copy.tables() == source.tables()
                assert copy.ledger() == source.ledger()
                assert counters(copy) == counters(source)
            for step in [*then, ("undo", 0, 0), ("undo", 0, 0), ("undo", 0, 0)]:
                if step[0] != "type":
                    for room in (copy, source):
                        room.take(step)
            assert [len(rows) for rows in copy.tables().values()] == [len(rows) for rows in source.tables().values()]


def test_a_copy_that_lacks_something_of_before_says_so(template: Path) -> None:
    with rooms(template.parent, "Z", template) as (source,):
        source.take(("session", 1, 1))
        source.take(("note", 0, 1))
        source.reopen()
        with rooms(template.parent, "Z", source.path) as (copy,):
            copy.close()
            run_sql(copy.path, "DELETE FROM note")
            copy.open()
            source.take(("note", 0, 2))
            with pytest.raises(DamagedFile, match="not every note is in the copy"):
                follow(copy, source)
            assert len(copy.ledger()) == len(source.ledger()) - 3


def test_what_the_progress_raises_ends_the_copy_and_nothing_is_left(template: Path) -> None:
    def stop(_done: int, whole: int | None) -> None:
        assert whole
        raise KeyboardInterrupt

    before = sorted(template.parent.iterdir())
    with rooms(template.parent, "Z", template) as (source,):
        with pytest.raises(KeyboardInterrupt):
            copy_open(source.path, source.writer._driver, template.with_name("copy.workshop"), stop)
        source.take(("session", 1, 1))
    assert sorted(template.parent.iterdir()) == before
