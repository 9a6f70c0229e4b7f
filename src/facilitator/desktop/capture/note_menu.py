"""What can be done with the selected notes, as a menu where the mouse or the menu key asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from facilitator.desktop.key_text import key_text

from .kind_signs import COMMANDS

if TYPE_CHECKING:
    from facilitator.desktop.commands.actions import Actions

    from .notes_view import NotesView

GROUPS = (
    ("note.edit", "note.speaker", "note.themes", "note.time", "note.check-later", "note.private"),
    ("note.recommend", "note.insert", "note.join", "note.move", "note.copy"),
    ("note.unfold", "note.history", "capture.minutes"),
    ("note.delete",),
)


class NoteMenu(QMenu):
    """The commands that are possible, with their keys."""

    def __init__(self, actions: Actions, view: NotesView) -> None:
        super().__init__(view)
        self._actions = actions
        self.aboutToHide.connect(self.deleteLater, Qt.ConnectionType.QueuedConnection)
        kinds = self.addMenu(self.tr("Kind"))
        for command in COMMANDS:
            self._add(kinds, command)
        kinds.setEnabled(any(actions.is_possible(command) for command in COMMANDS))
        for group in GROUPS:
            for command in group:
                self._add(self, command)
            self.addSeparator()

    def _add(self, menu: QMenu, name: str) -> None:
        command = self._actions.commands[name]
        text = self._actions.text(command).replace("&", "&&")
        # What stands behind a tab is shown where shortcuts stand; plain letters are none.
        keys = f"\t{key_text(command.keys[0])}" if command.keys else ""
        action = menu.addAction(text + keys, lambda: self._actions.trigger(name))
        action.setEnabled(self._actions.is_possible(name))
