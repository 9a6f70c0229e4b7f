"""One day of the programme: its heading, its sessions, and the line that adds one more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout

from .day_list import DayList
from .said import date_told, day_told

if TYPE_CHECKING:
    from facilitator.desktop.context import Context

    from .day import Day

HEAD = 40


class DayCard(QFrame):
    """`added` with what was typed into the line below the sessions."""

    added = Signal(str)

    def __init__(self, context: Context, day: Day) -> None:
        super().__init__()
        self.setObjectName("card")
        self.day = day
        self.list = DayList(context, date_told(day.day))
        self._number, self._date = QLabel(), QLabel(date_told(day.day))
        self._number.setProperty("heading", True)
        self._date.setProperty("quiet", True)
        head = QFrame()
        head.setObjectName("dayHead")
        head.setMinimumHeight(HEAD)
        row = QHBoxLayout(head)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(8)
        for label in (self._number, self._date):
            label.setTextFormat(Qt.TextFormat.PlainText)
            row.addWidget(label)
        row.addStretch(1)
        self.line = QLineEdit()
        self.line.setObjectName("addLine")
        self.line.setAccessibleName(self.tr("Add a session on %1").replace("%1", date_told(day.day)))
        self.line.setPlaceholderText(self.tr("Add a session: 09:30-10:15 Title"))
        self.line.returnPressed.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        for widget in (head, self.list, self.line):
            column.addWidget(widget)
        self.show_day(day)

    def show_day(self, day: Day) -> None:
        """Show how this day stands now."""
        self.day = day
        self._number.setText(day_told(day))
        self._number.setVisible(day.day is not None)
        self.list.show_lines(day.lines)

    def _add(self) -> None:
        typed = self.line.text().strip()
        if typed:
            self.added.emit(typed)
