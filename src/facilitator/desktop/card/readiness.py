"""Whether a recommendation says who does what by when, as far as its fields and its brackets tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .brackets import brackets

Part = Literal["actor", "verb", "time"]


@dataclass(frozen=True, slots=True)
class Readiness:
    """One of the three, whether it is settled, and whether it is only kept open by a bracket."""

    part: Part
    is_settled: bool
    in_brackets: bool = False


def readiness(wording: str, addressed_to: str, action: str, timeframe: str) -> tuple[Readiness, ...]:
    """The three in their order. While a bracket is open in the wording, the time counts as open."""
    is_open = bool(brackets(wording))
    return (
        Readiness("actor", bool(addressed_to)),
        Readiness("verb", bool(action)),
        Readiness("time", bool(timeframe) and not is_open, in_brackets=is_open),
    )
