"""What was read otherwise than it was perhaps meant: each warning says what was kept and how to write it otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

_SHOWN: Final = 60


class Reason(StrEnum):
    """Why a line is pointed out; the value is the English sentence with a place for what stands there."""

    SPEAKER_WITHOUT_NAME = '{text} names nobody and was kept as text. Write @code or @"Full Name" for a speaker.'
    SPEAKER_NOT_CLOSED = (
        '{text} has no closing quotation mark and was kept as text. Write @"Full Name" for a speaker; '
        'a quotation mark within the name is written \\".'
    )
    SPEAKER_RUNS_ON = "{text} runs on behind the name and was kept as text. Put a space between speaker and text."
    SAME_SPEAKER_RUNS_ON = (
        "{text} was kept as text. Write @@ and a space for the speaker of the note before, or @code with one @."
    )
    THEME_WITHOUT_NAME = '{text} names no theme and was kept as text. Write #theme or #"theme of several words".'
    THEME_NOT_CLOSED = (
        '{text} has no closing quotation mark and was kept as text. Write #"theme of several words"; '
        'a quotation mark within the name is written \\".'
    )
    THEME_PUNCTUATED = '{text} ends in a punctuation mark and was kept as text. Leave that out, or write #"theme".'
    KIND_RUNS_ON = (
        "{text} was kept as text. Put a space behind its first sign if that is to say what kind of note this is."
    )
    PRIVATE_LATER = (
        "This note is public: // at the start of its line makes a note private, {text} in this place does not."
    )
    OFF_THE_RECORD = (
        "This was stored as a public note. Off the record means not typed at all: if it was, delete the note."
    )
    CHECK_LATER_AT_START = "{text} marks a note to be checked only at the end of its line; here it was kept as text."
    PRIVATE_HEADING = "{text} makes only notes private: this title is public."
    NOTHING_LEFT = "Beside signs and marks nothing is said, so the whole line was kept as the text of a point."
    SECOND_TITLE = "The workshop has its title already, so this line was kept as a point. Write ## for a session."
    NOT_A_DAY = (
        "This is no date, so the line was kept as a point. Write Day: and year-month-day, as in Day: 2023-08-09."
    )
    NEARLY_A_DAY = (
        "This looks like a date for what follows, but was kept as a point. Write it as in Day: 2023-08-09, with a "
        "capital D and a colon."
    )
    ATTRIBUTION_IN_FILE = (
        "A file of notes cannot set the rule of attribution, so this line was kept as a point. Set it in the workshop."
    )
    SESSION_RUNS_ON = (
        "{text} looks like the title of a session, but was kept as a point. Put a space between ## and the title."
    )
    TIME_IN_TITLE = "{text} was kept in the title. Write both times without spaces, as in ## 09:30-10:30 Title."
    NOT_A_TIME = (
        "{text} is no time from earlier to later and was kept in the title. Write it as in ## 09:30-10:30 Title."
    )


@dataclass(frozen=True, slots=True)
class LineWarning:
    """A reason, and the typed stretch that gave it."""

    reason: Reason
    text: str

    @property
    def shown(self) -> str:
        """The stretch as the sentence quotes it: cut short when it is long."""
        return self.text if len(self.text) <= _SHOWN else self.text[: _SHOWN - 1] + "…"

    @property
    def why(self) -> str:
        """The English sentence."""
        return self.reason.value.format(text=self.shown)
