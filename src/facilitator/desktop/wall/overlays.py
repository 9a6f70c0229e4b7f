"""What lies over the wall for a moment: one card read large, or two beside each other. Esc closes it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from facilitator.desktop.card.difference_text import DifferenceText
from facilitator.desktop.card.differences import differences
from facilitator.desktop.look.look import Look
from facilitator.desktop.widgets.key_cap import KeyCap
from facilitator.desktop.words import word
from facilitator.domain.cards import Card
from facilitator.domain.kinds import Status

MARGIN, LARGE, COMPARED = 40, 32, 20


class Overlay(QFrame):
    """A panel in the middle of what it lies over; built anew for each use."""

    def __init__(self, look: Look, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setObjectName("overlay")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        heading = QLabel(title)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setProperty("heading", True)
        head = QHBoxLayout()
        head.addWidget(heading)
        head.addStretch(1)
        head.addWidget(KeyCap(look, "Esc"))
        self._down = QVBoxLayout(self)
        self._down.setContentsMargins(24, 16, 24, 24)
        self._down.setSpacing(16)
        self._down.addLayout(head)

    def put_over(self, place: QRect) -> None:
        """Show it over this part of the parent, and take the focus."""
        self.setGeometry(place.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN))
        self.show()
        self.raise_()
        self.setFocus()

    def _scrolling(self, inside: QWidget) -> None:
        area = QScrollArea()
        area.setAccessibleName(self.accessibleName())
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        self._down.addWidget(area, 1)


class ReadingOverlay(Overlay):
    """One card, large enough to be read aloud from."""

    def __init__(self, look: Look, parent: QWidget, card: Card) -> None:
        super().__init__(look, parent, f"{card.number} · {word(Status(card.status))}")
        self.words = QLabel(card.wording)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.words.setStyleSheet(f"font-size: {look.scaled(LARGE)}px")
        self._scrolling(self.words)


class ComparingOverlay(Overlay):
    """Two cards; words that stand in one of them only are underlined."""

    def __init__(self, look: Look, parent: QWidget, one: Card, other: Card) -> None:
        super().__init__(look, parent, f"{one.number} · {other.number}")
        pieces = differences(one.wording, other.wording)
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


class Overlays:
    """At most one of them, over the board."""

    def __init__(self, look: Look, board: QWidget, place: QWidget) -> None:
        self._look = look
        self._board = board
        self._place = place
        self.shown: Overlay | None = None

    def read(self, card: Card) -> None:
        """Show one card large."""
        self._show(ReadingOverlay(self._look, self._place, card))

    def compare(self, one: Card, other: Card) -> None:
        """Show two cards beside each other."""
        self._show(ComparingOverlay(self._look, self._place, one, other))

    def close(self) -> bool:
        """Close what is open; whether anything was."""
        overlay, self.shown = self.shown, None
        if overlay is None:
            return False
        overlay.hide()
        overlay.deleteLater()
        return True

    def _show(self, overlay: Overlay) -> None:
        self.close()
        self.shown = overlay
        overlay.put_over(self._board.geometry())
