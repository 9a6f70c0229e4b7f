"""The closed lists of the field: every value is the word that people read, print and exchange."""

from __future__ import annotations

from enum import StrEnum


class NoteKind(StrEnum):
    """What one captured line is."""

    POINT = "point"
    QUOTE = "quote"
    QUESTION = "question"
    GOOD_PRACTICE = "good practice"
    CHALLENGE = "challenge"
    DECISION = "decision"
    ACTION = "action"
    PARKING_LOT = "parking lot"
    RECOMMENDATION = "recommendation"


class SessionKind(StrEnum):
    """What a block of the programme is."""

    CEREMONIAL = "ceremonial"
    PLENARY = "plenary"
    PANEL = "panel"
    GROUP_WORK = "group work"
    DRAFTING = "drafting"
    BREAK = "break"


class Status(StrEnum):
    """How far a recommendation has come."""

    RAW = "raw"
    DRAFTED = "drafted"
    TABLED = "tabled"
    AGREED = "agreed"
    AGREED_WITH_RESERVATION = "agreed with reservation"
    NOT_AGREED = "not agreed"
    PARKED = "parked"
    MERGED = "merged"


class Sector(StrEnum):
    """Where a participant comes from."""

    GOVERNMENT = "government"
    CIVIL_SOCIETY = "civil society"
    UN = "UN"
    ACADEMIA = "academia"
    DONOR = "donor"
    PRIVATE = "private"
    MEDIA = "media"
    OTHER = "other"


class SessionRole(StrEnum):
    """What a participant does in one session."""

    MODERATOR = "moderator"
    PANELLIST = "panellist"
    RAPPORTEUR = "rapporteur"


class Rule(StrEnum):
    """An attribution rule, from the most open to the strictest; off the record stores nothing and so is no rule of a
    note.
    """

    NAMED = "named"
    AFFILIATION = "affiliation"
    CHATHAM = "chatham"

    @property
    def strictness(self) -> int:
        """0 for named, 2 for Chatham House."""
        return tuple(Rule).index(self)


def stricter(one: Rule, other: Rule) -> Rule:
    """The rule of the two that says less about a speaker."""
    return max(one, other, key=lambda rule: rule.strictness)
