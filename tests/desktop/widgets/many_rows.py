"""Lists of rows whose true height stands in their text, and whose guessed height is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QPlainTextEdit, QStyle, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from facilitator.desktop.guard import guarded
from facilitator.desktop.widgets.lazy_list_view import LazyListView, RowDelegate
from facilitator.desktop.widgets.rows_model import RowsModel

GUESS = 31


@dataclass(frozen=True, slots=True)
class Row:
    """`number` is its identity, `height` its height in pixels."""

    number: int
    height: int
    text: str = ""

    @property
    def key(self) -> bytes:
        return self.number.to_bytes(4, "big")


def rows_of(numbers: Iterable[int]) -> list[Row]:
    """Rows of different heights, 20 to 91 pixels."""
    return [Row(number, 20 + number * 37 % 72, f"row {number}") for number in numbers]


@guarded
class Painter(RowDelegate):
    """Notes what it measures and paints. Its editor is a field of plain text."""

    def __init__(self, model: RowsModel[Row]) -> None:
        super().__init__()
        self._model = model
        self.measured: list[int] = []
        self.seen: list[tuple[int, int, int]] = []
        self.states: dict[int, QStyle.StateFlag] = {}
        self.zoom = 1

    def estimate(self, width: int, row: int) -> int:
        return GUESS

    def measure(self, width: int, row: int) -> int:
        self.measured.append(row)
        return self.true_height(width, row)

    def true_height(self, width: int, row: int) -> int:
        """In a narrow list every row is twice as high."""
        return self._model.rows[row].height * (2 if width < 150 else 1) * self.zoom

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.seen.append((index.row(), option.rect.top(), option.rect.height()))
        self.states[index.row()] = option.state

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        return QPlainTextEdit(parent)

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        assert isinstance(editor, QPlainTextEdit)
        editor.setPlainText(str(index.data()))


class Editable(RowsModel[Row]):
    """Rows that can be edited where they stand."""

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable


class Column:
    """A list on the screen, 240 x 300 pixels, and what stands on it."""

    def __init__(self, qtbot: QtBot, rows: list[Row], *, shows: bool = True, **how: bool | int) -> None:
        self.model = Editable({Qt.ItemDataRole.DisplayRole: lambda row: row.text})
        self.spacing = int(how.get("spacing_below", 0))
        self.view = LazyListView(**how)  # type: ignore[arg-type]
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.painter = Painter(self.model)
        self.view.setModel(self.model)
        self.view.setItemDelegate(self.painter)
        self.model.replace(rows)
        self.view.resize(240, 300)
        if shows:
            qtbot.addWidget(self.view)
            with qtbot.waitExposed(self.view):
                self.view.show()
            self.view.setFocus()

    @property
    def page(self) -> int:
        return self.view.viewport().height()

    def paint(self) -> list[tuple[int, int]]:
        """The rows that are painted now, and where each begins; they lie without a gap, as high as they are."""
        self.painter.seen.clear()
        self.view.viewport().repaint()
        seen = self.painter.seen
        for (_, top, height), (_, following, _) in pairwise(seen):
            assert top + height + self.spacing == following
        assert all(height == self.painter.true_height(self.page_width, row) for row, _, height in seen)
        return [(row, top) for row, top, _ in seen]

    @property
    def page_width(self) -> int:
        return self.view.viewport().width()

    def place_of(self, number: int) -> int:
        """Where the row of this number is painted."""
        return next(top for row, top in self.paint() if self.model.rows[row].number == number)

    def scroll(self, by: int) -> None:
        bar = self.view.verticalScrollBar()
        bar.setValue(bar.value() + by)

    def rect(self, row: int) -> tuple[int, int]:
        rect = self.view.visualRect(self.model.index(row, 0))
        return rect.top(), rect.height()


MakeColumn = Callable[..., Column]
