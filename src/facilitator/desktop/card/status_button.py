"""The status of a recommendation, and the way to another one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QMenu, QPushButton

from facilitator.desktop.guard import guarded
from facilitator.desktop.look.look import Look
from facilitator.desktop.look.symbols import paint_status
from facilitator.desktop.words import word_at_head
from facilitator.domain.kinds import Status

SIZE, EDGE = 16, 8
TO_CHOOSE = tuple(status for status in Status if status is not Status.MERGED)


@guarded
class StatusButton(QPushButton):
    """Shows sign and word; `chosen` with a `Status` when another one is taken from its menu."""

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._status = Status.RAW
        self.setProperty("opens", True)
        self._menu = QMenu(self)
        self.clicked.connect(self._open)
        for status in TO_CHOOSE:
            action = self._menu.addAction(word_at_head(status), partial(self.chosen.emit, status))
            action.setData(status.value)
        look.changed.connect(self._paint)
        self._paint()

    def show_status(self, status: Status) -> None:
        """This is the status now; one that was merged keeps it until the merge is dissolved."""
        self._status = status
        self.setText(word_at_head(status))
        self.setAccessibleName(self.tr("Status: %1").replace("%1", word_at_head(status)))
        self.setEnabled(status is not Status.MERGED)
        self._paint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button as Qt has it, with our own chevron."""
        super().paintEvent(event)
        painter = QPainter(self)
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = EDGE if is_mirrored else self.width() - EDGE - SIZE
        pixmap = self._look.pixmap("chevron-down", "text", SIZE, self.devicePixelRatioF())
        painter.drawPixmap(left, (self.height() - SIZE) // 2, pixmap)
        painter.end()

    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _paint(self) -> None:
        self.setIcon(self._sign(self._status))
        for action in self._menu.actions():
            action.setIcon(self._sign(Status(action.data())))

    def _sign(self, status: Status) -> QIcon:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(round(SIZE * ratio), round(SIZE * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_status(painter, QRectF(0, 0, SIZE, SIZE), status, self._look.colour("text"))
        painter.end()
        return QIcon(pixmap)
