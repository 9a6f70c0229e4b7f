"""Above the programme: how large it is, the rule that holds, and what can be done with the chosen session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton

from facilitator.desktop.widgets.choice import Choice
from facilitator.desktop.widgets.short_label import ShortLabel
from facilitator.desktop.words import rule_name
from facilitator.domain.kinds import Rule

from .said import counts_told

if TYPE_CHECKING:
    from facilitator.desktop.context import Context

    from .day import Day


class Bar(QFrame):
    """`rule_chosen` with the rule of attribution that is to hold for the workshop."""

    rule_chosen = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("placeBar")
        self._context = context
        heading, self._counts = QLabel(self.tr("Programme")), ShortLabel()
        heading.setProperty("heading", True)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        self._counts.setProperty("quiet", True)
        self._rule = Choice(context.look, self.tr("Attribution of the workshop"))
        self._rule.setToolTip(self.tr("Attribution of the workshop, for sessions that have no rule of their own"))
        self._rule.activated.connect(lambda row: self.rule_chosen.emit(list(Rule)[row]))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 12, 8)
        row.setSpacing(8)
        row.addWidget(heading)
        row.addWidget(self._counts)
        row.addStretch(1)
        row.addWidget(self._rule)
        self._signs = [(self._tool(command), command, icon) for command, icon in MOVES]
        self._buttons = [
            (self._button("programme.edit", self.tr("Edit")), "programme.edit", "pencil"),
            (self._button("programme.add-day", self.tr("Add day")), "programme.add-day", "calendar-days"),
            (self._button("programme.add", self.tr("Add session")), "programme.add", "plus"),
        ]
        for button, _, _ in (*self._signs, *self._buttons):
            row.addWidget(button)
        context.look.changed.connect(self._paint)
        context.actions.changed.connect(self._refresh)
        self._paint()
        self._refresh()

    def show_programme(self, days: list[Day], rule: Rule) -> None:
        """Show how large it is and which rule holds."""
        self._counts.setText(counts_told(days))
        with QSignalBlocker(self._rule):
            self._rule.clear()
            self._rule.addItems([rule_name(one) for one in Rule])
            self._rule.setCurrentIndex(list(Rule).index(rule))
        self._paint()

    def _button(self, command: str, text: str) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda: self._context.actions.trigger(command))
        return button

    def _tool(self, command: str) -> QToolButton:
        button = QToolButton()
        text = self._context.actions.text(self._context.actions.commands[command])
        button.setAccessibleName(text)
        button.setToolTip(text)
        button.clicked.connect(lambda: self._context.actions.trigger(command))
        return button

    def _refresh(self) -> None:
        for button, command, _ in (*self._signs, *self._buttons):
            button.setEnabled(self._context.actions.is_possible(command))

    def _paint(self) -> None:
        for row in range(self._rule.count()):
            self._rule.setItemIcon(row, self._context.look.icon("shield", "text"))
        for button, _, icon in (*self._signs, *self._buttons):
            button.setIcon(self._context.look.icon(icon, "text"))


MOVES = (("programme.move-up", "arrow-up"), ("programme.move-down", "arrow-down"))
