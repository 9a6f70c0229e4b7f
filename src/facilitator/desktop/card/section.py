"""One part of the panel: a heading with a quiet word beside it, and what belongs to it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

EDGE = 14


class Section(QWidget):
    """`body` takes what stands below the heading, `head` what stands at its trailing edge."""

    def __init__(self, title: str) -> None:
        super().__init__()
        line = QFrame()
        line.setProperty("line", True)
        heading = QLabel(title)
        heading.setProperty("heading", True)
        self._aside = QLabel()
        self._aside.setTextFormat(Qt.TextFormat.PlainText)
        self._aside.setProperty("quiet", True)
        self.head = QHBoxLayout()
        self.head.setContentsMargins(EDGE, 0, EDGE, 0)
        self.head.setSpacing(8)
        self.head.addWidget(heading)
        self.head.addWidget(self._aside)
        self.head.addStretch(1)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(EDGE, 0, EDGE, 0)
        self.body.setSpacing(4)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 6)
        down.setSpacing(4)
        down.addWidget(line)
        down.addLayout(self.head)
        down.addLayout(self.body)

    def say(self, aside: str) -> None:
        """Set the quiet word beside the heading."""
        self._aside.setText(aside)
