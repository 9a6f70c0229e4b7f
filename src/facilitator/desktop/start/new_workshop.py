"""The form for a new workshop."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import available_timezones

from PySide6.QtCore import QDate, QStandardPaths, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame

from facilitator.desktop.forms.new_workshop import Ui_NewWorkshop
from facilitator.desktop.guard import guarded
from facilitator.desktop.translation import sentence
from facilitator.desktop.widgets.calendar_look import CalendarLook
from facilitator.desktop.widgets.still_wheel import StillWheel
from facilitator.domain.kinds import Rule

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.domain.errors import FacilitatorError

FORBIDDEN = '<>:"/\\|?*'
"""What no file name may hold on one of the systems that a stick is carried between."""
LONGEST = 80
MOST_DAYS = 14
"""Of a workshop at its beginning; the programme takes more."""


@guarded
class NewWorkshop(QFrame):
    """`made` with the path of the new file, `left` when the person goes back."""

    made = Signal(object)
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setObjectName("overlay")
        self.form = Ui_NewWorkshop()
        self.form.setupUi(self)
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        # Where there is no such folder, nobody is asked to make one.
        self.form.folder.setText(documents if documents and Path(documents).is_dir() else str(Path.home()))
        self.form.title.textChanged.connect(self._show_name)
        self.form.folder.textChanged.connect(self._show_name)
        self.form.first_day.dateChanged.connect(self._follow_first_day)
        self.form.last_day.dateChanged.connect(self._show_days)
        self.form.choose_folder.clicked.connect(self._choose_folder)
        self.form.cancel.clicked.connect(self.left)
        self.form.create.clicked.connect(self._create)
        self._calendars = CalendarLook(self, context.look, self.form.first_day, self.form.last_day)
        self._wheel = StillWheel(self, self.form.first_day, self.form.last_day, self.form.time_zone)
        QShortcut(
            QKeySequence("Ctrl+Return"), self, self._create, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        )

    def begin(self) -> None:
        """An empty form for a workshop that begins today."""
        from facilitator.jobs.local_time import local_time_zone

        today = QDate.currentDate()
        self.form.title.clear()
        self.form.place.clear()
        self.form.first_day.setDate(today)
        self.form.last_day.setDate(today.addDays(1))
        self.form.affiliation.setChecked(True)
        if not self.form.time_zone.count():
            self.form.time_zone.addItems(sorted(available_timezones()))
        self.form.time_zone.setCurrentText(local_time_zone())
        self._show_name()
        self._show_days()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @property
    def path(self) -> Path:
        """Where the file will lie."""
        name = "".join(" " if letter in FORBIDDEN else letter for letter in self.form.title.text())
        name = " ".join(name.split()).strip(". ")[:LONGEST] or self.tr("Workshop")
        return Path(self.form.folder.text()).expanduser() / f"{name}.workshop"

    def _show_name(self) -> None:
        self.form.file_name.setText(self.path.name)
        self.form.problem.setText("")
        self.form.create.setEnabled(bool(self.form.title.text().strip()))

    def _follow_first_day(self, day: QDate) -> None:
        self.form.last_day.setDateRange(day, day.addDays(MOST_DAYS - 1))
        self._show_days()

    def _show_days(self) -> None:
        self.form.days.setText(self.tr("%n day(s)", "", len(self._days())))

    def _days(self) -> list[date]:
        first, last = _date(self.form.first_day.date()), _date(self.form.last_day.date())
        return [first + timedelta(days=place) for place in range(max(1, (last - first).days + 1))]

    def _rule(self) -> Rule:
        chosen = {Rule.NAMED: self.form.named, Rule.AFFILIATION: self.form.affiliation, Rule.CHATHAM: self.form.chatham}
        return next(rule for rule, button in chosen.items() if button.isChecked())

    def _choose_folder(self) -> None:
        from facilitator.desktop.asking_files import ask_folder

        chosen = ask_folder(self, self.tr("Folder for the workshop"), self.form.folder.text())
        if chosen:
            self.form.folder.setText(str(chosen))

    def _create(self) -> None:
        if not self.form.create.isEnabled():
            return
        path, title, place = self.path, self.form.title.text(), self.form.place.text()
        zone, rule, days = self.form.time_zone.currentText(), self._rule(), self._days()

        def job() -> Path:
            from facilitator.jobs.new import make_workshop

            return make_workshop(path, title, time_zone=zone, attribution=rule, place=place, days=days).path

        self.form.create.setEnabled(False)
        self._context.bridge.do(job, then=self.made.emit, otherwise=self._refused)

    def _refused(self, error: FacilitatorError) -> None:
        self.form.create.setEnabled(True)
        self.form.problem.setText(sentence(error))


def _date(chosen: QDate) -> date:
    return date(chosen.year(), chosen.month(), chosen.day())
