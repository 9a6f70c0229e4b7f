"""The line under the hands: what is typed is read along, Enter saves, Tab completes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from facilitator.desktop.field_places import before_place, place_in_field
from facilitator.desktop.guard import guarded

if TYPE_CHECKING:
    from facilitator.capture import Speaker
    from facilitator.desktop.context import Context
    from facilitator.domain.rows import NoteSpeaker

    from .abbreviations import Abbreviations
    from .line_highlighter import LineHighlighter
    from .line_reader import LineReader
    from .names import Names
    from .reading import Completion, Reading

LINES = 3
"""The line grows to so many, then it scrolls."""
PADDING = 22
EDGE = 2


@dataclass(frozen=True, slots=True)
class Repair:
    """What one Backspace does instead of deleting: this text in place of a stretch, in the units of the field."""

    start: int
    end: int
    text: str


ALONE = re.compile(r'\s*(@("[^"]*"|\S+)\s*)?')
"""Such a line."""


@guarded
class CaptureLine(QPlainTextEdit):
    """`entered` with the text when Enter is pressed; `read_anew` with a `Reading` and a `Completion`, or None.

    The text stays until somebody calls `clear`: what could not be saved is not lost. It can be typed into before
    `know` is called, that is, before the workshop and the grammar are there; then nothing is read along yet.
    """

    entered = Signal(str)
    read_anew = Signal(object, object)
    left_upwards = Signal()
    lines_given = Signal(str)
    """A text of several lines that was pasted or dropped."""
    files_given = Signal(object)
    """The paths of files that were dropped."""

    _completion: Completion | None = None
    _is_composing = False
    _reader: LineReader | None = None
    _abbreviations: Abbreviations | None = None
    _repair: Repair | None = None
    _highlighter: LineHighlighter | None = None

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._look, self._preferences = context.look, context.preferences
        self._shown_lines = 0
        self.setObjectName("captureLine")
        self.setAccessibleName(self.tr("Note"))
        self.setAccessibleDescription(self.tr("Enter saves the line as a note"))
        self.setTabChangesFocus(True)
        self.setCursorWidth(2)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self.document().setDefaultTextOption(option)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._read)
        self.cursorPositionChanged.connect(self._read)
        context.look.changed.connect(self._take_look)
        self._take_look()

    @property
    def reading(self) -> Reading | None:
        """How the line reads now; None before it is known what can be named."""
        return self._reader.read(self.toPlainText()) if self._reader is not None else None

    def read_text(self, typed: str) -> Reading | None:
        """How some other line would read here."""
        return self._reader.read_other(typed) if self._reader is not None else None

    def told(self, speaker: Speaker) -> str:
        """Code and name of somebody who is known, else the name as typed."""
        found = self.known(speaker)
        return speaker.name if found is None else found.told

    def known(self, speaker: Speaker) -> NoteSpeaker | None:
        """Whom a sign means; None for somebody new."""
        return self._reader.speaker(speaker) if self._reader is not None else None

    def know(self, names: Names) -> None:
        """Whom and what can be named, and the words of this workshop."""
        # What reads comes with the first workshop: the first paint does not wait for a grammar.
        from .line_highlighter import LineHighlighter
        from .line_reader import LineReader

        self._reader = LineReader(names)
        if self._abbreviations is None:
            self._preferences.changed.connect(self._take_abbreviations)
            self._take_abbreviations()
        if self._highlighter is None:
            self._highlighter = LineHighlighter(self.document(), self._look)
        self._read()

    @property
    def says_nothing(self) -> bool:
        """Whether nothing is said in it yet, with a speaker or without."""
        return ALONE.fullmatch(self.toPlainText()) is not None

    def put(self, text: str) -> None:
        """Show another text, the cursor at its end."""
        self._stop_composing()
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def clear(self) -> None:
        """Show nothing; a word that was being composed goes too."""
        self._stop_composing()
        super().clear()

    def name_speaker(self, sign: str) -> None:
        """Put a sign such as `@kc` in place of the one that names the speaker, else at the start."""
        from .reading import speaker_part

        text = self.toPlainText()
        part = speaker_part(text)
        start, end = (part.start, part.end) if part is not None else (0, 0)
        put = sign if part is not None and text[end : end + 1].isspace() else f"{sign} "
        if text[start:end] != put:
            self._apply(Repair(place_in_field(text, start), place_in_field(text, end), put))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Ctrl+. and Up are ours, and a Backspace that takes a reading back; all else is the field's."""
        if self._is_composing:
            # Whatever still comes through belongs to the input method.
            return
        key, modifiers = event.key(), event.modifiers()
        repair, self._repair = self._repair, None
        if key == Qt.Key.Key_Backspace and repair is not None and self._is_plain(event):
            self._apply(repair)
        elif event.text() == " " and self._expand():
            pass
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit(self.toPlainText())
        elif key == Qt.Key.Key_Period and modifiers == Qt.KeyboardModifier.ControlModifier:
            self._complete_word()
        elif key == Qt.Key.Key_Up and not self.toPlainText():
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)
            if event.text():
                self._repair = self._escape()

    def focusNextPrevChild(self, is_forwards: bool) -> bool:
        """Tab accepts the completion that is shown; without one it leads on, as it does everywhere."""
        if self._is_composing:
            return True
        if is_forwards and self._completion is not None:
            self._accept(self._completion)
            return True
        return super().focusNextPrevChild(is_forwards)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """While a word is being composed nothing is completed, and Enter belongs to the composing."""
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        self._read()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text, and files that lie on this computer."""
        return bool(_files(source)) or source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """One line goes into the line; several, and files, are looked at first. Nothing of them is left out."""
        files, lines = _files(source), [line for line in _lines(source.text()) if line.strip()]
        if files:
            self.files_given.emit(files)
        elif len(lines) > 1 and self._reader is not None:
            self.lines_given.emit(source.text())
        else:
            # To the field more characters end a line than to the grammar, and it shows one.
            self.insertPlainText(" ".join(source.text().splitlines()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the line elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, and the completion after it, which is never part of the text."""
        super().paintEvent(event)
        if self._completion is None or self._is_composing:
            return
        painter = QPainter(self.viewport())
        painter.setFont(self.font())
        painter.setPen(self._look.colour("quiet"))
        at = self.cursorRect()
        baseline = QPointF(at.right() + 1, at.top() + QFontMetricsF(self.font()).ascent())
        painter.drawText(baseline, self._completion.rest)
        painter.end()

    def _stop_composing(self) -> None:
        if self._is_composing:
            # Else every key would be taken for the input method's, which knows nothing of the other text.
            self._is_composing = False
            QGuiApplication.inputMethod().reset()

    def _read(self) -> None:
        self._completion = None
        if self._is_composing:
            return
        self._fit()
        if self._reader is None or self._highlighter is None:
            return
        typed = self.toPlainText()
        reading = self._reader.read(typed)
        cursor = self.textCursor()
        if not cursor.hasSelection() and cursor.atEnd():
            self._completion = self._reader.complete(typed)
        self._highlighter.show_reading(reading)
        self.viewport().update()
        self.read_anew.emit(reading, self._completion)

    def _accept(self, completion: Completion) -> None:
        cursor = self.textCursor()
        cursor.setPosition(place_in_field(self.toPlainText(), completion.start))
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(completion.typed + " ")
        self.setTextCursor(cursor)

    def _complete_word(self) -> None:
        found = self._reader.complete_word(self.toPlainText()) if self._reader is not None else None
        if found is not None:
            self.textCursor().insertText(found.rest)

    def _is_plain(self, event: QKeyEvent) -> bool:
        return event.modifiers() == Qt.KeyboardModifier.NoModifier and not self.textCursor().hasSelection()

    def _around_cursor(self) -> tuple[str, str]:
        text, place = self.toPlainText(), self.textCursor().position()
        before = before_place(text, place)
        return before, text[len(before) :]

    def _escape(self) -> Repair | None:
        """How the sign or mark that was just made becomes text again: by a backslash before it."""
        if self._reader is None:
            return None
        at = self._reader.just_read(*self._around_cursor())
        if at is None:
            return None
        place = place_in_field(self.toPlainText(), at)
        return Repair(place, place, "\\")

    def _expand(self) -> bool:
        """A short form of the person's own becomes what it stands for, with the space; whether there was one."""
        before, _ = self._around_cursor()
        found = self._abbreviations.find(before) if self._abbreviations is not None else None
        if found is None or self.textCursor().hasSelection():
            return False
        short, long = found
        end = self.textCursor().position()
        start = end - place_in_field(short, len(short))
        self._apply(Repair(start, end, f"{long} "))
        self._repair = Repair(start, self.textCursor().position(), f"{short} ")
        return True

    def _apply(self, repair: Repair) -> None:
        """In one step, so that Ctrl+Z takes it back."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(repair.start)
        cursor.setPosition(repair.end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(repair.text)

    def _take_abbreviations(self) -> None:
        from .abbreviations import Abbreviations

        self._abbreviations = Abbreviations(self._preferences.settings.abbreviations)

    def _take_look(self) -> None:
        self.setFont(self._look.content_font(17))
        self._shown_lines = 0
        if self._highlighter is not None:
            self._highlighter.rehighlight()
        self._fit()

    def _fit(self) -> None:
        """Grow with the text, from one line to three."""
        count, height, block = 0, 0.0, self.document().firstBlock()
        while block.isValid():
            count += max(1, block.layout().lineCount())
            height += self.blockBoundingRect(block).height()
            block = block.next()
        shown = max(1, min(LINES, count))
        if shown != self._shown_lines:
            self._shown_lines = shown
            self.setFixedHeight(round(QFontMetricsF(self.font()).lineSpacing() * shown) + PADDING)
        # Letters of some scripts reach higher and lower: they take from the space around, and the line does not jump.
        above = max(0, round(self.height() - 2 * EDGE - height) // 2) if count <= LINES else 4
        if self.viewportMargins().top() != above:
            self.setViewportMargins(0, above, 0, 0)


def _lines(text: str) -> list[str]:
    # Loaded with the first paste: the first paint does not wait for a grammar.
    from facilitator.capture import split_lines

    return list(split_lines(text))


def _files(source: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
