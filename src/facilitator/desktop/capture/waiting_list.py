"""Those who wait for their turn: put in another order by dragging or by keys, and taken off again."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QMenu

from facilitator.desktop.guard import guarded
from facilitator.desktop.look.look import Look
from facilitator.desktop.widgets.panel_list import HEIGHT, PanelList

MIME = "application/x-facilitator-turn"


@guarded
class WaitingList(PanelList):
    """`moved` with a key and that of the one it is to follow, None for the first place; `taken_off` with a key.

    Shift and an arrow move who is chosen, Delete takes them off; the context menu offers the same.
    """

    moved = Signal(bytes, object)
    taken_off = Signal(bytes)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move or take off who is chosen."""
        row = self.currentIndex().row()
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if row >= 0 and event.key() == Qt.Key.Key_Delete:
            self.taken_off.emit(self._keys[row])
        elif row >= 0 and by and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.step(row, by)
        else:
            super().keyPressEvent(event)

    def step(self, row: int, by: int) -> None:
        """Let the one of this row change places with the one before or after."""
        keys = self._keys
        if 0 <= row + by < len(keys):
            others = [key for key in keys if key != keys[row]]
            self.moved.emit(keys[row], others[row + by - 1] if row + by else None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same for the mouse."""
        row = self.indexAt(event.pos()).row()
        if row < 0:
            return
        menu = QMenu(self)
        menu.addAction(self.tr("Move up"), lambda: self.step(row, -1)).setEnabled(row > 0)
        menu.addAction(self.tr("Move down"), lambda: self.step(row, 1)).setEnabled(row < len(self._keys) - 1)
        menu.addAction(self.tr("Take off the list"), lambda: self.taken_off.emit(self._keys[row]))
        menu.aboutToHide.connect(menu.deleteLater, Qt.ConnectionType.QueuedConnection)
        menu.popup(event.globalPos())

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Take up the one under the pointer."""
        index = self.currentIndex()
        if not index.isValid():
            return
        mime = QMimeData()
        mime.setData(MIME, self._keys[index.row()])
        drag = QDrag(self)
        drag.setMimeData(mime)
        drag.setPixmap(self.viewport().grab(self.visualRect(index)))
        drag.setHotSpot(QPoint(-16, -16))
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Whoever waits here may be put elsewhere here."""
        if event.source() is self:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Anywhere on the list."""
        if event.source() is self:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Put them between the two where they were let go."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
            self.drop(bytes(event.mimeData().data(MIME).data()), round(event.position().y() / HEIGHT))

    def drop(self, key: bytes, gap: int) -> None:
        """Ask for somebody to be put into a gap, counted from the one before the first.

        Who was called while they were being dragged is not on the list any more, and stays where they are.
        """
        if key not in self._keys:
            return
        before = [other for other in self._keys[:gap] if other != key]
        after = before[-1] if before else None
        here = self._keys.index(key)
        if after != (self._keys[here - 1] if here else None):
            self.moved.emit(key, after)

    @property
    def _keys(self) -> list[bytes]:
        return [line.key for line in self.lines.rows]
