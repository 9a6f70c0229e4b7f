"""The list of the cards of one column: keys, and dragging from and to it."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget

from facilitator.desktop.guard import guarded
from facilitator.desktop.look.painting import paint_edge
from facilitator.desktop.widgets.lazy_list_view import LazyListView
from facilitator.domain.nouns import Key

from .card_delegate import CardDelegate
from .cards_by_theme import Column
from .cards_model import CardsModel
from .desk import Desk
from .digit_keys import digit_of

BETWEEN, DOT = 8, 9


@guarded
class CardColumn(LazyListView):
    """What it cannot do by itself it tells: which keys were pressed, where something was dropped."""

    across = Signal(int, object)
    """Left or right was pressed: -1 or 1, as the columns follow each other, and the modifiers."""
    above = Signal()
    """Up was pressed on the first card."""
    alone = Signal()
    """The selection begins anew in this column."""
    picked = Signal()
    """Another card is the current one, or the selection is another."""
    hung_over = Signal()
    """Whether something hangs over this column is another."""
    dropped = Signal(object, bool)
    """The card behind which something was dropped, None for the top; and whether it is to stand here further."""
    hint = ""
    """What stands where there is no card."""
    _is_target = False

    def __init__(self, column: Column, model: CardsModel, desk: Desk, parent: QWidget) -> None:
        super().__init__(spacing_below=BETWEEN, parent=parent)
        self.setObjectName("cards")
        self.column = column
        self.cards = model
        self._desk = desk
        self._press_at: QPoint | None = None
        self.setItemDelegate(CardDelegate(model, desk.painter, desk.is_moving, self))
        self.setModel(model)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self.setAutoScroll(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().selectionChanged.connect(self.picked)
        self.selectionModel().currentChanged.connect(self.picked)

    @property
    def selected(self) -> list[Key]:
        """The selected cards from top to bottom."""
        if not self.selectionModel().hasSelection():
            return []
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self.cards.rows[row].key for row in rows]

    def drop_after(self, y: int) -> tuple[Key | None, int]:
        """The card behind which something at this height would be put, and where the line is drawn."""
        row, at = self.drop_place(y)
        moved = self._desk.moving
        before = next((card for card in reversed(self.cards.rows[:row]) if card.key not in moved), None)
        return (None if before is None else before.key), at

    def set_target(self, y: int | None) -> None:
        """Mark the place under the pointer; None takes the mark away."""
        is_target = y is not None
        # The tray keeps the order of the register, so there is no place to choose in it.
        line = None if y is None or self.column is None else self.drop_after(y)[1]
        self.show_drop_line(line, self._desk.look.colour("accent"))
        if is_target != self._is_target:
            self._is_target = is_target
            self.hung_over.emit()

    @property
    def is_target(self) -> bool:
        """Whether something hangs over this column."""
        return self._is_target

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits and letters file; arrows walk, also across columns."""
        if self._press_digit(event) or self._desk.actions.press(event, "wall") or self._walk(event):
            event.accept()
            return
        if event.key() == Qt.Key.Key_Enter:
            self._desk.actions.trigger("wall.open")
            return
        moves = event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End}
        if moves and not event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier):
            self.alone.emit()
        super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are commands here."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click begins anew, save with Ctrl or Shift, and save on what is selected and may be dragged."""
        index = self.indexAt(event.position().toPoint())
        is_plain = not event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
        is_selected = index.isValid() and self.selectionModel().isSelected(index)
        self._press_at = event.position().toPoint() if is_plain and is_selected else None
        if is_plain and not is_selected:
            self.alone.emit()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """What was only clicked, and not dragged, is the selection now."""
        if self._press_at is not None and event.position().toPoint() == self._press_at:
            self.alone.emit()
        self._press_at = None
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the card beside."""
        if self.indexAt(event.position().toPoint()).isValid():
            self._desk.actions.trigger("wall.open")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes by keyboard stands on a card."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.cards.rows:
            # Without selecting: a click with Ctrl that brings the focus would take it away again.
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self.cards.index(0, 0), flag)
        self.picked.emit()
        self.viewport().update()

    # Dragging

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Take all that is selected, in every column."""
        self._press_at = None
        self._desk.drag_cards(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Only cards of this wall can be put down."""
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where they would go."""
        if not self._desk.moving:
            event.ignore()
            return
        self.set_target(round(event.position().y()))
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """They are elsewhere now."""
        self.set_target(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Put them down here."""
        if self._desk.moving:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
            self.drop_at(
                round(event.position().y()), is_further=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            )

    def drop_at(self, y: int, *, is_further: bool) -> None:
        """What is being dragged is put down at this height."""
        after, _ = self.drop_after(y)
        self.set_target(None)
        self.dropped.emit(after, is_further)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cards, and dots at the ends of the line where something would go."""
        super().paintEvent(event)
        if self._drop_line is None and self.cards.rows:
            return
        painter = QPainter(self.viewport())
        if not self.cards.rows:
            painter.setPen(self._desk.look.colour("quiet"))
            painter.drawText(self.viewport().rect().adjusted(6, 6, -6, 0), Qt.TextFlag.TextWordWrap, self.hint)
            if self.hasFocus():
                paint_edge(painter, self._desk.look, QRectF(self.viewport().rect()))
        if self._drop_line is not None:
            self._paint_dots(painter, self._drop_line)
        painter.end()

    def _paint_dots(self, painter: QPainter, y: int) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._desk.look.colour("accent"))
        for left in (0, self.viewport().width() - DOT):
            painter.drawEllipse(QRectF(left, y - DOT / 2, DOT, DOT))

    def _press_digit(self, event: QKeyEvent) -> bool:
        digit = digit_of(event)
        if digit is None:
            return False
        if digit == 0:
            return self._desk.actions.trigger("wall.tray")
        is_further = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        self._desk.actions.trigger(f"wall.{'also' if is_further else 'file'}-{digit}")
        return True

    def _walk(self, event: QKeyEvent) -> bool:
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            step = 1 if (event.key() == Qt.Key.Key_Right) != is_mirrored else -1
            self.across.emit(step, event.modifiers())
            return True
        if event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0 and not event.modifiers():
            self.above.emit()
            return True
        return False
