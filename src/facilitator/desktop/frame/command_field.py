"""What looks like a field in the top bar and opens something larger: search, and the palette."""

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

HEIGHT, WIDTH, ICON = 32, 190, 16


@guarded
class CommandField(QAbstractButton):
    """Shows a command's icon, a word and its key; pressing it is the command."""

    def __init__(self, context: Context, command: str, text: str) -> None:
        super().__init__()
        self._look = context.look
        self._icon = context.actions.commands[command].icon
        action = context.actions.action(command)
        self._key = key_text(action.shortcut())
        self.setText(text)
        self.setAccessibleName(action.text())
        self.setToolTip(action.text())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(action.trigger)
        context.look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Wide as a field when it has a word, else as wide as icon and key."""
        bare = ICON + 6 + key_width(self._look, self._key) + 16
        return QSize(max(WIDTH, round(bare) + 80) if self.text() else round(bare), HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Edge, icon, word, key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.text() or self.underMouse() or self.hasFocus():
            width = 2 if self.hasFocus() else 1
            painter.setPen(QPen(self._look.colour("accent" if self.hasFocus() else "line"), width))
            painter.setBrush(self._look.colour("hover" if self.underMouse() else "surface"))
            painter.drawRoundedRect(whole, 6, 6)
        inner = QRectF(self.rect()).adjusted(10 if self.text() else 8, 0, -8, 0)
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        icon_at = inner.right() - ICON if is_mirrored else inner.left()
        pixmap = self._look.pixmap(self._icon, "quiet", ICON, self.devicePixelRatioF())
        painter.drawPixmap(int(icon_at), int(inner.center().y() - ICON / 2), pixmap)
        cap_width = key_width(self._look, self._key)
        cap_at = inner.left() if is_mirrored else inner.right() - cap_width
        painter.setFont(self._look.font(14))
        painter.setPen(self._look.colour("quiet"))
        side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        words = inner.adjusted(ICON + 8, 0, -ICON - 8, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | side | Qt.AlignmentFlag.AlignAbsolute, self.text())
        paint_key(painter, self._look, QRectF(cap_at, inner.center().y() - 10, cap_width, 20), self._key)
        painter.end()
