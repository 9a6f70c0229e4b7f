"""What a row is, from its operations: the short way for one history and the general way agree wherever both can go."""

from itertools import groupby
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from tests.store.histories import Room, Step, histories, new_workshop, rooms

from facilitator.store.fold import from_heads, in_one_line
from facilitator.store.operations import OPERATION, OPERATIONS


def compared(room: Room) -> tuple[int, int]:
    """How many rows have one line of operations, and how many have not; where there is one, both ways must agree."""
    ordered = OPERATIONS.order_by(OPERATION.c.row, OPERATION.c.table, OPERATION.c.id)
    with room.reading() as connection:
        rows = [list(group) for _, group in groupby(connection.execute(ordered), key=lambda o: (o.row, o.table))]
    states = [(in_one_line(operations), from_heads(operations)) for operations in rows]
    assert all(line is None or line == heads for line, heads in states)
    return sum(line is not None for line, _ in states), sum(line is None for line, _ in states)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=histories(12), first=histories(12), second=histories(12))
def test_both_ways_agree(tmp_path: Path, before: list[Step], first: list[Step], second: list[Step]) -> None:
    template = tmp_path / "water.workshop"
    if not template.exists():
        new_workshop(template)
    with rooms(tmp_path, "Z", template) as (base,):
        for step in before:
            base.take(step)
        assert compared(base)[1] == 0
        base.reopen()
        with rooms(tmp_path, "AB", base.path) as (a, b):
            for room, history in ((a, first), (b, second)):
                for step in history:
                    room.take(step)
                assert compared(room)[1] == 0
                room.reopen()
            a.writer.unite(b.path)
            compared(a)
