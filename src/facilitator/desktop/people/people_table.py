"""The table of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from facilitator.desktop.guard import guarded
from facilitator.desktop.widgets.column_fit import ColumnFit
from facilitator.desktop.widgets.table_rows import prepare_table

from .people_delegate import PeopleDelegate
from .people_model import Column, PeopleModel

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.domain.rows import PersonRow

WIDTHS: dict[int, int] = {
    Column.CODE: 76,
    Column.ROLE: 150,
    Column.SECTOR: 120,
    Column.COUNTRY: 130,
    Column.NOTES: 70,
    Column.SESSIONS: 84,
}
GIVE_WAY = (Column.SESSIONS, Column.COUNTRY, Column.NOTES, Column.ROLE, Column.SECTOR)
"""Hidden in this order where there is no room: they stand in the form too."""
NARROWEST = 170
"""Pixels that name and organization need at least, at the usual size of text."""


@guarded
class PeopleTable(QTableView):
    """`opened` on Enter or a double click; `typed` with a letter that was meant for the field above."""

    opened = Signal()
    typed = Signal(str)
    chosen_changed = Signal()

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        self._context = context
        self.people = PeopleModel(self)
        self._delegate = PeopleDelegate(context.look, self)
        self.setAccessibleName(name)
        self.setModel(self.people)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        prepare_table(self, (Column.NAME, Column.ORGANISATION))
        self.horizontalHeader().setSortIndicator(Column.NAME, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self._fit = ColumnFit(self, context.look, WIDTHS, GIVE_WAY, 2 * NARROWEST)
        self.doubleClicked.connect(lambda _: self.opened.emit())
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen_changed.emit())
        context.look.changed.connect(self._take_look)
        self._take_look()

    @property
    def current(self) -> PersonRow | None:
        """The person with the focus."""
        index = self.currentIndex()
        return self.people.rows[index.row()] if index.isValid() else None

    @property
    def chosen(self) -> list[PersonRow]:
        """Everybody who is selected, in the order of the table."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self.people.rows[row] for row in rows]

    def choose(self, key: bytes | None) -> bool:
        """Select one person; whether they are shown."""
        row = self.people.row_of(key) if key is not None else -1
        if row < 0:
            return False
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self.people.index(row, Column.NAME), flags)
        self.scrollTo(self.people.index(row, Column.CODE))
        return True

    def step(self, by: int) -> None:
        """One row on, as from the field above."""
        row = self.currentIndex().row() + by
        if 0 <= row < len(self.people.rows):
            self.choose(self.people.rows[row].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Commands, arrows; letters go to the field above."""
        if self._context.actions.press(event, "people"):
            return
        text = event.text()
        is_plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if text and text.isprintable() and not text.isspace() and is_plain:
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    def _take_look(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height)
        self._fit.fit()
        self.viewport().update()
