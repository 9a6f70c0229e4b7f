"""What each column of a list of people is taken for, as guessed and as somebody has said."""

from __future__ import annotations

from dataclasses import replace

from facilitator.intake.columns import Columns, Field


class ColumnChoices:
    """A field for each column, or None for one that is left out. Only names may stand in several columns."""

    def __init__(self, guessed: Columns) -> None:
        self._guessed = guessed
        by_column = {index: field for field, index in guessed.fields.items()}
        by_column.update(dict.fromkeys(guessed.names, Field.NAME))
        self._guess = [by_column.get(index) for index in range(len(guessed.table.header))]
        self.fields: list[Field | None] = list(self._guess)

    @property
    def columns(self) -> Columns:
        """The table with the columns as they are chosen now; without names when nobody has said where they are."""
        named = [index for index, field in enumerate(self.fields) if field is Field.NAME]
        # Given and family name keep the order in which they were recognised, whichever comes first in the list.
        names = [index for index in self._guessed.names if index in named]
        names += [index for index in named if index not in names]
        fields = {field: index for index, field in enumerate(self.fields) if field not in {None, Field.NAME}}
        return replace(self._guessed, names=tuple(names), fields={field: at for field, at in fields.items() if field})

    @property
    def taken(self) -> int:
        """How many columns are read."""
        return sum(field is not None for field in self.fields)

    def is_recognised(self, column: int) -> bool:
        """Whether a column is read as its heading says."""
        return self.fields[column] is not None and self.fields[column] is self._guess[column]

    def choose(self, column: int, field: Field | None) -> None:
        """Take a column for something; another one that was taken for it is left out."""
        if field is not None and field is not Field.NAME:
            self.fields = [None if one is field else one for one in self.fields]
        self.fields[column] = field
