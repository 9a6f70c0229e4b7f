"""Below the programme: what a key does here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from facilitator.desktop.widgets.key_cap import KeyCap

if TYPE_CHECKING:
    from facilitator.desktop.look.look import Look


class KeyLine(QFrame):
    """The keys of the place with words behind them."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("keyLine")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(6)
        for key, text in ((self.tr("Enter"), self.tr("capture this session")), ("Esc", self.tr("close the form"))):
            told = QLabel(text)
            told.setTextFormat(Qt.TextFormat.PlainText)
            row.addWidget(KeyCap(look, key))
            row.addWidget(told)
            row.addSpacing(10)
        row.addStretch(1)
