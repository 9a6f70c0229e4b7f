"""The words of the closed lists in the person's language: kinds, statuses, sectors, roles, rules, points."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from facilitator.domain.kinds import Rule

from .marking import N

# Written out, because the tool that collects what is to be translated reads the source and runs nothing.
WORDS = (
    *(N("Words", "point"), N("Words", "quote"), N("Words", "question"), N("Words", "good practice")),
    *(N("Words", "challenge"), N("Words", "decision"), N("Words", "action"), N("Words", "parking lot")),
    *(N("Words", "recommendation"), N("Words", "ceremonial"), N("Words", "plenary"), N("Words", "panel")),
    *(N("Words", "group work"), N("Words", "drafting"), N("Words", "break"), N("Words", "raw")),
    *(N("Words", "drafted"), N("Words", "tabled"), N("Words", "agreed"), N("Words", "agreed with reservation")),
    *(N("Words", "not agreed"), N("Words", "parked"), N("Words", "merged"), N("Words", "government")),
    *(N("Words", "civil society"), N("Words", "UN"), N("Words", "academia"), N("Words", "donor")),
    *(N("Words", "private"), N("Words", "media"), N("Words", "other"), N("Words", "moderator")),
    *(N("Words", "panellist"), N("Words", "rapporteur"), N("Words", "affiliation"), N("Words", "named")),
    *(N("Words", "verb"), N("Words", "one action"), N("Words", "addressee"), N("Words", "time")),
    *(N("Words", "measurable"), N("Words", "source")),
)
RULES = {
    Rule.NAMED: N("Rules", "Named"),
    Rule.AFFILIATION: N("Rules", "Affiliation only"),
    Rule.CHATHAM: N("Rules", "Chatham House"),
}


def word(value: StrEnum) -> str:
    """A kind, status, sector, role or point of readiness as the person reads it within a sentence."""
    return QCoreApplication.translate("Words", value.value)


def word_at_head(value: StrEnum) -> str:
    """The same at the head of a button or cell."""
    text = word(value)
    return text[:1].upper() + text[1:]


def rule_name(rule: Rule) -> str:
    """The name of a rule of attribution."""
    return QCoreApplication.translate("Rules", RULES[rule])
