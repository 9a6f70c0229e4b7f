"""Three questions at a glance: is it saved, is it backed up, what is still open."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from facilitator.desktop.look.style import restyle
from facilitator.desktop.widgets.short_label import ShortLabel

if TYPE_CHECKING:
    from facilitator.desktop.bridge import Failure
    from facilitator.desktop.context import Context
    from facilitator.domain.finding import StatusLine as StatusCounts

from .backup_sign import BackupSign
from .work_line import WorkLine

HEIGHT = 32
SOON = 250
"""Milliseconds after a change in which further ones are waited for before the open things are counted again."""


class StatusLine(QFrame):
    """`fill_in_asked` is emitted when the person asks for what is open."""

    fill_in_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("statusLine")
        self.setFixedHeight(HEIGHT)
        self._context = context
        self._saved = self._label("saved")
        self._backed_up = BackupSign(context)
        self._open = QPushButton()
        self._open.setObjectName("stillOpen")
        self._open.setFlat(True)
        self._open.clicked.connect(self.fill_in_asked)
        self._size = self._label("textSize")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(0)
        for widget in (self._saved, self._backed_up, self._open):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(WorkLine(context))
        row.addWidget(self._size)
        self._counting = QTimer(self, singleShot=True, interval=SOON)
        self._counting.timeout.connect(self._count)
        bridge = context.bridge
        bridge.saved.connect(self._show_saved)
        bridge.failed.connect(self._show_failed)
        bridge.changed.connect(self._counting.start)
        bridge.opened.connect(self._begin)
        context.look.changed.connect(self._show_size)
        self._show_nothing()
        self._show_size()

    def show_opening(self, name: str) -> None:
        """A workshop is being opened."""
        self._say(self._saved, self.tr("Opening %1").replace("%1", name), "")

    def _show_nothing(self) -> None:
        self._saved.setText(self.tr("No workshop is open"))
        self._backed_up.hide()
        self._open.hide()

    def _begin(self) -> None:
        bridge = self._context.bridge
        self._say(self._saved, self.tr("Open: %1").replace("%1", bridge.path.name if bridge.path else ""), "")
        self._backed_up.show()
        self._open.show()
        self._count()

    def _show_saved(self, label: str) -> None:
        text = self.tr("Saved %1 · %2").replace("%1", f"{datetime.now().astimezone():%H:%M:%S}").replace("%2", label)
        self._say(self._saved, text, "")

    def _show_failed(self, failure: Failure) -> None:
        if failure.label:
            self._say(self._saved, self.tr("Not saved: %1").replace("%1", failure.label), "danger")

    def _count(self) -> None:
        self._context.bridge.ask_aside("status line", lambda reads: reads.status_line(), self._show_open)

    def _show_open(self, found: StatusCounts) -> None:
        parts = [
            self.tr("%n to fill in", "", found.fill_ins),
            self.tr("%n ungrouped", "", found.ungrouped),
            self.tr("%n conflict(s)", "", found.conflicts),
        ]
        self._open.setText(self.tr("Open: %1").replace("%1", " · ".join(parts)))
        is_settled = not (found.fill_ins or found.ungrouped or found.conflicts)
        restyle(self._open, "settled", is_settled)

    def _show_size(self) -> None:
        points = self._context.look.zoom
        self._size.setText(self.tr("Text %1 pt").replace("%1", f"{points:g}"))

    def _say(self, label: QLabel, text: str, weight: str) -> None:
        label.setText(text)
        restyle(label, "weight", weight)

    def _label(self, name: str) -> QLabel:
        # Gives way to work that goes on, so that the window fits a screen that is magnified.
        label = ShortLabel()
        label.setObjectName(name)
        return label
