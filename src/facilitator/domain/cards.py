"""Rows of which there are tens of thousands: tuples as the database gives them, with names for what stands in them."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from .kinds import Status
from .nouns import Key
from .numbers import Number

KEY_DIGITS = 32
MATRIX = ("addressed_to", "action", "timeframe", "indicator", "resources")
"""The fields of the recommendation matrix, in its order."""


class Card(NamedTuple):
    """A recommendation on the wall; prefix and `counted` make its number, `status` is the word of `Status`.

    `home` None means the tray. `further_keys` are the keys of its further themes in hex, one after the other:
    `further` takes them apart.
    """

    key: Key
    prefix: str
    counted: int
    wording: str
    status: str
    home: Key | None
    position: float
    further_keys: str | None
    sources: int

    @property
    def number(self) -> Number:
        """The printed number."""
        return Number(self.prefix, self.counted)

    @property
    def further(self) -> tuple[Key, ...]:
        """The further themes, oldest first."""
        return keys_in(self.further_keys)


class RegisterRow(NamedTuple):
    """A recommendation in the table of all.

    `gaps` has one bit for each empty field of the matrix; `is_sourced` says that a note is linked.
    """

    key: Key
    prefix: str
    counted: int
    wording: str
    status: str
    addressed_to: str
    theme_keys: str | None
    gaps: int
    is_sourced: bool

    @property
    def number(self) -> Number:
        """The printed number."""
        return Number(self.prefix, self.counted)

    @property
    def themes(self) -> tuple[Key, ...]:
        """Its themes, the home first."""
        return keys_in(self.theme_keys)

    def has(self, field: str) -> bool:
        """Whether a field of the matrix is filled in."""
        return not self.gaps >> MATRIX.index(field) & 1


class RegisterOrder(StrEnum):
    """What the table of recommendations can be sorted by; POSITION is the order of the register."""

    POSITION = "position"
    NUMBER = "number"
    WORDING = "wording"
    THEMES = "themes"
    STATUS = "status"
    ADDRESSED_TO = "addressed to"


IN_THE_MATRIX = (Status.DRAFTED, Status.TABLED, Status.AGREED, Status.AGREED_WITH_RESERVATION)
"""Before it is drafted a recommendation is what was said in the room, and its matrix is not open but not begun."""


def keys_in(digits: str | None) -> tuple[Key, ...]:
    """Keys that were put together in hex."""
    if not digits:
        return ()
    return tuple(bytes.fromhex(digits[start : start + KEY_DIGITS]) for start in range(0, len(digits), KEY_DIGITS))
