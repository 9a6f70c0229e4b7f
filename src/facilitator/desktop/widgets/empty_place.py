"""What an empty place says: its first step, and the key for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from facilitator.desktop.key_text import key_text

from .key_cap import KeyCap

if TYPE_CHECKING:
    from facilitator.desktop.look.look import Look

ICON = 32
WIDEST = 460
Way = tuple[str, str, Callable[[], object]]
"""A button's verb, the key that does the same or "", and what it does."""


class EmptyPlace(QWidget):
    """An icon, a title, a sentence, and the ways to begin."""

    def __init__(self, look: Look, icon: str, title: str, text: str, ways: Sequence[Way]) -> None:
        super().__init__()
        self._look = look
        self._icon = icon
        self._sign = QLabel()
        heading, sentence = QLabel(title), QLabel(text)
        heading.setProperty("title", True)
        for label in (heading, sentence):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setMaximumWidth(WIDEST)
            label.setMinimumWidth(min(WIDEST, 320))
        column = QVBoxLayout()
        column.setSpacing(12)
        for widget in (self._sign, heading, sentence):
            column.addWidget(widget)
        for verb, key, take in ways:
            column.addLayout(self._way(verb, key, take))
        first = self.findChild(QPushButton)
        if first is not None:
            self.setFocusProxy(first)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addLayout(column)
        across.addStretch(1)
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        whole.addLayout(across)
        whole.addStretch(3)
        look.changed.connect(self._paint)
        self._paint()

    def _way(self, verb: str, key: str, take: Callable[[], object]) -> QHBoxLayout:
        button = QPushButton(verb)
        button.clicked.connect(lambda *_: take())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(button)
        if key:
            row.addWidget(KeyCap(self._look, key_text(key)))
        row.addStretch(1)
        return row

    def _paint(self) -> None:
        self._sign.setPixmap(self._look.pixmap(self._icon, "quiet", ICON, self.devicePixelRatioF()))
