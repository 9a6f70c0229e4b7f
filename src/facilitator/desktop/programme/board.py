"""All days beside and below each other, as many in a row as there is room for."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from facilitator.desktop.guard import guarded

from .day_card import DayCard

if TYPE_CHECKING:
    from datetime import date

    from facilitator.desktop.context import Context

    from .day import Day

NARROWEST = 380
"""Pixels that a day needs at the usual size of text."""


@guarded
class Board(QScrollArea):
    """One session of all days is chosen. `chosen_changed` when it is another, `opened` when it is double-clicked;
    `dropped` with session, day and the session that it is to follow; `added` with day and what was typed.
    """

    chosen_changed = Signal()
    opened = Signal(bytes)
    dropped = Signal(bytes, object, object)
    added = Signal(object, str)

    _across = 0

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._cards: list[DayCard] = []
        self.chosen: bytes | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(12, 12, 12, 12)
        self._grid.setSpacing(16)
        self.setWidget(content)
        context.look.changed.connect(self._flow)

    def show_days(self, days: list[Day]) -> None:
        """Show these days; cards of days that stay are kept, with focus, selection and what is typed into them."""
        kept = {card.day.day: card for card in self._cards}
        cards = []
        for day in days:
            card = kept.pop(day.day, None)
            if card is None:
                card = self._make(day)
            card.show_day(day)
            cards.append(card)
        for gone in kept.values():
            self._grid.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        is_same = cards == self._cards
        self._cards = cards
        if not is_same:
            self._across = 0
            self._flow()
        self._choose_again()

    def choose(self, key: bytes) -> bool:
        """Select a session and bring it onto the screen; whether it is here."""
        return any(card.list.choose(key) for card in self._cards)

    def focus(self) -> None:
        """Give the focus to the day of the chosen session, else to the first."""
        card = self._card_of_chosen() or next(iter(self._cards), None)
        if card is not None:
            if self.chosen is None:
                card.list.choose_end(last=False)
            (card.list if card.day.lines else card.line).setFocus()

    def begin_adding(self, day: date | None) -> None:
        """Let a session be typed on a day."""
        for card in self._cards:
            if card.day.day == day:
                card.line.setFocus()
                self.ensureWidgetVisible(card.line)

    def end_adding(self, day: date | None) -> None:
        """What was typed on a day has become a session."""
        for card in self._cards:
            if card.day.day == day:
                card.line.clear()

    def typed(self) -> bool:
        """Whether somebody has begun to type a session."""
        return any(card.line.text().strip() for card in self._cards)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer days fit beside each other."""
        super().resizeEvent(event)
        self._flow()

    def _make(self, day: Day) -> DayCard:
        card = DayCard(self._context, day)
        card.list.chosen.connect(self._take_choice)
        card.list.opened.connect(self.opened)
        card.list.dropped.connect(lambda key, after: self.dropped.emit(key, card.day.day, after))
        card.list.left.connect(lambda step: self._go_on(card, step))
        card.added.connect(lambda typed: self.added.emit(card.day.day, typed))
        return card

    def _flow(self) -> None:
        narrowest = self._context.look.scaled(NARROWEST)
        across = max(1, min(len(self._cards), (self.viewport().width() - 24 + 16) // (narrowest + 16)))
        if across == self._across:
            return
        self._across = across
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        for row in range(self._grid.rowCount()):
            self._grid.setRowStretch(row, 0)
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // across, place % across, Qt.AlignmentFlag.AlignTop)
            self._grid.setColumnStretch(place % across, 1)
        # What room is left stays below the last days.
        self._grid.setRowStretch(-(-len(self._cards) // across), 1)
        self._order_tabs()

    def _order_tabs(self) -> None:
        stops = [widget for card in self._cards for widget in (card.list, card.line)]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _take_choice(self, key: bytes) -> None:
        for card in self._cards:
            if card.list.lines.row_of(key) < 0:
                card.list.clearSelection()
                card.list.setCurrentIndex(card.list.lines.index(-1, -1))
        if key != self.chosen:
            self.chosen = key
            self.chosen_changed.emit()
        self._bring(key)

    def _bring(self, key: bytes) -> None:
        card, content = self._card_of_chosen(), self.widget()
        if card is not None and content is not None:
            place = card.list.place_of(key)
            top = card.list.mapTo(content, place.topLeft())
            self.ensureVisible(top.x(), top.y() + place.height() // 2, 0, place.height())

    def _choose_again(self) -> None:
        """After a change the same session is chosen, wherever it stands now; nothing when it has gone."""
        if self.chosen is not None and not self.choose(self.chosen):
            self.chosen = None
            self.chosen_changed.emit()

    def _card_of_chosen(self) -> DayCard | None:
        key = self.chosen
        return next((card for card in self._cards if key is not None and card.list.lines.row_of(key) >= 0), None)

    def _go_on(self, card: DayCard, step: int) -> None:
        """Arrows lead beyond the ends of a day: up and down through all days, and to the side."""
        place = self._cards.index(card) + (step // 2 if abs(step) == 2 else step)
        if not 0 <= place < len(self._cards):
            return
        other = self._cards[place].list
        row = card.list.currentIndex().row()
        if abs(step) == 2 and other.lines.rows:
            found = other.choose(other.lines.rows[min(max(row, 0), len(other.lines.rows) - 1)].key)
        else:
            found = other.choose_end(last=step < 0)
        if found:
            other.setFocus()
