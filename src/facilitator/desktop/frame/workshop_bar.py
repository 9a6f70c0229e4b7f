"""The part of the top bar that belongs to a workshop: its title, the session, the rule, the clock, search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.desktop.widgets.icon_label import IconLabel
from facilitator.desktop.widgets.short_label import ShortLabel
from facilitator.desktop.words import rule_name

from .command_field import CommandField
from .session_clock import SessionClock
from .session_switcher import SessionSwitcher

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.workspace.workspace import Changes

WIDEST_TITLE = 220


class WorkshopBar(QWidget):
    """Made when the first workshop is there; `show_opened` tells it of each."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._title = ShortLabel()
        self._title.setObjectName("workshopTitle")
        self._title.setMaximumWidth(WIDEST_TITLE)
        self.switcher = SessionSwitcher(context)
        self._clock = SessionClock(context)
        self._rule = IconLabel(context.look, "shield")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for widget in (self._title, self.switcher, self._rule):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._clock)
        self.search = CommandField(context, "search", self.tr("Search"))
        row.addWidget(self.search)
        context.bridge.changed.connect(self._changed)
        context.current.session_changed.connect(self._read)

    def show_opened(self) -> None:
        """Another workshop is open."""
        self.switcher.begin()
        self._read()

    def _changed(self, changes: Changes) -> None:
        if changes.rows.keys() & {"workshop", "session"}:
            self._read()

    def _read(self) -> None:
        key = self._context.current.session
        found = self._context.bridge.ask(lambda reads: (reads.workshop(), reads.session(key) if key else None))
        if found is None:
            return
        workshop, session = found
        self._title.setText(workshop.title)
        rule = session.attribution if session is not None and session.attribution is not None else workshop.attribution
        self._rule.setText(rule_name(rule))
