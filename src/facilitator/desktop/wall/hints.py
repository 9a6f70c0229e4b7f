"""What an empty column says instead of cards."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from facilitator.domain.rows import ThemeLine

from .cards_by_theme import CardsByTheme


def hint(cards: CardsByTheme, theme: ThemeLine | None) -> str:
    """The first step, for the column of a theme or, with None, for the tray."""
    if cards.is_filtered:
        return QCoreApplication.translate("Hints", "Nothing here matches.")
    if theme is not None:
        key = "G" if theme.digit is None else str(theme.digit)
        text = QCoreApplication.translate("Hints", "Nothing here yet. Drop cards, or press %1.")
        return text.replace("%1", key)
    if cards.count:
        return QCoreApplication.translate("Hints", "All recommendations are in a theme.")
    return QCoreApplication.translate(
        "Hints", "No recommendations yet. In Capture (Ctrl+2), a line that begins with ! makes one."
    )
