"""What was read otherwise than written, with the place: nothing that an import leaves out goes unsaid."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Reason(StrEnum):
    """Why a place in a table is pointed out; the value is the English sentence with its parameters."""

    FORMULA = "{cell} holds a formula: its last calculated value was taken."
    FORMULA_EMPTY = (
        "{cell} holds a formula that was never calculated, so it counts as empty: open and save it in Excel."
    )
    MORE_FORMULAS = "{count} more cells hold formulas, from {cell} on: their last calculated values were taken."
    ERROR_VALUE = "{cell} holds the error {value}, which was taken as it stands."
    MERGED = "The cells {cell} are merged: the value counts for the first only."
    MORE_MERGED = "{count} more ranges of cells are merged, from {cell} on: each value counts for the first cell only."
    OTHER_SHEETS = "Only the sheet {sheet} was read; --sheet reads another: {others}."
    COLUMNS_UNREAD = "These columns were not read: {columns}. --map field=Column reads one."
    NO_NAME = "The row has no name and was left out."
    SECTOR_UNKNOWN = "{cell}: {value} is no known sector; other was taken."
    SAME_ROW = "The row says the same as row {first} and was left out."
    SAME_NAME = "The name stands in row {first} too: make sure that these are two people."
    SAME_CODE = "{cell}: the code {value} belongs to row {first}; this person was given another one."


@dataclass(frozen=True, slots=True)
class SourceWarning:
    """A place in a source (`line` as the person sees it), the `text` that stands there, and why it is pointed out."""

    line: int
    text: str
    reason: Reason
    # What a translated sentence needs; `why` is the English one.
    parameters: dict[str, object] = field(default_factory=dict)

    @property
    def why(self) -> str:
        """The English sentence."""
        return self.reason.format(**self.parameters)
