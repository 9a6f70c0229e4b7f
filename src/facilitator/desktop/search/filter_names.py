"""How filters are called in the person's language; their English names are understood in every language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from facilitator.desktop.marking import N
from facilitator.desktop.words import word
from facilitator.domain.kinds import NoteKind, Status
from facilitator.domain.query import FILL_IN, PRIVATE, Field, Names, names

FIELDS = {
    Field.KIND: N("Filters", "kind"),
    Field.SPEAKER: N("Filters", "speaker"),
    Field.THEME: N("Filters", "theme"),
    Field.SESSION: N("Filters", "session"),
    Field.STATUS: N("Filters", "status"),
    Field.IS: N("Filters", "is"),
    Field.HAS: N("Filters", "has"),
}
VALUES = (N("Filters", "private"), N("Filters", "fill-in"))


def field_name(field: Field) -> str:
    """A filter's name, without the colon; one word, so that it can be typed."""
    return QCoreApplication.translate("Filters", FIELDS[field]).replace(" ", "-").replace(":", "")


def value_name(value: str) -> str:
    """A word of a closed list."""
    if isinstance(value, NoteKind | Status):
        return word(value)
    return QCoreApplication.translate("Filters", value)


def all_names() -> Names:
    """What can be typed."""
    values = (*NoteKind, *Status, PRIVATE, FILL_IN)
    return names({field_name(field): field for field in Field}, {value_name(value): value for value in values})
