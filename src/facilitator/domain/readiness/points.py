"""What a recommendation needs before it can be acted on, and what is said of each point."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Point(StrEnum):
    """The six points, in the order in which they are told."""

    VERB = "verb"
    ONE_ACTION = "one action"
    ADDRESSEE = "addressee"
    TIME = "time"
    MEASURABLE = "measurable"
    SOURCE = "source"


class State(StrEnum):
    """Whether a point is there; `unchecked` where the words would have to be read in a language that is not known."""

    THERE = "there"
    MISSING = "missing"
    UNCHECKED = "unchecked"


class Reason(StrEnum):
    """Why a point is as it is; the value is the English sentence with places for what stands in the wording."""

    VERB_NAMED = "“{words}” says what is to be done."
    VERB_VAGUE = "“{words}” leaves open what is to be done. Say what one would see happen."
    VERB_MISSING = "No verb says what is to be done. Name one, such as “publish”, “fund” or “train”."
    VERB_UNCHECKED = "Whether a verb says what is to be done is not checked in this language."
    ONE_ACTION = "It asks for one thing."
    SEVERAL_ACTIONS = "It asks for several things: {words}. One for each recommendation can be followed up better."
    NO_ACTION = "Without a verb there is nothing yet that could be done."
    ACTIONS_UNCHECKED = "Whether it asks for one thing only is not checked in this language."
    ADDRESSEE_FILLED = "“Addressed to” says who is to act."
    ADDRESSEE_MISSING = "“Addressed to” is empty. Say who is to act."
    TIME_FILLED = "“Timeframe” says by when."
    TIME_NAMED = "“{words}” says by when."
    TIME_IN_BRACKETS = "“{words}” is still in brackets, so the time is open."
    TIME_MISSING = "Nothing says by when. Name a date, a period, or what it is to come before."
    TIME_UNCHECKED = "“Timeframe” is empty, and the words are not checked in this language."
    MEASURE_FILLED = "“Indicator” says how one will know that it is done."
    MEASURE_NAMED = "“{words}” can be counted or measured."
    MEASURE_IN_BRACKETS = "“{words}” is still in brackets, so the measure is open."
    MEASURE_MISSING = "Nothing says how one will know that it is done. Name a number, a share or an indicator."
    MEASURE_UNCHECKED = "“Indicator” is empty, and the words are not checked in this language."
    SOURCE_LINKED = "It leads back to what was said in the room."
    SOURCE_MISSING = "No note is linked, so nobody can follow it back to the room."


@dataclass(frozen=True, slots=True)
class Finding:
    """One point of a recommendation, its state, and the reason with its parameters."""

    point: Point
    state: State
    reason: Reason
    parameters: Mapping[str, str] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """The English sentence."""
        return self.reason.value.format(**self.parameters)


@dataclass(frozen=True, slots=True)
class Given:
    """What the readiness of a recommendation is read from: its wording, and which of its fields are filled in.

    `is_sourced` says that at least one note is linked.
    """

    wording: str
    addressed_to: bool
    timeframe: bool
    indicator: bool
    is_sourced: bool
