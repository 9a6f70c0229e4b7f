"""Says below the wording what it still lacks, and leads to the next open bracket."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from facilitator.desktop.look.look import Look
from facilitator.desktop.widgets.icon_label import IconLabel

from .flow import Flow
from .readiness import Readiness


class ReadinessLine(QWidget):
    """Three words with a sign each; `next_asked` when the next bracket is wanted."""

    next_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._labels: list[IconLabel] = []
        words = QWidget()
        self._words = Flow(words, gap=12)
        self._next = QPushButton("Ctrl ]")
        self._next.setProperty("cap", True)
        # Keys stay as they are in every language.
        self._next.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._next.setAccessibleName(self.tr("Next open bracket"))
        self._next.clicked.connect(self.next_asked)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(words, 1)
        across.addWidget(self._next)

    def show_readiness(self, parts: Sequence[Readiness]) -> None:
        """Show the three."""
        for label in self._labels:
            self._words.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = [self._label(part) for part in parts]
        for label in self._labels:
            self._words.addWidget(label)
            label.show()
        has_bracket = any(part.in_brackets for part in parts)
        self._next.setVisible(has_bracket)

    def _label(self, part: Readiness) -> IconLabel:
        names = {"actor": self.tr("actor"), "verb": self.tr("verb"), "time": self.tr("time")}
        text = names[part.part]
        if part.in_brackets:
            text = self.tr("%1: still in brackets").replace("%1", text)
        elif not part.is_settled:
            text = self.tr("%1: still open").replace("%1", text)
        icon, token = ("check", "ok") if part.is_settled else ("circle-alert", "warn")
        return IconLabel(self._look, icon, text, token)
