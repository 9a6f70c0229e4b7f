"""Text of several lines that comes into the capture line at once: shown first, then as many notes in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facilitator.desktop.notices import Notice
from facilitator.desktop.translation import sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from facilitator.capture import Line
    from facilitator.desktop.context import Context
    from facilitator.domain.errors import FacilitatorError
    from facilitator.domain.rows import SessionLine

    from .desk import Desk
    from .entering import Entering

TOPIC = "dropped files"


class ManyLines(QObject):
    """Shows what was pasted or dropped on the desk, and has it entered once the person has confirmed it."""

    def __init__(
        self, context: Context, desk: Desk, entering: Entering, session: Callable[[], SessionLine | None]
    ) -> None:
        super().__init__(desk)
        self._context = context
        self._desk = desk
        self._entering = entering
        self._session = session
        self._lines: list[Line] = []
        desk.line.lines_given.connect(self.show)
        desk.line.files_given.connect(self.read)

    def show(self, text: str) -> None:
        """Look at a text of several lines."""
        # What reads whole texts is loaded with the first of them.
        from .lines_page import MOST

        typed = [line for line in text.splitlines() if line.strip()]
        page = self._desk.open_lines()
        page.confirmed.connect(self._confirm)
        page.left.connect(self.leave)
        if len(typed) > MOST:
            self._lines = []
            page.show_too_many(len(typed))
        else:
            readings = [reading for reading in map(self._desk.line.read_text, typed) if reading is not None]
            self._lines = [reading.line for reading in readings if reading.line is not None]
            page.show_readings(readings)
        page.setFocus()

    def read(self, paths: list[Path]) -> None:
        """Look at the text of files."""

        def job() -> str:
            from facilitator.jobs.dropped import text_of

            return text_of(paths)

        self._context.notices.take_back(TOPIC)
        self._context.bridge.do(job, then=self._show_read, otherwise=self._refuse)

    def leave(self) -> bool:
        """Nothing of it is saved, and the line is as it was; whether there was anything."""
        self._lines = []
        return self._desk.close_lines()

    def _show_read(self, text: str) -> None:
        if self._desk.line.isEnabled() and text.strip():
            self.show(text)

    def _refuse(self, error: FacilitatorError) -> None:
        self._context.notices.say(Notice(TOPIC, sentence(error)))

    def _confirm(self) -> None:
        page, session = self._desk.lines_page, self._session()
        if page is not None and session is not None and self._lines:
            page.wait()
            self._entering.enter_many(session, self._lines, self._done, self._failed)

    def _done(self) -> None:
        self.leave()
        self._desk.line.setFocus()

    def _failed(self, error: FacilitatorError) -> None:
        """They stay on the screen with the reason, and Enter tries again."""
        if self._desk.lines_page is not None:
            self._desk.lines_page.say(self.tr("Nothing of it is saved: %1").replace("%1", sentence(error)))
