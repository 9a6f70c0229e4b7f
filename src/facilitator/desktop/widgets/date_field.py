"""A field for a day, with a calendar in our colours."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QCalendarWidget, QDateEdit

from facilitator.desktop.guard import guarded
from facilitator.desktop.look.look import Look

WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


@guarded
class DateField(QDateEdit):
    """The day is typed or taken from the calendar, which begins the week as the locale does."""

    def __init__(self, look: Look, name: str = "", day: QDate | None = None) -> None:
        super().__init__(day or QDate.currentDate())
        self._look = look
        self.setAccessibleName(name)
        self.setCalendarPopup(True)
        self.setDisplayFormat("yyyy-MM-dd")
        calendar = self.calendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(QLocale().firstDayOfWeek())
        calendar.setMinimumWidth(300)
        look.changed.connect(self._paint)
        self._paint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what lies around: a day that turns by itself would change the programme unseen."""
        event.ignore()

    def _paint(self) -> None:
        # Qt paints weekends red, which no palette of ours can read.
        ordinary = QTextCharFormat()
        ordinary.setForeground(self._look.colour("text"))
        calendar = self.calendarWidget()
        for day in WEEKEND:
            calendar.setWeekdayTextFormat(day, ordinary)
        names = QTextCharFormat()
        names.setForeground(self._look.colour("quiet"))
        names.setBackground(self._look.colour("surface"))
        calendar.setHeaderTextFormat(names)
