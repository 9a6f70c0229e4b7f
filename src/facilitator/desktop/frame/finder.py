"""A field and the list that it filters, over the window: for the palette and for search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QStyle, QStyleOption, QVBoxLayout, QWidget

from facilitator.desktop.guard import guarded
from facilitator.desktop.widgets.panel_list import PanelLine, PanelList

from .overlay import Overlay

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.desktop.search.hit_list import HitList

CORNER = 6
"""The radius that the style sheet gives an overlay."""
MOVING = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}


@guarded
class Finder(Overlay):
    """A subclass says what is found (`lines`) and what choosing does (`take`)."""

    def __init__(
        self,
        context: Context,
        window: QWidget,
        wanted: QSize,
        name: str,
        asks: str,
        *,
        field: QLineEdit | None = None,
        shown: PanelList | HitList | None = None,
        below: QLabel | None = None,
    ) -> None:
        super().__init__(context, window, wanted)
        self.setAccessibleName(name)
        self.field = field or QLineEdit()
        self.field.setPlaceholderText(asks)
        self.field.setAccessibleName(name)
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self._list: PanelList | HitList = shown or PanelList(context.look, name, 200)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._says = QLabel()
        _make_quiet(self._says)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        column.addWidget(self.field)
        if below is not None:
            _make_quiet(below)
            column.addWidget(below)
        column.addWidget(self._list, 1)
        column.addWidget(self._says)
        self.field.textChanged.connect(self.look)
        self._list.chosen.connect(self._choose)

    def lines(self, text: str) -> list[PanelLine]:
        """What is found for a text."""
        raise NotImplementedError

    def take(self, key: bytes) -> None:
        """Do what choosing a line means; the overlay is closed by then."""
        raise NotImplementedError

    def says(self, text: str, count: int) -> str:
        """What stands below the list."""
        return "" if count or not text.strip() else self.tr("Nothing found. Try fewer letters.")

    def open(self) -> None:
        """Begin anew; what was looked for last stays and is selected."""
        super().open()
        # Only with a ground of its own from edge to edge is all that lies below left alone when a key paints the field.
        # Not before: what has round corners in the style sheet is told to be transparent when that is applied.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.field.selectAll()
        self.look()

    def take_focus(self) -> None:
        """In the field."""
        self.field.setFocus()

    def look(self) -> None:
        """Show what is found for the text as it stands."""
        text = self.field.text()
        self.show_found(text, self.lines(text))

    def show_found(self, text: str, lines: list[PanelLine]) -> None:
        """Show what was found for a text."""
        if isinstance(self._list, PanelList):
            self._list.show_lines(lines)
            self._list.setMaximumHeight(16_777_215)
            self._list.setMinimumHeight(60)
        if lines:
            self._list.setCurrentIndex(self._list.lines.index(0, 0))
        self.tell(self.says(text, len(lines)))

    def tell(self, text: str) -> None:
        """Say something below the list."""
        self._says.setText(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground and the edge of the style sheet, which Qt does not paint on what is opaque."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.context.look.colour("bg"))
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Outside the round corners what lies below is seen."""
        super().resizeEvent(event)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), CORNER, CORNER)
        self.setMask(QRegion(shape.toFillPolygon().toPolygon()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows of the field move in the list, Enter chooses."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in MOVING:
                self._list.keyPressEvent(event)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.choose_found()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
        return super().eventFilter(watched, event)

    def choose_found(self) -> None:
        """Enter: take the line that is marked; what was typed last may still be waited for."""
        self.look()
        self.choose_current()

    def choose_current(self) -> None:
        """Take the line that is marked, if there is one."""
        index = self._list.currentIndex()
        if index.isValid():
            self._choose(self._list.lines.rows[index.row()].key)

    def _choose(self, key: bytes) -> None:
        self.leave()
        self.take(key)


def _make_quiet(label: QLabel) -> None:
    label.setProperty("quiet", True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setContentsMargins(12, 4, 12, 4)
