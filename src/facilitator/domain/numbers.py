"""Printed numbers: S1, S3.12, R14, and SB1, RB1 in the file of room B. Given once, never changed, never given again."""

from __future__ import annotations

import re
from dataclasses import dataclass

SESSION = "S"
RECOMMENDATION = "R"


@dataclass(frozen=True, order=True, slots=True)
class Number:
    """A prefix and a count; sorts by prefix, then by count (S9 before S10)."""

    prefix: str
    count: int

    def __str__(self) -> str:
        return f"{self.prefix}{self.count}"


def series(kind: str, room: str) -> str:
    """The prefix under which a room counts sessions ("S") or recommendations ("R"): "S", or "SB" in room B."""
    return kind + room


def note_series(session: Number) -> str:
    """The prefix of the notes captured in a session: "S3." for S3."""
    return f"{session}."


def parse_number(text: str) -> Number | None:
    """Read S3, SB1, S3.12 or R14 as typed, in any case of the letters; None when it is no printed number."""
    match = re.fullmatch(r"([SR][A-Z]{0,8}(?:[1-9][0-9]{0,8}\.)?)([1-9][0-9]{0,8})", text.strip().upper())
    return Number(match[1], int(match[2])) if match else None
