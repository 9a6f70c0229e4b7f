"""The session that is being captured, and the way to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QSizePolicy

from facilitator.desktop.widgets.choice import Choice

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.domain.nouns import Key
    from facilitator.workspace.workspace import Changes

WIDEST = 300


class SessionSwitcher(Choice):
    """Lists the sessions in the order of the programme; the choice is the current session of the window."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.look)
        self._context = context
        self._keys: list[Key] = []
        self.setAccessibleName(self.tr("Session"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(24)
        self.setMaximumWidth(WIDEST)
        self.activated.connect(lambda row: context.current.choose_session(self._keys[row]))
        context.bridge.changed.connect(self._changed)
        context.current.session_changed.connect(self._mark)

    def step(self, by: int) -> None:
        """To the next session (1) or the one before (-1); at the ends it stays."""
        row = self.currentIndex() + by
        if 0 <= row < len(self._keys):
            self._context.current.choose_session(self._keys[row])

    def begin(self) -> None:
        """Another workshop is open: list its sessions, and choose the one to go on with."""
        self._context.current.choose_session(None)
        self._read()

    def _changed(self, changes: Changes) -> None:
        if "session" in changes.rows:
            self._read()

    def _read(self) -> None:
        sessions = self._context.bridge.ask(lambda reads: reads.sessions())
        if sessions is None:
            return
        self._keys = [session.id for session in sessions]
        with QSignalBlocker(self):
            self.clear()
            self.addItems([f"{session.number}  {session.title}" for session in sessions])
        if self._context.current.session not in self._keys:
            # Where nobody has chosen, work goes on in the session that was opened last and not closed.
            running = [session.id for session in sessions if session.opened_at and not session.closed_at]
            first = self._keys[0] if self._keys else None
            self._context.current.choose_session(running[-1] if running else first)
        self._mark()

    def _mark(self) -> None:
        key = self._context.current.session
        with QSignalBlocker(self):
            self.setCurrentIndex(self._keys.index(key) if key in self._keys else -1)
