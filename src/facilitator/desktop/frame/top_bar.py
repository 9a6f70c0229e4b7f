"""The thin bar above: which workshop, which session, how much time is left, and the ways to everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from .session_clock import SessionClock
from .session_switcher import SessionSwitcher

if TYPE_CHECKING:
    from facilitator.desktop.context import Context

HEIGHT = 48


class TopBar(QFrame):
    """Workshop, session switcher, rule of attribution, clock, search, palette."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self.setFixedHeight(HEIGHT)
        self._context = context
        self._title = QLabel(objectName="workshopTitle")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self.switcher = SessionSwitcher(context)
        self._clock = SessionClock(context)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(12)
        row.addWidget(self._title)
        row.addWidget(self.switcher)
        row.addStretch(1)
        row.addWidget(self._clock)
        for command, text in (("search", self.tr("Search")), ("palette", self.tr("Commands"))):
            row.addWidget(self._button(command, text))
        context.bridge.opened.connect(self._read)
        context.bridge.changed.connect(self._changed)

    def _button(self, command: str, text: str) -> QPushButton:
        action = self._context.actions.action(command)
        button = QPushButton(text)
        button.setToolTip(action.shortcut().toString())
        button.clicked.connect(action.trigger)
        return button

    def _changed(self, changes: object) -> None:
        if "workshop" in getattr(changes, "rows", {}):
            self._read()

    def _read(self) -> None:
        workshop = self._context.bridge.ask(lambda reads: reads.workshop())
        if workshop is not None:
            self._title.setText(workshop.title)
