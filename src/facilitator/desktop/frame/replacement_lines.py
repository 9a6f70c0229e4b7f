"""The lines of what a replacement would change: one for each place in each text, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from facilitator.desktop.marking import N

if TYPE_CHECKING:
    from facilitator.domain.replacing import Occurrences

AROUND = 60
"""Characters before and behind a place that a screen reader speaks."""
FIELDS = {
    ("participant", "name"): N("Replacing", "name of a person"),
    ("participant", "role"): N("Replacing", "role of a person"),
    ("participant", "organisation"): N("Replacing", "organization of a person"),
    ("theme", "name"): N("Replacing", "name of a theme"),
    ("theme", "digest"): N("Replacing", "digest of a theme"),
    ("workshop", "title"): N("Replacing", "title of the workshop"),
    ("workshop", "place"): N("Replacing", "place of the workshop"),
    ("workshop", "organisers"): N("Replacing", "organizers"),
    ("workshop", "supporters"): N("Replacing", "supporters"),
    ("workshop", "conclusions"): N("Replacing", "key conclusions"),
    ("session", "title"): N("Replacing", "title of a session"),
    ("session", "place"): N("Replacing", "place of a session"),
    ("session", "key_points"): N("Replacing", "key points"),
    ("session", "digest"): N("Replacing", "digest of a session"),
    ("note", "text"): "",
    ("note", "who"): N("Replacing", "who does it"),
    ("note", "due"): N("Replacing", "by when"),
    ("recommendation", "wording"): N("Replacing", "wording"),
    ("recommendation", "status_note"): N("Replacing", "note on the status"),
    ("recommendation", "addressed_to"): N("Replacing", "addressed to"),
    ("recommendation", "action"): N("Replacing", "action"),
    ("recommendation", "timeframe"): N("Replacing", "timeframe"),
    ("recommendation", "indicator"): N("Replacing", "indicator"),
    ("recommendation", "resources"): N("Replacing", "resources"),
    ("reservation", "text"): N("Replacing", "reservation"),
    ("reservation", "constituency"): N("Replacing", "constituency of a reservation"),
}
TAKEN = {
    "participant": N("Replacing", "Stays: somebody else has this name. Merge them in People."),
    "theme": N("Replacing", "Stays: another theme has this name. Move its cards there."),
}


@dataclass(frozen=True, slots=True)
class ReplacementLine:
    """The place `at` of those in a text; its key is the same after other words have come into the text."""

    key: bytes
    one: Occurrences
    at: int

    @property
    def old(self) -> str:
        """What stands there."""
        start, end = self.one.places[self.at]
        return self.one.worded.text[start:end]


def lines_of(found: Iterable[Occurrences]) -> list[ReplacementLine]:
    """A line for each place, in order."""
    return [ReplacementLine(_key(one, at), one, at) for one in found for at in range(len(one.places))]


def chosen_of(lines: Iterable[ReplacementLine]) -> tuple[Occurrences, ...]:
    """The texts of some lines, each with the places of these lines alone."""
    texts = (list(lines) for _, lines in groupby(lines, key=lambda line: line.one.worded.place))
    return tuple(replace(text[0].one, places=tuple(line.one.places[line.at] for line in text)) for text in texts)


def told(line: ReplacementLine) -> str:
    """What the text is, and of which session; of a name that is not free, why it stays."""
    worded = line.one.worded
    if line.one.is_taken:
        return _translated(TAKEN[worded.table])
    field = FIELDS[worded.table, worded.field]
    return " · ".join(filter(None, (_translated(field) if field else "", worded.about)))


def spoken(line: ReplacementLine, by: str) -> str:
    """The whole line for a screen reader."""
    worded, (start, end) = line.one.worded, line.one.places[line.at]
    change = _translated(N("Replacing", "%1 becomes %2")).replace("%2", by).replace("%1", line.old)
    around = worded.text[max(0, start - AROUND) : end + AROUND]
    private = _translated(N("Replacing", "private")) if worded.private else ""
    return ", ".join(filter(None, (worded.name, private, change, around, told(line))))


def _key(one: Occurrences, at: int) -> bytes:
    table, key, field = one.worded.place
    return b"%s %s %s %d" % (table.encode(), key, field.encode(), at)


def _translated(text: str) -> str:
    return QCoreApplication.translate("Replacing", text)
