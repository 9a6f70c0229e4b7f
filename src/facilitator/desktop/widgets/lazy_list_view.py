"""A list of many rows of different heights: the capture column, the columns of the wall.

The geometry is ours (`LazyGeometry`), and so are painting, page keys, selecting by a rectangle and what is seen of a
drag; selection, editors, drag itself and accessibility stay Qt's.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QCursor,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QRegion,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyle, QStyleOptionViewItem, QWidget

from facilitator.desktop.guard import guarded

from .edge_scroll import EdgeScroll
from .lazy_geometry import LazyGeometry, RowDelegate

__all__ = ["LazyListView", "RowDelegate"]

CursorAction = QAbstractItemView.CursorAction
State = QStyle.StateFlag


@guarded
class LazyListView(LazyGeometry):
    """`spacing_below` pixels follow each row. With `follows` the list stays at its end while it is there.

    With `grows_up` few rows lie at the bottom. Its item delegate must be a `RowDelegate`. `edges` scrolls while
    something is dragged near the top or bottom.
    """

    _drop_line: int | None = None
    _drop_colour = QColor()
    _ground: Callable[[], QColor] | None = None

    def __init__(
        self, *, spacing_below: int = 0, follows: bool = False, grows_up: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(spacing_below, follows=follows, grows_up=grows_up, parent=parent)
        self.edges = EdgeScroll(self.verticalScrollBar(), self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setUniformItemSizes(True)
        # No strip for Qt's own scrolling while dragging, which would come on top of `edges`.
        self.setAutoScrollMargin(0)
        self.setDropIndicatorShown(False)

    def paint_ground(self, colour: Callable[[], QColor]) -> None:
        """Paint the ground ourselves: only then can Qt move what is painted when the list scrolls."""
        self._ground = colour
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # Dragging

    def show_drop_line(self, y: int | None, colour: QColor) -> None:
        """Mark where something would be put down, at this height of the viewport; None takes the mark away."""
        if y != self._drop_line:
            self._drop_line, self._drop_colour = y, colour
            self.viewport().update()

    def drop_place(self, y: int) -> tuple[int, int]:
        """The row before which something at this height would be put, and the height of the gap it would go into."""
        rows = self._rows
        if not rows.count:
            return 0, 1
        row = rows.near(y)
        top, height = rows.top(row), rows.heights.height(row)
        if y > top + height // 2:
            row, top = row + 1, top + height
        return row, max(1, top - self._spacing // 2)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Near an edge the list scrolls."""
        super().dragMoveEvent(event)
        self.edges.hold(event.position().toPoint().y(), self.viewport().height())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """What was dragged is elsewhere."""
        super().dragLeaveEvent(event)
        self._end_drag()

    def dropEvent(self, event: QDropEvent) -> None:
        """What was dragged is put down."""
        self._end_drag()
        super().dropEvent(event)

    def _end_drag(self) -> None:
        self.edges.stop()
        self.show_drop_line(None, self._drop_colour)

    # Keys and selection

    def keyboardSearch(self, _search: str) -> None:
        """Letters are not for looking up rows: they belong to the line or are commands."""

    def moveCursor(self, action: CursorAction, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """The row that an arrow or page key leads to."""
        rows = self._rows
        if not rows.count:
            return QModelIndex()
        row, last = self.currentIndex().row(), rows.count - 1
        if action in {CursorAction.MoveHome, CursorAction.MoveEnd}:
            return self.model().index(0 if action == CursorAction.MoveHome else last, 0)
        if row < 0:
            # Nobody has been here yet: the first key goes to what is on the screen.
            return self.model().index(last if rows.at_end else rows.first, 0)
        match action:
            case CursorAction.MoveDown | CursorAction.MoveNext:
                row = min(last, row + 1)
            case CursorAction.MoveUp | CursorAction.MovePrevious:
                row = max(0, row - 1)
            case CursorAction.MovePageDown:
                row = rows.page_from(row, 1)
            case CursorAction.MovePageUp:
                row = rows.page_from(row, -1)
        return self.model().index(row, 0)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select what lies between two heights of the viewport."""
        rows, rect = self._rows, rect.normalized()
        selection = QItemSelection()
        if rows.count:
            first, last = rows.near(rect.top()), rows.near(rect.bottom())
            # Beside the rows there is nothing to select, though one of them is the nearest.
            if rows.top(first) <= rect.bottom() and rows.top(last) + rows.heights.height(last) > rect.top():
                selection.select(self.model().index(first, 0), self.model().index(last, 0))
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """What is to be painted again when a selection changes: no more than is on the screen."""
        region, rows = QRegion(), self._rows
        for chosen in (selection.at(place) for place in range(selection.count())):
            first, last = max(rows.first, chosen.top()), min(rows.last, chosen.bottom())
            if first <= last < rows.count:
                top = rows.top(first)
                region += QRect(0, top, rows.width, rows.top(last) + rows.heights.height(last) - top)
        return region

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows that the event touches, and the mark of a drop."""
        if self._is_stale:
            self._lay_out()
        painter = QPainter(self.viewport())
        try:
            if self._ground is not None:
                painter.fillRect(event.rect(), self._ground())
            self._paint_rows(painter, event.region())
            if self._drop_line is not None:
                painter.fillRect(QRect(0, self._drop_line - 1, self._rows.width, 2), self._drop_colour)
        finally:
            painter.end()

    def _paint_rows(self, painter: QPainter, region: QRegion) -> None:
        rows, model, delegate = self._rows, self.model(), self.itemDelegate()
        if not rows.count:
            return
        touched = region.boundingRect()
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        plain = option.state
        hovered = self._hovered()
        row = rows.near(touched.top())
        top = rows.top(row)
        while row < rows.count and top <= touched.bottom():
            height = rows.heights.height(row)
            place = QRect(0, top, rows.width, height - self._spacing)
            # Between two rows that changed there may be many that did not.
            if region.intersects(place):
                index = model.index(row, 0)
                option.rect = place
                option.state = plain | self._state(index, hovered)
                delegate.paint(painter, option, index)
            top += height
            row += 1

    def _state(self, index: QModelIndex, hovered: int | None) -> QStyle.StateFlag:
        state = State.State_None
        if self.selectionModel().isSelected(index):
            state |= State.State_Selected
        if self.hasFocus() and index == self.currentIndex():
            state |= State.State_HasFocus
        if index.row() == hovered:
            state |= State.State_MouseOver
        return state

    def _hovered(self) -> int | None:
        """The row under the pointer."""
        viewport = self.viewport()
        return self._rows.row_at(viewport.mapFromGlobal(QCursor.pos()).y()) if viewport.underMouse() else None
