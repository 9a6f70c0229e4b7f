"""What a report was asked for and cannot give."""

from __future__ import annotations

from .families import InputError, UsageError


class LabelsMissing(UsageError):
    """A language in which no report can be printed; `languages` are those in which one can."""

    template = "Reports cannot be printed in the language {language}. The languages are: {languages}."


class SessionNotThere(InputError):
    """`--session` names a session that the workshop does not have."""

    template = "There is no session {session}. The sessions are: {sessions}."


class DayNotThere(InputError):
    """`--day` names a day on which the workshop has no session."""

    template = "The workshop has no session on {day}. Its days are: {days}."


class NothingToPrint(InputError):
    """A report of sessions or days in a workshop, or in a choice, that has none."""

    template = (
        "There is nothing to print: no {what} is there, or none fits the choice. Add one, or choose another report."
    )
