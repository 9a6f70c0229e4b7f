"""Replacing a word everywhere, over the window: what would change is listed before anything does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from facilitator.desktop.guard import guarded
from facilitator.desktop.widgets.panel_list import PanelLine, PanelList

from .overlay import Overlay

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.desktop.context import Context
    from facilitator.domain.replacing import Occurrences, Replaced
    from facilitator.jobs.replace_words import Replacing
    from facilitator.store.edits import Edits
    from facilitator.store.reads import Reads

    Found = tuple[Replacing | None, tuple[Occurrences, ...], Replaced]

SIZE = QSize(820, 620)
WAIT, MOST = 120, 300
"""Milliseconds after the last key before it is looked for, and how many places are listed."""
AROUND = 30
"""Characters that are shown before and behind what changes."""


@guarded
class WordReplacing(Overlay):
    """Two words and how strictly the first is meant; Enter or the button replaces it in one step."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(context, window, SIZE)
        self._asked: Replacing | None = None
        self.setAccessibleName(self.tr("Replace a word everywhere"))
        self.word, self.by = QLineEdit(), QLineEdit()
        self.whole = QCheckBox(self.tr("Whole words"))
        self.case = QCheckBox(self.tr("Capitals as typed"))
        self.accents = QCheckBox(self.tr("Accents as typed"))
        self.whole.setChecked(True)
        self.accents.setChecked(True)
        self.list = PanelList(context.look, self.tr("What would change"), MOST)
        self.says = QLabel()
        self.replace = QPushButton(self.tr("Replace"))
        self._leave = QPushButton(self.tr("Leave all as it is"))
        self._wait = QTimer(self, singleShot=True, interval=WAIT)
        self._wait.timeout.connect(self._look)
        self._compose()
        for field in (self.word, self.by):
            field.textChanged.connect(self._begin)
            field.returnPressed.connect(self.replace.click)
        for box in (self.whole, self.case, self.accents):
            box.toggled.connect(self._begin)
        self.replace.clicked.connect(self._replace)
        self._leave.clicked.connect(self.leave)
        context.bridge.changed.connect(lambda _: self._begin() if self.isVisible() else None)

    def open(self) -> None:
        """Begin anew; what was asked last stays and is selected."""
        super().open()
        self.word.selectAll()
        self._begin()

    def take_focus(self) -> None:
        """In the first field."""
        self.word.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, wherever the focus is."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        super().keyPressEvent(event)

    def _compose(self) -> None:
        heading = QLabel(self.tr("Replace a word in all notes and recommendations"))
        heading.setProperty("heading", True)
        grid = QGridLayout()
        for row, (text, field) in enumerate(((self.tr("Replace"), self.word), (self.tr("by"), self.by))):
            label = QLabel(text)
            label.setBuddy(field)
            field.setAccessibleName(text)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        boxes, buttons = QHBoxLayout(), QHBoxLayout()
        for box in (self.whole, self.case, self.accents):
            boxes.addWidget(box)
        boxes.addStretch(1)
        self.says.setTextFormat(Qt.TextFormat.PlainText)
        self.says.setProperty("quiet", True)
        self.says.setWordWrap(True)
        self.replace.setProperty("primary", True)
        buttons.addWidget(self.says, 1)
        buttons.addWidget(self._leave)
        buttons.addWidget(self.replace)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addWidget(heading)
        column.addLayout(grid)
        column.addLayout(boxes)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)

    def _begin(self) -> None:
        """What is listed is no longer what was asked for, so nothing is replaced until it is."""
        self._asked = None
        self.replace.setEnabled(False)
        self._wait.start()

    def _look(self) -> None:
        word, by = self.word.text(), self.by.text()
        whole, case, accents = self.whole.isChecked(), self.case.isChecked(), self.accents.isChecked()

        def question(reads: Reads) -> Found:
            from facilitator.jobs.replace_words import count, find, replacing

            asked = replacing(word, by, whole_words=whole, same_case=case, same_accents=accents)
            found = () if asked is None else find(reads, asked)
            return asked, found, count(found)

        self.context.bridge.ask_aside("replace", question, lambda told: self._show(*told))

    def _show(self, asked: Replacing | None, found: tuple[Occurrences, ...], told: Replaced) -> None:
        if self._wait.isActive():
            return
        self._asked = asked if found else None
        self.list.show_lines(self._lines(found, asked.by) if asked is not None else [])
        self.list.setMinimumHeight(60)
        self.list.setMaximumHeight(16_777_215)
        self.replace.setEnabled(self._asked is not None and not self.context.bridge.is_read_only)
        self.says.setText(self._sentence(found, told) if asked is not None else "")

    def _sentence(self, found: Sequence[Occurrences], told: Replaced) -> str:
        if not found:
            return self.tr("This stands nowhere.")
        parts = [
            self.tr("%n place(s)", "", told.places),
            self.tr("%n note(s)", "", told.notes),
            self.tr("%n recommendation(s)", "", told.recommendations),
        ]
        private = len({one.worded.key for one in found if one.worded.private})
        if private:
            parts.append(self.tr("%n of the notes private", "", private))
        if told.places > MOST:
            parts.append(self.tr("the first %n are listed", "", MOST))
        return " · ".join(parts)

    def _lines(self, found: Sequence[Occurrences], by: str) -> list[PanelLine]:
        lines: list[PanelLine] = []
        for one in found:
            for start, end in one.places:
                if len(lines) == MOST:
                    return lines
                lines.append(self._line(b"%d" % len(lines), one, start, end, by))
        return lines

    def _line(self, key: bytes, one: Occurrences, start: int, end: int, by: str) -> PanelLine:
        text, worded = one.worded.text, one.worded
        before = text[:start] if start <= AROUND else "… " + text[start - AROUND : start]
        icon = "message-square" if worded.is_note else "list-checks"
        where = worded.session_title if worded.is_note else ""
        return PanelLine(
            key,
            f"{before}[{text[start:end]} → {by}]{text[end:]}",
            number=str(worded.number),
            end=self.tr("private") if worded.private else where[:AROUND],
            icon="eye-off" if worded.private else icon,
        )

    def _replace(self) -> None:
        asked = self._asked
        if asked is None:
            return

        def action(edits: Edits) -> None:
            from facilitator.jobs.replace_words import replace

            replace(edits, asked)

        self.leave()
        # No words of notes in the label: it stays in the file when a note is made private.
        self.context.bridge.edit(self.tr("Replace a word"), action)
