"""The geometry of a list of which only the rows on the screen are ever measured.

Qt's own list asks the height of every row before it paints the first; with 100,000 notes that is seven seconds.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QItemSelection, QModelIndex, QPersistentModelIndex, QPoint, QRect
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QListView, QStyledItemDelegate, QWidget

from facilitator.desktop.guard import guarded

from .painted_rows import PaintedRows
from .shown_rows import Bring, ShownRows

STEP = 34
"""Pixels of one press of a scroll bar's arrow; a notch of the wheel is as many of them as the system says."""
Index = QModelIndex | QPersistentModelIndex
Hint = QAbstractItemView.ScrollHint
_PLACES = {
    Hint.EnsureVisible: Bring.INTO_SIGHT,
    Hint.PositionAtTop: Bring.TO_TOP,
    Hint.PositionAtBottom: Bring.TO_BOTTOM,
    Hint.PositionAtCenter: Bring.TO_CENTRE,
}


class RowDelegate(QStyledItemDelegate):
    """Paints rows, and says how high they are. Emits `sizeHintChanged` when the height of a row is another."""

    @abstractmethod
    def estimate(self, width: int, row: int) -> int:
        """The height of a row in a list of this width, guessed without setting its text."""

    @abstractmethod
    def measure(self, width: int, row: int) -> int:
        """The height of a row in a list of this width."""


