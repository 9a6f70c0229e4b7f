"""Text of several lines that comes into the capture line at once: shown first, then as many notes in one step."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facilitator.desktop.notices import Notice, WayOut
from facilitator.desktop.translation import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from facilitator.capture import Line
    from facilitator.desktop.context import Context
    from facilitator.domain.errors import FacilitatorError
    from facilitator.domain.rows import SessionLine

    from .desk import Desk
    from .entering import Entering
    from .lines_page import LinesPage
    from .reading import Reading

TOPIC = "dropped files"
REFUSED = "refused lines"


@dataclass(eq=False, slots=True)
class _Given:
    """Lines that were given together, and where: they are saved there, whatever is on the screen by then."""

    workshop: bytes | None
    session: SessionLine
    readings: list[Reading]
    is_waiting: bool = False
    reason: str = ""
    """Why they could not be saved."""

    @property
    def lines(self) -> list[Line]:
        """What is to be saved."""
        return [reading.line for reading in self.readings if reading.line is not None]


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
        self._given: _Given | None = None
        self._confirmed: list[_Given] = []
        """What the person wants saved and is not on the disk yet, with a page or without."""
        desk.line.lines_given.connect(self.show)
        desk.line.files_given.connect(self.read)
        context.current.session_changed.connect(self._tell)
        context.bridge.opened.connect(self._opened)
        context.bridge.flushing.connect(self._say_refused)
        context.bridge.idle.connect(self._all_answered)

    @property
    def is_unsaved(self) -> bool:
        """Whether lines were confirmed that are not on the disk."""
        return bool(self._confirmed)

    def show(self, text: str) -> None:
        """Look at a text of several lines."""
        session = self._session()
        if session is not None:
            self._look_at(text, session)

    def read(self, paths: list[Path]) -> None:
        """Look at the text of files."""
        workshop, session = self._context.notices.workshop, self._session()
        title = self._context.bridge.path.stem if self._context.bridge.path is not None else ""

        from facilitator.jobs.dropped import text_of

        def show(text: str) -> None:
            # By the time they are read another workshop may be open, for which they were not meant.
            if workshop != self._context.notices.workshop:
                told = self.tr("The files that were dropped in “%1” are not taken up: another workshop was opened.")
                self._say(told.replace("%1", title))
            elif session is None or not self._desk.line.isEnabled():
                self._say(self.tr("The files that were dropped are not taken up: nothing can be entered here now."))
            elif not text.strip():
                self._say(self.tr("The files that were dropped have no text."))
            else:
                self._look_at(text, session)
                if not self._desk.isVisible():
                    self._say(self.tr("The files that were dropped are read: their lines wait in Capture."))

        self._context.notices.take_back(TOPIC)
        task = self._context.worker.run(text_of, paths)
        task.done.connect(show)
        task.refused.connect(self._refuse)

    def leave(self) -> bool:
        """Those that are shown are left out unless they are on their way, the line is as it was; whether there were."""
        given = self._shown
        if given in self._confirmed and not given.is_waiting:
            self._confirmed.remove(given)
        self._given = None
        self._context.notices.take_back(TOPIC)
        return self._desk.close_lines()

    @property
    def _shown(self) -> _Given | None:
        # Off the record the desk closes the page.
        return self._given if self._desk.lines_page is not None else None

    def _look_at(self, text: str, session: SessionLine) -> None:
        # What reads whole texts is loaded with the first of them.
        from facilitator.capture import split_lines

        from .lines_page import MOST

        typed = [line for line in split_lines(text) if line.strip()]
        if len(typed) > MOST:
            self._given = None
            self._open_page().show_too_many(len(typed))
        else:
            self._open(_Given(self._context.notices.workshop, session, self._read(typed, session)))
        self._say_refused()

    def _open(self, given: _Given) -> None:
        self._given = given
        self._open_page().show_readings(given.readings)
        self._tell()

    def _open_page(self) -> LinesPage:
        page = self._desk.open_lines()
        page.confirmed.connect(self._confirm)
        page.left.connect(self.leave)
        page.setFocus()
        return page

    def _read(self, typed: Iterable[str], session: SessionLine) -> list[Reading]:
        """How they will be saved. Only what is confirmed changes who is kept."""
        kept, line = copy(self._entering.kept), self._desk.line
        if session.key != self._context.current.session:
            kept.forget()
        readings = []
        for reading in filter(None, map(line.read_text, typed)):
            if reading.line is None:
                continue
            said = kept.over(reading.line)
            if said.speaker is not None and reading.line.speaker is None:
                reading = replace(reading, line=said, speaker=line.known(said.speaker))
            readings.append(reading)
        return readings

    def _tell(self) -> None:
        """Why they are not saved, and where they will be when that is not the session on the screen."""
        page, given = self._desk.lines_page, self._shown
        if page is None or given is None or given.is_waiting:
            return
        said = [given.reason] if given.reason else []
        if given.session.key != self._context.current.session:
            said.append(
                self.tr("They were given in the session “%1” and are saved in it.").replace("%1", given.session.title)
            )
        page.say(" ".join(said))

    def _opened(self) -> None:
        """Lines of one workshop are not confirmed in another; those that could not be saved wait for their own."""
        if self._given is not None and self._given.workshop != self._context.notices.workshop:
            self._given = None
            self._desk.close_lines()
        self._context.notices.take_back(REFUSED)
        self._say_refused()

    def _refuse(self, error: FacilitatorError) -> None:
        self._say(sentence(error))

    def _say(self, text: str) -> None:
        self._context.notices.say(Notice(TOPIC, text))

    def _confirm(self) -> None:
        page, given = self._desk.lines_page, self._shown
        if page is None or given is None or given.is_waiting or not given.lines:
            return
        page.wait()
        given.is_waiting, given.reason = True, ""
        if given not in self._confirmed:
            self._confirmed.append(given)
        if given.session.key == self._context.current.session:
            for line in given.lines:
                self._entering.kept.hear(line)
        self._entering.enter_many(given.session, given.lines, partial(self._done, given), partial(self._failed, given))

    def _done(self, given: _Given) -> None:
        self._confirmed.remove(given)
        if self._shown is given:
            self.leave()
            self._desk.line.setFocus()

    def _failed(self, given: _Given, error: FacilitatorError) -> None:
        """They stay on the screen with the reason, and Enter tries again."""
        given.is_waiting = False
        given.reason = self.tr("Nothing of it is saved: %1").replace("%1", sentence(error))
        if self._shown is given:
            self._tell()
        self._say_refused()

    def _all_answered(self) -> None:
        # What is left was met by a mistake of ours, which gives no answer.
        for given in self._confirmed:
            given.is_waiting = False
        self._tell()
        if self._given is not None and self._desk.lines_page is None:
            # Off the record the page has gone, and what was only looked at with it.
            self._given = None
            self._say_refused()

    def _away(self) -> list[_Given]:
        """Those of this workshop that could not be saved and are not on the screen."""
        here = self._context.notices.workshop
        waiting = (one for one in self._confirmed if not one.is_waiting and one is not self._shown)
        return [one for one in waiting if one.workshop == here]

    def _say_refused(self) -> None:
        # A page that opened by itself would take the keys of whoever types on.
        away = self._away()
        if away:
            show = WayOut(self.tr("Show the lines"), self._show_refused)
            self._context.notices.say(Notice(REFUSED, away[0].reason, "danger", (show,)))

    def _show_refused(self) -> None:
        away = self._away()
        self._context.notices.take_back(REFUSED)
        if away and self._desk.lines_page is None and self._desk.line.isEnabled():
            self._open(away[0])
        self._say_refused()
