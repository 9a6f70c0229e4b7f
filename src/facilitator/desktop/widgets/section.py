"""A part of a side panel with a heading that folds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from .key_cap import KeyCap

if TYPE_CHECKING:
    from facilitator.desktop.look.look import Look


class Section(QFrame):
    """Heading, count, perhaps a key; below it the content, which the chevron folds away."""

    def __init__(self, look: Look, heading: str, *, key: str = "") -> None:
        super().__init__()
        self._look = look
        self._fold = QToolButton()
        self._fold.setIconSize(QSize(16, 16))
        self._fold.setAccessibleName(heading)
        self._is_open = True
        self._heading = QLabel(heading)
        self._heading.setProperty("heading", True)
        self._end = QLabel()
        self._end.setProperty("quiet", True)
        for label in (self._heading, self._end):
            label.setTextFormat(Qt.TextFormat.PlainText)
        head = QHBoxLayout()
        head.setContentsMargins(4, 0, 12, 0)
        head.setSpacing(2)
        head.addWidget(self._fold)
        head.addWidget(self._heading)
        head.addSpacing(4)
        head.addWidget(self._end)
        head.addStretch(1)
        self.head = head
        if key:
            head.addWidget(KeyCap(look, key))
        self._content = QWidget()
        self.column = QVBoxLayout(self._content)
        self.column.setContentsMargins(0, 0, 0, 8)
        self.column.setSpacing(0)
        line = QFrame()
        line.setProperty("line", True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 2, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self._content)
        whole.addWidget(line)
        self._fold.clicked.connect(self._open_or_close)
        look.changed.connect(self._paint)
        self._paint()

    def tell(self, text: str) -> None:
        """Say something short after the heading, such as a count."""
        self._end.setText(text)

    def _open_or_close(self) -> None:
        self._is_open = not self._is_open
        self._content.setVisible(self._is_open)
        self._paint()

    def _paint(self) -> None:
        icon = "chevron-down" if self._is_open else "chevron-right"
        self._fold.setIcon(self._look.icon(icon, "text"))
