"""The time of day, and of the session what was planned, what has gone and what is left, or by how much it is over."""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from facilitator.desktop.look.style import restyle
from facilitator.desktop.widgets.share_bar import ShareBar
from facilitator.domain.session_time import expected, session_time
from facilitator.domain.time_zone import time_zone

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.domain.nouns import Key
    from facilitator.domain.rows import SessionLine
    from facilitator.domain.session_time import SessionTime
    from facilitator.workspace.workspace import Changes

SIGNS = {"": "clock", "warn": "timer", "danger": "circle-alert"}
"""What tells beside the colour that time is running out."""
BAR_WIDTH = 56


class SessionClock(QFrame):
    """Follows the current session; without planned times it tells the time of day alone."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._lines: tuple[SessionLine, ...] = ()
        self._key: Key | None = None
        # The clock in the room is that of the workshop, wherever this computer thinks it is.
        self._zone: tzinfo | None = None
        self._time = QLabel()
        self._gone, self._left = QLabel(), QLabel()
        self._gone.setProperty("quiet", True)
        for label in (self._time, self._gone, self._left):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._sign = QLabel()
        self._bar = ShareBar(context.look, BAR_WIDTH, "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 10, 0)
        row.setSpacing(8)
        for widget in (self._sign, self._time, self._bar, self._gone, self._left):
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
        # Beside the window: counting the notes of each session takes longer than a frame.
        self._key = self._context.current.session
        self._context.bridge.ask_aside(
            "session clock", lambda reads: (reads.workshop().time_zone, reads.session_list()), self._take
        )
        self._show()

    def _take(self, found: tuple[str, tuple[SessionLine, ...]]) -> None:
        zone, self._lines = found
        self._zone = time_zone(zone)
        self._show()

    def _show(self) -> None:
        now = datetime.now(self._zone)
        self._time.setText(f"{now:%H:%M}")
        told = self._session_time(now)
        for widget in (self._bar, self._gone, self._left):
            widget.setVisible(told is not None)
        self._weigh("" if told is None else told.weight)
        if told is None:
            self.setToolTip("")
            return
        self._bar.show_share(1 - told.per_cent_left / 100, told.weight or "quiet")
        gone = self.tr("%1 of %2 min").replace("%1", str(told.elapsed)).replace("%2", str(told.planned))
        self._gone.setText(gone)
        self._left.setText(
            self.tr("%n min over", "", told.over) if told.per_cent_left == 0 else self.tr("%n min left", "", told.left)
        )
        self.setToolTip(f"{gone}, {self._left.text()}")

    def _session_time(self, now: datetime) -> SessionTime | None:
        line = next((line for line in self._lines if line.key == self._key), None)
        if line is None or self._zone is None:
            return None
        one = expected(self._lines, now).get(line.key)
        return None if one is None else session_time(line, one, now)

    def _weigh(self, weight: str) -> None:
        if self._weight != weight:
            self._weight = weight
            restyle(self, "clock", weight)
            self._paint_sign()

    def _paint_sign(self) -> None:
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(self._context.look.pixmap(SIGNS[self._weight], self._weight or "text", 16, ratio))
