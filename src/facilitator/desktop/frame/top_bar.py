"""The thin bar above: which workshop, which session, how much time is left, and the ways to everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from facilitator.desktop.widgets.icon_label import IconLabel
from facilitator.desktop.words import rule_name

from .command_field import CommandField
from .session_clock import SessionClock
from .session_switcher import SessionSwitcher

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.workspace.workspace import Changes

HEIGHT = 48
WIDEST_TITLE = 220


class TopBar(QFrame):
    """Workshop, session switcher, rule of attribution, clock, search, palette."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self.setFixedHeight(HEIGHT)
        self._context = context
        self._title = QLabel()
        self._title.setObjectName("workshopTitle")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self.switcher = SessionSwitcher(context)
        self._clock = SessionClock(context)
        self._rule = IconLabel(context.look, "shield")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(12)
        for widget in (self._title, self.switcher, self._rule):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._clock)
        search = CommandField(context, "search", self.tr("Search"))
        row.addWidget(search)
        self._of_workshop = (self._title, self.switcher, self._rule, self._clock, search)
        row.addWidget(CommandField(context, "palette", ""))
        context.bridge.opened.connect(self._read)
        context.bridge.changed.connect(self._changed)
        context.current.session_changed.connect(self._read)

    def show_workshop(self, *, is_open: bool) -> None:
        """Leave out what belongs to a workshop while none is open."""
        for widget in self._of_workshop:
            widget.setVisible(is_open)

    def _changed(self, changes: Changes) -> None:
        if changes.rows.keys() & {"workshop", "session"}:
            self._read()

    def _read(self) -> None:
        key = self._context.current.session
        found = self._context.bridge.ask(lambda reads: (reads.workshop(), reads.session(key) if key else None))
        if found is None:
            return
        workshop, session = found
        self._title.setText(self.fontMetrics().elidedText(workshop.title, Qt.TextElideMode.ElideRight, WIDEST_TITLE))
        self._title.setToolTip(workshop.title)
        rule = session.attribution if session is not None and session.attribution is not None else workshop.attribution
        self._rule.setText(rule_name(rule))
