"""What is asked about the selected notes, in a row below them: no dialog, and the notes stay in sight."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from .grammar_field import GrammarField

if TYPE_CHECKING:
    from facilitator.desktop.context import Context

Take = Callable[[str], str]
"""Does what was typed; returns what is wrong with it, empty when nothing is."""


class AskField(QFrame):
    """One question at a time; `asked` when it takes its room, `left` when it is answered or given up."""

    asked = Signal()
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._take: Take | None = None
        self._hint_text = ""
        self.setObjectName("keyLine")
        self._title, self._hint = QLabel(), QLabel()
        self.field = GrammarField(context.look)
        self._title.setBuddy(self.field)
        self._hint.setProperty("quiet", True)
        for label in (self._title, self._hint):
            label.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(10)
        row.addWidget(self._title)
        row.addWidget(self.field, 1)
        row.addWidget(self._hint)
        self.field.entered.connect(self._enter)
        self.field.left.connect(self.leave)
        self.field.textEdited.connect(lambda _: self._hint.setText(self._hint_text))
        self.hide()

    def ask(self, title: str, typed: str, hint: str, take: Take) -> None:
        """Ask for one thing; what it is now stands in the field."""
        self._take, self._hint_text = take, hint
        self._title.setText(title)
        self._hint.setText(hint)
        self.field.setAccessibleName(title)
        self.field.setAccessibleDescription(hint)
        self.field.setText(typed)
        self.show()
        self.asked.emit()
        self.field.setFocus()
        # Names are looked up once for each question, and not in this thread: there may be thousands.
        self._context.bridge.ask_aside("names for the field", lambda reads: reads.vocabulary(), self.field.know)

    def leave(self) -> None:
        """Close it; nothing is changed."""
        if self.isVisible():
            self._take = None
            self.hide()
            self.left.emit()

    def _enter(self, typed: str) -> None:
        wrong = self._take(typed) if self._take is not None else ""
        if wrong:
            self._hint.setText(wrong)
        else:
            self.leave()
