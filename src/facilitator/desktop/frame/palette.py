"""Any command by some letters of its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from facilitator.desktop.key_text import key_text
from facilitator.desktop.widgets.panel_list import PanelLine
from facilitator.text import folded, word_starts

from .finder import Finder

if TYPE_CHECKING:
    from facilitator.desktop.context import Context

SIZE = QSize(620, 460)


class CommandPalette(Finder):
    """Lists what can be done now; Enter does it."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(context, window, SIZE, self.tr("Commands"), self.tr("Type a few letters of what you want"))

    def lines(self, text: str) -> list[PanelLine]:
        """Commands that are possible, those in which a word begins with what was typed first."""
        actions = self.context.actions
        found = []
        for command in actions.commands.values():
            if not actions.is_possible(command.id) or command.id == "palette":
                continue
            name = actions.text(command)
            if text.strip() and folded(text.strip()) not in folded(name):
                continue
            key = key_text(command.keys[0]) if command.keys else ""
            line = PanelLine(command.id.encode(), name, end=key, icon=command.icon)
            found.append((f" {folded(text.strip())}" not in word_starts(name), line))
        return [line for _, line in sorted(found, key=lambda one: one[0])]

    def take(self, key: bytes) -> None:
        """Carry it out."""
        self.context.actions.trigger(key.decode())
