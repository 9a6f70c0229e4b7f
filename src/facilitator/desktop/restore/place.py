"""The place that lists the backups and brings one back, beside the workshop as it is and never over it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QStandardPaths, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QTableView, QVBoxLayout

from facilitator.desktop.guard import guarded
from facilitator.desktop.look.painting import paint_edge
from facilitator.desktop.notices import Notice, WayOut
from facilitator.desktop.opening import open_workshop
from facilitator.desktop.place import Place
from facilitator.desktop.translation import sentence
from facilitator.desktop.widgets.column_fit import ColumnFit
from facilitator.desktop.widgets.still_wheel import StillWheel
from facilitator.desktop.widgets.table_rows import prepare_table
from facilitator.domain.backups import Found, Inside
from facilitator.domain.errors import FacilitatorError

from .backups_model import BackupsModel, Column

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.workspace.workspace import Changes

ENDING = ".workshop"
TOPIC = "restore"
ROW = 34
WIDTHS: dict[int, int] = {
    Column.WHEN: 170,
    Column.NOTES: 80,
    Column.RECOMMENDATIONS: 150,
    Column.PEOPLE: 80,
    Column.WHERE: 170,
}
GIVE_WAY = (Column.WHERE, Column.PEOPLE, Column.RECOMMENDATIONS)
NARROWEST = 220


@guarded
class RestorePlace(Place):
    """A workshop by its name, its backups, and what to do with the one that is chosen."""

    name = "restore"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.workshops = QComboBox()
        self.workshops.setAccessibleName(self.tr("Workshop"))
        self.workshops.activated.connect(lambda _: self._list())
        self._wheel = StillWheel(self, self.workshops)
        self.backups = BackupsModel(self)
        self.table = _BackupsTable(context, self.backups, self.tr("Backups"))
        self._says = QLabel()
        self.bring_back = QPushButton(self.tr("Bring it back"))
        self.bring_back.setProperty("primary", True)
        self.bring_back.clicked.connect(self._bring_back)
        self._other = QPushButton(self.tr("Choose another file"))
        self._other.clicked.connect(self._ask_file)
        self.table.activated.connect(lambda _: self._bring_back())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_possible())
        self._asked = 0
        self._compose()

    def enter(self) -> None:
        """There may be others since."""
        super().enter()
        self._find_names()

    def load(self) -> None:
        """What the workshop holds is read from its file, with the backups."""

    def apply(self, _changes: Changes) -> None:
        """A step more or less does not decide which backup is wanted."""

    def take_focus(self) -> None:
        """On the newest backup."""
        self.table.setFocus()

    def bring_back_file(self, backup: Path, beside: Path, at: datetime) -> None:
        """Make a workshop of a backup beside a file of this name, and offer to open it."""
        from facilitator.jobs.restore import bring_back

        task = self.context.worker.run(bring_back, backup, beside, at)
        task.done.connect(self._offer)
        task.refused.connect(lambda error: self._tell(sentence(error)))

    def _bring_back(self) -> None:
        found = self._chosen()
        if found is not None:
            self.bring_back_file(found.path, self._present() or self._usual_place(found.name), found.at)

    def _chosen(self) -> Found | None:
        index = self.table.currentIndex()
        return self.backups.rows[index.row()] if index.isValid() else None

    def _present(self) -> Path | None:
        """The workshop of the chosen name as it is now: the one that is open, else one that was open lately."""
        from facilitator.jobs.restore import name_in_backups

        opened, recent = self.context.bridge.path, self.context.preferences.recent
        files = [*([] if opened is None else [opened]), *recent]
        return next((file for file in files if name_in_backups(file) == self.workshops.currentText()), None)

    def _usual_place(self, name: str) -> Path:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(documents or Path.home()) / f"{name}{ENDING}"

    def _find_names(self) -> None:
        from facilitator.jobs.restore import names_of_backups

        task = self.context.backups.worker.run(names_of_backups, self.context.backups.second)
        task.done.connect(self._show_names)

    def _show_names(self, names: tuple[str, ...]) -> None:
        from facilitator.jobs.restore import name_in_backups

        opened = self.context.bridge.path
        wanted = self.workshops.currentText() or ("" if opened is None else name_in_backups(opened))
        self.workshops.clear()
        self.workshops.addItems(list(names))
        self.workshops.setCurrentIndex(max(0, self.workshops.findText(wanted, Qt.MatchFlag.MatchExactly)))
        self._list()

    def _list(self) -> None:
        from facilitator.jobs.restore import backups_named

        name = self.workshops.currentText()
        if not name:
            self._show(((), None))
            return
        self._asked += 1
        serial = self._asked
        second = self.context.backups.second
        task = self.context.backups.worker.run(backups_named, name, self._present(), second)
        task.done.connect(lambda found: self._show(found) if serial == self._asked else None)

    def _show(self, listed: tuple[tuple[Found, ...], Inside | None]) -> None:
        found, self.backups.now = listed
        chosen = self._chosen()
        self.backups.show_rows([replace(one) for one in found])
        row = max(0, self.backups.row_of(chosen.key)) if chosen is not None else 0
        if found:
            self.table.selectRow(row)
        second = self.context.backups.second
        self._says.setText(
            self.tr("No backup of any workshop was found.")
            if not found
            else self.tr("What you choose becomes a new file beside the workshop, which stays as it is.")
        )
        if second is not None and not any(one.in_second for one in found):
            self._says.setText(self._says.text() + " " + self.tr("None of these is in the second folder."))
        self._show_possible()

    def _show_possible(self) -> None:
        found = self._chosen()
        self.bring_back.setEnabled(found is not None and not isinstance(found.inside, FacilitatorError))

    def _ask_file(self) -> None:
        from facilitator.desktop.asking_files import ask_file

        usual = self.context.preferences.settings.backups
        backup = ask_file(
            self,
            self.tr("Backup to bring back"),
            str(usual or Path.home()),
            self.tr("Workshops (*%1)").replace("%1", ENDING),
        )
        if backup is not None:
            made = datetime.fromtimestamp(backup.stat().st_mtime)  # noqa: DTZ006 - as the names of backups have it
            self.bring_back_file(backup, self._present() or self._usual_place(backup.stem), made)

    def _offer(self, made: Path) -> None:
        text = self.tr("The backup is back as %1. Nothing else was changed.").replace("%1", made.name)
        open_it = WayOut(self.tr("Open it"), lambda: open_workshop(self.context, made))
        self.context.notices.say(Notice(TOPIC, text, "ok", (open_it,)))

    def _tell(self, text: str) -> None:
        self.context.notices.say(Notice(TOPIC, text, "danger"))

    def _compose(self) -> None:
        title = QLabel(self.tr("Bring back a backup"))
        title.setProperty("title", True)
        label = QLabel(self.tr("Workshop"))
        label.setBuddy(self.workshops)
        for one in (title, label, self._says):
            one.setTextFormat(Qt.TextFormat.PlainText)
        self._says.setWordWrap(True)
        self._says.setProperty("quiet", True)
        self.workshops.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.workshops.setMinimumContentsLength(24)
        choice, buttons = QHBoxLayout(), QHBoxLayout()
        choice.addWidget(label)
        choice.addWidget(self.workshops)
        choice.addStretch(1)
        buttons.addWidget(self.bring_back)
        buttons.addWidget(self._other)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(title)
        column.addLayout(choice)
        column.addWidget(self.table, 1)
        column.addWidget(self._says)
        column.addLayout(buttons)
        self.bring_back.setEnabled(False)


@guarded
class _BackupsTable(QTableView):
    """Whole rows; Enter is for the one with the focus."""

    def __init__(self, context: Context, backups: BackupsModel, name: str) -> None:
        super().__init__()
        self._context = context
        self.setAccessibleName(name)
        self.setModel(backups)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        prepare_table(self, (Column.SINCE,))
        self._fit = ColumnFit(self, context.look, WIDTHS, GIVE_WAY, NARROWEST)
        context.look.changed.connect(self._take_look)
        self._take_look()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter means the row."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows; without any, where the focus is."""
        super().paintEvent(event)
        if self.hasFocus() and not self.model().rowCount():
            painter = QPainter(self.viewport())
            paint_edge(painter, self._context.look, QRectF(self.viewport().rect()))
            painter.end()

    def _take_look(self) -> None:
        self.setFont(self._context.look.content_font(14))
        self.verticalHeader().setDefaultSectionSize(self._context.look.scaled(ROW))
        self._fit.fit()
