"""A field and the list that it filters, over the window: for the palette and for search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from facilitator.desktop.guard import guarded
from facilitator.desktop.widgets.panel_list import PanelLine, PanelList

from .overlay import Overlay

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.desktop.look.look import Look
    from facilitator.desktop.search.hit_list import HitList

CORNER = 3
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
        ground = _Ground(context.look)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(CORNER, CORNER, CORNER, CORNER)
        whole.addWidget(ground)
        column = QVBoxLayout(ground)
        column.setContentsMargins(12 - CORNER, 12 - CORNER, 12 - CORNER, 8 - CORNER)
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


@guarded
class _Ground(QWidget):
    """Without gaps inside the round corners: else all that lies below is painted anew with every key."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of an overlay."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._look.colour("bg"))
        painter.end()


def _make_quiet(label: QLabel) -> None:
    label.setProperty("quiet", True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setContentsMargins(12, 4, 12, 4)
