"""A label that is cut where there is no room for all of it, and tells the whole in its tool tip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOption

from facilitator.desktop.guard import guarded

LEAST = 24


@guarded
class ShortLabel(QLabel):
    """Gives way to what lies beside it: counts and other words that are not needed to go on."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self._tell_whole()

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(min(LEAST, self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There may be room for all of it now, or no longer."""
        super().resizeEvent(event)
        self._tell_whole()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground that the style sheet gives it, and the text in its colour, cut at its end."""
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        room = self.contentsRect()
        cut = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        side = self.style().visualAlignment(self.layoutDirection(), self.alignment())
        self.style().drawItemText(
            painter, room, side.value, self.palette(), self.isEnabled(), cut, self.foregroundRole()
        )
        painter.end()

    def _tell_whole(self) -> None:
        self.setToolTip(self.text() if self.sizeHint().width() > self.width() else "")
