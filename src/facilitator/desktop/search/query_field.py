"""The field of the search: filters are completed behind the cursor, Tab accepts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QInputMethodEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from facilitator.desktop.guard import guarded
from facilitator.text import direction

if TYPE_CHECKING:
    from facilitator.desktop.look.look import Look

    from .completions import Candidate, Known


@guarded
class QueryField(QLineEdit):
    """Nothing is put into the field that was not typed or accepted, and no list takes the keys away."""

    completed = Signal()
    """Other completions are offered than before."""

    _known: Known | None = None
    _is_composing = False

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.candidates: list[Candidate] = []
        self._start = 0
        self.textChanged.connect(self._complete)
        self.cursorPositionChanged.connect(self._complete)

    def know(self, known: Known) -> None:
        """Whom and what a filter can name."""
        self._known = known
        self._complete()

    def accept(self) -> bool:
        """Take the first completion; whether there was one."""
        if not self.candidates:
            return False
        text, before = self.candidates[0].text, self._before()
        after = self.text()[self.cursorPosition() :]
        # whoever has only the name of a filter goes on with its value
        put = before[: self._start] + text + ("" if text.endswith(":") else " ")
        self.setText(put + after.lstrip())
        self.setCursorPosition(_units(put))
        return True

    def event(self, event: QEvent) -> bool:
        """Tab accepts a completion; without one it goes on to the next control."""
        if event.type() == QEvent.Type.KeyPress and self._is_tab(event) and self.accept():
            event.accept()
            return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """While something is composed, nothing is offered beside it."""
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        self._complete()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Behind the cursor the rest of what Tab would put there."""
        super().paintEvent(event)
        rest = self._rest()
        if not rest:
            return
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self._look.colour("quiet"))
        place = self.cursorRect().center()
        metrics = QFontMetricsF(self.font())
        painter.drawText(QPointF(place.x() + 1, place.y() + (metrics.ascent() - metrics.descent()) / 2), rest)
        painter.end()

    def _rest(self) -> str:
        """What is missing of the first completion, where that goes on as it was typed."""
        before = self._before()
        if not self.candidates or self.cursorPosition() < _units(self.text()) or direction(before) == "rtl":
            return ""
        text, typed = self.candidates[0].text, before[self._start :]
        return text[len(typed) :] if text.casefold().startswith(typed.casefold()) else ""

    def _before(self) -> str:
        return self.text().encode("utf-16-le")[: 2 * self.cursorPosition()].decode("utf-16-le", "ignore")

    def _complete(self) -> None:
        before = self.candidates
        self._start, self.candidates = 0, []
        if self._known is not None and not self._is_composing:
            typed = self._before()
            # a piece goes on behind the cursor: nothing is completed in the middle of a word
            if not self.text()[len(typed) : len(typed) + 1].strip():
                self._start, self.candidates = self._known.complete(typed, len(typed))
        if before != self.candidates:
            self.completed.emit()

    @staticmethod
    def _is_tab(event: QEvent) -> bool:
        return getattr(event, "key", int)() == Qt.Key.Key_Tab


def _units(text: str) -> int:
    """How many UTF-16 units a text takes, as Qt counts."""
    return len(text) + sum(1 for character in text if ord(character) > 0xFFFF)
