"""The rows of the register as Qt's tables want them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt

from facilitator.desktop.guard import guarded
from facilitator.desktop.marking import N
from facilitator.desktop.widgets.table_rows import Index, TableRows
from facilitator.desktop.words import word
from facilitator.domain.cards import RegisterOrder
from facilitator.domain.kinds import Status

if TYPE_CHECKING:
    from facilitator.domain.cards import RegisterRow
    from facilitator.domain.nouns import Key
    from facilitator.domain.rows import Chip


class Column(IntEnum):
    """The columns of the table."""

    NUMBER = 0
    WORDING = 1
    THEMES = 2
    STATUS = 3
    ADDRESSED_TO = 4
    MISSING = 5


HEADINGS = (
    N("Register", "No."),
    N("Register", "Wording"),
    N("Register", "Themes"),
    N("Register", "Status"),
    N("Register", "Addressed to"),
    N("Register", "To fill in"),
)
FIELDS = {
    "addressed_to": N("Register", "addressed to"),
    "action": N("Register", "action"),
    "timeframe": N("Register", "timeframe"),
    "indicator": N("Register", "indicator"),
    "resources": N("Register", "resources"),
}
ORDERS = {
    Column.NUMBER: RegisterOrder.NUMBER,
    Column.WORDING: RegisterOrder.WORDING,
    Column.THEMES: RegisterOrder.THEMES,
    Column.STATUS: RegisterOrder.STATUS,
    Column.ADDRESSED_TO: RegisterOrder.ADDRESSED_TO,
    Column.MISSING: RegisterOrder.MISSING,
}


@guarded
class RegisterModel(TableRows["RegisterRow"]):
    """Shows rows as the database has sorted them."""

    def __init__(self, parent: QObject) -> None:
        self._themes: Mapping[Key, Chip] = {}
        super().__init__("Register", HEADINGS, parent)

    def show_register(self, rows: Sequence[RegisterRow], themes: Mapping[Key, Chip]) -> None:
        """Show these rows with the themes that they name."""
        self._themes = themes
        self.show_rows(rows)

    def chips(self, row: int) -> list[Chip]:
        """The themes of a recommendation, the home first."""
        return [self._themes[key] for key in self.rows[row].themes if key in self._themes]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text of a cell, which is spoken too; the whole of a wording as its tooltip."""
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._text(index.row(), Column(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == Column.MISSING:
            return self._text(index.row(), Column.MISSING)
        return None

    def _text(self, number: int, column: Column) -> str:
        row = self.rows[number]
        match column:
            case Column.NUMBER:
                return str(row.number)
            case Column.WORDING:
                return row.wording
            case Column.THEMES:
                return ", ".join(chip.name for chip in self.chips(number))
            case Column.STATUS:
                return word(Status(row.status))
            case Column.ADDRESSED_TO:
                return row.addressed_to
            case Column.MISSING:
                return ", ".join(QCoreApplication.translate("Register", FIELDS[field]) for field in row.missing)
