"""The clock of the ledger: ids that sort by time, are never given twice, and say which room made them.

A hybrid logical clock (Kulkarni and others, "Logical Physical Clocks", 2014): 48 bits of milliseconds, 16 of counter.
"""

from __future__ import annotations

import os
import time

CLOCK_BYTES = 8
ROOM_BYTES = 8
COUNTER_BITS = 16


class Clock:
    """Never behind the wall clock, never behind anything it has seen."""

    def __init__(self, last: bytes = b"") -> None:
        self._last = 0
        self.witness(last)

    def witness(self, version: bytes) -> None:
        """Take note of an id from elsewhere: whatever comes next is greater."""
        self._last = max(self._last, int.from_bytes(version[:CLOCK_BYTES], "big"))

    def tick(self, room: bytes) -> bytes:
        """The next id: 16 bytes, of which the last 8 are the room's."""
        # a counter that runs over goes into the milliseconds: a little ahead of the wall, and still in order
        # a clock that is set back only makes ids run ahead of it until it has caught up
        self._last = max(self._last + 1, wall() << COUNTER_BITS)
        return self._last.to_bytes(CLOCK_BYTES, "big") + room


def wall() -> int:
    """Milliseconds since 1970 in UTC, as the computer has it."""
    return time.time_ns() // 1_000_000


def instant(version: bytes) -> int:
    """When an id was given, in milliseconds since 1970; displayed only, nothing is decided by it."""
    return int.from_bytes(version[:CLOCK_BYTES], "big") >> COUNTER_BITS


def new_room() -> bytes:
    """A name for the one file in which a room's ledger grows."""
    return os.urandom(ROOM_BYTES)
