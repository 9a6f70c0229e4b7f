"""What became of a note, version by version, in place of the side panel."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from facilitator.desktop.card.icon_button import IconButton
from facilitator.desktop.guard import guarded
from facilitator.domain.time_zone import time_zone

from .version_block import VersionBlock

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.domain.rows import NoteRow
    from facilitator.jobs.note_versions import NoteVersion
    from facilitator.workspace.workspace import Changes, Workspace

TABLES = frozenset({"note", "tag", "release", "source"})


@guarded
class NoteHistory(QFrame):
    """The newest version first. Arrows walk, Enter restores the words of a version, Esc leaves.

    The words of a note that is or was private are in no history. `left` when the person is done.
    """

    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._note: NoteRow | None = None
        self._versions: tuple[NoteVersion, ...] = ()
        self._blocks: list[VersionBlock] = []
        self._zone = ""
        self._current = 0
        self.setObjectName("sidePanel")
        self.setAccessibleName(self.tr("History of the note"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title, self._told = QLabel(self.tr("History")), QLabel()
        self._before = QPushButton(self.tr("to the one before"))
        self._now = QPushButton(self.tr("to now"))
        self._area = QScrollArea()
        self._compose()
        context.bridge.changed.connect(self._changed)

    def show_note(self, note: NoteRow) -> None:
        """Read the history in the thread that writes, where nobody waits for it, and show it."""
        self._note, self._current = note, 0
        self.setFocus()
        self._read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Enter; all else is for the window."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None:
            self._choose(self._current + step)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._blocks:
            self._restore(self._blocks[self._current].version)
        else:
            super().keyPressEvent(event)

    def _compose(self) -> None:
        close = IconButton(self._context.look, "x", self.tr("Close the history"))
        close.clicked.connect(self._leave)
        self._title.setProperty("heading", True)
        self._told.setProperty("quiet", True)
        head, switch = QHBoxLayout(), QHBoxLayout()
        for widget in (self._title, self._told):
            widget.setTextFormat(Qt.TextFormat.PlainText)
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(close)
        group = QButtonGroup(self)
        for button in (self._before, self._now):
            button.setCheckable(True)
            group.addButton(button)
            switch.addWidget(button)
        self._before.setChecked(True)
        self._now.toggled.connect(lambda _: self._show())
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        head.setContentsMargins(12, 0, 4, 0)
        switch.setContentsMargins(12, 0, 12, 0)
        switch.setSpacing(4)
        column.addLayout(head)
        column.addLayout(switch)
        column.addWidget(self._area, 1)

    def _read(self) -> None:
        note = self._note
        if note is None:
            return

        def question(workspace: Workspace) -> tuple[str, tuple[NoteVersion, ...]]:
            from facilitator.jobs.note_versions import note_versions

            versions = workspace.history(note.key)
            with workspace.read() as reads:
                return reads.workshop().time_zone, note_versions(versions, reads)

        self._context.bridge.run(question, then=lambda found: self._take(*found))

    def _take(self, zone: str, versions: tuple[NoteVersion, ...]) -> None:
        self._zone, self._versions = zone, versions
        if self._note is not None:
            told = self.tr("%1, %n version(s)", "", len(versions))
            self._told.setText(told.replace("%1", str(self._note.number)))
        self._show()

    def _show(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._blocks = [self._block(place) for place in reversed(range(len(self._versions)))]
        for block in self._blocks:
            column.addWidget(block)
        column.addStretch(1)
        self._area.setWidget(content)
        self._choose(self._current)

    def _block(self, place: int) -> VersionBlock:
        version, newest = self._versions[place], self._versions[-1]
        compared = newest if self._now.isChecked() else self._versions[max(0, place - 1)]
        moment = datetime.fromtimestamp(version.at / 1000, time_zone(self._zone))
        can_restore = version.text not in {None, newest.text} and not self._context.bridge.is_read_only
        block = VersionBlock(self._context.look, version, f"{moment:%d.%m. %H:%M:%S}", can_restore=can_restore)
        if self._now.isChecked():
            block.show_words(version.text, compared.text)
        else:
            block.show_words(compared.text, version.text)
        block.restore.clicked.connect(partial(self._restore, version))
        block.chosen.connect(lambda: self._choose(self._blocks.index(block)))
        return block

    def _choose(self, place: int) -> None:
        self._current = max(0, min(len(self._blocks) - 1, place))
        for number, block in enumerate(self._blocks):
            block.mark(is_current=number == self._current)
        if self._blocks:
            self._area.ensureWidgetVisible(self._blocks[self._current])
            self.setAccessibleDescription(self._blocks[self._current].spoken)

    def _restore(self, version: NoteVersion) -> None:
        """The words come back as a new version; speaker, themes and marks stay, and nothing is taken away."""
        note, text = self._note, version.text
        if note is None or text is None or text == self._versions[-1].text or self._context.bridge.is_read_only:
            return
        label = self.tr("Restore version %1").replace("%1", str(version.number))
        self._current = 0
        self._context.bridge.edit(label, lambda edits: edits.notes.edit_text(note.key, text))
        self.setFocus()

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and changes.rows.keys() & TABLES:
            self._read()

    def _leave(self) -> None:
        self.hide()
        self.left.emit()
