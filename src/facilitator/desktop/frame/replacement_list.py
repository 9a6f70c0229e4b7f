"""What a replacement would change, one line for each place, each with a check of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView

from facilitator.desktop.guard import guarded
from facilitator.desktop.widgets.lazy_list_view import LazyListView
from facilitator.desktop.widgets.rows_model import RowsModel

from .replacement_delegate import ReplacementDelegate
from .replacement_lines import ReplacementLine, spoken, told

if TYPE_CHECKING:
    from facilitator.desktop.look.look import Look

Role = Qt.ItemDataRole


@guarded
class ReplacementModel(RowsModel[ReplacementLine]):
    """The lines, and which of them are replaced; those whose name is not free cannot be."""

    def __init__(self) -> None:
        self.by = ""
        self._free: frozenset[bytes] = frozenset()
        self._left_out: set[bytes] = set()
        super().__init__(
            {
                Role.DisplayRole: lambda line: line.one.worded.text,
                Role.ToolTipRole: told,
                Role.AccessibleTextRole: lambda line: spoken(line, self.by),
                Role.CheckStateRole: lambda line: (
                    Qt.CheckState.Checked if self.takes(line) else Qt.CheckState.Unchecked
                ),
            }
        )

    @property
    def count(self) -> int:
        """How many places are replaced."""
        return len(self._free) - len(self._left_out)

    def show(self, lines: list[ReplacementLine], by: str, *, begins_anew: bool) -> None:
        """Other lines; what was left out stays so unless something else is looked for."""
        self._free = frozenset(line.key for line in lines if not line.one.is_taken)
        self._left_out = set() if begins_anew else self._left_out & self._free
        self.by = by
        self.replace_all(lines)

    def takes(self, line: ReplacementLine) -> bool:
        """Whether this place is replaced."""
        return line.key in self._free and line.key not in self._left_out

    def turn(self, rows: list[int]) -> None:
        """Leave these places out; where one of them is left out already, take them all."""
        keys = self._free & {self.rows[row].key for row in rows}
        self._left_out = self._left_out - keys if self._left_out & keys else self._left_out | keys
        self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), 0), [Role.CheckStateRole])

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """A screen reader says of a line whether it is checked."""
        is_free = index.isValid() and not self.rows[index.row()].one.is_taken
        return super().flags(index) | (Qt.ItemFlag.ItemIsUserCheckable if is_free else Qt.ItemFlag.NoItemFlags)


@guarded
class ReplacementList(LazyListView):
    """Space and a click leave a place out or take it back: `turned`. Enter is `entered`."""

    turned = Signal()
    entered = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.lines = ReplacementModel()
        self._painter_of_lines = ReplacementDelegate(look, self.lines)
        self.setModel(self.lines)
        self.setItemDelegate(self._painter_of_lines)
        look.changed.connect(self.viewport().update)
        self.clicked.connect(self._click)

    @property
    def chosen(self) -> list[ReplacementLine]:
        """The lines that are replaced."""
        return [line for line in self.lines.rows if self.lines.takes(line)]

    def show_lines(self, lines: list[ReplacementLine], by: str, *, begins_anew: bool) -> None:
        """Show these; what was left out stays so unless something else is looked for."""
        current = self.currentIndex()
        key = self.lines.rows[current.row()].key if current.isValid() else b""
        self._painter_of_lines.forget()
        self.lines.show(lines, by, begins_anew=begins_anew)
        self.setCurrentIndex(self.lines.index(max(0, self.lines.row_of(key)), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space turns the checks of what is selected, or of the current line; Enter leads on, and nothing is copied."""
        if event.key() == Qt.Key.Key_Space:
            self._turn(self._selected_rows())
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        elif not event.matches(QKeySequence.StandardKey.Copy):
            super().keyPressEvent(event)

    def _selected_rows(self) -> list[int]:
        selection = self.selectionModel().selection()
        parts = [selection.at(place) for place in range(selection.count())]
        return [row for part in parts for row in range(part.top(), part.bottom() + 1)]

    def _click(self, index: QModelIndex) -> None:
        # with Shift or Ctrl one selects what Space is to turn
        if not QGuiApplication.keyboardModifiers():
            self._turn([index.row()])

    def _turn(self, rows: list[int]) -> None:
        if not rows and self.currentIndex().isValid():
            rows = [self.currentIndex().row()]
        if rows:
            self.lines.turn(rows)
            self.turned.emit()
