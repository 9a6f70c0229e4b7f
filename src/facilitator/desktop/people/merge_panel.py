"""Two entries that are one person: which of them stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.desktop.context import Context
    from facilitator.desktop.place import Place
    from facilitator.domain.rows import PersonRow

WIDTH = 372


class MergePanel(QFrame):
    """Beside the table, no dialog. `merged` with the key of who stays; `left` when nothing is merged."""

    merged = Signal(bytes)
    left = Signal()

    def __init__(self, context: Context, place: Place) -> None:
        super().__init__()
        self.setObjectName("sidePanel")
        self.setFixedWidth(WIDTH)
        self._context = context
        self._place = place
        self._two: list[PersonRow] = []
        self._everybody: list[PersonRow] = []
        self._choices = [QRadioButton(), QRadioButton()]
        self._about = [QLabel(), QLabel()]
        self.other = QLineEdit()
        self._offers = QStringListModel(self)
        self._says = QLabel()
        self.merge = QPushButton(self.tr("Merge"))
        self._leave = QPushButton(self.tr("Leave both"))
        self._compose()
        self.other.textChanged.connect(self._take_other)
        self.merge.clicked.connect(self._merge)
        self._leave.clicked.connect(self.left)

    def show_people(self, chosen: Sequence[PersonRow], everybody: Sequence[PersonRow]) -> None:
        """Ask which of two stays; with one only, ask first who the other one is."""
        self._two = list(chosen[:2])
        self._everybody = list(everybody)
        self.other.setVisible(len(self._two) < 2)
        self._offers.setStringList([_offer(row) for row in everybody if row not in self._two])
        self.other.clear()
        self._show()
        (self.other if len(self._two) < 2 else self._choices[0]).setFocus()

    def keep(self, key: bytes) -> None:
        """Choose who stays."""
        for row, choice in zip(self._two, self._choices, strict=False):
            choice.setChecked(row.key == key)

    def _compose(self) -> None:
        heading, sentence = QLabel(self.tr("Merge two who are one person")), self._says
        heading.setProperty("heading", True)
        sentence.setProperty("quiet", True)
        self.merge.setProperty("primary", True)
        completer = QCompleter(self._offers, self.other)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.other.setCompleter(completer)
        self.other.setAccessibleName(self.tr("The other one"))
        self.other.setPlaceholderText(self.tr("The other one: code or name"))
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addWidget(heading)
        column.addWidget(self.other)
        for choice, about in zip(self._choices, self._about, strict=True):
            group.addButton(choice)
            about.setProperty("quiet", True)
            about.setIndent(28)
            column.addWidget(choice)
            column.addWidget(about)
        for label in (heading, sentence, *self._about):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        column.addWidget(sentence)
        buttons = QHBoxLayout()
        buttons.addWidget(self.merge)
        buttons.addWidget(self._leave)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(1)

    def _take_other(self, typed: str) -> None:
        found = [row for row in self._everybody if typed.strip() and typed.strip() in {_offer(row), row.code, row.name}]
        if found and found[0] not in self._two:
            self._two = [*self._two[:1], found[0]]
            self._show()

    def _show(self) -> None:
        for place, (choice, about) in enumerate(zip(self._choices, self._about, strict=True)):
            is_there = place < len(self._two)
            choice.setVisible(is_there)
            about.setVisible(is_there)
            if is_there:
                row = self._two[place]
                # An ampersand in a name is one, and no sign of a key.
                choice.setText(self.tr("Keep %1").replace("%1", _offer(row)).replace("&", "&&"))
                notes = self.tr("%n note(s)", "", row.notes)
                about.setText(", ".join(filter(None, (row.organisation, row.country, notes))))
        both = len(self._two) == 2
        if both and not any(choice.isChecked() for choice in self._choices):
            # Most often the one who was given a code is the one from the list of participants.
            first, second = (bool(row.code) and not row.code_made for row in self._two)
            self._choices[1 if second and not first else 0].setChecked(True)
        self.merge.setEnabled(both)
        self._says.setText(
            self.tr(
                "The notes, actions and roles of the other one go to who stays, and so does what only the other one "
                "told. Undo takes it back."
            )
            if both
            else self.tr("Type who the other one is.")
        )

    def _merge(self) -> None:
        if len(self._two) < 2:
            return
        kept, gone = self._two if self._choices[0].isChecked() else reversed(self._two)
        self._context.bridge.edit(
            # No names: those of steps stay in the file when a person is renamed or taken out.
            self.tr("Merge two people"),
            lambda edits: edits.people.merge(kept.key, gone.key),
            origin=self._place,
            then=lambda _: self.merged.emit(kept.key),
        )


def _offer(row: PersonRow) -> str:
    return "  ".join(filter(None, (row.code, row.name)))
