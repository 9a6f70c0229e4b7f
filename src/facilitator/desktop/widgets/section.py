"""A section of the side panel: a heading that folds what stands below it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from facilitator.desktop.guard import guarded
from facilitator.desktop.look.look import Look

from .key_cap import KeyCap

HEAD, CHEVRON, GAP, EDGE = 36, 16, 6, 12


@guarded
class SectionHead(QAbstractButton):
    """Chevron, heading, and what is told beside it. Checked is open."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__()
        self._look = look
        self._told = ""
        self.setText(text)
        self.setCheckable(True)
        self.setChecked(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.changed.connect(self.update)
        self._name()

    def tell(self, text: str) -> None:
        """Say something short after the heading."""
        self._told = text
        self._name()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as what it says."""
        words = self.fontMetrics().horizontalAdvance(f"{self.text()}  {self._told}")
        return QSize(CHEVRON + GAP + words + 2 * GAP, HEAD)

    def minimumSizeHint(self) -> QSize:
        """The heading may be cut, the chevron not."""
        return QSize(CHEVRON + GAP + 40, HEAD)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Chevron and words; an edge when it has the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        token = "accent" if self.underMouse() else "text"
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        icon = "chevron-down" if self.isChecked() else "chevron-right"
        pixmap = self._look.pixmap(icon, token, CHEVRON, self.devicePixelRatioF())
        left = self.width() - CHEVRON if is_mirrored else 0
        painter.drawPixmap(QPointF(left, (self.height() - CHEVRON) / 2), pixmap)
        self._paint_words(painter, token)
        if self.hasFocus():
            painter.setPen(QPen(self._look.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 3, -1, -3), 6, 6)
        painter.end()

    def _paint_words(self, painter: QPainter, token: str) -> None:
        left = CHEVRON + GAP
        for text, font, colour in (
            (self.text(), self._look.font(14, semibold=True), token),
            (self._told, self._look.font(14), "quiet"),
        ):
            painter.setFont(font)
            painter.setPen(self._look.colour(colour))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, self.width() - left)
            width = painter.fontMetrics().horizontalAdvance(shown)
            is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            place = QRectF(self.width() - left - width - 1 if is_mirrored else left, 0, width + 1, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
            left += width + GAP

    def _name(self) -> None:
        name = self.tr("%1, %2").replace("%1", self.text()).replace("%2", self._told) if self._told else self.text()
        self.setAccessibleName(name)
        self._tell_whole()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is cut is told whole by the tool tip."""
        super().resizeEvent(event)
        self._tell_whole()

    def _tell_whole(self) -> None:
        self.setToolTip(self.accessibleName() if self.sizeHint().width() > self.width() else "")


class Section(QFrame):
    """Heading over content. What belongs beside the heading goes into `head`, what is folded into `column`."""

    folded = Signal(bool)
    """Whether it is folded, when the person has just folded or opened it."""

    def __init__(self, look: Look, heading: str, *, key: str = "") -> None:
        super().__init__()
        self.setObjectName("section")
        self._button = SectionHead(look, heading)
        self._button.toggled.connect(self._show_content)
        self._button.clicked.connect(lambda is_open: self.folded.emit(not is_open))
        self.head = QHBoxLayout()
        self.head.setContentsMargins(EDGE, 0, EDGE, 0)
        self.head.setSpacing(GAP)
        self.head.addWidget(self._button, 1)
        if key:
            self.head.addWidget(KeyCap(look, key))
        self._content = QWidget()
        self.column = QVBoxLayout(self._content)
        self.column.setContentsMargins(0, 0, 0, 8)
        self.column.setSpacing(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self.head)
        whole.addWidget(self._content)

    @property
    def is_folded(self) -> bool:
        """Whether the heading stands alone."""
        return not self._button.isChecked()

    def fold(self, is_folded: bool) -> None:
        """Show the heading alone, or what is below it too."""
        self._button.setChecked(not is_folded)

    def tell(self, text: str) -> None:
        """Say something short after the heading, such as a count."""
        self._button.tell(text)

    def _show_content(self, is_open: bool) -> None:
        # Where the focus was would be lost with what is hidden.
        if not is_open and any(child.hasFocus() for child in self._content.findChildren(QWidget)):
            self._button.setFocus()
        self._content.setVisible(is_open)
