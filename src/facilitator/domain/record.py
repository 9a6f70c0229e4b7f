"""What a report may know: the workshop after attribution, without keys, private notes or names to be withheld.

Nothing here leads back to a participant. Keys are left out on purpose: a UUIDv7 holds the millisecond of its making.
Numbers are the printed ones ("S3.12"); themes are named by their place in `Record.themes`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from .kinds import NoteKind, Rule, Sector, SessionKind, SessionRole, Status
from .nouns import Instant


@dataclass(frozen=True, slots=True)
class By:
    """As much of a person as may be said.

    Under "named" name and organisation are given, under "affiliation" role and sector; what is not known or not said is
    empty. `role` None means that the person had no special part in that session.
    """

    name: str = ""
    organisation: str = ""
    role: SessionRole | None = None
    sector: Sector | None = None


@dataclass(frozen=True, slots=True)
class RecordNote:
    """A note as it may be printed: `by` and `at` are None where there is nothing to say or nothing may be said.

    `rule` is the one that was applied. `who_withheld` says that somebody was named for an action and is not printed;
    `unknown_speaker` counts those of whom nothing but a typed name is known, as they first speak; it is 0 for everybody
    else. `themes` are places in `Record.themes`.
    """

    number: str
    kind: NoteKind
    text: str
    rule: Rule
    by: By | None
    at: Instant | None
    check_later: bool
    unknown_speaker: int
    who: By | None
    who_withheld: bool
    due: str
    themes: tuple[int, ...]
    recommendations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordInterval:
    """A time off the record, after the first `after` notes of its session; without times where none may be said."""

    after: int
    began_at: Instant | None
    ended_at: Instant | None


@dataclass(frozen=True, slots=True)
class RecordPart:
    """Who moderated, sat on the panel or reported, as far as may be said."""

    role: SessionRole
    by: By


@dataclass(frozen=True, slots=True)
class RecordSession:
    """A session with its public notes in order; `rule` is that of its roles and intervals."""

    number: str
    title: str
    kind: SessionKind
    day: date | None
    starts: time | None
    ends: time | None
    place: str
    rule: Rule
    key_points: str
    digest: str
    parts: tuple[RecordPart, ...]
    notes: tuple[RecordNote, ...]
    intervals: tuple[RecordInterval, ...]


@dataclass(frozen=True, slots=True)
class RecordReservation:
    """What is held back, and by which constituency; `withheld` where the rule forbids to say which."""

    text: str
    constituency: str
    withheld: bool


@dataclass(frozen=True, slots=True)
class RecordRecommendation:
    """A recommendation with its public sources, the note that it was first worded in before all others.

    `first_wording` is how it was said in the room, `merged_into` the number of the one it became part of, or empty.
    `home` and `further` are places in `Record.themes`.
    """

    number: str
    wording: str
    first_wording: str
    status: Status
    status_note: str
    merged_into: str
    addressed_to: str
    action: str
    timeframe: str
    indicator: str
    resources: str
    home: int | None
    further: tuple[int, ...]
    sources: tuple[str, ...]
    reservations: tuple[RecordReservation, ...]


@dataclass(frozen=True, slots=True)
class RecordTheme:
    """A theme; `parent` is a place in `Record.themes`, `recommendations` are the numbers at home in it, in order."""

    name: str
    colour: str
    symbol: str
    digest: str
    parent: int | None
    recommendations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """The workshop as a report may show it; `rule` is the stricter of the workshop's rule and the one asked for."""

    title: str
    place: str
    time_zone: str
    organisers: str
    supporters: str
    conclusions: str
    illustration: str
    rule: Rule
    sessions: tuple[RecordSession, ...]
    recommendations: tuple[RecordRecommendation, ...]
    themes: tuple[RecordTheme, ...]
