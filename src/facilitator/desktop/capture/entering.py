"""Entered lines on their way to the disk: one after the other, and none is lost on the way."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from .draft import Draft

if TYPE_CHECKING:
    from facilitator.capture import Line
    from facilitator.desktop.context import Context
    from facilitator.domain.errors import FacilitatorError
    from facilitator.domain.nouns import Key
    from facilitator.domain.rows import SessionLine
    from facilitator.jobs.line_filing import CapturedLine
    from facilitator.store.edits import Edits

    from .column import Column
    from .unsaved import Unsaved


@dataclass(slots=True)
class _Entered:
    session: Key
    line: Line
    at: int
    is_refused: bool = False


class Entering(QObject):
    """`saved` with the `Line` that has become a note. `origin` is the place that shows its own notes itself."""

    saved = Signal(object)

    def __init__(self, context: Context, column: Column, unsaved: Unsaved, origin: QObject) -> None:
        super().__init__(origin)
        self._context = context
        self._column = column
        self._unsaved = unsaved
        self._origin = origin
        self._entered: dict[bytes, _Entered] = {}
        unsaved.again.connect(self.try_again)

    def enter(self, session: SessionLine, line: Line) -> None:
        """Show the line as a note that waits, and have it saved after those that were refused before it."""
        at = time.time_ns() // 1_000_000
        self.try_again()
        waiting = self._column.show_waiting(session, line, at)
        self._entered[waiting] = _Entered(session.key, line, at)
        self._post(waiting)

    def try_again(self) -> None:
        """Have what was refused saved, in the order in which it was entered."""
        for waiting, entered in self._entered.items():
            if entered.is_refused:
                entered.is_refused = False
                self._post(waiting)

    def _post(self, waiting: bytes) -> None:
        entered = self._entered[waiting]

        def action(edits: Edits) -> CapturedLine:
            from facilitator.jobs.line_filing import capture_line

            edits.drafts.drop(Draft.PLACE)
            return capture_line(edits, entered.session, entered.line, entered.at)

        self._context.bridge.edit(
            self.tr("Capture"),
            action,
            origin=self._origin,
            then=lambda result: self._settle(waiting, result),
            otherwise=lambda error: self._refuse(waiting, error),
        )

    def _settle(self, waiting: bytes, result: CapturedLine) -> None:
        entered = self._entered.pop(waiting)
        self._column.show_saved(waiting, result.captured.note_id)
        self._unsaved.settle()
        self.saved.emit(entered.line)

    def _refuse(self, waiting: bytes, error: FacilitatorError) -> None:
        self._entered[waiting].is_refused = True
        self._unsaved.refuse(error)
