"""What is asked about the selected notes, in a row below them: no dialog, and the notes stay in sight."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from .grammar_field import GrammarField

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.domain.nouns import Key

Take = Callable[[str], str | None]
"""Does what was typed; returns what is wrong with it, empty when nothing is, None when the answer comes later."""


class AskField(QFrame):
    """One question at a time; `asked` when it takes its room, `left` when it is answered or given up.

    `left_over` with a line that would be lost, because something else takes the room of the field, and with the session
    in which it was typed.
    """

    asked = Signal()
    left = Signal()
    left_over = Signal(str, bytes)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._take: Take | None = None
        self._hint_text = ""
        self._session = b""
        self._is_line = self._waits = False
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
        self.field.left.connect(self._give_up)
        self.field.textEdited.connect(lambda _: self._hint.setText(self._hint_text))
        self.hide()

    def ask(self, title: str, typed: str, hint: str, take: Take, *, is_line: bool = False) -> None:
        """Ask for one thing; what it is now stands in the field. Of a note's line no word is to be lost."""
        self.give_back()
        self._take, self._hint_text, self._is_line = take, hint, is_line
        self._session = self._context.current.session or b""
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

    @property
    def line(self) -> str:
        """A note's line that stands here and is not on the disk; empty for none."""
        return self.field.text().strip() if self._is_line and not self.isHidden() else ""

    def leave(self) -> None:
        """Close it; nothing is changed, and whoever types somewhere else by now goes on there."""
        if self.isHidden():
            return
        self._take = None
        had_focus = self.field.hasFocus()
        self._wait(is_waiting=False)
        self.hide()
        if had_focus:
            self.left.emit()

    def give_back(self) -> None:
        """Close it because something else comes; a line that was not entered yet is left over."""
        line, waits = self.line, self._waits
        self.leave()
        if line and not waits:
            self.left_over.emit(line, self._session)

    def answered(self, typed: str, session: Key, wrong: str = "") -> None:
        """A line that waited is saved, or it stays here for what is wrong, the focus being where it is."""
        if self._waits and self.field.text() == typed:
            self._wait(is_waiting=False)
            if wrong:
                self._hint.setText(wrong)
            else:
                self.leave()
        elif wrong:
            self.left_over.emit(typed, session)

    def _enter(self, typed: str) -> None:
        if self._take is None or self._waits:
            return
        wrong = self._take(typed)
        if wrong is None:
            self._wait(is_waiting=True)
        elif wrong:
            self._hint.setText(wrong)
        else:
            self.leave()

    def _give_up(self) -> None:
        if not self._waits:
            self.leave()

    def _wait(self, *, is_waiting: bool) -> None:
        self._waits = is_waiting
        self.field.setReadOnly(is_waiting)