@guarded
class LazyGeometry(QListView):
    """`spacing` pixels follow each row. All that Qt asks about where rows are is answered from `ShownRows`."""

    # Virtuals are called from within the constructor of Qt, before ours has run.
    _rows = ShownRows(lambda _width, _row: 1, lambda _width, _row: 1, follows=False, grows_up=False)
    _is_stale = True
    _is_placing = False
    _wanted: tuple[QPersistentModelIndex, Bring] | None = None
    _held: tuple[QPersistentModelIndex, int] | None = None
    _painted = PaintedRows()

    def __init__(self, spacing: int, *, follows: bool, grows_up: bool, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._painted = PaintedRows()
        self._spacing = spacing
        self._rows = ShownRows(
            lambda width, row: self._delegate().estimate(width, row) + spacing,
            lambda width, row: self._delegate().measure(width, row) + spacing,
            follows=follows,
            grows_up=grows_up,
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show the rows of a list model."""
        before: QAbstractItemModel | None = self.model()
        if before is not None:
            before.rowsRemoved.disconnect(self._rows_went)
            before.layoutAboutToBeChanged.disconnect(self._hold_first)
            before.layoutChanged.disconnect(self._find_first)
            before.rowsMoved.disconnect(self.remeasure)
        super().setModel(model)
        if model is not None:
            model.rowsRemoved.connect(self._rows_went)
            model.layoutAboutToBeChanged.connect(self._hold_first)
            model.layoutChanged.connect(self._find_first)
            model.rowsMoved.connect(self.remeasure)

    def setItemDelegate(self, delegate: QAbstractItemDelegate) -> None:
        """Let a `RowDelegate` paint the rows and say how high they are."""
        before = self.itemDelegate()
        if isinstance(before, RowDelegate):
            before.sizeHintChanged.disconnect(self._height_changed)
        super().setItemDelegate(delegate)
        delegate.sizeHintChanged.connect(self._height_changed)
        self.remeasure()

    def remeasure(self) -> None:
        """Forget all heights: the size of the text or the whole content is another. The top row stays where it is."""
        self._rows.forget(self._row_count())
        self._settle()

    # What Qt tells about the model

    def reset(self) -> None:
        """All rows are others."""
        self._rows.forget(self._row_count())
        super().reset()
        self._settle()

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        """Rows have come."""
        is_at_end = start == self._rows.count
        self._rows.insert(start, end - start + 1)
        super().rowsInserted(parent, start, end)
        self._settle(keeps_rows=is_at_end)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Rows are others now. The editor of a row keeps what is being typed into it."""
        edited = self.currentIndex() if self.state() == QAbstractItemView.State.EditingState else QModelIndex()
        if not first.row() <= edited.row() <= last.row():
            super().dataChanged(first, last, list(roles))
        self._rows_changed(first.row(), last.row())

    def _rows_went(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._rows.remove(first, last - first + 1)
        self._settle()

    def _height_changed(self, index: QModelIndex) -> None:
        self._rows_changed(index.row(), index.row())

    def _rows_changed(self, first: int, last: int) -> None:
        if 0 <= first <= last < self._rows.count:
            self._rows.heights.changed(first, last - first + 1)
            self._settle(keeps_rows=True, changed=range(first, last + 1))

    def _hold_first(self) -> None:
        self._held = QPersistentModelIndex(self.model().index(self._rows.first, 0)), self._selected_count()

    def _find_first(self) -> None:
        """Rows have changed places: what was at the top stays there, if it still exists."""
        self._rows.forget(self._row_count())
        if self._held is not None:
            first, selected = self._held
            if first.isValid():
                self._rows.first = first.row()
            if selected != self._selected_count():
                # Qt itself says nothing of a selection that went away with its rows in this manner.
                self.selectionModel().selectionChanged.emit(QItemSelection(), QItemSelection())
        self._held = None
        self._settle()

    def _selected_count(self) -> int:
        selection = self.selectionModel().selection()
        return sum(selection.at(place).height() for place in range(selection.count()))

    # What Qt asks about geometry

    def doItemsLayout(self) -> None:
        """Never Qt's own layout."""
        self._settle(keeps_rows=True)

    def updateGeometries(self) -> None:
        """The range of the scroll bar."""
        self._settle(keeps_rows=True)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Rows may break elsewhere now."""
        self._settle()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while nobody looked is settled now."""
        super().showEvent(event)
        self._settle()

    def scrollContentsBy(self, _dx: int, dy: int) -> None:
        """The scroll bar has been moved, unless it was us."""
        if not self._is_placing:
            bar = self.verticalScrollBar()
            self._rows.scroll(bar.value(), -dy, bar.maximum())
            self._settle(keeps_rows=True)

    def verticalOffset(self) -> int:
        """Pixels above the viewport."""
        return self._rows.above

    def horizontalOffset(self) -> int:
        """Rows are as wide as the list."""
        return 0

    def visualRect(self, index: Index) -> QRect:
        """Where a row is in the viewport."""
        rows = self._rows
        if not index.isValid() or index.row() >= rows.count:
            return QRect()
        return QRect(0, rows.top(index.row()), rows.width, rows.heights.height(index.row()) - self._spacing)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The row at a point of the viewport."""
        row = self._rows.row_at(point.y())
        return QModelIndex() if row is None else self.model().index(row, 0)

    def scrollTo(self, index: Index, hint: Hint = Hint.EnsureVisible) -> None:
        """Bring a row onto the screen, or do so as soon as the list is on the screen itself."""
        if not index.isValid() or index.row() >= self._rows.count:
            return
        self._wanted = (QPersistentModelIndex(index), _PLACES[hint])
        self._settle(keeps_rows=True)

    # Keeping the rows in place

    def _settle(self, *, keeps_rows: bool = False, changed: range = range(0)) -> None:
        """Measure what the viewport shows; a column that nobody sees is settled when it is seen.

        With `keeps_rows` each row has the number that it had, and no more is painted again than the rows `changed` and
        what has come into sight.
        """
        if not self.isVisible() or self.viewport().visibleRegion().isEmpty():
            self._is_stale = True
            return
        self._lay_out()
        self._painted.renew(self.viewport(), self._rows.places(), changed if keeps_rows else None)

    def _lay_out(self) -> None:
        self._is_stale = False
        viewport = self.viewport()
        self._rows.settle(viewport.width(), viewport.height())
        wanted, self._wanted = self._wanted, None
        if wanted is not None and wanted[0].isValid():
            self._rows.bring(wanted[0].row(), wanted[1])
        self._place_bar()
        self.updateEditorGeometries()

    def _place_bar(self) -> None:
        """Show on the scroll bar where we are; what it says to that is no wish of the person."""
        bar, was = self.verticalScrollBar(), self._is_placing
        self._is_placing = True
        bar.setPageStep(self._rows.page)
        bar.setSingleStep(STEP)
        # Another range may show or hide the bar, which settles everything once more from within: so the value is
        # asked for after it.
        bar.setRange(0, self._rows.farthest)
        bar.setValue(self._rows.above)
        self._is_placing = was

    def _row_count(self) -> int:
        model: QAbstractItemModel | None = self.model()
        return 0 if model is None else model.rowCount()

    def _delegate(self) -> RowDelegate:
        delegate = self.itemDelegate()
        if not isinstance(delegate, RowDelegate):
            raise TypeError("a lazy list needs a delegate that knows heights")
        return delegate
