"""A list of people from outside: what its columns are, what is to be known of it, and one step that takes it in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QStandardPaths, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from facilitator.desktop.card.icon_button import IconButton
from facilitator.desktop.key_text import key_text
from facilitator.desktop.notices import Notice
from facilitator.desktop.translation import sentence
from facilitator.desktop.widgets.choice import Choice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.desktop.context import Context
    from facilitator.desktop.place import Place
    from facilitator.domain.errors import FacilitatorError
    from facilitator.intake.people import People
    from facilitator.intake.source_warning import SourceWarning
    from facilitator.jobs.imported import Imported
    from facilitator.jobs.people_table import PeopleTable

    from .column_choices import ColumnChoices

SIDE = 296
MOST = 40
"""So many things to know are shown one by one."""


class ImportPage(QWidget):
    """`shown` when a file is on the page, `left` when nothing is taken, `imported` when it is in the workshop."""

    shown = Signal()
    left = Signal()
    imported = Signal()

    def __init__(self, context: Context, place: Place) -> None:
        super().__init__()
        self._context = context
        self._place = place
        self._path = Path()
        self._choices: ColumnChoices | None = None
        self._asked = 0
        self._file, self._taken, self._says, self._known = QLabel(), QLabel(), QLabel(), QLabel()
        self.sheet = Choice(context.look, self.tr("Sheet"))
        self.take = QPushButton()
        self._grid_room = QVBoxLayout()
        self._warnings = QVBoxLayout()
        self._compose()
        self.sheet.activated.connect(lambda _: self._read(self._path, self.sheet.currentText()))
        self.take.clicked.connect(self._take)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._take, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def ask_file(self) -> None:
        """Let a list be chosen."""
        from facilitator.desktop.asking_files import ask_file

        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kinds = self.tr("Lists of people (*.xlsx *.csv *.tsv)")
        chosen = ask_file(self, self.tr("Read people from a table"), documents, kinds)
        if chosen:
            self.show_file(chosen)

    def show_file(self, path: Path) -> None:
        """Read a list and show what it holds."""
        self.sheet.clear()
        self._read(path, None)

    def take_focus(self) -> None:
        """On the first column."""
        if self._choices is not None:
            self.grid.boxes[0].setFocus()

    def _compose(self) -> None:
        # Loaded with the page: the grid knows the fields of a list, which nobody needs before.
        from .import_grid import ImportGrid

        self.grid = ImportGrid(self._context.look)
        self.grid.chosen.connect(self._reread)
        for label in (self._file, self._taken, self._says, self._known):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._taken.setProperty("quiet", True)
        self._says.setWordWrap(True)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self._bar())
        left.addWidget(self.grid, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addLayout(left, 1)
        across.addWidget(self._side())

    def _bar(self) -> QFrame:
        bar = QFrame()
        bar.setObjectName("placeBar")
        back = IconButton(self._context.look, "arrow-left", self.tr("Back, nothing is taken"))
        back.clicked.connect(self.left)
        heading = QLabel(self.tr("Read people"))
        heading.setProperty("heading", True)
        other = QPushButton(self.tr("Choose another file"))
        other.clicked.connect(self.ask_file)
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 7, 12, 8)
        row.setSpacing(8)
        for widget in (back, heading, self._file, self.sheet):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._taken)
        row.addWidget(other)
        return bar

    def _side(self) -> QFrame:
        side = QFrame()
        side.setObjectName("sidePanel")
        side.setFixedWidth(SIDE)
        self._known.setProperty("heading", True)
        list_of = QWidget()
        self._warnings = QVBoxLayout(list_of)
        self._warnings.setContentsMargins(0, 4, 0, 4)
        self._warnings.setSpacing(10)
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(list_of)
        undo = QLabel(self.tr("One undo step takes all back."))
        undo.setTextFormat(Qt.TextFormat.PlainText)
        undo.setProperty("quiet", True)
        self.take.setProperty("primary", True)
        self.take.setToolTip(key_text("Ctrl+Return"))
        column = QVBoxLayout(side)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(8)
        for widget in (self._known, area, self._says, undo, self.take):
            column.addWidget(widget, 1 if widget is area else 0)
        return side

    def _read(self, path: Path, sheet: str | None) -> None:
        from facilitator.jobs.people_table import read_people_table

        self._path = path
        task = self._context.worker.run(read_people_table, path, sheet)
        task.done.connect(self._show)
        task.refused.connect(self._refused)

    def _show(self, table: PeopleTable) -> None:
        from .column_choices import ColumnChoices

        self._context.notices.take_back("people table")
        self._choices = ColumnChoices(table.columns)
        self._file.setText(self._path.name)
        if table.sheets:
            with QSignalBlocker(self.sheet):
                self.sheet.clear()
                self.sheet.addItems(list(table.sheets))
        self.sheet.setVisible(self.sheet.count() > 1)
        self.grid.show_table(self._choices)
        self.shown.emit()
        self.take_focus()
        self._reread()

    def _reread(self) -> None:
        """What comes of the list with its columns as they are chosen now, found out aside."""
        choices = self._choices
        if choices is None:
            return
        self._taken.setText(
            self.tr("%1 of %n column(s) taken", "", len(choices.fields)).replace("%1", str(choices.taken))
        )
        columns = choices.columns
        if not columns.names:
            self._show_people(None)
            return
        self._asked += 1
        asked = self._asked

        def job() -> People:
            from facilitator.intake.people import read_columns

            return read_columns(columns)

        def shown(people: People) -> None:
            if asked == self._asked:
                self._show_people(people)

        self._context.bridge.do(job, then=shown, otherwise=self._refused)

    def _show_people(self, people: People | None) -> None:
        from facilitator.intake.source_warning import Reason

        count = 0 if people is None else len(people.records)
        self.take.setEnabled(count > 0)
        self.take.setText(self.tr("Take %n participant(s)", "", count))
        # Which columns and sheets are read stands on the page itself.
        hidden = {Reason.COLUMNS_UNREAD, Reason.OTHER_SHEETS}
        warnings = [] if people is None else [one for one in people.warnings if one.reason not in hidden]
        self._known.setText(self.tr("%n thing(s) to know", "", len(warnings)))
        self._says.setText(
            self.tr("Say which column holds the names.")
            if people is None
            else self.tr(
                "%n participant(s) in the list. Whoever is there already learns only what was not known.", "", count
            )
        )
        self._show_warnings(warnings)

    def _show_warnings(self, warnings: Sequence[SourceWarning]) -> None:
        while (item := self._warnings.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        told = [_told(one) for one in warnings[:MOST]]
        if len(warnings) > MOST:
            told.append(self.tr("%n more", "", len(warnings) - MOST))
        for text in told:
            label = QLabel(text)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            self._warnings.addWidget(label)
        self._warnings.addStretch(1)
        self.grid.mark({str(one.parameters.get("cell", "")) for one in warnings})

    def _take(self) -> None:
        if self._choices is None or not self.take.isEnabled():
            return
        from facilitator.jobs.import_people import PeopleImport
        from facilitator.jobs.progress import untold

        columns, path = self._choices.columns, self._path
        self.take.setEnabled(False)
        self._context.bridge.edit(
            self.tr("Import people"),
            lambda edits: PeopleImport(columns, path.stem, untold).bring(edits, path, new=False),
            origin=self._place,
            then=self._tell,
            otherwise=self._refused,
        )

    def _tell(self, imported: Imported) -> None:
        came = self.tr("%n participant(s) came in.", "", imported.added)
        stayed = self.tr("%n were there already.", "", imported.kept) if imported.kept else ""
        said = self.tr("%n thing(s) to know.", "", len(imported.warnings)) if imported.warnings else ""
        text = " ".join(filter(None, (came, stayed, said)))
        self._context.notices.say(Notice("people table", text, "ok"))
        self.imported.emit()

    def _refused(self, error: FacilitatorError) -> None:
        self.take.setEnabled(self._choices is not None)
        self._context.notices.say(Notice("people table", sentence(error), "danger"))


def _told(warning: SourceWarning) -> str:
    text = QCoreApplication.translate("Sources", warning.reason.value).format(**warning.parameters)
    if "{cell}" in warning.reason.value:
        return text
    return QCoreApplication.translate("People", "Row %1: %2").replace("%1", str(warning.line)).replace("%2", text)
