"""Replacing a word everywhere, over the window: what would change is listed before anything does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from facilitator.desktop.guard import guarded
from facilitator.desktop.notices import Notice, WayOut

from .overlay import Overlay
from .replacement_lines import ReplacementLine, chosen_of, lines_of
from .replacement_list import ReplacementList

if TYPE_CHECKING:
    from collections.abc import Mapping

    from facilitator.desktop.context import Context
    from facilitator.domain.replacing import Replaced
    from facilitator.jobs.replace_words import Replacing
    from facilitator.store.edits import Edits
    from facilitator.store.reads import Reads
    from facilitator.text.replacing import Wanted

    Found = tuple[Replacing | None, list[ReplacementLine], Mapping[str, int]]

SIZE = QSize(1040, 640)
WAIT = 120
"""Milliseconds after the last key before it is looked for."""


@guarded
class WordReplacing(Overlay):
    """Two words and how strictly the first is meant; Enter replaces it in the places that are checked, as one step."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(context, window, SIZE)
        self._asked: Replacing | None = None
        self._sought: Wanted | None = None
        self.setAccessibleName(self.tr("Replace a word everywhere"))
        self.word, self.by = QLineEdit(), QLineEdit()
        self.whole = QCheckBox(self.tr("Whole words"))
        self.case = QCheckBox(self.tr("Capitals as typed"))
        self.accents = QCheckBox(self.tr("Accents as typed"))
        self.whole.setChecked(True)
        self.accents.setChecked(True)
        self.list = ReplacementList(context.look, self.tr("What would change"))
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
        self.list.entered.connect(self.replace.click)
        self.list.turned.connect(self._follow)
        self.replace.clicked.connect(self._replace)
        self._leave.clicked.connect(self.leave)
        context.bridge.changed.connect(lambda _: self._begin() if self.isVisible() else None)

    def open(self) -> None:
        """Begin anew; what was asked last stays and is selected, and nothing is left out."""
        self._sought = None
        super().open()
        self.word.selectAll()
        self._begin()

    def take_focus(self) -> None:
        """In the first field."""
        self.word.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the fields Down leads into the list."""
        if event.key() == Qt.Key.Key_Down:
            self.list.setFocus()
        super().keyPressEvent(event)

    def _compose(self) -> None:
        heading = QLabel(self.tr("Replace a word wherever it was typed"))
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
        hint = QLabel(self.tr("Space or a click leaves a place out."))
        hint.setTextFormat(Qt.TextFormat.PlainText)
        hint.setProperty("quiet", True)
        boxes.addWidget(hint)
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
            return asked, lines_of(found), count(found)

        self.context.bridge.ask_aside("replace", question, lambda told: self._show(*told))

    def _show(self, asked: Replacing | None, lines: list[ReplacementLine], counts: Mapping[str, int]) -> None:
        if self._wait.isActive():
            return
        self._asked = asked
        sought = None if asked is None else asked.wanted
        self.list.show_lines(lines, "" if asked is None else asked.by, begins_anew=sought != self._sought)
        self._sought = sought
        self.says.setText("" if asked is None else self._sentence(counts))
        self._follow()

    def _follow(self) -> None:
        """The button says how many of the places it replaces."""
        count, every = self.list.lines.count, len(self.list.lines.rows)
        text = self.tr("Replace %1 of %2").replace("%1", str(count)).replace("%2", str(every))
        self.replace.setText(text if every else self.tr("Replace"))
        self.replace.setEnabled(self._asked is not None and count > 0 and not self.context.bridge.is_read_only)

    def _sentence(self, counts: Mapping[str, int]) -> str:
        if not counts:
            return self.tr("This stands nowhere.")
        told = (
            ("note", self.tr("%n note(s)", "", counts.get("note", 0))),
            ("private", self.tr("%n of the notes private", "", counts.get("private", 0))),
            ("recommendation", self.tr("%n recommendation(s)", "", counts.get("recommendation", 0))),
            ("participant", self.tr("%n participant(s)", "", counts.get("participant", 0))),
            ("theme", self.tr("%n theme(s)", "", counts.get("theme", 0))),
            ("session", self.tr("%n session(s)", "", counts.get("session", 0))),
            ("workshop", self.tr("the workshop itself")),
        )
        return " · ".join(text for what, text in told if what in counts)

    def _replace(self) -> None:
        asked, lines = self._asked, self.list.chosen
        if asked is None:
            return

        def action(edits: Edits) -> Replaced:
            from facilitator.jobs.replace_words import replace

            return replace(edits, asked, chosen_of(lines))

        self.leave()
        # No words of notes in the label: it stays in the file when a note is made private.
        self.context.bridge.edit(self.tr("Replace a word"), action, then=self._tell_left_out)

    def _tell_left_out(self, told: Replaced) -> None:
        if told.left_out:
            parts = (
                self.tr("%n place(s) replaced.", "", told.places),
                self.tr("%n place(s) left out: what stood there has changed meanwhile.", "", told.left_out),
            )
            again = WayOut(self.tr("Look again"), self.open)
            self.context.notices.say(Notice("replace", " ".join(parts), "warn", (again,)))
