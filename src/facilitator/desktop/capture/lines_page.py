"""Several lines that were pasted or dropped, in the place of the line: how each reads, before one Enter saves them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout

from facilitator.desktop.guard import guarded
from facilitator.desktop.translation import warned
from facilitator.desktop.words import word, word_at_head
from facilitator.domain.kinds import NoteKind

from .kind_signs import KIND_SIGNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .reading import Reading

MOST = 2000
"""So many lines can be looked through; more of them are a file to import."""
ROWS = 7
"""So many are seen at once, the others by scrolling."""
BETWEEN = "   ·   "


@guarded
class LinesPage(QFrame):
    """`confirmed` when the person wants them saved, `left` when not. Until either, nothing of them is stored."""

    confirmed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("linesPage")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title, self._counts, self._says = QLabel(), QLabel(), QLabel()
        self._title.setProperty("title", True)
        for label in (self._title, self._counts, self._says):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._counts.setProperty("quiet", True)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("How the lines read"))
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._save, self._leave = QPushButton(), QPushButton(self.tr("Leave them out"))
        self._save.setToolTip(self.tr("Enter"))
        self._leave.setToolTip("Esc")
        self._leave.setFlat(True)
        self._save.clicked.connect(self.confirmed)
        self._leave.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.addWidget(self._counts, 1)
        buttons.addWidget(self._leave)
        buttons.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(8)
        for widget in (self._title, self._says, self._list):
            column.addWidget(widget)
        column.addLayout(buttons)

    def show_readings(self, readings: Sequence[Reading]) -> None:
        """Show how each line reads; nothing is to be saved when there are too many."""
        count = len(readings)
        self._title.setText(self.tr("%n line(s), not saved yet", "", count))
        self._save.setText(self.tr("Save %n note(s)", "", count))
        self._counts.setText(self._counted(readings))
        self.say("")
        self._list.clear()
        self._list.addItems([self._told(reading) for reading in readings])
        row = self._list.sizeHintForRow(0) if count else 0
        self._list.setFixedHeight(min(ROWS, count) * row + 2 * self._list.frameWidth() + 2)
        self._show_parts(can_save=True)

    def show_too_many(self, count: int) -> None:
        """Say that so many lines are more than can be looked through."""
        self._title.setText(self.tr("%n line(s), nothing is saved", "", count))
        says = self.tr("More than %1 lines are too many to look through here. Save them as a text file and import it.")
        self.say(says.replace("%1", str(MOST)))
        self._counts.setText("")
        self._show_parts(can_save=False)

    def say(self, sentence: str) -> None:
        """A sentence above the lines, such as why they could not be saved."""
        self._says.setText(sentence)
        self._says.setVisible(bool(sentence))
        self._save.setEnabled(True)

    def wait(self) -> None:
        """They are on their way to the disk."""
        self._save.setEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves; the arrows and PgUp, PgDn look through. Esc is the window's, and leads back."""
        bar = self._list.verticalScrollBar()
        steps = {
            Qt.Key.Key_Down: bar.singleStep(), Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_PageDown: bar.pageStep(), Qt.Key.Key_PageUp: -bar.pageStep(),
        }  # fmt: skip
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self._save.isEnabled() and not self._save.isHidden():
                self.confirmed.emit()
        elif event.key() in steps:
            bar.setValue(bar.value() + steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _show_parts(self, *, can_save: bool) -> None:
        self._list.setVisible(can_save)
        self._save.setVisible(can_save)

    def _counted(self, readings: Sequence[Reading]) -> str:
        lines = [reading.line for reading in readings if reading.line is not None]
        kinds = Counter(line.kind for line in lines)
        told = [f"{kinds[kind]} × {word(kind)}" for kind in NoteKind if kinds[kind]]
        private, check_later = sum(line.private for line in lines), sum(line.check_later for line in lines)
        warnings = sum(bool(line.warnings) for line in lines)
        names = {
            reading.line.speaker.name
            for reading in readings
            if reading.line and reading.line.speaker and not reading.speaker and not reading.names_same_speaker
        }
        themes = {name for reading in readings for name, theme in reading.themes if theme is None}
        for count, text in (
            (private, self.tr("private")), (check_later, self.tr("check later")),
            (len(names), self.tr("new speaker")), (len(themes), self.tr("new theme")),
            (warnings, self.tr("to look at")),
        ):  # fmt: skip
            if count:
                told.append(f"{count} × {text}")
        return ", ".join(told)

    def _told(self, reading: Reading) -> str:
        """A line as the column will show it, in words."""
        line = reading.line
        if line is None:
            return ""
        told = [f"{KIND_SIGNS[line.kind]} {word_at_head(line.kind)}"]
        if line.private:
            told.append(self.tr("private"))
        if reading.names_same_speaker:
            told.append(self.tr("the same speaker"))
        elif line.speaker is not None:
            name = reading.speaker.name if reading.speaker is not None else line.speaker.name
            told.append(name if reading.speaker is not None else name + " " + self.tr("new"))
        told.append(line.text)
        told += [
            "#" + (theme.name if theme is not None else name + " " + self.tr("new")) for name, theme in reading.themes
        ]
        if line.check_later:
            told.append(self.tr("check later"))
        told += [warned(warning) for warning in line.warnings[:1]]
        return BETWEEN.join(told)
