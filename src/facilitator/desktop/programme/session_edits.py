"""Steps on the whole programme: sessions come in and move, and another rule holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from facilitator.desktop.notices import Notice
from facilitator.desktop.translation import sentence

from .clock import read_line
from .said import date_told

if TYPE_CHECKING:
    from datetime import date

    from facilitator.desktop.context import Context
    from facilitator.desktop.place import Place
    from facilitator.domain.errors import FacilitatorError
    from facilitator.domain.kinds import Rule
    from facilitator.domain.nouns import Session
    from facilitator.domain.rows import SessionLine
    from facilitator.store.edits import Edits


class SessionEdits:
    """Asks the workshop for them; `done` is called when one is on the disk."""

    def __init__(self, context: Context, place: Place, done: Callable[[], object]) -> None:
        self._context = context
        self._place = place
        self._done = done

    def add(self, day: date | None, typed: str, then: Callable[[Session], object]) -> None:
        """A session as it was typed in one line, times first."""
        title, starts, ends = read_line(typed)
        self._context.bridge.edit(
            QCoreApplication.translate("Programme", "Add %1").replace("%1", title),
            lambda edits: edits.sessions.add(title, day=day, starts=starts, ends=ends),
            origin=self._place,
            then=then,
            otherwise=self._refused,
        )

    def move(self, line: SessionLine, day: date | None, after: bytes | None) -> None:
        """Put a session on a day, right after another one there, or first."""

        def action(edits: Edits) -> None:
            if day != line.day:
                edits.sessions.change(line.key, day=day)
            edits.sessions.move(line.key, after)

        if day == line.day:
            label = QCoreApplication.translate("Programme", "Move %1").replace("%1", str(line.number))
        else:
            label = QCoreApplication.translate("Programme", "Move %1 to %2").replace("%1", str(line.number))
            label = label.replace("%2", date_told(day))
        self._context.bridge.edit(label, action, origin=self._place, then=lambda _: self._done())

    def set_rule(self, rule: Rule) -> None:
        """Another rule of attribution holds in the workshop."""
        self._context.bridge.edit(
            QCoreApplication.translate("Programme", "Attribution of the workshop"),
            lambda edits: edits.workshop.change(attribution=rule),
            origin=self._place,
            then=lambda _: self._done(),
        )

    def _refused(self, error: FacilitatorError) -> None:
        self._context.notices.say(Notice("session", sentence(error), "warn"))
