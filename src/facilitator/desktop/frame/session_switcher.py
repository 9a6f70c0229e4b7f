"""The session that is being captured, and the way to another."""

from __future__ import annotations

import os
from hashlib import sha256
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QSizePolicy

from facilitator.desktop.widgets.choice import Choice

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.domain.nouns import Key
    from facilitator.workspace.workspace import Changes

LEAST, WIDEST = 150, 300


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
        self.setMinimumWidth(LEAST)
        self.setMaximumWidth(WIDEST)
        self.activated.connect(lambda row: context.current.choose_session(self._keys[row]))
        context.bridge.changed.connect(self._changed)
        # The session is the same in the copy of a workshop, and is remembered there.
        context.bridge.moved.connect(self._mark)
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
            # Work goes on where it was left: the line that was begun belongs to that session, and to its rule. Where
            # nobody has chosen, it is the session that was opened last and not closed.
            running = [session.id for session in sessions if session.opened_at and not session.closed_at]
            first = self._keys[0] if self._keys else None
            left_at = self._left_at()
            chosen = left_at if left_at in self._keys else running[-1] if running else first
            self._context.current.choose_session(chosen)
        self._mark()

    def _left_at(self) -> Key | None:
        kept = self._context.preferences.remembered(self._memory())
        try:
            return bytes.fromhex(kept) or None
        except ValueError:
            return None

    def _memory(self) -> str:
        """Under which name the session of this workshop is remembered; a path has separators, which mean something."""
        return f"session {sha256(os.fsencode(self._context.bridge.path or '')).hexdigest()[:16]}"

    def _mark(self) -> None:
        key = self._context.current.session
        if key is not None and self._context.bridge.is_open:
            # In a moment, because a crash asks nobody.
            self._context.preferences.remember(self._memory(), key.hex())
            self._context.preferences.write_soon()
        with QSignalBlocker(self):
            self.setCurrentIndex(self._keys.index(key) if key in self._keys else -1)
