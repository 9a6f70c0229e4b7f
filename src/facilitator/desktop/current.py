"""What the whole window is about: the session that is being captured or looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from facilitator.domain.nouns import Key


class Current(QObject):
    """The session that the top bar shows and the capture line writes to; None while there is none."""

    session_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session: Key | None = None

    @property
    def session(self) -> Key | None:
        """Its key."""
        return self._session

    def choose_session(self, key: Key | None) -> None:
        """Turn to another session; everybody is told, once."""
        if key != self._session:
            self._session = key
            self.session_changed.emit()
