"""A column of the wall: its head, and its cards or, folded, its name."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from facilitator.desktop.guard import guarded
from facilitator.domain.cards import Card
from facilitator.domain.rows import ThemeLine

from .card_column import CardColumn
from .cards_by_theme import Column
from .cards_model import CardsModel
from .column_header import BAR, ColumnHeader
from .desk import Desk
from .folded_column import WIDTH as FOLDED
from .folded_column import FoldedColumn

TOP, SIDE = 8, 5
"""Half of the gap between two columns is inside each, so that its mark can be wider than its cards."""


@guarded
class ThemeColumn(QWidget):
    """Of a theme, or the tray with None."""

    theme_dropped = Signal(bool)
    """A column was dropped on this one: whether it is to stand behind it."""
    folded = Signal()

    def __init__(self, column: Column, desk: Desk, parent: QWidget, *, side: int = SIDE) -> None:
        super().__init__(parent)
        self.column = column
        self._desk = desk
        self._side = side
        self._width = 0
        self._theme_line: bool | None = None
        self._shown: tuple[ThemeLine | None, str] = (None, "")
        self.is_folded = False
        self.header = ColumnHeader(desk.look, desk.actions, self)
        self.list = CardColumn(column, CardsModel(desk.themes, self), desk, self)
        self._strip: FoldedColumn | None = None
        self.list.hung_over.connect(self.update)
        self.header.pressed.connect(self._unfold)
        self.header.drag_begun.connect(self._begin_drag)
        down = QVBoxLayout(self)
        down.setContentsMargins(side, TOP, side, 0)
        down.setSpacing(0)
        down.addWidget(self.header)
        down.addWidget(self.list, 1)
        self._down = down
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAcceptDrops(True)

    @property
    def is_in_sight(self) -> bool:
        """Whether something of it is on the screen."""
        return not self.visibleRegion().isEmpty()

    def show_theme(self, theme: ThemeLine | None, cards: list[Card], *, whole: int, hint: str) -> None:
        """Show these cards, of `whole` that there are; `hint` stands where there is none."""
        self.list.hint = hint
        self.list.cards.show_cards(cards)
        count = str(whole) if len(cards) == whole else self.tr("%1 of %2").replace("%1", str(len(cards)))
        count = count.replace("%2", str(whole))
        above = None if theme is None or theme.parent_id is None else self._desk.themes.get(theme.parent_id)
        self.header.show_theme(theme, above, count, is_folded=self.is_folded)
        self._shown = (theme, count)
        if self._strip is not None:
            self._strip.show_theme(theme, count)
        self.list.setAccessibleName(self.header.accessibleName())

    def set_width(self, width: int) -> None:
        """Give the cards this width while it is not folded."""
        self._width = width
        self.setFixedWidth((FOLDED if self.is_folded else width) + 2 * self._side)

    def fold(self, is_folded: bool) -> None:
        """Fold it to its name, or open it."""
        if is_folded == self.is_folded:
            return
        had_focus = self.list.hasFocus()
        self.is_folded = is_folded
        self.list.setVisible(not is_folded)
        if is_folded:
            self._make_strip().show_theme(*self._shown)
        if self._strip is not None:
            self._strip.setVisible(is_folded)
        self.header.set_folded(is_folded)
        self.set_width(self._width)
        if had_focus:
            self.header.setFocus()
        self.folded.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Cards, for the top or a folded column, and other columns."""
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would go."""
        if self._desk.moving:
            self.list.set_target(0)
        elif self._desk.moving_theme is not None and self.column is not None:
            self._mark(self._is_behind(event.position().x()))
        else:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """It is elsewhere now."""
        self.list.set_target(None)
        self._mark(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put it down here."""
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self._mark(None)
        if self._desk.moving:
            is_further = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.list.drop_at(0, is_further=is_further)
        else:
            self.theme_dropped.emit(self._is_behind(event.position().x()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground of the tray, and the marks of what hangs over it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.column is None:
            painter.fillRect(self.rect(), self._desk.look.colour("rail"))
            painter.setPen(self._desk.look.colour("line"))
            edge = 0 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else self.width() - 1
            painter.drawLine(edge, 0, edge, self.height())
        if self.list.is_target:
            painter.setPen(QPen(self._desk.look.colour("accent"), 2))
            painter.setBrush(self._desk.look.colour("accent-tint"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 3, -1, 12), 6, 6)
        if self._theme_line is not None:
            is_right = self._theme_line != (self.layoutDirection() == Qt.LayoutDirection.RightToLeft)
            left = self.width() - BAR if is_right else 0
            painter.fillRect(QRectF(left, TOP, BAR, self.height() - TOP), self._desk.look.colour("accent"))
        painter.end()

    def _make_strip(self) -> FoldedColumn:
        if self._strip is None:
            self._strip = FoldedColumn(self._desk.look, self)
            self._strip.opened.connect(lambda: self.fold(False))
            self._down.addWidget(self._strip, 1)
        return self._strip

    def _is_behind(self, x: float) -> bool:
        is_right = x > self.width() / 2
        return is_right != (self.layoutDirection() == Qt.LayoutDirection.RightToLeft)

    def _mark(self, is_behind: bool | None) -> None:
        if is_behind != self._theme_line:
            self._theme_line = is_behind
            self.update()

    def _unfold(self) -> None:
        if self.is_folded:
            self.fold(False)
        else:
            self.header.setFocus()

    def _begin_drag(self) -> None:
        if self.column is not None:
            self._desk.drag_theme(self.column)
