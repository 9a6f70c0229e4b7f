"""A list of many rows of different heights, of which only those on the screen are ever measured.

Qt's own list asks the height of every row before it paints the first; with 100,000 notes that is seven seconds. Here
the geometry is ours, from a `HeightIndex`; selection, keys, editors, drag and accessibility stay Qt's.
"""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from facilitator.desktop.guard import guarded

from .height_index import HeightIndex

STEP = 34
"""Pixels that one turn of the wheel or one press of a scroll bar's arrow is worth, a third of them each."""
SHOWN_OF_SELECTION = 200
Index = QModelIndex | QPersistentModelIndex
CursorAction = QAbstractItemView.CursorAction
Hint = QAbstractItemView.ScrollHint


class RowDelegate(QStyledItemDelegate):
    """Paints rows, and says how high they are."""

    @abstractmethod
    def estimate(self, width: int, row: int) -> int:
        """The height of a row in a list of this width, guessed without setting its text."""

    @abstractmethod
    def measure(self, width: int, row: int) -> int:
        """The height of a row in a list of this width."""


@guarded
class LazyListView(QListView):
    """`spacing_below` pixels follow each row. With `follows` the list stays at its end while it is there.

    With `grows_up` few rows lie at the bottom. Its item delegate must be a `RowDelegate`.
    """

    # Virtuals are called from within the constructor of Qt, before ours has run.
    _index: HeightIndex | None = None
    _width = -1
    _is_stale = True
    _at_end = False
    _drop_line: int | None = None
    _drop_colour = QColor()

    def __init__(
        self, *, spacing_below: int = 0, follows: bool = False, grows_up: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._spacing = spacing_below
        self._follows = follows
        self._grows_up = grows_up
        self._at_end = follows
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setUniformItemSizes(True)

    def setModel(self, model: object) -> None:
        """Show the rows of a list model."""
        super().setModel(model)  # type: ignore[arg-type]
        rows = self.model()
        self._index = HeightIndex(self._estimated, self._measured)
        self._index.reset(rows.rowCount())
        rows.rowsInserted.connect(self._rows_came)
        rows.rowsRemoved.connect(self._rows_went)
        rows.dataChanged.connect(self._rows_changed)
        rows.modelReset.connect(self.remeasure)
        rows.layoutChanged.connect(self.remeasure)
        self._settle()

    def remeasure(self) -> None:
        """Forget all heights: the size of the text or the whole content is another. The top row stays where it is."""
        if self._index is None:
            return
        kept = self._top_row()
        self._index.reset(self.model().rowCount())
        if kept is not None and not self._at_end and kept < self._index.count:
            self._set_bar(self._index.top(kept))
        self._settle()
        self.viewport().update()

    def show_drop_line(self, y: int | None, colour: QColor) -> None:
        """Mark where something would be put down, at this height of the viewport; None takes the mark away."""
        if y != self._drop_line:
            self._drop_line, self._drop_colour = y, colour
            self.viewport().update()

    def drop_place(self, y: int) -> tuple[int, int]:
        """The row before which something at this height would be put, and the height of the gap it would go into."""
        index = self._index
        if index is None or not index.count:
            return 0, 1
        offset = self._offset()
        row, top = index.row_at(y - offset)
        if y - offset > top + index.height(row) // 2:
            row, top = row + 1, top + index.height(row)
        return row, max(1, top + offset - self._spacing // 2)

    # What Qt asks about geometry

    def doItemsLayout(self) -> None:
        """Never Qt's own layout."""
        self._settle()

    def updateGeometries(self) -> None:
        """The range of the scroll bar."""
        self._settle()
        self.updateEditorGeometries()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Rows may break elsewhere now."""
        self._settle()
        self.updateEditorGeometries()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while nobody looked is settled now."""
        super().showEvent(event)
        self._settle()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """The scroll bar has moved."""
        bar = self.verticalScrollBar()
        self._at_end = self._follows and bar.value() >= bar.maximum()
        self._settle()
        self.updateEditorGeometries()
        self.viewport().update()

    def verticalOffset(self) -> int:
        """Pixels above the viewport."""
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        """Rows are as wide as the list."""
        return 0

    def visualRect(self, index: Index) -> QRect:
        """Where a row is in the viewport."""
        if self._index is None or not index.isValid() or index.row() >= self._index.count:
            return QRect()
        top = self._index.top(index.row()) + self._offset()
        return QRect(0, top, self._width, self._index.height(index.row()) - self._spacing)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The row at a point of the viewport."""
        if self._index is None or not self._index.count:
            return QModelIndex()
        y = point.y() - self._offset()
        if not 0 <= y < self._index.total:
            return QModelIndex()
        return self.model().index(self._index.row_at(y)[0], 0)

    def scrollTo(self, index: Index, hint: Hint = Hint.EnsureVisible) -> None:
        """Bring a row onto the screen."""
        if self._index is None or not index.isValid() or index.row() >= self._index.count:
            return
        height = self._index.exact(index.row())
        top = self._index.top(index.row())
        bar, page = self.verticalScrollBar(), self.viewport().height()
        bar.setMaximum(max(0, self._index.total - page))
        if hint == Hint.PositionAtTop or (hint == Hint.EnsureVisible and (top < bar.value() or height > page)):
            bar.setValue(top)
        elif hint == Hint.PositionAtBottom or (hint == Hint.EnsureVisible and top + height > bar.value() + page):
            bar.setValue(top + height - page)
        elif hint == Hint.PositionAtCenter:
            bar.setValue(top + height // 2 - page // 2)

    def moveCursor(self, action: CursorAction, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """The row that an arrow or page key leads to."""
        index = self._index
        if index is None or not index.count:
            return QModelIndex()
        row, last = self.currentIndex().row(), index.count - 1
        page = self.viewport().height()
        match action:
            case CursorAction.MoveDown | CursorAction.MoveNext:
                row = min(last, row + 1)
            case CursorAction.MoveUp | CursorAction.MovePrevious:
                row = max(0, row - 1)
            case CursorAction.MoveHome:
                row = 0
            case CursorAction.MoveEnd:
                row = last
            case CursorAction.MovePageDown:
                row = index.row_at(index.top(max(0, row)) + page)[0]
            case CursorAction.MovePageUp:
                row = index.row_at(index.top(max(0, row)) - page)[0]
        return self.model().index(max(0, row), 0)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select what lies between two heights of the viewport."""
        index = self._index
        if index is None or not index.count:
            return
        rect = rect.normalized()
        first = index.row_at(rect.top() - self._offset())[0]
        last = index.row_at(rect.bottom() - self._offset())[0]
        rows = self.model()
        self.selectionModel().select(QItemSelection(rows.index(first, 0), rows.index(last, 0)), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """What is to be painted again when a selection changes."""
        region = QRegion()
        for index in selection.indexes()[:SHOWN_OF_SELECTION]:
            region += self.visualRect(index)
        return region

    def isIndexHidden(self, _index: Index) -> bool:
        """No row is hidden."""
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows that the event touches, and the mark of a drop."""
        if self._is_stale:
            self._settle()
        painter = QPainter(self.viewport())
        try:
            self._paint_rows(painter, event.rect())
            if self._drop_line is not None:
                painter.fillRect(QRect(0, self._drop_line - 1, self._width, 2), self._drop_colour)
        finally:
            painter.end()

    def _paint_rows(self, painter: QPainter, touched: QRect) -> None:
        index = self._index
        if index is None or not index.count:
            return
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        plain = option.state
        offset = self._offset()
        row, top = index.row_at(max(0, touched.top() - offset))
        while row < index.count and top + offset <= touched.bottom():
            height = index.height(row)
            at = self.model().index(row, 0)
            option.rect = QRect(0, top + offset, self._width, height - self._spacing)
            option.state = plain | self._state(at)
            self.itemDelegate().paint(painter, option, at)
            top += height
            row += 1

    def _state(self, index: QModelIndex) -> QStyle.StateFlag:
        state = QStyle.StateFlag.State_None
        if self.selectionModel().isSelected(index):
            state |= QStyle.StateFlag.State_Selected
        if self.hasFocus() and index == self.currentIndex():
            state |= QStyle.StateFlag.State_HasFocus
        return state

    # Heights

    def _delegate(self) -> RowDelegate:
        delegate = self.itemDelegate()
        if not isinstance(delegate, RowDelegate):
            raise TypeError("a lazy list needs a delegate that knows heights")
        return delegate

    def _estimated(self, row: int) -> int:
        return self._delegate().estimate(self._width, row) + self._spacing

    def _measured(self, row: int) -> int:
        return self._delegate().measure(self._width, row) + self._spacing

    def _rows_came(self, _parent: object, first: int, last: int) -> None:
        if self._index is not None:
            kept = self._top_row()
            within = self.verticalScrollBar().value() - (self._index.top(kept) if kept is not None else 0)
            self._index.insert(first, last - first + 1)
            if kept is not None and first <= kept and not self._at_end:
                self._set_bar(self._index.top(kept + last - first + 1) + within)
            self._settle()
            self.viewport().update()

    def _rows_went(self, _parent: object, first: int, last: int) -> None:
        if self._index is not None:
            self._index.remove(first, last - first + 1)
            self._settle()
            self.viewport().update()

    def _rows_changed(self, first: QModelIndex, last: QModelIndex, _roles: object = None) -> None:
        if self._index is not None:
            for row in range(first.row(), last.row() + 1):
                self._index.changed(row)
            self._settle()
            self.viewport().update()

    def _top_row(self) -> int | None:
        if self._index is None or not self._index.count or self._width <= 0:
            return None
        return self._index.row_at(self.verticalScrollBar().value())[0]

    def _settle(self) -> None:
        """Measure what the viewport shows, keeping the end in place while following, else the top row."""
        index = self._index
        if index is None or not self.isVisible() or self.visibleRegion().isEmpty():
            # A column that nobody sees is settled when it is seen.
            self._is_stale = True
            return
        self._is_stale = False
        self._take_width(index)
        if not index.count:
            self._set_bar(0)
        elif self._at_end:
            self._settle_end(index)
        else:
            self._settle_top(index)

    def _take_width(self, index: HeightIndex) -> None:
        width = self.viewport().width()
        if width == self._width:
            return
        kept = self._top_row() if not self._at_end else None
        self._width = width
        index.reset(index.count)
        if kept is not None:
            self._set_bar(index.top(kept))

    def _settle_end(self, index: HeightIndex) -> None:
        row, height = index.count - 1, 0
        while row >= 0 and height < self.viewport().height():
            height += index.exact(row)
            row -= 1
        self._set_bar(max(0, index.total - self.viewport().height()))

    def _settle_top(self, index: HeightIndex) -> None:
        at = self.verticalScrollBar().value()
        row, top = index.row_at(at)
        within = at - top
        shown, height = row, -within
        while shown < index.count and height < self.viewport().height():
            height += index.exact(shown)
            shown += 1
        self._set_bar(index.top(row) + min(within, index.height(row) - 1))

    def _set_bar(self, value: int) -> None:
        bar, page = self.verticalScrollBar(), self.viewport().height()
        total = self._index.total if self._index is not None else 0
        # Ours already: a change of the range must not come back as a scroll.
        blocked = bar.blockSignals(True)
        bar.setRange(0, max(0, total - page))
        bar.setPageStep(page)
        bar.setSingleStep(STEP)
        bar.setValue(value)
        bar.blockSignals(blocked)
        bar.update()

    def _offset(self) -> int:
        """What is added to a height among the rows to get one in the viewport."""
        total = self._index.total if self._index is not None else 0
        page = self.viewport().height()
        return page - total if self._grows_up and total < page else -self.verticalScrollBar().value()
