"""Which card lies beside another one, as the eye sees it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint

from facilitator.domain.nouns import Key

from .theme_column import ThemeColumn


def neighbour(columns: Sequence[ThemeColumn], column: ThemeColumn, step: int) -> tuple[ThemeColumn, Key] | None:
    """The next open column with cards to one side, and its card at the height of the current one; None at the end."""
    place = columns.index(column) + step
    while 0 <= place < len(columns):
        other = columns[place]
        if other.list.cards.rows and not other.is_folded:
            return other, _at_height(other, _height(column))
        place += step
    return None


def _height(column: ThemeColumn) -> int:
    place = column.list.visualRect(column.list.currentIndex())
    return min(max(0, place.center().y()), column.list.viewport().height())


def _at_height(column: ThemeColumn, y: int) -> Key:
    index = column.list.indexAt(QPoint(1, y))
    return column.list.cards.rows[index.row() if index.isValid() else len(column.list.cards.rows) - 1].key
