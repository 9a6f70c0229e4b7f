"""Undo and redo say what they would take back or do again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from facilitator.desktop.context import Context

SOON = 60
"""Milliseconds after a step; many steps in a row are asked about once."""


class StepNames(QObject):
    """Keeps the names of the two commands true."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._undo: str | None = None
        self._redo: str | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._ask)
        context.bridge.opened.connect(self._expect)
        context.bridge.changed.connect(self._expect)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back, as far as is known: right after a step nobody waits to undo it."""
        return self._undo is not None or self._soon.isActive()

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again, as far as is known."""
        return self._redo is not None or self._soon.isActive()

    def _expect(self) -> None:
        is_first = not self._soon.isActive()
        self._soon.start()
        if is_first:
            self._context.actions.refresh()

    def _ask(self) -> None:
        found = self._context.bridge.next_steps()
        self._undo, self._redo = found
        actions = self._context.actions
        actions.rename("undo", self.tr("Undo: %1").replace("%1", self._undo) if self._undo else self.tr("Undo"))
        actions.rename("redo", self.tr("Redo: %1").replace("%1", self._redo) if self._redo else self.tr("Redo"))
        actions.refresh()
