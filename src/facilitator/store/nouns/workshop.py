"""Edits of the workshop itself."""

from __future__ import annotations

from typing import TypedDict, Unpack

from facilitator.domain.errors import EmptyText
from facilitator.domain.kinds import Rule
from facilitator.store.ledger import Edit
from facilitator.store.schema import WorkshopRow
from facilitator.store.shapes import WORKSHOP


class WorkshopFields(TypedDict, total=False):
    """What can be changed; `attribution` holds for what is captured from now on."""

    title: str
    place: str
    time_zone: str
    attribution: Rule
    prefix: str
    organisers: str
    supporters: str
    conclusions: str
    illustration: str


class Workshop:
    """Edits of the one workshop of the file."""

    def __init__(self, edit: Edit) -> None:
        self._edit = edit

    def change(self, **fields: Unpack[WorkshopFields]) -> None:
        """Set some of the fields. A new attribution leaves notes alone, as each keeps the rule it was taken under."""
        values = WORKSHOP.values(fields)
        if values.get("title") == "":
            raise EmptyText(what="title of the workshop")
        self._edit.update(WorkshopRow, WORKSHOP.all(self._edit.connection)[0].id, **values)
