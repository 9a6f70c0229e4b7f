"""Readiness: which of verb, one action, addressee, time, measurable and source a recommendation has.

It explains and never blocks. The points are those that follow-up asks for: who does what by when, how one knows that it
is done, and where it came from.
"""

from .check import CHECKED_FIELDS, TO_BE_READY, is_lacking, missing, readiness, readiness_of
from .points import Finding, Given, Point, Reason, State

__all__ = [
    "CHECKED_FIELDS",
    "TO_BE_READY",
    "Finding",
    "Given",
    "Point",
    "Reason",
    "State",
    "is_lacking",
    "missing",
    "readiness",
    "readiness_of",
]
