"""The page on which the choices of this computer are made; each holds at once and is written down at once."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from facilitator import paths
from facilitator.desktop.forms.settings import Ui_Settings
from facilitator.desktop.place import Place
from facilitator.desktop.translation import sentence
from facilitator.domain.errors import FacilitatorError
from facilitator.logs import log_file
from facilitator.settings import LARGEST, SMALLEST, Palette, Paper, Settings, settings_file

if TYPE_CHECKING:
    from facilitator.desktop.context import Context

WIDTH = 720
SOON = 200
"""Milliseconds in which further steps of the text's size are waited for before it is written down."""


class SettingsPlace(Place):
    """Appearance, language and paper, backups, and where things lie."""

    name = "settings"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.form = Ui_Settings()
        page = QWidget()
        self.form.setupUi(page)
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._keep_size)
        # Qt's own field has its text on the edge.
        self.form.text_size.lineEdit().setTextMargins(8, 0, 8, 0)
        self._compose(page)
        self._show_choices()
        self._connect()

    def refresh(self) -> None:
        """Nothing here belongs to a workshop."""
        self._show_choices()

    def load(self) -> None:
        """Nothing is read from a workshop."""

    def take_focus(self) -> None:
        """At the first choice."""
        self.form.system.setFocus()

    def flush(self) -> None:
        """A size that was chosen a moment ago."""
        if self._soon.isActive():
            self._soon.stop()
            self._keep_size()

    def _compose(self, page: QWidget) -> None:
        page.setMaximumWidth(WIDTH)
        outer = QWidget()
        row = QHBoxLayout(outer)
        row.setContentsMargins(24, 16, 24, 16)
        row.addWidget(page, 100)
        row.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(outer)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _show_choices(self) -> None:
        form, chosen = self.form, self.context.preferences.settings
        {"system": form.system, "paper": form.light, "slate": form.dark, "contrast": form.contrast}[
            chosen.palette
        ].setChecked(True)
        {"a4": form.a4, "letter": form.letter}[chosen.paper].setChecked(True)
        form.text_size.setRange(int(SMALLEST), int(LARGEST))
        form.text_size.setValue(round(self.context.look.zoom))
        if not form.language.count():
            form.language.addItem("English", "en")
        form.backup_folder.setText(str(chosen.backups or paths.backup_folder()))
        form.usual_backup_folder.setEnabled(chosen.backups is not None)
        log = log_file()
        form.backups_say.setText(
            self.tr("Settings: %1\nLog, without words of the room: %2")
            .replace("%1", str(settings_file()))
            .replace("%2", str(log) if log is not None else self.tr("none can be kept"))
        )
        form.problem.hide()

    def _connect(self) -> None:
        form = self.form
        palettes: tuple[tuple[QWidget, Palette], ...] = (
            (form.system, "system"),
            (form.light, "paper"),
            (form.dark, "slate"),
            (form.contrast, "contrast"),
        )
        for button, palette in palettes:
            button.clicked.connect(partial(self._choose_palette, palette))  # type: ignore[attr-defined]
        form.a4.clicked.connect(lambda: self._choose_paper("a4"))
        form.letter.clicked.connect(lambda: self._choose_paper("letter"))
        form.text_size.valueChanged.connect(self._choose_size)
        form.choose_backup_folder.clicked.connect(self._ask_folder)
        form.usual_backup_folder.clicked.connect(lambda: self.choose_folder(None))
        self.context.look.changed.connect(self._follow_look)

    def _choose_palette(self, palette: Palette) -> None:
        self.context.look.choose_palette(palette)
        self._keep(replace(self.context.preferences.settings, palette=palette))

    def _choose_paper(self, paper: Paper) -> None:
        self._keep(replace(self.context.preferences.settings, paper=paper))

    def _choose_size(self, points: int) -> None:
        self.context.look.set_zoom(points)
        self._soon.start()

    def _follow_look(self) -> None:
        """Ctrl and plus choose a size as well, and that is kept too."""
        points = self.context.look.zoom
        if round(points) != self.form.text_size.value():
            self.form.text_size.setValue(round(points))

    def _keep_size(self) -> None:
        self._keep(replace(self.context.preferences.settings, text_size=self.context.look.zoom))

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder for backups"), self.form.backup_folder.text())
        if chosen:
            self.choose_folder(Path(chosen))

    def choose_folder(self, folder: Path | None) -> None:
        """Backups go to this folder from now on; None for the usual one."""
        self._keep(replace(self.context.preferences.settings, backups=folder))
        self._show_choices()

    def _keep(self, chosen: Settings) -> None:
        try:
            self.context.preferences.choose(chosen)
            self.form.problem.hide()
        except FacilitatorError as error:
            # The choice holds for now; only the next start will not know of it.
            self.form.problem.setText(sentence(error))
            self.form.problem.show()
