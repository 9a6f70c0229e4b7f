"""The sessions of one day as a list that grows with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QMimeData, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem

from facilitator.desktop.guard import guarded
from facilitator.desktop.widgets.rows_model import RowsModel
from facilitator.domain.rows import SessionLine

from .said import spoken
from .session_delegate import SessionDelegate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.desktop.context import Context

MIME = "application/x-facilitator-session"
Index = QModelIndex | QPersistentModelIndex


@guarded
class SessionsModel(RowsModel[SessionLine]):
    """Sessions that can be dragged."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every session can be taken up."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled


@guarded
class DayList(QListView):
    """`chosen` with the key of the session that has the focus, `opened` on a double click, `dropped` with the key of a
    session and that of the one it is to follow, or None; `left` with the step (-1, 1: up and down, -2, 2: to the side).
    """

    chosen = Signal(bytes)
    opened = Signal(bytes)
    dropped = Signal(bytes, object)
    left = Signal(int)

    _line_at: int | None = None

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        self._context = context
        self.lines = SessionsModel(
            {Qt.ItemDataRole.DisplayRole: lambda line: line.title, Qt.ItemDataRole.AccessibleTextRole: spoken}, self
        )
        self.setAccessibleName(name)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setModel(self.lines)
        self._delegate = SessionDelegate(context, self.lines, self)
        self.setItemDelegate(self._delegate)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.lines.rows[index.row()].key))
        context.look.changed.connect(self._fit)
        context.current.session_changed.connect(self.viewport().update)

    def show_lines(self, lines: Sequence[SessionLine]) -> None:
        """Show these sessions."""
        self.lines.replace(lines)
        self._fit()

    def choose(self, key: bytes) -> bool:
        """Select a session; whether it is on this day."""
        index = self.lines.index_of(key)
        if not index.isValid():
            return False
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        return True

    def choose_end(self, *, last: bool) -> bool:
        """Select the first or last session; False when there is none."""
        if not self.lines.rows:
            return False
        return self.choose(self.lines.rows[-1 if last else 0].key)

    def place_of(self, key: bytes) -> QRect:
        """Where a session is painted, within this list."""
        return self.visualRect(self.lines.index_of(key))

    def follower_at(self, point: QPoint) -> tuple[bytes | None, int]:
        """What is dropped at a point follows the session of this key; and the height at which it goes in."""
        before: bytes | None = None
        edge = 0
        for row, line in enumerate(self.lines.rows):
            place = self.visualRect(self.lines.index(row, 0))
            if point.y() < place.center().y():
                break
            before, edge = line.key, place.bottom() + 1
        return before, edge

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say which session has the focus now."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(self.lines.rows[current.row()].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Commands first; arrows go on in the next day."""
        if self._context.actions.press(event, "programme"):
            return
        row = self.currentIndex().row()
        mirror = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        if event.key() == Qt.Key.Key_Up and row <= 0:
            self.left.emit(-1)
        elif event.key() == Qt.Key.Key_Down and row == len(self.lines.rows) - 1:
            self.left.emit(1)
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.left.emit((2 if event.key() == Qt.Key.Key_Right else -2) * mirror)
        else:
            super().keyPressEvent(event)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Take up the session under the pointer."""
        index = self.currentIndex()
        if not index.isValid():
            return
        mime = QMimeData()
        mime.setData(MIME, self.lines.rows[index.row()].key)
        drag = QDrag(self)
        drag.setMimeData(mime)
        drag.setPixmap(self.viewport().grab(self.visualRect(index)))
        # The line that shows where it goes in stays visible beside what hangs on the pointer.
        drag.setHotSpot(QPoint(-16, -16))
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Sessions may be dropped here."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would go in."""
        if event.mimeData().hasFormat(MIME):
            self._show_line(self.follower_at(event.position().toPoint())[1])
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """It is over another day."""
        self._show_line(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for it to be put here."""
        self._show_line(None)
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
            after, _ = self.follower_at(event.position().toPoint())
            self.dropped.emit(bytes(event.mimeData().data(MIME).data()), after)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sessions, and the line where one is to go in."""
        super().paintEvent(event)
        if self._line_at is not None:
            painter = QPainter(self.viewport())
            top = min(max(0, self._line_at - 1), self.viewport().height() - 2)
            painter.fillRect(0, top, self.viewport().width(), 2, self._context.look.colour("accent"))
            painter.end()

    def _show_line(self, at: int | None) -> None:
        self._line_at = at
        self.viewport().update()

    def _fit(self) -> None:
        option = QStyleOptionViewItem()
        rows = range(len(self.lines.rows))
        height = sum(self._delegate.sizeHint(option, self.lines.index(row, 0)).height() for row in rows)
        # A day without sessions keeps room for one that is dropped on it.
        self.setFixedHeight(height or 12)
        self.scheduleDelayedItemsLayout()
