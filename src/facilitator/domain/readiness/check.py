"""Puts together what the fields and the words of a recommendation say of its six points."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.domain.brackets import open_text
from facilitator.domain.cards import RegisterRow
from facilitator.domain.kinds import Status

from .points import Finding, Given, Point, Reason, State
from .reading import Reading, Span, read

TO_BE_READY = (Status.RAW, Status.DRAFTED, Status.TABLED, Status.AGREED, Status.AGREED_WITH_RESERVATION)
"""What was put aside or stands in another one needs nothing any more."""
CHECKED_FIELDS = ("addressed_to", "timeframe", "indicator")
"""The fields of the matrix that answer a point, in the order of `Given`."""
QUOTED = 60
"""Characters of a wording that a sentence quotes."""
SHOWN_ACTIONS = 3


def readiness(given: Given) -> tuple[Finding, ...]:
    """The six points in their order. Fields are checked in any language, words in those that we know."""
    reading = read(given.wording)
    return (
        _verb(given.wording, reading),
        _one_action(given.wording, reading),
        _filled(Point.ADDRESSEE, given.addressed_to, Reason.ADDRESSEE_FILLED, Reason.ADDRESSEE_MISSING),
        _time(given, reading),
        _measurable(given, reading),
        _filled(Point.SOURCE, given.is_sourced, Reason.SOURCE_LINKED, Reason.SOURCE_MISSING),
    )


def readiness_of(row: RegisterRow) -> tuple[Finding, ...]:
    """The six points of a recommendation in the table of all; none of one that needs nothing any more."""
    if row.status not in TO_BE_READY:
        return ()
    addressed_to, timeframe, indicator = (row.has(field) for field in CHECKED_FIELDS)
    return readiness(Given(row.wording, addressed_to, timeframe, indicator, bool(row.is_sourced)))


def is_lacking(row: RegisterRow) -> bool:
    """Whether a recommendation in the table lacks something; its words are read only if its fields leave that open."""
    if row.status not in TO_BE_READY:
        return False
    return not (row.is_sourced and row.has("addressed_to")) or bool(missing(readiness_of(row)))


def missing(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """What is not there yet; what could not be checked is not counted against anybody."""
    return tuple(finding for finding in findings if finding.state is State.MISSING)


def _verb(wording: str, reading: Reading | None) -> Finding:
    if reading is None:
        return Finding(Point.VERB, State.UNCHECKED, Reason.VERB_UNCHECKED)
    if reading.vague is not None:
        return Finding(Point.VERB, State.MISSING, Reason.VERB_VAGUE, _quoting(wording, reading.vague))
    if not reading.actions:
        return Finding(Point.VERB, State.MISSING, Reason.VERB_MISSING)
    return Finding(Point.VERB, State.THERE, Reason.VERB_NAMED, _quoting(wording, reading.actions[0]))


def _one_action(wording: str, reading: Reading | None) -> Finding:
    if reading is None:
        return Finding(Point.ONE_ACTION, State.UNCHECKED, Reason.ACTIONS_UNCHECKED)
    if not reading.actions:
        return Finding(Point.ONE_ACTION, State.MISSING, Reason.NO_ACTION)
    if len(reading.actions) == 1:
        return Finding(Point.ONE_ACTION, State.THERE, Reason.ONE_ACTION)
    words = [f"“{wording[slice(*span)]}”" for span in reading.actions[:SHOWN_ACTIONS]]
    words += ["…"] if len(reading.actions) > SHOWN_ACTIONS else []
    return Finding(Point.ONE_ACTION, State.MISSING, Reason.SEVERAL_ACTIONS, {"words": ", ".join(words)})


def _filled(point: Point, is_filled: bool, filled: Reason, empty: Reason) -> Finding:
    return Finding(point, State.THERE, filled) if is_filled else Finding(point, State.MISSING, empty)


def _time(given: Given, reading: Reading | None) -> Finding:
    if given.timeframe:
        return Finding(Point.TIME, State.THERE, Reason.TIME_FILLED)
    if reading is None:
        return Finding(Point.TIME, State.UNCHECKED, Reason.TIME_UNCHECKED)
    reasons = (Reason.TIME_NAMED, Reason.TIME_IN_BRACKETS, Reason.TIME_MISSING)
    return _in_words(Point.TIME, given.wording, reading.times, reasons)


def _measurable(given: Given, reading: Reading | None) -> Finding:
    if given.indicator:
        return Finding(Point.MEASURABLE, State.THERE, Reason.MEASURE_FILLED)
    if reading is None:
        return Finding(Point.MEASURABLE, State.UNCHECKED, Reason.MEASURE_UNCHECKED)
    reasons = (Reason.MEASURE_NAMED, Reason.MEASURE_IN_BRACKETS, Reason.MEASURE_MISSING)
    return _in_words(Point.MEASURABLE, given.wording, reading.measures, reasons)


def _in_words(point: Point, wording: str, spans: Sequence[Span], reasons: tuple[Reason, Reason, Reason]) -> Finding:
    """What the words say of a point; what only open text says is not agreed."""
    named, in_brackets, nothing = reasons
    if not spans:
        return Finding(point, State.MISSING, nothing)
    brackets = open_text(wording)
    settled = next((span for span in spans if not brackets.holds(*span)), None)
    if settled is None:
        return Finding(point, State.MISSING, in_brackets, _quoting(wording, spans[0]))
    return Finding(point, State.THERE, named, _quoting(wording, settled))


def _quoting(wording: str, span: Span) -> dict[str, str]:
    words = " ".join(wording[slice(*span)].split())
    return {"words": words if len(words) <= QUOTED else words[: QUOTED - 1] + "…"}
