"""A button of the rail: an icon and a word, or the icon alone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from facilitator.desktop.guard import guarded
from facilitator.desktop.look.look import Look
from facilitator.desktop.look.painting import key_width, paint_key

HEIGHT, ICON, BAR = 36, 18, 3
EDGE = 8
"""Pixels between the rail's edge and the button's ground."""


@guarded
class RailButton(QAbstractButton):
    """Painted by ourselves: a tool button with a style sheet cuts its text, and is announced as a check box."""

    def __init__(self, look: Look, icon: str, text: str, key: str = "") -> None:
        super().__init__()
        self._look = look
        self._icon = icon
        self._key = key
        self._is_folded = False
        self.setText(text)
        self.setAccessibleName(text)
        # One of several: so it is announced, and not as a check box.
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.changed.connect(self.update)

    def set_folded(self, is_folded: bool) -> None:
        """Show the icon alone; the word is the tooltip then."""
        self._is_folded = is_folded
        self._tell_whole()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the rail lets it be, as high as every button of it."""
        text = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(2 * EDGE + 36 if self._is_folded else 2 * EDGE + 48 + text, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """The icon must fit."""
        return QSize(2 * EDGE + 36, HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is cut is told whole by the tool tip."""
        super().resizeEvent(event)
        self._tell_whole()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, bar, icon, word, key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(EDGE, 0, -EDGE, 0)
        self._paint_ground(painter, ground)
        token = "accent" if self.isChecked() else "quiet"
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        pixmap = self._look.pixmap(self._icon, token, ICON, self.devicePixelRatioF())
        top = ground.center().y() - ICON / 2
        lead = ground.center().x() - ICON / 2 if self._is_folded else ground.left() + 10
        painter.drawPixmap(int(self._mirrored(lead, ICON) if is_mirrored else lead), int(top), pixmap)
        if not self._is_folded:
            self._paint_words(painter, ground, token)
        painter.end()

    def _paint_ground(self, painter: QPainter, ground: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(self._look.colour("accent-tint"))
            painter.drawRoundedRect(ground, 6, 6)
            bar = QRectF(0, 6, BAR, self.height() - 12)
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                bar.moveRight(self.width())
            painter.fillRect(bar, self._look.colour("accent"))
        elif self.underMouse():
            painter.setBrush(self._look.colour("hover"))
            painter.drawRoundedRect(ground, 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(self._look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), 6, 6)

    def _paint_words(self, painter: QPainter, ground: QRectF, token: str) -> None:
        painter.setFont(self._look.font(14))
        painter.setPen(self._look.colour(token))
        space = ground.adjusted(38, 0, -2, 0)
        if self._key:
            width = key_width(self._look, self._key)
            cap = QRectF(space.right() - width - 4, ground.center().y() - 10, width, 20)
            paint_key(painter, self._look, self._mirrored_rect(cap), self._key)
            space.setRight(cap.left() - 4)
        painter.setFont(self._look.font(14))
        painter.setPen(self._look.colour(token))
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(space.width()))
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            self._mirrored_rect(space), Qt.AlignmentFlag.AlignVCenter | side | Qt.AlignmentFlag.AlignAbsolute, text
        )

    def _tell_whole(self) -> None:
        self.setToolTip(self.text() if self._is_folded or self.sizeHint().width() > self.width() else "")

    def _mirrored(self, left: float, width: float) -> float:
        return self.width() - left - width

    def _mirrored_rect(self, place: QRectF) -> QRectF:
        if self.layoutDirection() != Qt.LayoutDirection.RightToLeft:
            return place
        return QRectF(self._mirrored(place.left(), place.width()), place.top(), place.width(), place.height())
