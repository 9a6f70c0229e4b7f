"""A large button of the start page: an icon, what it does, a word on it, its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from facilitator.desktop.guard import guarded
from facilitator.desktop.key_text import key_text
from facilitator.desktop.look.painting import key_width, paint_key

if TYPE_CHECKING:
    from facilitator.desktop.context import Context

HEIGHT, ICON, LEAD = 64, 20, 49
WIDTH = 340


@guarded
class Way(QAbstractButton):
    """Triggers a command."""

    def __init__(self, context: Context, command: str, says: str) -> None:
        super().__init__()
        self._look = context.look
        self._icon = context.actions.commands[command].icon
        self._says = says
        action = context.actions.action(command)
        self._key = key_text(action.shortcut())
        self.setText(action.text())
        self.setAccessibleName(action.text())
        self.setAccessibleDescription(says)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(action.trigger)
        context.look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Two lines of text high."""
        return QSize(WIDTH, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Edge, icon, two lines, key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        has_focus = self.hasFocus()
        painter.setPen(QPen(self._look.colour("accent" if has_focus else "line"), 2 if has_focus else 1))
        painter.setBrush(self._look.colour("hover" if self.underMouse() else "surface"))
        inset = 1.0 if has_focus else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(
            int(self._at(16, ICON)), (HEIGHT - ICON) // 2, self._look.pixmap(self._icon, "accent", ICON, ratio)
        )
        cap = key_width(self._look, self._key) if self._key else 0.0
        if self._key:
            place = QRectF(self._at(self.width() - 15 - cap, cap), HEIGHT / 2 - 10, cap, 20)
            paint_key(painter, self._look, place, self._key)
        space = self.width() - LEAD - 20 - cap
        self._words(painter, QRectF(self._at(LEAD, space), 12, space, 20), self.text(), semibold=True)
        self._words(painter, QRectF(self._at(LEAD, space), 32, space, 20), self._says, semibold=False)
        painter.end()

    def _words(self, painter: QPainter, place: QRectF, text: str, *, semibold: bool) -> None:
        painter.setFont(self._look.font(14 if semibold else 13, semibold=semibold))
        painter.setPen(self._look.colour("text" if semibold else "quiet"))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(place, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, shown)

    def _at(self, lead: float, width: float) -> float:
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return self.width() - lead - width if is_mirrored else lead
