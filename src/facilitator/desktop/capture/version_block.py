"""One version of a note: who and when, its words with what differs, and the way back to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from facilitator.desktop.card.difference_text import DifferenceText
from facilitator.desktop.card.differences import differences
from facilitator.desktop.guard import guarded
from facilitator.desktop.look.style import restyle

if TYPE_CHECKING:
    from facilitator.desktop.look.look import Look
    from facilitator.jobs.note_versions import NoteVersion


@guarded
class VersionBlock(QFrame):
    """`chosen` when it is clicked. The button stands in the version that is current, if it can be restored."""

    chosen = Signal()

    def __init__(self, look: Look, version: NoteVersion, moment: str, *, can_restore: bool) -> None:
        super().__init__()
        self.version = version
        self._can_restore = can_restore
        self.setObjectName("versionBlock")
        where = self.tr("here") if version.here else self.tr("elsewhere")
        state = self.tr("%1 · %2 · %3 · %4 (undone)") if version.undone else self.tr("%1 · %2 · %3 · %4")
        parts = (str(version.number), moment, where, version.label)
        for place, part in enumerate(parts, 1):
            state = state.replace(f"%{place}", part)
        self._head = self._line(state)
        self.words = DifferenceText(look, self.tr("Words of this version"))
        # The panel keeps the keys; the words can be marked with the mouse all the same.
        self.words.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.restore = QPushButton(self.tr("Restore version %1").replace("%1", str(version.number)))
        self.restore.setProperty("primary", True)
        self._promise = self._line(self.tr("The words come back as a new version; nothing else changes."))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(4)
        for widget in (self._head, self.words, *map(self._line, version.what), self.restore, self._promise):
            column.addWidget(widget)
        self.mark(is_current=False)

    @property
    def spoken(self) -> str:
        """The version as a screen reader says it."""
        return ", ".join(part for part in (self._head.text(), self.words.toPlainText(), *self.version.what) if part)

    def show_words(self, before: str | None, after: str | None) -> None:
        """Show where two versions differ; hidden words are left out."""
        is_told = after is not None and (self.version.reworded or before != after)
        self.words.setVisible(is_told)
        self.words.show_pieces(differences(before if before is not None else after, after) if after is not None else [])

    def mark(self, *, is_current: bool) -> None:
        """Show whether Enter is about this one."""
        restyle(self, "current", is_current)
        for widget in (self.restore, self._promise):
            widget.setVisible(is_current and self._can_restore)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        super().mousePressEvent(event)
        self.chosen.emit()

    def _line(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("quiet", True)
        return label
