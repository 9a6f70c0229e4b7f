"""A list of single lines to choose from, such as hits and whoever speaks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from facilitator.desktop.guard import guarded
from facilitator.desktop.look.look import Look


@guarded
class LineList(QListView):
    """Lines are all as high and never edited; Tab leads out of the list."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setTabKeyNavigation(False)
        look.changed.connect(self.viewport().update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nothing is copied: Qt would take the bare text, and of private notes too."""
        if not event.matches(QKeySequence.StandardKey.Copy):
            super().keyPressEvent(event)
