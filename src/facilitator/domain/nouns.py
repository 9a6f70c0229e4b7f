"""The nouns of a workshop as frozen snapshots: what the store returns and everything above it reads.

Keys are the 16 bytes of a UUIDv7. Instants are milliseconds since 1970 in UTC. Texts are cleaned (`text.clean`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from .kinds import NoteKind, Rule, Sector, SessionKind, SessionRole, Status
from .numbers import Number

Key = bytes
Instant = int


@dataclass(frozen=True, slots=True)
class Workshop:
    """The event; its days are those of its sessions."""

    id: Key
    title: str
    place: str
    time_zone: str
    attribution: Rule
    prefix: str
    organisers: str
    supporters: str
    conclusions: str
    illustration: str


@dataclass(frozen=True, slots=True)
class Session:
    """One block of the programme. `attribution` None means that of the workshop."""

    id: Key
    number: Number
    title: str
    kind: SessionKind
    position: float
    day: date | None
    starts: time | None
    ends: time | None
    opened_at: Instant | None
    closed_at: Instant | None
    place: str
    attribution: Rule | None
    key_points: str
    digest: str


@dataclass(frozen=True, slots=True)
class Part:
    """The role that a participant has in one session."""

    id: Key
    session_id: Key
    participant_id: Key
    role: SessionRole
    position: float


@dataclass(frozen=True, slots=True)
class Participant:
    """A person, with what they chose to tell. Sector and role may be unknown: None, or empty.

    `code_made` says that we made the code and nobody gave it: it tells nothing of the person.
    """

    id: Key
    name: str
    code: str
    code_made: bool
    role: str
    organisation: str
    sector: Sector | None
    country: str
    email: str
    language: str
    consents: str
    about: str

    @property
    def given_code(self) -> str:
        """The code that somebody gave; empty where we made it."""
        return "" if self.code_made else self.code


@dataclass(frozen=True, slots=True)
class Note:
    """One thing said or seen. `rule` is the attribution under which it was taken.

    Of an action, `who` is who does it, as typed, `who_id` the participant that this is, if any, and `due` the
    "by when" as typed.
    """

    id: Key
    number: Number
    session_id: Key
    position: float
    kind: NoteKind
    text: str
    speaker_id: Key | None
    private: bool
    check_later: bool
    taken_at: Instant | None
    rule: Rule
    who: str
    who_id: Key | None
    due: str


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A recommendation in its present wording, with status and matrix fields."""

    id: Key
    number: Number
    position: float
    wording: str
    status: Status
    status_note: str
    merged_into_id: Key | None
    addressed_to: str
    action: str
    timeframe: str
    indicator: str
    resources: str


@dataclass(frozen=True, slots=True)
class Wording:
    """One step in the history of a recommendation's wording; the one of the highest position is in force."""

    id: Key
    recommendation_id: Key
    position: int
    text: str
    written_at: Instant | None


@dataclass(frozen=True, slots=True)
class Reservation:
    """What a constituency holds back when it agrees."""

    id: Key
    recommendation_id: Key
    text: str
    constituency: str
    position: float


@dataclass(frozen=True, slots=True)
class Theme:
    """A named group of recommendations; `colour` and `symbol` are names of the token table (ochre, disc ...)."""

    id: Key
    name: str
    parent_id: Key | None
    position: float
    colour: str
    symbol: str
    digest: str


@dataclass(frozen=True, slots=True)
class Membership:
    """A recommendation stands in a theme: exactly one of its memberships is its home."""

    id: Key
    theme_id: Key
    recommendation_id: Key
    home: bool
    position: float


@dataclass(frozen=True, slots=True)
class Tag:
    """A note carries a theme; one that made a recommendation has none: its themes are the recommendation's."""

    id: Key
    note_id: Key
    theme_id: Key
    position: float


@dataclass(frozen=True, slots=True)
class Source:
    """A recommendation leads back to a note; `origin` when the note's own words made it."""

    id: Key
    note_id: Key
    recommendation_id: Key
    origin: bool
    position: float


@dataclass(frozen=True, slots=True)
class Interval:
    """A time off the record: that it was, and nothing of what was said."""

    id: Key
    session_id: Key
    began_at: Instant | None
    ended_at: Instant | None


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody's turn to speak: asked for while `began_at` is None, then going on while `ended_at` is None."""

    id: Key
    session_id: Key
    participant_id: Key
    position: float
    asked_at: Instant | None
    began_at: Instant | None
    ended_at: Instant | None


@dataclass(frozen=True, slots=True)
class Release:
    """An agreement that one note may be attributed more openly than the rule it was taken under."""

    id: Key
    note_id: Key
    rule: Rule
    agreed_by: str
    released_at: Instant | None


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that a workshop holds now, each tuple in the order of the programme, the wall or the register."""

    workshop: Workshop
    sessions: tuple[Session, ...]
    parts: tuple[Part, ...]
    participants: tuple[Participant, ...]
    notes: tuple[Note, ...]
    recommendations: tuple[Recommendation, ...]
    wordings: tuple[Wording, ...]
    reservations: tuple[Reservation, ...]
    themes: tuple[Theme, ...]
    memberships: tuple[Membership, ...]
    tags: tuple[Tag, ...]
    sources: tuple[Source, ...]
    intervals: tuple[Interval, ...]
    turns: tuple[Turn, ...]
    releases: tuple[Release, ...]
