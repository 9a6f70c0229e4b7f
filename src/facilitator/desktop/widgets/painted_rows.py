"""What a list has painted already: to move that on the screen is quicker than to paint it again."""

from __future__ import annotations

from collections.abc import Container, Mapping

from PySide6.QtCore import QRect
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget

Places = Mapping[int, tuple[int, int]]
"""Top in the viewport and height of each row on the screen, by its number."""


class PaintedRows:
    """Has no more painted again than has changed or come into sight, where that can be told."""

    def __init__(self) -> None:
        self._places: Places = {}

    def renew(self, viewport: QWidget, places: Places, changed: Container[int] | None) -> None:
        """The rows are at `places` now, and those of `changed` are others; None when all have other numbers."""
        before, self._places = self._places, places
        by = None if changed is None or _holds_widgets(viewport) else _shift(before, places)
        if changed is None or by is None:
            viewport.update()
            return
        if by:
            viewport.scroll(0, by)
        for row, (top, height) in places.items():
            if row not in before or row in changed:
                viewport.update(QRect(0, top, viewport.width(), height))
        if by and viewport.underMouse():
            self._renew_under_mouse(viewport, by)

    def _renew_under_mouse(self, viewport: QWidget, by: int) -> None:
        """Another row lies under the pointer now than before."""
        at = viewport.mapFromGlobal(QCursor.pos()).y()
        for top, height in self._places.values():
            if top <= at < top + height or top <= at + by < top + height:
                viewport.update(QRect(0, top, viewport.width(), height))


def _holds_widgets(viewport: QWidget) -> bool:
    """Whether something lies on the rows, such as an editor, that would be moved with them."""
    return any(isinstance(child, QWidget) and child.isVisible() for child in viewport.children())


def _shift(before: Places, now: Places) -> int | None:
    """By how many pixels all rows that were there have moved; None when not all by the same, or with other heights."""
    both = [(before[row], place) for row, place in now.items() if row in before]
    moves = {place[0] - was[0] for was, place in both}
    if len(moves) != 1 or any(place[1] != was[1] for was, place in both):
        return None
    return moves.pop()
