"""Above the table of people: how many there are, and the field that finds them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout

from facilitator.desktop.guard import guarded
from facilitator.desktop.widgets.key_cap import KeyCap
from facilitator.desktop.widgets.short_label import ShortLabel
from facilitator.desktop.words import word_at_head
from facilitator.domain.kinds import Sector

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.desktop.context import Context
    from facilitator.domain.rows import PersonRow


@guarded
class FindField(QLineEdit):
    """Arrows go through what was found while the hands stay here: `stepped` with -1 or 1."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down belong to the table."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)


class FindBar(QFrame):
    """Two lines: heading with buttons, field with hints and the sectors counted."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.field = FindField()
        self._counts, self._sectors, self._enter = ShortLabel(), ShortLabel(), QLabel()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self._line())
        context.actions.changed.connect(self._refresh)
        context.look.changed.connect(self._paint)
        self._paint()
        self._refresh()

    def show_counts(self, shown: Sequence[PersonRow], everybody: int) -> None:
        """How many there are, how many are shown, and where they come from."""
        text = self.tr("%n participant(s)", "", everybody)
        if len(shown) != everybody:
            text = self.tr("%1 of %2").replace("%1", str(len(shown))).replace("%2", text)
        self._counts.setText(text)
        by_sector = Counter(row.sector for row in shown if row.sector is not None)
        told = [f"{word_at_head(sector)} {by_sector[sector]}" for sector in Sector if by_sector[sector]]
        self._sectors.setText(" · ".join(told))
        adds = bool(self.field.text().strip()) and not shown
        self._enter.setText(self.tr("add a walk-in") if adds else self.tr("open"))

    def _head(self) -> QFrame:
        head = QFrame()
        head.setObjectName("placeBar")
        heading = QLabel(self.tr("People"))
        heading.setProperty("heading", True)
        self._counts.setProperty("quiet", True)
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 7, 12, 8)
        row.setSpacing(8)
        for label in (heading, self._counts):
            label.setTextFormat(Qt.TextFormat.PlainText)
            row.addWidget(label)
        row.addStretch(1)
        self._buttons = [
            (self._button(self.tr("Merge"), "people.merge"), "people.merge", "merge"),
            (self._button(self.tr("Read from a table"), "people.import"), "people.import", "import"),
            (self._button(self.tr("Add person"), "people.add"), "people.add", "user-plus"),
        ]
        for button, _, _ in self._buttons:
            row.addWidget(button)
        return head

    def _line(self) -> QFrame:
        line = QFrame()
        line.setObjectName("placeBar")
        self.field.setPlaceholderText(self.tr("Find: two letters of a name, code or organization"))
        self.field.setAccessibleName(self.tr("Find people"))
        self.field.setClearButtonEnabled(True)
        self.field.setMinimumWidth(330)
        row = QHBoxLayout(line)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self.field)
        row.addWidget(KeyCap(self._context.look, self.tr("Enter")))
        for label in (self._enter, self._sectors):
            label.setProperty("quiet", True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._sectors.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self._enter)
        row.addSpacing(8)
        self._sectors.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._sectors, 1)
        return line

    def _button(self, text: str, command: str) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda: self._context.actions.trigger(command))
        return button

    def _refresh(self) -> None:
        for button, command, _ in self._buttons:
            button.setEnabled(self._context.actions.is_possible(command))

    def _paint(self) -> None:
        for button, _, icon in self._buttons:
            button.setIcon(self._context.look.icon(icon, "text"))
