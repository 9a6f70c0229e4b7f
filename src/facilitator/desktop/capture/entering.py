"""Enter in the line: what was typed is shown at once, becomes a note in the writer thread, and gets its number then."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from facilitator.capture import Line, read_line

from .draft import Draft
from .kept_speaker import KeptSpeaker

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.desktop.context import Context
    from facilitator.desktop.place import Place
    from facilitator.domain.errors import FacilitatorError
    from facilitator.domain.nouns import Key
    from facilitator.domain.rows import SessionLine
    from facilitator.jobs.line_filing import CapturedLine
    from facilitator.store.edits import Edits

    from .column import Column
    from .unsaved import Unsaved


@dataclass(slots=True)
class _Entered:
    """A line on its way to a session, entered at an instant; refused when it must be tried again."""

    session: Key
    line: Line
    at: int
    is_refused: bool = False
    is_late: bool = False
    """Whether it was refused before: by now another line may stand in the draft."""


class Entering(QObject):
    """`captured` after each note that is on the disk; True when its line named a speaker or a theme."""

    captured = Signal(bool)
    saved_late = Signal()
    """A line that was refused before is on the disk, and may stand there as a draft too."""

    def __init__(self, context: Context, place: Place, column: Column, unsaved: Unsaved) -> None:
        super().__init__(place)
        self._context = context
        self._place = place
        self._column = column
        self._unsaved = unsaved
        self.kept = KeptSpeaker(context.preferences)
        self._entered: dict[bytes, _Entered] = {}
        unsaved.again.connect(self.try_again)
        context.bridge.idle.connect(self._all_answered)

    def enter(self, session: SessionLine, typed: str) -> bool:
        """Make a note of what was typed; False when that is nothing. A line that fails stays in the column, unsaved."""
        line = read_line(typed)
        if line is None:
            return False
        line = self.kept.over(line)
        # Notes keep the order in which they were entered, so those that were refused before go first.
        self.try_again()
        at = time.time_ns() // 1_000_000
        waiting = self._column.show_waiting(session, line, at)
        self._entered[waiting] = _Entered(session.key, line, at)
        self._post(waiting)
        return True

    def enter_many(
        self,
        session: SessionLine,
        lines: list[Line],
        then: Callable[[], None],
        otherwise: Callable[[FacilitatorError], None],
    ) -> None:
        """Make notes of lines that were given together, in one step; all of them or none."""
        at = time.time_ns() // 1_000_000

        def action(edits: Edits) -> None:
            from facilitator.jobs.line_filing import capture_line

            for line in lines:
                capture_line(edits, session.key, line, at)

        # The column reads them as it reads what another view has done.
        label = self.tr("Capture %n line(s)", "", len(lines))
        self._context.bridge.edit(label, action, then=lambda _: then(), otherwise=otherwise)

    def try_again(self) -> None:
        """Have what was refused saved, in the order in which it was entered."""
        for waiting, entered in self._entered.items():
            if entered.is_refused and self._unsaved.is_here(waiting):
                entered.is_refused, entered.is_late = False, True
                self._post(waiting)

    def _post(self, waiting: bytes) -> None:
        entered = self._entered[waiting]

        def action(edits: Edits) -> CapturedLine:
            # Loaded in the writer thread, which has long loaded what it stands on.
            from facilitator.jobs.line_filing import capture_line

            if not entered.is_late:
                edits.drafts.drop(Draft.place(entered.session))
            return capture_line(edits, entered.session, entered.line, entered.at)

        self._context.bridge.edit(
            self.tr("Capture"),
            action,
            origin=self._place,
            then=lambda result: self._saved(waiting, result),
            otherwise=lambda error: self._failed(waiting, error),
        )

    def _saved(self, waiting: bytes, result: CapturedLine) -> None:
        entered = self._entered.pop(waiting)
        line = entered.line
        self._column.show_saved(waiting, result.captured.note_id)
        self._unsaved.settle()
        said = self.tr("Saved %1").replace("%1", str(result.captured.number))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._place, said))
        self.captured.emit(bool(line.themes or line.speaker))
        if entered.is_late:
            self.saved_late.emit()

    def _all_answered(self) -> None:
        # What is left was met by a mistake of ours, which gives no answer: it is not lost for that.
        for entered in self._entered.values():
            entered.is_refused = True

    def _failed(self, waiting: bytes, error: FacilitatorError) -> None:
        self._entered[waiting].is_refused = True
        self._unsaved.refuse(error)
