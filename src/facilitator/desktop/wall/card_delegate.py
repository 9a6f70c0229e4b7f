"""The cards of one column, for its list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from facilitator.desktop.guard import guarded
from facilitator.desktop.widgets.lazy_list_view import RowDelegate
from facilitator.domain.nouns import Key

from .card_painter import CardPainter, CardState
from .cards_model import CardsModel

Index = QModelIndex | QPersistentModelIndex


@guarded
class CardDelegate(RowDelegate):
    """`is_moving` tells of a card whether it hangs at the pointer at this moment."""

    def __init__(
        self, model: CardsModel, painter: CardPainter, is_moving: Callable[[Key], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._painter = painter
        self._is_moving = is_moving

    def estimate(self, width: int, row: int) -> int:
        """The height of a card, guessed."""
        return self._painter.estimate(self._model.rows[row], width)

    def measure(self, width: int, row: int) -> int:
        """The height of a card."""
        return self._painter.measure(self._model.rows[row], width)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The card."""
        card = self._model.rows[index.row()]
        state = CardState(
            is_selected=bool(option.state & QStyle.StateFlag.State_Selected),
            has_focus=bool(option.state & QStyle.StateFlag.State_HasFocus),
            is_moving=self._is_moving(card.key),
        )
        self._painter.is_mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        self._painter.paint(painter, option.rect, card, state)
