"""Three questions at a glance: is it saved, is it backed up, what is still open."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

if TYPE_CHECKING:
    from facilitator.desktop.context import Context

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
        self._backed_up = self._label("backedUp")
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
        row.addWidget(self._size)
        self._counting = QTimer(self, singleShot=True, interval=SOON)
        self._counting.timeout.connect(self._count)
        bridge = context.bridge
        bridge.saved.connect(self._show_saved)
        bridge.changed.connect(self._counting.start)
        bridge.opened.connect(self._begin)
        context.look.changed.connect(self._show_size)
        self._show_size()

    def show_backup(self, at: datetime) -> None:
        """A backup was made and proven at this moment, local time."""
        self._backed_up.setText(self.tr("Backed up %1").replace("%1", f"{at:%H:%M}"))

    def _begin(self) -> None:
        self._saved.setText(self.tr("Opened"))
        self._backed_up.setText(self.tr("Not backed up yet today"))
        self._count()

    def _show_saved(self, label: str) -> None:
        text = self.tr("Saved %1 · %2").replace("%1", f"{datetime.now().astimezone():%H:%M:%S}").replace("%2", label)
        self._saved.setText(text)

    def _count(self) -> None:
        self._open.setText("")

    def _show_size(self) -> None:
        points = self._context.look.zoom
        self._size.setText(self.tr("Text %1 pt").replace("%1", f"{points:g}"))

    def _label(self, name: str) -> QLabel:
        label = QLabel()
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label
