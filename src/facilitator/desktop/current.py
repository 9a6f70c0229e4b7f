"""What the whole window is about: the session that is being captured or looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from facilitator.domain.nouns import Key


class Current(QObject):
    """The session that the top bar shows and the capture line writes to; None while there is none."""

    session_changed = Signal()
    sought = Signal(object)
    """The key of a note or recommendation that a place is to show; the place is gone to in the same moment."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session: Key | None = None
        self._sought: Key | None = None

    @property
    def session(self) -> Key | None:
        """Its key."""
        return self._session

    def choose_session(self, key: Key | None) -> None:
        """Turn to another session; everybody is told, once."""
        if key != self._session:
            self._session = key
            self.session_changed.emit()

    def seek(self, key: Key) -> None:
        """Ask for a thing to be shown by the place that is gone to next."""
        self._sought = key
        self.sought.emit(key)

    def take_sought(self) -> Key | None:
        """What was asked for, once: for a place that loads."""
        key, self._sought = self._sought, None
        return key
