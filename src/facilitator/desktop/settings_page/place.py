"""The place where choices for this computer are made."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from facilitator import logs, paths, settings
from facilitator.desktop.forms.settings import Ui_Settings
from facilitator.desktop.place import Place
from facilitator.desktop.translation import FOLDER, sentence
from facilitator.desktop.widgets.saving import Saving
from facilitator.desktop.widgets.still_wheel import StillWheel
from facilitator.domain.errors import FacilitatorError, NoHome
from facilitator.files import place_error

if TYPE_CHECKING:
    from collections.abc import Mapping

    from facilitator.desktop.context import Context
    from facilitator.workspace.workspace import Changes

WIDEST, MARGIN = 720, 8
SHORT_FORMS = 96
"""Pixels: four lines, the others scroll."""
SECOND = "facilitator backups"


class SettingsPlace(Place):
    """Every choice holds at once and is written down at once; what cannot be written is said."""

    name = "settings"
    _unread = ""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.form = Ui_Settings()
        content = QWidget()
        self.form.setupUi(content)
        content.setMaximumWidth(WIDEST)
        self._around(content)
        form = self.form
        self._palettes = {
            "system": form.system, "paper": form.light, "slate": form.dark, "contrast": form.contrast,
        }  # fmt: skip
        self._papers = {"a4": form.a4, "letter": form.letter}
        self._languages = _languages(context.preferences.settings.language)
        form.language.addItems([_named(tag) for tag in self._languages])
        # A style sheet's padding does not reach the inner field of Qt's stepped fields.
        form.text_size.lineEdit().setTextMargins(MARGIN, 0, MARGIN, 0)
        form.abbreviations.setFixedHeight(SHORT_FORMS)
        self._saving = Saving(lambda _stay: self._write_short_forms(), self)
        self._wheel = StillWheel(self, form.language, form.text_size)
        self._bind()

    def enter(self) -> None:
        """The size may have been changed by keys since."""
        self._show()
        super().enter()

    def load(self) -> None:
        """Nothing of a workshop is shown here."""

    def apply(self, _changes: Changes) -> None:
        """Nothing of a workshop is shown here."""

    def take_focus(self) -> None:
        """On the palette that is chosen."""
        self._palettes[self.context.preferences.settings.palette].setFocus()

    def flush(self) -> None:
        """Write the short forms as they stand."""
        self._saving.leave()

    def _write_short_forms(self) -> None:
        chosen, self._unread = _read_short_forms(self.form.abbreviations.toPlainText())
        self._choose(abbreviations=chosen)

    def _around(self, content: QWidget) -> None:
        room = QWidget()
        across = QHBoxLayout(room)
        across.setContentsMargins(0, 0, 0, 0)
        content.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        across.addWidget(content, 100)
        across.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(room)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _bind(self) -> None:
        form = self.form
        for palette, button in self._palettes.items():
            button.clicked.connect(lambda *_, palette=palette: self._choose_palette(palette))
        for paper, button in self._papers.items():
            button.clicked.connect(lambda *_, paper=paper: self._choose(paper=paper))
        form.text_size.valueChanged.connect(self._choose_size)
        form.language.activated.connect(lambda row: self._choose(language=self._languages[row]))
        form.choose_backup_folder.clicked.connect(self._ask_folder)
        form.usual_backup_folder.clicked.connect(lambda: self._choose(backups=None))
        form.abbreviations.textChanged.connect(self._saving.touch)
        form.choose_second_folder.clicked.connect(self._ask_second)
        form.no_second_folder.clicked.connect(lambda: self._choose(second_backups=None))
        self.context.look.changed.connect(self._show)

    def _show(self) -> None:
        """Show the choices as they stand."""
        form, chosen = self.form, self.context.preferences.settings
        self._palettes[chosen.palette].setChecked(True)
        self._papers[chosen.paper].setChecked(True)
        with QSignalBlocker(form.text_size):
            form.text_size.setValue(round(self.context.look.zoom))
        form.language.setCurrentIndex(self._languages.index(chosen.language))
        form.language.setEnabled(len(self._languages) > 1)
        form.usual_backup_folder.setEnabled(chosen.backups is not None)
        form.backup_folder.setText(str(chosen.backups or _told(paths.backup_folder)))
        form.backups_say.setText(
            self.tr(
                "A backup is made by itself while you work, and with Ctrl+S. It is brought to the second folder too; "
                "after a time without the stick, as soon as that is back."
            )
        )
        self._show_short_forms(chosen.abbreviations)
        form.settings_path.setText(_told(settings.settings_file))
        form.log_path.setText(str(logs.log_file() or ""))
        form.no_second_folder.setEnabled(chosen.second_backups is not None)
        form.second_folder.setText(str(chosen.second_backups or self.tr("None is chosen")))
        for field in (form.backup_folder, form.second_folder, form.settings_path, form.log_path):
            field.setCursorPosition(0)
        form.problem.setVisible(bool(form.problem.text()))

    def _show_short_forms(self, chosen: Mapping[str, str]) -> None:
        field = self.form.abbreviations
        # What is being typed there stays as it is typed.
        if not self._saving.waits and _read_short_forms(field.toPlainText())[0] != chosen:
            with QSignalBlocker(field):
                field.setPlainText("\n".join(f"{short} = {long}" for short, long in chosen.items()))
        says = self.tr(
            "One in each line, such as: nap = National Action Plan. A space behind the short form expands it."
        )
        if self._unread:
            says = self.tr("This line is no short form and is not taken: %1").replace("%1", self._unread)
        self.form.abbreviations_say.setText(says)

    def _choose(self, **chosen: Any) -> None:
        """Take a choice over; it holds even when it cannot be written down, and then that is said."""
        preferences = self.context.preferences
        try:
            preferences.choose(replace(preferences.settings, **chosen))
            self.form.problem.setText("")
        except FacilitatorError as error:
            text = self.tr("It holds until the window is closed, but could not be written down. %1")
            self.form.problem.setText(text.replace("%1", sentence(error)))
        self._show()

    def _choose_palette(self, palette: settings.Palette) -> None:
        self.context.look.choose_palette(palette)
        self._choose(palette=palette)

    def _choose_size(self, points: int) -> None:
        self.context.look.set_zoom(points)
        self._choose(text_size=float(points))

    def _ask_folder(self) -> None:
        from facilitator.desktop.asking_files import ask_folder

        folder = ask_folder(self, self.tr("Folder for backups"), self.form.backup_folder.text())
        if folder:
            self.choose_folder(folder)

    def choose_folder(self, folder: Path) -> None:
        """Backups go there from now on."""
        self._choose(backups=folder)

    def _ask_second(self) -> None:
        from facilitator.desktop.asking_files import ask_folder

        folder = ask_folder(self, self.tr("Second folder for backups, as on a stick"))
        if folder:
            self.choose_second(folder)

    def choose_second(self, chosen: Path) -> None:
        """Every backup is brought to a folder of its own in there too; that is made now, and never again.

        So it is missing when the stick is, even where the place of a stick is a folder that stays.
        """
        folder = chosen if chosen.name == SECOND else chosen / SECOND
        try:
            folder.mkdir(exist_ok=True)
        except OSError as error:
            self.form.problem.setText(sentence(place_error(error, folder)))
            self._show()
            return
        self._choose(second_backups=folder)
        self.context.backups.look()


def _read_short_forms(typed: str) -> tuple[dict[str, str], str]:
    """The short forms of the lines, and the first line that is none; empty lines are nothing."""
    chosen, unread = {}, ""
    for line in filter(str.strip, typed.splitlines()):
        short, sign, long = (part.strip() for part in line.partition("="))
        if sign and long and short.split() == [short]:
            chosen[short] = long
        else:
            unread = unread or line.strip()
    return chosen, unread


def _languages(chosen: str) -> list[str]:
    """The tags of the languages that the window speaks, and the one that stands in the settings."""
    found = {file.stem.removeprefix("facilitator_").replace("_", "-") for file in FOLDER.glob("facilitator_*.qm")}
    return sorted({"en", chosen, *found})


def _named(tag: str) -> str:
    """What speakers of a language call it."""
    # Qt would call it American English.
    name = "English" if tag == "en" else QLocale(tag).nativeLanguageName()
    return name[:1].upper() + name[1:] if name else tag


def _told(place: Any) -> str:
    """A path; empty where the account has no place for it."""
    try:
        return str(place())
    except NoHome:
        return ""
