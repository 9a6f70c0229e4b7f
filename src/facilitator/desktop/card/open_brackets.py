"""The open brackets of a wording with their alternatives, and the way to each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from facilitator.desktop.look.look import Look
from facilitator.desktop.widgets.icon_label import IconLabel
from facilitator.domain.brackets import Bracket, OpenText, Stretch

from .sources import LineButton

KEY = "\u200eCtrl ]\u200e"
"""With marks that keep the bracket on its side where one reads from right to left."""
SHOWN = 4
"""Brackets that are listed; the key walks through all of them."""
NEAR, FEW = 30, 3
"""Characters before a stray sign, and words of these, by which it is found."""


class OpenBrackets(QWidget):
    """`asked` with start and end of a bracket in characters; `next_asked` when the next one is wanted."""

    asked = Signal(int, int)
    next_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._rows: list[QWidget] = []
        self._shown: tuple[OpenText, str] | None = None
        self._count = IconLabel(look, "circle-alert", token="warn")
        self._next = QPushButton(KEY)
        self._next.setProperty("cap", True)
        # Keys stay as they are in every language.
        self._next.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._next.setAccessibleName(self.tr("Next open bracket"))
        self._next.clicked.connect(self.next_asked)
        head = QHBoxLayout()
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self._next)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._strays = QLabel()
        self._strays.setTextFormat(Qt.TextFormat.PlainText)
        self._strays.setWordWrap(True)
        self._strays.setProperty("problem", True)
        self._column.addWidget(self._strays)

    def show_open(self, read: OpenText, wording: str) -> None:
        """Show what is open in a wording; without brackets there is nothing to see."""
        if (read, wording) == self._shown:
            return
        self._shown = (read, wording)
        self._clear()
        brackets = read.brackets
        self._count.setText(self.tr("%n bracket(s) open", "", len(brackets)))
        self._next.setVisible(bool(brackets))
        self._rows = [
            self._row(bracket, bracket.alternatives(wording), number)
            for number, bracket in enumerate(brackets[:SHOWN], 1)
        ]
        for place, row in enumerate(self._rows, 1):
            self._column.insertWidget(place, row)
        self._strays.setText("\n".join(self._stray(one, wording) for one in read.strays[:SHOWN]))
        self._strays.setVisible(bool(read.strays))
        self._count.setVisible(bool(brackets))
        self.setVisible(bool(brackets or read.strays))

    def _clear(self) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()

    def _row(self, bracket: Bracket, alternatives: Sequence[str], number: int) -> QWidget:
        nothing = self.tr("(nothing)")
        words = " / ".join(one or nothing for one in alternatives) or self.tr("(still empty)")
        button = LineButton(words)
        button.setProperty("row", True)
        button.setAccessibleName(self.tr("Bracket %1: %2").replace("%1", str(number)).replace("%2", words))
        button.clicked.connect(partial(self.asked.emit, bracket.start, bracket.end))
        return button

    def _stray(self, one: Stretch, wording: str) -> str:
        before = " ".join(wording[max(0, one.start - NEAR) : one.start].split()[-FEW:])
        told = self.tr("“%1” after “%2” has no other half.")
        if not before:
            told = self.tr("“%1” at the start has no other half.")
        return told.replace("%1", wording[one.start : one.end]).replace("%2", before)
