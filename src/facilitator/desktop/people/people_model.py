"""The people as a table: who they are, where they come from, how much they said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from facilitator.desktop.guard import guarded
from facilitator.desktop.marking import N
from facilitator.desktop.widgets.table_rows import Index, TableRows
from facilitator.desktop.words import word_at_head
from facilitator.text import identity

if TYPE_CHECKING:
    from facilitator.domain.rows import PersonRow


class Column(IntEnum):
    """The columns of the table."""

    CODE = 0
    NAME = 1
    ROLE = 2
    ORGANISATION = 3
    SECTOR = 4
    COUNTRY = 5
    NOTES = 6
    SESSIONS = 7


HEADINGS = (
    N("People", "Code"),
    N("People", "Name"),
    N("People", "Role"),
    N("People", "Organization"),
    N("People", "Sector"),
    N("People", "Country"),
    N("People", "Notes"),
    N("People", "Sessions"),
)
COUNTS = frozenset({Column.NOTES, Column.SESSIONS})
TEXTS: dict[Column, Callable[[PersonRow], str]] = {
    Column.CODE: lambda row: row.code,
    Column.NAME: lambda row: row.name,
    Column.ROLE: lambda row: row.role,
    Column.ORGANISATION: lambda row: row.organisation,
    Column.SECTOR: lambda row: "" if row.sector is None else word_at_head(row.sector),
    Column.COUNTRY: lambda row: row.country,
    Column.NOTES: lambda row: str(row.notes) if row.notes else "",
    Column.SESSIONS: lambda row: str(row.sessions) if row.sessions else "",
}


@guarded
class PeopleModel(TableRows["PersonRow"]):
    """Rows as they were found, sorted by a column."""

    def __init__(self, parent: QObject) -> None:
        super().__init__("People", HEADINGS, parent)
        self._sorted_by = Column.NAME
        self._descending = False

    def show_rows(self, rows: Sequence[PersonRow]) -> None:
        """Show these people as they are sorted."""
        super().show_rows(self._in_order(rows))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The headings; over numbers they stand at the same edge."""
        if role == Qt.ItemDataRole.TextAlignmentRole and section in COUNTS:
            return Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        return super().headerData(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell, which is its tooltip too, since it may be cut."""
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return TEXTS[Column(index.column())](self.rows[index.row()])
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; what is chosen stays chosen."""
        self._sorted_by = Column(column)
        self._descending = order == Qt.SortOrder.DescendingOrder
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        keys = [self.rows[index.row()].key for index in held]
        self.take(self._in_order(self.rows))
        after = [self.index(self.row_of(key), index.column()) for key, index in zip(keys, held, strict=True)]
        self.changePersistentIndexList(held, after)
        self.layoutChanged.emit()

    def _in_order(self, rows: Sequence[PersonRow]) -> Sequence[PersonRow]:
        """Rows come by name, and equal ones stay in that order."""
        if self._sorted_by is Column.NAME and not self._descending:
            return rows if rows is not self.rows else sorted(rows, key=lambda row: (identity(row.name), row.key))
        if self._sorted_by is Column.NOTES:
            return sorted(rows, key=lambda row: row.notes, reverse=self._descending)
        if self._sorted_by is Column.SESSIONS:
            return sorted(rows, key=lambda row: row.sessions, reverse=self._descending)
        text = TEXTS[self._sorted_by]
        ordered = sorted(rows, key=lambda row: identity(text(row)), reverse=self._descending)
        # Whoever has nothing in the column comes last, whichever way it is sorted.
        return [row for row in ordered if text(row)] + [row for row in ordered if not text(row)]
