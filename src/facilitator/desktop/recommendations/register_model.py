"""The rows of the register as Qt's tables want them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from facilitator.desktop.guard import guarded
from facilitator.desktop.marking import N
from facilitator.desktop.words import word
from facilitator.domain.cards import RegisterOrder
from facilitator.domain.kinds import Status

if TYPE_CHECKING:
    from facilitator.domain.cards import RegisterRow
    from facilitator.domain.nouns import Key
    from facilitator.domain.rows import Chip

Index = QModelIndex | QPersistentModelIndex


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
class RegisterModel(QAbstractTableModel):
    """Shows rows as the database has sorted them."""

    # Qt asks while its own constructor runs.
    rows: Sequence[RegisterRow] = ()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._themes: Mapping[Key, Chip] = {}
        self._numbers: dict[Key, int] = {}

    def show_rows(self, rows: Sequence[RegisterRow], themes: Mapping[Key, Chip]) -> None:
        """Show these rows; when only their content is another, whatever stands on a row stays there."""
        same = [row.key for row in rows] == [row.key for row in self.rows]
        self._themes = themes
        if same:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(Column) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self._numbers = {row.key: number for number, row in enumerate(rows)}
        self.endResetModel()

    def row_of(self, key: Key) -> int:
        """The row of a recommendation, -1 when it is not shown."""
        return self._numbers.get(key, -1)

    def chips(self, row: int) -> list[Chip]:
        """The themes of a recommendation, the home first."""
        return [self._themes[key] for key in self.rows[row].themes if key in self._themes]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it; it is never changed
        """How many recommendations."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it; it is never changed
        """How many columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The headings."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return QCoreApplication.translate("Register", HEADINGS[section])

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
