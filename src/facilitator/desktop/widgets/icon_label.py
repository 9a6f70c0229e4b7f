"""An icon with words behind it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from facilitator.desktop.look.look import Look
from facilitator.desktop.look.style import restyle


class IconLabel(QWidget):
    """Says something with an icon before it; both in the colour of a token."""

    def __init__(self, look: Look, icon: str, text: str = "", token: str = "quiet") -> None:
        super().__init__()
        self._look = look
        self._icon = icon
        self._token = token
        self._sign = QLabel()
        self._words = QLabel(text)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setProperty("quiet", token == "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._sign)
        row.addWidget(self._words)
        look.changed.connect(self._paint)
        self._paint()

    def setText(self, text: str) -> None:
        """Say something else."""
        self._words.setText(text)
        self.setVisible(bool(text))

    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def show_sign(self, icon: str, token: str) -> None:
        """Have another icon before it, in the colour of another token."""
        if (icon, token) != (self._icon, self._token):
            self._icon, self._token = icon, token
            restyle(self._words, "quiet", token == "quiet")
            self._paint()

    def _paint(self) -> None:
        self._sign.setPixmap(self._look.pixmap(self._icon, self._token, 16, self.devicePixelRatioF()))
