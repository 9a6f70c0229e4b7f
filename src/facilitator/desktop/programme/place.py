"""The place where sessions are planned."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from facilitator.desktop.place import Place
from facilitator.desktop.wall.key_line import KeyLine
from facilitator.desktop.widgets.empty_place import EmptyPlace
from facilitator.domain.session_time import as_expected
from facilitator.domain.time_zone import time_zone

from .bar import Bar
from .board import Board
from .day import Day, before, can_step, days_of
from .session_edits import SessionEdits
from .session_panel import SessionPanel, SessionRead

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.domain.kinds import Rule
    from facilitator.domain.nouns import Session
    from facilitator.domain.rows import SessionLine
    from facilitator.workspace.workspace import Changes

SHOWS = frozenset({"session", "part", "participant", "workshop", "note", "interval"})
"""Tables of which a change can be seen here."""


MINUTE = 60_000
"""Milliseconds after which the times that are expected may be others."""


class ProgrammePlace(Place):
    """The days, and beside them, when it is asked for, the form of the chosen session."""

    name = "programme"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._lines: tuple[SessionLine, ...] = ()
        self._offered: set[date] = set()
        self._zone: tzinfo | None = None
        self._minute = QTimer(self, interval=MINUTE)
        self._minute.timeout.connect(lambda: self.load() if self.isVisible() else None)
        self._minute.start()
        self.bar = Bar(context)
        self.board = Board(context)
        self.panel = SessionPanel(context, self)
        self.panel.hide()
        self._edits = SessionEdits(context, self, self.load)
        self._empty = EmptyPlace(
            context.look,
            "calendar-days",
            self.tr("No session yet"),
            self.tr(
                "Sessions are what notes belong to. Type a title and press Enter, the times before it if you like."
            ),
            ((self.tr("Add session"), "", self._begin_adding),),
        )
        self._compose()
        self._bind()

    def load(self) -> None:
        """All days, and the session of the form."""
        found = self.context.bridge.ask(lambda reads: (reads.session_list(), reads.workshop()))
        if found is None:
            return
        lines, workshop = found
        self._zone = time_zone(workshop.time_zone)
        self._lines = as_expected(lines, datetime.now(self._zone))
        self._show(workshop.attribution)

    def apply(self, changes: Changes) -> None:
        """Only what is shown here makes it read anew."""
        if changes.rows.keys() & SHOWS:
            self.load()

    def take_focus(self) -> None:
        """Where work begins: on the session that is being captured."""
        if self.board.chosen is None and self.context.current.session is not None:
            self.board.choose(self.context.current.session)
        if self._days:
            self.board.focus()
        else:
            self._empty.setFocus()

    def go_to(self, key: bytes) -> None:
        """Choose a session."""
        if self.board.choose(key):
            self.board.focus()

    def flush(self) -> None:
        """Save what waits in the form."""
        self.panel.flush()

    def unsaved(self) -> bool:
        """Whether something in the form was refused, or a session was typed and not entered."""
        return self.panel.is_unsaved or self.board.typed()

    def step_back(self) -> bool:
        """Close the form; what was typed is saved."""
        if self.panel.isHidden():
            return False
        self._close_form()
        return True

    def remembered(self) -> str:
        """Whether the form was open."""
        return "" if self.panel.isHidden() else "form"

    def come_back_to(self, remembered: str) -> None:
        """Open the form again."""
        self.panel.setVisible(remembered == "form")

    @property
    def _chosen(self) -> SessionLine | None:
        return next((line for line in self._lines if line.key == self.board.chosen), None)

    @property
    def _days(self) -> list[Day]:
        return days_of(self._lines, self._offered)

    def _compose(self) -> None:
        keys = KeyLine(self.context.look)
        keys.say("", "", ((self.tr("Enter"), self.tr("capture this session")), ("Esc", self.tr("close the form"))))
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.bar)
        left.addWidget(self.board, 1)
        left.addWidget(keys)
        room = QWidget()
        across = QHBoxLayout(room)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addLayout(left, 1)
        across.addWidget(self.panel)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(room)
        self._pages.addWidget(self._empty)

    def _bind(self) -> None:
        bind = self.context.actions.bind
        has_chosen = lambda: self._chosen is not None  # noqa: E731 - asked for by several commands
        bind("programme.capture", self._capture, owner=self, possible=has_chosen)
        bind("programme.add", self._begin_adding, owner=self, possible=lambda: self.context.bridge.is_open)
        bind("programme.add-day", self._add_day, owner=self, possible=lambda: self.context.bridge.is_open)
        bind("programme.edit", self.edit, owner=self, possible=has_chosen)
        for command, by in (("programme.move-up", -1), ("programme.move-down", 1)):
            bind(command, partial(self._step, by), owner=self, possible=partial(self._can_step, by))
        bind("programme.delete", self._ask_delete, owner=self, possible=has_chosen)
        self.bar.rule_chosen.connect(self._edits.set_rule)
        self.board.chosen_changed.connect(self._chosen_changed)
        self.board.opened.connect(lambda _: self.edit())
        self.board.dropped.connect(self._drop)
        self.board.added.connect(self._add)
        self.panel.edited.connect(self.load)
        self.panel.behind.connect(self.load)
        self.panel.left.connect(self._close_form)
        self.panel.capture_asked.connect(self._capture)

    def edit(self) -> None:
        """Open the form for the chosen session, with the focus in its title."""
        if self._chosen is None:
            return
        self.panel.show()
        self._show_form()
        self.panel.form.title.setFocus()

    def _show(self, rule: Rule) -> None:
        days = self._days
        self._offered -= {day for day in self._offered if any(line.day == day for line in self._lines)}
        self._pages.setCurrentIndex(0 if days else 1)
        self.bar.show_programme(days, rule)
        self.board.show_days(days)
        self._show_form()
        self.context.actions.refresh()

    def _show_form(self) -> None:
        line = self._chosen
        if self.panel.isHidden():
            return
        if line is None:
            self._close_form()
            return
        key = line.key
        read = self.context.bridge.ask(
            lambda reads: (reads.session(key), reads.parts_of(key), reads.vocabulary(), reads.workshop().attribution)
        )
        if read is not None:
            session, parts, vocabulary, rule = read
            self.panel.show_session(SessionRead(session, line, parts, vocabulary, rule, self._lines))

    def _chosen_changed(self) -> None:
        if not self.panel.isHidden():
            self._show_form()
        self.context.actions.refresh()

    def _close_form(self) -> None:
        self.panel.leave()
        self.panel.hide()
        self.board.focus()

    def _capture(self) -> None:
        if self.board.chosen is not None:
            self.context.current.choose_session(self.board.chosen)
            self.context.actions.trigger("go.capture")

    def _begin_adding(self) -> None:
        if not self._days:
            self._offered.add(date.today())  # noqa: DTZ011 - the day in this room
            self._reshow()
        chosen = self._chosen
        day = chosen.day if chosen is not None else self._days[-1].day
        self.board.begin_adding(day)

    def _add_day(self) -> None:
        dated = [day.day for day in self._days if day.day is not None]
        day = dated[-1] + timedelta(days=1) if dated else date.today()  # noqa: DTZ011
        self._offered.add(day)
        self._reshow()
        self.board.begin_adding(day)

    def _reshow(self) -> None:
        self._pages.setCurrentIndex(0)
        self.board.show_days(self._days)

    def _add(self, day: date | None, typed: str) -> None:
        self._edits.add(day, typed, lambda session: self._added(day, session))

    def _added(self, day: date | None, session: Session) -> None:
        self.board.end_adding(day)
        self.load()
        self.board.choose(session.id)
        self.context.notices.take_back("session")

    def _can_step(self, by: int) -> bool:
        chosen = self._chosen
        return chosen is not None and can_step(self._lines, chosen, by)

    def _step(self, by: int) -> None:
        chosen = self._chosen
        if chosen is not None:
            self._move(chosen, chosen.day, before(self._lines, chosen, by))

    def _drop(self, key: bytes, day: date | None, after: bytes | None) -> None:
        line = next((line for line in self._lines if line.key == key), None)
        if line is not None and after != key:
            self._move(line, day, after)

    def _move(self, line: SessionLine, day: date | None, after: bytes | None) -> None:
        self.board.choose(line.key)
        self._edits.move(line, day, after)

    def _ask_delete(self) -> None:
        self.edit()
        self.panel.deleting.ask()
