"""The day of a session: one of the programme, another one, or none."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit

from .said import short_date


class DayChoice(QObject):
    """Works a list and a date field that shows itself for another day; `chosen` with a date or None."""

    chosen = Signal(object)

    def __init__(self, listed: QComboBox, other: QDateEdit) -> None:
        super().__init__(listed)
        self._listed = listed
        self._other = other
        self._days: list[date] = []
        self._day: date | None = None
        listed.activated.connect(self._take)
        other.editingFinished.connect(self._take_other)
        other.hide()

    def show_day(self, day: date | None, days: list[date]) -> None:
        """Show a day among those of the programme and the one that follows them."""
        self._day = day
        self._days = [*days, days[-1] + timedelta(days=1)] if days else [date.today()]  # noqa: DTZ011
        with QSignalBlocker(self._listed):
            self._listed.clear()
            self._listed.addItems([short_date(one) for one in self._days])
            self._listed.addItems([self.tr("Another day"), self.tr("No day yet")])
            self._listed.setCurrentIndex(self._days.index(day) if day in self._days else len(self._days) + 1)
        self._other.hide()

    def _take(self, row: int) -> None:
        if row == len(self._days):
            shown = self._day or self._days[-1]
            with QSignalBlocker(self._other):
                self._other.setDate(QDate(shown.year, shown.month, shown.day))
            self._other.show()
            self._other.setFocus()
            return
        self._other.hide()
        self.chosen.emit(self._days[row] if row < len(self._days) else None)

    def _take_other(self) -> None:
        chosen = self._other.date()
        day = date(chosen.year(), chosen.month(), chosen.day())
        if day != self._day and self._other.isVisible():
            self.chosen.emit(day)
