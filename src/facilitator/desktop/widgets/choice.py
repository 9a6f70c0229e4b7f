"""A field with a list to choose from, as Qt has it, with our own chevron."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

from facilitator.desktop.guard import guarded
from facilitator.desktop.look.look import Look

CHEVRON, EDGE = 16, 10


@guarded
class Choice(QComboBox):
    """A combo box: a style sheet that shapes its edge takes away its arrow, so that is painted here."""

    def __init__(self, look: Look, name: str = "") -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(name)
        look.changed.connect(self.update)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what lies around: a list that turns by itself has changed many a field unseen."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The field, its text, and the chevron at the trailing edge."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.subControls = QStyle.SubControl.SC_ComboBoxFrame | QStyle.SubControl.SC_ComboBoxEditField
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        space = self.width() - 2 * EDGE - CHEVRON - 6
        option.currentText = painter.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, space)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        self._paint_chevron(painter)
        painter.end()

    def _paint_chevron(self, painter: QPainter) -> None:
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = EDGE if is_mirrored else self.width() - EDGE - CHEVRON
        token = "text" if self.isEnabled() else "strong"
        pixmap = self._look.pixmap("chevron-down", token, CHEVRON, self.devicePixelRatioF())
        painter.drawPixmap(left, (self.height() - CHEVRON) // 2, pixmap)
