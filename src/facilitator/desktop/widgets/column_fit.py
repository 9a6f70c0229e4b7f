"""The widths of a table's columns, and which of them give way where there is no room."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QTableView

from facilitator.desktop.guard import guarded
from facilitator.desktop.look.look import Look


@guarded
class ColumnFit(QObject):
    """Fits the columns whenever the table changes its width; `fit` does so when the look is another.

    `widths` are pixels at the usual size of text, of all columns but those that take what is left; these need `least`
    together. The columns of `give_way` are hidden in this order.
    """

    def __init__(
        self, table: QTableView, look: Look, widths: Mapping[int, int], give_way: Sequence[int], least: int
    ) -> None:
        super().__init__(table)
        self._table = table
        self._look = look
        self._widths = widths
        self._give_way = give_way
        self._least = least
        self._hidden: Collection[int] = ()
        table.viewport().installEventFilter(self)

    def leave_out(self, columns: Collection[int]) -> None:
        """Hide these, whatever room there is."""
        self._hidden = columns
        self.fit()

    def fit(self) -> None:
        """Set widths and hide what finds no room."""
        widths = {column: self._width(column) for column in self._widths}
        room = self._table.viewport().width() - self._look.scaled(self._least)
        room -= sum(width for column, width in widths.items() if column not in self._hidden)
        hidden = set(self._hidden)
        for column in self._give_way:
            if room < 0 and column not in hidden:
                hidden.add(column)
                room += widths[column]
        for column, width in widths.items():
            self._table.setColumnHidden(column, column in hidden)
            self._table.setColumnWidth(column, width)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """There is more or less room."""
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)

    def _width(self, column: int) -> int:
        # The heading keeps its size when the text becomes smaller.
        return max(self._look.scaled(self._widths[column]), self._table.horizontalHeader().sectionSizeHint(column))
