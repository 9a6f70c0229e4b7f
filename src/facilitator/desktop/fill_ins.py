"""The way from one thing that is still open to the next, wherever it is to be filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facilitator.domain.overview import Gap

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.desktop.context import Context
    from facilitator.desktop.place import Place
    from facilitator.domain.finding import FillInRow

PLACES = {Gap.SPEAKER: "people", Gap.MATRIX: "recommendations"}
"""Where something is filled in; all else is a note, which is in its session."""


class FillIns(QObject):
    """F7: one after the other in the order of the whole workshop, from the current session on, and round again.

    What was solved has gone from the list, so that the one after it stands where it stood.
    """

    def __init__(self, context: Context, go: Callable[[str], Place], parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._go = go
        self._last: tuple[bytes, str] | None = None
        self._place = 0
        context.bridge.opened.connect(self._forget)

    def next(self) -> None:
        """Go to the next one; nothing where nothing is open."""
        # What is typed into a field may fill the gap that it is about.
        self._context.bridge.flushing.emit()
        self._context.bridge.ask_aside("next fill-in", lambda reads: reads.fill_in_rows(), self._step)

    def go_to(self, gap: FillInRow) -> None:
        """Show where this one is filled in."""
        self._last = (gap.key, gap.field)
        place = PLACES.get(gap.gap, "capture")
        if place == "capture" and gap.session_id is not None:
            self._context.current.choose_session(gap.session_id)
        self._go(place).fill_in(gap)

    def _step(self, gaps: tuple[FillInRow, ...]) -> None:
        if not gaps:
            return
        names = [(gap.key, gap.field) for gap in gaps]
        if self._last in names:
            self._place = names.index(self._last) + 1
        elif self._last is None:
            here = self._context.current.session
            self._place = next((place for place, gap in enumerate(gaps) if gap.session_id == here), 0)
        self._place %= len(gaps)
        self.go_to(gaps[self._place])

    def _forget(self) -> None:
        self._last, self._place = None, 0
