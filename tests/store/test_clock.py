"""Ids that sort by time, whatever the wall clock does."""

from hypothesis import given
from hypothesis import strategies as st

from facilitator.store.clock import Clock, instant, wall

ROOM = b"room-one"


def test_ids_grow_and_name_their_room() -> None:
    clock = Clock()
    ids = [clock.tick(ROOM) for _ in range(1000)]
    assert ids == sorted(set(ids))
    assert all(len(version) == 16 and version.endswith(ROOM) for version in ids)


def test_an_id_says_when_it_was_given() -> None:
    before = wall()
    assert before <= instant(Clock().tick(ROOM)) <= wall()


@given(st.binary(min_size=8, max_size=8).filter(lambda clock: clock < b"\xff" * 7 + b"\x00"))
def test_nothing_is_given_before_what_was_seen_however_wrong_that_clock_was(seen: bytes) -> None:
    clock = Clock(seen + ROOM)
    assert clock.tick(b"\0" * 8) > seen + b"\xff" * 8
    other = Clock()
    other.witness(seen + ROOM)
    assert other.tick(b"\0" * 8) > seen + b"\xff" * 8
