"""What became of a note, step by step, over the window."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from facilitator.desktop.frame.overlay import Overlay
from facilitator.domain.time_zone import time_zone

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.domain.rows import NoteRow
    from facilitator.jobs.history import Chapter
    from facilitator.workspace.workspace import Workspace

SIZE = QSize(720, 520)


class NoteHistory(Overlay):
    """The newest step first. The words of private notes are in no history."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(context, window, SIZE)
        self.setAccessibleName(self.tr("History of the note"))
        self._title = QLabel()
        self._title.setProperty("title", True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 16, 16)
        column.addWidget(self._title)
        column.addWidget(self._area, 1)

    def show_note(self, note: NoteRow) -> None:
        """Read the history in the thread that writes, where nobody waits for it, and show it."""
        self._title.setText(self.tr("History of %1").replace("%1", str(note.number)))
        self._area.setWidget(QWidget())
        self.open()

        def question(workspace: Workspace) -> tuple[str, list[Chapter]]:
            from facilitator.jobs.history import chapters

            versions = workspace.history(note.key)
            with workspace.read() as reads:
                return reads.workshop().time_zone, list(chapters(versions, reads))

        self.context.bridge.run(question, then=lambda found: self._show(*found))

    def _show(self, zone: str, found: list[Chapter]) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(2)
        for chapter in reversed(found):
            moment = datetime.fromtimestamp(chapter.at / 1000, time_zone(zone))
            state = self.tr("%1 · %2 (undone)") if chapter.undone else self.tr("%1 · %2")
            head = state.replace("%1", f"{moment:%d.%m.%Y %H:%M:%S}").replace("%2", chapter.label)
            column.addWidget(self._line(head, "quiet"))
            for phrase in chapter.what:
                column.addWidget(self._line(phrase, ""))
            column.addSpacing(8)
        column.addStretch(1)
        self._area.setWidget(content)

    def _line(self, text: str, role: str) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if role:
            label.setProperty(role, True)
        return label
