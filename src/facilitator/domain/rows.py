"""What a list on the screen shows of one thing: one row each, read in one go. Private notes are among them, marked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import NamedTuple

from .kinds import NoteKind, Rule, Sector, SessionKind, SessionRole, Status
from .nouns import Instant, Key, Recommendation, Reservation, Wording
from .numbers import Number


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A session in the programme. `rule` holds for what is captured now; `own_rule` says that it is the session's own.

    `notes` counts private ones too. `off_record_since` is the instant from which nothing of it is stored, None else.
    `expected` are start and end as the day turns out, where they are no longer those of the programme
    (`session_time.as_expected` reckons them).
    """

    key: Key
    number: Number
    title: str
    kind: SessionKind
    day: date | None
    starts: time | None
    ends: time | None
    place: str
    rule: Rule
    own_rule: bool
    notes: int
    opened_at: Instant | None
    closed_at: Instant | None
    off_record_since: Instant | None
    expected: tuple[time, time | None] | None = None


@dataclass(frozen=True, slots=True)
class Chip:
    """A theme as it is shown on a thing that carries it; colour and symbol are names of the token table."""

    key: Key
    name: str
    colour: str
    symbol: str


@dataclass(frozen=True, slots=True)
class NoteSpeaker:
    """Who said a note; `code_made` as in `nouns.Participant`."""

    key: Key
    name: str
    code: str
    code_made: bool
    organisation: str
    sector: Sector | None

    @property
    def told(self) -> str:
        """Code and name in one line; who is called as the code is told once."""
        return self.name if self.code.casefold() in {"", self.name.casefold()} else f"{self.code}  {self.name}"


@dataclass(frozen=True, slots=True)
class Made:
    """The recommendation that a note's words made."""

    key: Key
    number: Number
    status: Status


class NoteRow(NamedTuple):
    """A note in its session's column. `rule` is the one it was taken under, or that of its latest release.

    `themes` are the recommendation's where the note made one, the home first. A tuple, because a session may have
    thousands and a tuple is made in a third of the time.
    """

    key: Key
    number: Number
    session_id: Key
    position: float
    kind: NoteKind
    text: str
    speaker: NoteSpeaker | None
    private: bool
    check_later: bool
    taken_at: Instant | None
    rule: Rule
    who: str
    due: str
    themes: tuple[Chip, ...]
    made: Made | None


@dataclass(frozen=True, slots=True)
class ThemeLine:
    """A theme as a column of the wall. `digit` files a card in it: 1 to 9 in the order of the wall, None beyond.

    `home` counts the cards that stand here, `further` those that stand elsewhere and here too; merged ones are not
    counted.
    """

    key: Key
    name: str
    parent_id: Key | None
    position: float
    colour: str
    symbol: str
    digest: str
    digit: int | None
    home: int
    further: int

    @property
    def chip(self) -> Chip:
        """The theme as it is shown on a card."""
        return Chip(self.key, self.name, self.colour, self.symbol)


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A note that a recommendation leads back to; `origin` when its own words made the recommendation."""

    note: NoteRow
    session: Number
    session_title: str
    origin: bool


@dataclass(frozen=True, slots=True)
class Other:
    """Another recommendation, as it is named beside one."""

    key: Key
    number: Number
    wording: str


@dataclass(frozen=True, slots=True)
class RecommendationDetail:
    """All that the card panel shows of one recommendation; histories oldest first.

    `written_here` says of each wording whether it was written in this room (True), in another (False), or came in with
    an import, which knows the time alone (None).
    """

    recommendation: Recommendation
    home: Chip | None
    further: tuple[Chip, ...]
    reservations: tuple[Reservation, ...]
    wordings: tuple[Wording, ...]
    written_here: tuple[bool | None, ...]
    sources: tuple[SourceLine, ...]
    merged_from: tuple[Other, ...]
    merged_into: Other | None


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person in the table of people; `notes` counts what they said, `sessions` those in which they have a role.

    `code_made` as in `nouns.Participant`.
    """

    key: Key
    name: str
    code: str
    code_made: bool
    role: str
    organisation: str
    sector: Sector | None
    country: str
    notes: int
    sessions: int


@dataclass(frozen=True, slots=True)
class SpeakerLine:
    """Somebody who speaks in a session, or has a role in it; `notes` are those of this session.

    `spoken` is how long their turns in it took that have ended, in milliseconds.
    """

    speaker: NoteSpeaker
    role: SessionRole | None
    notes: int
    spoken: int = 0


@dataclass(frozen=True, slots=True)
class TurnLine:
    """Somebody on the speaking list, or whose turn it is. `is_first` says that they have not spoken in this workshop:
    no turn of theirs has begun before, and no note is theirs.
    """

    key: Key
    speaker: NoteSpeaker
    asked_at: Instant | None
    began_at: Instant | None
    is_first: bool


@dataclass(frozen=True, slots=True)
class Floor:
    """Who speaks in a session, if a turn is going on, and who waits for one, in order."""

    speaking: TurnLine | None
    waiting: tuple[TurnLine, ...]
