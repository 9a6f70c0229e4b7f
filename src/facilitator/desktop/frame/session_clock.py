"""The time of day, and how much of the session is left by the programme."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from facilitator.desktop.look.style import restyle
from facilitator.desktop.widgets.share_bar import ShareBar
from facilitator.domain.time_zone import time_zone

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.domain.nouns import Session
    from facilitator.workspace.workspace import Changes

LATE, VERY_LATE = 20, 5
"""Per cent of the session's time left at which the clock warns, and at which it insists."""
BAR_WIDTH = 56


class SessionClock(QFrame):
    """Follows the current session; without planned times it tells the time of day alone."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._session: Session | None = None
        # The clock in the room is that of the workshop, wherever this computer thinks it is.
        self._zone: tzinfo | None = None
        self._time = QLabel()
        self._left = QLabel()
        for label in (self._time, self._left):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._sign = QLabel()
        self._bar = ShareBar(context.look, BAR_WIDTH, "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 10, 0)
        row.setSpacing(8)
        for widget in (self._sign, self._time, self._bar, self._left):
            row.addWidget(widget)
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._show)
        self._tick.start()
        context.current.session_changed.connect(self._read)
        context.bridge.changed.connect(self._changed)
        context.look.changed.connect(self._paint_sign)
        self._weight = ""
        self._paint_sign()
        self._show()

    def _changed(self, changes: Changes) -> None:
        if "session" in changes.rows:
            self._read()

    def _read(self) -> None:
        key = self._context.current.session
        found = self._context.bridge.ask(
            lambda reads: (reads.workshop().time_zone, None if key is None else reads.session(key))
        )
        if found is not None:
            zone, self._session = found
            self._zone = time_zone(zone)
        self._show()

    def _show(self) -> None:
        now = datetime.now(self._zone)
        self._time.setText(f"{now:%H:%M}")
        left, whole = self._minutes_left(now)
        for widget in (self._bar, self._left):
            widget.setVisible(whole > 0)
        if whole <= 0:
            self._weigh("")
            return
        share = 100 * left // whole
        weight = "danger" if share <= VERY_LATE else "warn" if share <= LATE else ""
        self._bar.show_share(1 - share / 100, weight or "quiet")
        self._left.setText(self.tr("%n min left", "", left) if left >= 0 else self.tr("%n min over", "", -left))
        self._weigh(weight)

    def _minutes_left(self, now: datetime) -> tuple[int, int]:
        """Minutes until the planned end and of the whole session; 0 and 0 when none is planned or it is not on now."""
        session = self._session
        if session is None or session.starts is None or session.ends is None or session.day != now.date():
            return 0, 0
        starts, ends = (datetime.combine(now.date(), moment, now.tzinfo) for moment in (session.starts, session.ends))
        if not starts - timedelta(hours=1) <= now <= ends + timedelta(hours=2):
            return 0, 0
        return int((ends - now).total_seconds() // 60), int((ends - starts).total_seconds() // 60)

    def _weigh(self, weight: str) -> None:
        if self._weight != weight:
            self._weight = weight
            restyle(self, "clock", weight)
            self._paint_sign()

    def _paint_sign(self) -> None:
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(self._context.look.pixmap("clock", self._weight or "text", 16, ratio))
