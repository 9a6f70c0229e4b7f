"""Saves what is typed in a field: soon after the last key, on leaving, and when the window asks for it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from PySide6.QtCore import QObject, QTimer

SOON = 400
"""Milliseconds after the last key."""
_STAYS = count(1)


class Saving(QObject):
    """`save` is called with the name of the stay: edits with the same name are one step of undo."""

    def __init__(self, save: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._save = save
        self._stay = ""
        self._is_refused = False
        self._timer = QTimer(self, singleShot=True, interval=SOON)
        self._timer.timeout.connect(self.write)

    @property
    def waits(self) -> bool:
        """Whether something typed is not written yet."""
        return self._timer.isActive()

    @property
    def is_unsaved(self) -> bool:
        """Whether the field holds something that waits or was refused, and nothing may be shown over it."""
        return self.waits or self._is_refused

    def refuse(self) -> None:
        """What was typed could not be saved: it stays in the field until it can."""
        self._is_refused = True

    def accept(self) -> None:
        """It is on the disk, or given up."""
        self._is_refused = False

    def touch(self) -> None:
        """A key was pressed."""
        if not self._stay:
            self._stay = f"stay {next(_STAYS)}"
        self._timer.start()

    def write(self) -> None:
        """Write what waits; nothing happens when nothing does."""
        if self._stay:
            self._timer.stop()
            self._save(self._stay)

    def leave(self) -> None:
        """The stay in the field is over: write, and let the next key begin another step."""
        if self.waits:
            self.write()
        self._timer.stop()
        self._stay = ""
