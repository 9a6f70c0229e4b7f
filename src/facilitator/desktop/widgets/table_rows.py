"""Rows in columns: what the tables of people and of recommendations have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from facilitator.desktop.guard import guarded

from .rows_model import Keyed

Row = TypeVar("Row", bound=Keyed)
Index = QModelIndex | QPersistentModelIndex


@guarded
class TableRows(QAbstractTableModel, Generic[Row]):
    """Rows in their order; `headings` are marked texts of the translation context `spoken_of`, one for each column."""

    # Qt asks while its own constructor runs.
    rows: Sequence[Row] = ()

    def __init__(self, spoken_of: str, headings: Sequence[str], parent: QObject) -> None:
        self._spoken_of = spoken_of
        self._headings = headings
        self._numbers: dict[bytes, int] = {}
        super().__init__(parent)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these; when only their content is another, whatever stands on a row stays there."""
        if [row.key for row in rows] == [row.key for row in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self._headings) - 1))
            return
        self.beginResetModel()
        self.take(rows)
        self.endResetModel()

    def take(self, rows: Sequence[Row]) -> None:
        """Hold these rows from now on; who calls tells the views."""
        self.rows = rows
        self._numbers = {row.key: number for number, row in enumerate(rows)}

    def row_of(self, key: bytes) -> int:
        """The row of a thing, -1 when it is not shown."""
        return self._numbers.get(key, -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it; it is never changed
        """How many rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it; it is never changed
        """How many columns."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The headings."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return QCoreApplication.translate(self._spoken_of, self._headings[section])


def prepare_table(table: QTableView, stretched: Sequence[int]) -> None:
    """Whole rows without a grid, scrolled by pixels; these columns take what the others leave."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    header = table.horizontalHeader()
    header.setSectionsClickable(True)
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    for column in stretched:
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
