"""What long work shows of itself: that it goes on, how far it is, and a way to stop it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from facilitator.desktop.widgets.share_bar import ShareBar

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.desktop.worker import Task
    from facilitator.desktop.worker_process import Progressed

PATIENCE = 500
"""Milliseconds after which work is long enough to be spoken of."""
BAR_WIDTH = 80


class WorkLine(QWidget):
    """Follows the process beside; hidden while there is nothing, or only something short."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._task: Task | None = None
        self._says = QLabel(self.tr("Working"))
        self._says.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = ShareBar(context.look, BAR_WIDTH)
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.setFlat(True)
        self._cancel.clicked.connect(self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self._says, self._bar, self._cancel):
            row.addWidget(widget)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self.show)
        context.worker.began.connect(self._begin)
        context.worker.ended.connect(self._end)
        self.hide()

    def _begin(self, task: Task) -> None:
        self._task = task
        self._says.setText(self.tr("Working"))
        self._bar.hide()
        task.progressed.connect(self._show_progress)
        self._patience.start()

    def _end(self) -> None:
        self._task = None
        self._patience.stop()
        self.hide()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _show_progress(self, progress: Progressed) -> None:
        if progress.whole:
            self._bar.show_share(progress.done / progress.whole, "accent")
            self._bar.show()
        else:
            self._says.setText(self.tr("Working: %1").replace("%1", str(progress.done)))
