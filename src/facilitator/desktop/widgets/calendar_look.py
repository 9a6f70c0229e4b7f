"""Calendars that can be read in every palette."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit

from facilitator.desktop.look.look import Look

WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)
WIDTH = 300


class CalendarLook(QObject):
    """For the dates of compiled forms: their calendars begin the week as the locale does, in our colours."""

    def __init__(self, parent: QObject, look: Look, *fields: QDateEdit) -> None:
        super().__init__(parent)
        self._look = look
        self._calendars = [field.calendarWidget() for field in fields]
        for calendar in self._calendars:
            calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
            calendar.setFirstDayOfWeek(QLocale().firstDayOfWeek())
            calendar.setMinimumWidth(WIDTH)
        look.changed.connect(self._paint)
        self._paint()

    def _paint(self) -> None:
        # Qt paints weekends red, which no palette of ours can read.
        ordinary = QTextCharFormat()
        ordinary.setForeground(self._look.colour("text"))
        for calendar in self._calendars:
            for day in WEEKEND:
                calendar.setWeekdayTextFormat(day, ordinary)
