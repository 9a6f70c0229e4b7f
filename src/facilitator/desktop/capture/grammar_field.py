"""A field that completes codes, names and themes as the capture line does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from facilitator.capture import Speaker, SpeakerForm, read_line
from facilitator.desktop.guard import guarded
from facilitator.text import direction

from .line_reader import LineReader
from .names import Names

if TYPE_CHECKING:
    from facilitator.desktop.look.look import Look
    from facilitator.domain.finding import Vocabulary
    from facilitator.domain.rows import NoteSpeaker

    from .reading import Completion


@guarded
class GrammarField(QLineEdit):
    """`entered` with the text on Enter, `left` on Esc. Tab accepts the completion that is shown in grey."""

    entered = Signal(str)
    left = Signal()

    _completion: Completion | None = None
    _reader: LineReader | None = None
    _is_composing = False

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.textChanged.connect(self._read)
        self.cursorPositionChanged.connect(self._read)

    def know(self, vocabulary: Vocabulary) -> None:
        """Whom and what can be named."""
        self._reader = LineReader(Names(vocabulary))
        self._read()

    @property
    def knows(self) -> bool:
        """Whether the names have been looked up."""
        return self._reader is not None

    def speaker(self) -> tuple[str, NoteSpeaker | None]:
        """The name or code that is typed, with or without its sign, and whom it means; None for somebody new."""
        typed = self.text().strip()
        sign = typed if typed.startswith("@") else f"@{typed}"
        line = read_line(f"{sign} x")
        if line is None or line.speaker is None or line.text != "x":
            # With a space in it, it is a name as a person writes it.
            return typed.removeprefix("@"), self._meant(typed.removeprefix("@"))
        return line.speaker.name, None if self._reader is None else self._reader.speaker(line.speaker)

    def _meant(self, name: str) -> NoteSpeaker | None:
        whole = Speaker(SpeakerForm.WHOLE_NAME, name)
        return None if self._reader is None or not name else self._reader.speaker(whole)

    def event(self, event: QEvent) -> bool:
        """Esc belongs to the field and not to the window."""
        if isinstance(event, QKeyEvent):
            is_override = event.type() == QEvent.Type.ShortcutOverride
            if is_override and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Esc; all else is the field's."""
        if self._is_composing:
            # Whatever still comes through belongs to the input method.
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit(self.text())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, is_forwards: bool) -> bool:
        """Tab accepts what is shown; without that it leads on, and while a word is composed it belongs to that."""
        if self._is_composing:
            return True
        if is_forwards and self._completion is not None:
            found = self._completion
            self.setText(self.text()[: found.start] + found.typed + " ")
            return True
        return super().focusNextPrevChild(is_forwards)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """While a word is being composed nothing is completed."""
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        self._read()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, and behind it how it could go on."""
        super().paintEvent(event)
        if self._completion is None:
            return
        painter = QPainter(self)
        painter.setPen(self._look.colour("quiet"))
        at, metrics = self.cursorRect(), QFontMetricsF(self.font())
        baseline = (self.height() - metrics.height()) / 2 + metrics.ascent()
        rest, left = self._completion.rest, float(at.center().x() + 2)
        if direction(self.text()) == "rtl":
            left = at.center().x() - 2 - metrics.horizontalAdvance(rest)
        else:
            # Codes run from the left, whatever the language of the window.
            painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.drawText(round(left), round(baseline), rest)
        painter.end()

    def _read(self) -> None:
        self._completion = None
        at_end = self.cursorPosition() == len(self.text()) and not self.hasSelectedText()
        if self._reader is not None and at_end and not self._is_composing:
            self._completion = self._reader.complete(self.text())
        self.update()
