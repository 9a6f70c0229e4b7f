"""What lies over the wall for a moment: one card read large, or two beside each other. Esc closes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from facilitator.desktop.card.difference_text import DifferenceText
from facilitator.desktop.card.differences import differences
from facilitator.desktop.frame.overlay import Overlay
from facilitator.desktop.widgets.key_cap import KeyCap
from facilitator.desktop.words import word
from facilitator.domain.cards import Card
from facilitator.domain.kinds import Status

if TYPE_CHECKING:
    from facilitator.desktop.context import Context

SIZE = QSize(1180, 640)
LARGE, COMPARED = 32, 20


class CardOverlay(Overlay):
    """With a title; made anew for each use, and gone when it is left."""

    def __init__(self, context: Context, window: QWidget, title: str) -> None:
        super().__init__(context, window, SIZE)
        self.setAccessibleName(title)
        heading = QLabel(title)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setProperty("heading", True)
        head = QHBoxLayout()
        head.addWidget(heading)
        head.addStretch(1)
        head.addWidget(KeyCap(context.look, "Esc"))
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(24, 16, 24, 24)
        self._down.setSpacing(16)
        self._down.addLayout(head)

    def leave(self) -> None:
        """Nothing of it stays."""
        super().leave()
        self.deleteLater()

    def _scrolling(self, inside: QWidget) -> None:
        area = QScrollArea()
        area.setAccessibleName(self.accessibleName())
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        self._down.addWidget(area, 1)


class ReadingOverlay(CardOverlay):
    """One card, large enough to be read aloud from."""

    def __init__(self, context: Context, window: QWidget, card: Card) -> None:
        super().__init__(context, window, f"{card.number} · {word(Status(card.status))}")
        self.words = QLabel(card.wording)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.words.setStyleSheet(f"font-size: {context.look.scaled(LARGE)}px")
        self._scrolling(self.words)


class ComparingOverlay(CardOverlay):
    """Two cards; words that stand in one of them only are underlined."""

    def __init__(self, context: Context, window: QWidget, one: Card, other: Card) -> None:
        super().__init__(context, window, f"{one.number} · {other.number}")
        look, pieces = context.look, differences(one.wording, other.wording)
        inside = QWidget()
        beside = QHBoxLayout(inside)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(24)
        self.texts = tuple(
            DifferenceText(look, str(card.number), look.scaled(COMPARED), compares=True) for card in (one, other)
        )
        for card, text in zip((one, other), self.texts, strict=True):
            down = QVBoxLayout()
            number = QLabel(f"{card.number} · {word(Status(card.status))}")
            number.setProperty("quiet", True)
            down.addWidget(number)
            down.addWidget(text)
            down.addStretch(1)
            beside.addLayout(down, 1)
        self.texts[0].show_pieces(pieces, ("same", "taken out"))
        self.texts[1].show_pieces(pieces, ("same", "added"))
        self._scrolling(inside)
