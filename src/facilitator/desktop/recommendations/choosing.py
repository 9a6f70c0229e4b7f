"""Which recommendations the table shows, and in which order, as far as their words have to be read for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from facilitator.domain.brackets import open_text
from facilitator.domain.cards import RegisterOrder, RegisterRow
from facilitator.domain.readiness import is_lacking, missing, readiness_of

if TYPE_CHECKING:
    from facilitator.domain.kinds import Status
    from facilitator.domain.nouns import Key
    from facilitator.domain.rows import Chip
    from facilitator.store.reads import Reads

    Found = tuple[list[RegisterRow], dict[Key, Chip]]


class Which(StrEnum):
    """A list of what is still to be done."""

    ALL = "all"
    NOT_READY = "not ready"
    IN_BRACKETS = "brackets open"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of the table. `order` None is by what is missing.

    `kept` is what somebody works on: it stays in a list that it has just left.
    """

    text: str
    statuses: tuple[Status, ...]
    which: Which
    order: RegisterOrder | None
    descending: bool
    kept: Key | None

    @property
    def reads_words(self) -> bool:
        """Whether the words of all have to be read, which takes longer than a frame."""
        return self.which is not Which.ALL or self.order is None

    def find(self, reads: Reads) -> Found:
        """The rows in their order, and the themes that they name."""
        order = self.order or RegisterOrder.POSITION
        rows = reads.register(self.text, self.statuses, order, descending=self.descending and self.order is not None)
        chosen = [row for row in rows if row.key == self.kept or _is_one_of(row, self.which)]
        if self.order is None:
            chosen.sort(key=_lacking, reverse=self.descending)
        return chosen, {theme.key: theme.chip for theme in reads.theme_list()}


def _is_one_of(row: RegisterRow, which: Which) -> bool:
    match which:
        case Which.NOT_READY:
            return is_lacking(row)
        case Which.IN_BRACKETS:
            return bool(open_text(row.wording).brackets)
    return True


def _lacking(row: RegisterRow) -> int:
    return len(missing(readiness_of(row)))
