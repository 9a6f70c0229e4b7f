"""What stands in place of the capture line while the session is off the record."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

if TYPE_CHECKING:
    from facilitator.desktop.context import Context


class OffRecord(QFrame):
    """Says since when nothing is stored, and leads back."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("offRecord")
        # Keys that are typed on must mean nothing: in the list of notes they are commands, on a button they press it.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Off the record"))
        self._since: datetime | None = None
        self._title, self._time, self._closed = QLabel(self.tr("Off the record")), QLabel(), QLabel()
        self._title.setProperty("title", True)
        self._closed.setText(
            self.tr(
                "The line is closed. What you type is not taken. Of this time only when it began and ended is kept."
            )
        )
        self._closed.setWordWrap(True)
        for label in (self._title, self._time, self._closed):
            label.setTextFormat(Qt.TextFormat.PlainText)
        back = QPushButton(self.tr("Back on the record"))
        back.setToolTip("F12")
        back.clicked.connect(context.actions.action("capture.off-record").trigger)
        first = QHBoxLayout()
        first.addWidget(self._title)
        first.addSpacing(12)
        first.addWidget(self._time)
        first.addStretch(1)
        first.addWidget(back)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addLayout(first)
        column.addWidget(self._closed)
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._show_time)

    def begin(self, since: int) -> None:
        """It has been so since this instant, in milliseconds."""
        self._since = datetime.fromtimestamp(since / 1000).astimezone()
        self._tick.start()
        self._show_time()

    def end(self) -> None:
        """Back on the record."""
        self._tick.stop()

    def _show_time(self) -> None:
        if self._since is not None:
            seconds = int((datetime.now().astimezone() - self._since).total_seconds())
            self._time.setText(
                self.tr("since %1 · %2")
                .replace("%1", f"{self._since:%H:%M}")
                .replace("%2", f"{seconds // 60}:{seconds % 60:02d}")
            )
