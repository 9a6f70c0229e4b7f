"""Enter in the line: what was typed is shown at once, becomes a note in the writer thread, and gets its number then."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.capture import Line, read_line
from facilitator.desktop.notices import Notice, WayOut
from facilitator.desktop.translation import sentence

from .draft import Draft

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.desktop.place import Place
    from facilitator.domain.errors import FacilitatorError
    from facilitator.domain.rows import SessionLine
    from facilitator.jobs.line_filing import CapturedLine
    from facilitator.store.edits import Edits

    from .column import Column


@dataclass(frozen=True, slots=True)
class _Entered:
    """A line on its way: where it waits in the column, and what makes a note of it."""

    waiting: bytes
    line: Line
    action: Callable[[Edits], CapturedLine]


class Entering(QObject):
    """`captured` after each note that is on the disk; True when its line named a speaker or a theme."""

    captured = Signal(bool)

    def __init__(self, context: Context, place: Place, column: Column) -> None:
        super().__init__(place)
        self._context = context
        self._place = place
        self._column = column

    def enter(self, session: SessionLine, typed: str) -> bool:
        """Make a note of what was typed; False when that is nothing. A line that fails stays in the column, unsaved."""
        line = read_line(typed)
        if line is None:
            return False
        at = time.time_ns() // 1_000_000

        def action(edits: Edits) -> CapturedLine:
            # Loaded in the writer thread, which has long loaded what it stands on.
            from facilitator.jobs.line_filing import capture_line

            edits.drafts.drop(Draft.PLACE)
            return capture_line(edits, session.key, line, at)

        self._post(_Entered(self._column.show_waiting(session, line, at), line, action))
        return True

    def _post(self, entered: _Entered) -> None:
        self._context.bridge.edit(
            self.tr("Capture"),
            entered.action,
            origin=self._place,
            then=lambda result: self._saved(entered, result),
            otherwise=lambda error: self._failed(entered, error),
        )

    def _saved(self, entered: _Entered, result: CapturedLine) -> None:
        self._context.notices.take_back(_topic(entered))
        self._column.show_saved(entered.waiting, result.captured.note_id)
        self.captured.emit(bool(entered.line.themes or entered.line.speaker))

    def _failed(self, entered: _Entered, error: FacilitatorError) -> None:
        text = self.tr("The note is not saved: %1").replace("%1", sentence(error))
        again = WayOut(self.tr("Try again"), lambda: self._post(entered))
        self._context.notices.say(Notice(_topic(entered), text, "danger", (again,)))


def _topic(entered: _Entered) -> str:
    return f"note {entered.waiting.decode()}"
