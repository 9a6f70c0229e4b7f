"""The place where what is said becomes notes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout

from facilitator.desktop.place import Place

from .beside import Beside
from .capture_frame import CaptureFrame
from .desk import Desk
from .draft import Draft
from .record_switch import RecordSwitch

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from facilitator.desktop.context import Context
    from facilitator.domain.finding import FillInRow
    from facilitator.domain.nouns import Key
    from facilitator.domain.rows import Floor, SessionLine, SpeakerLine
    from facilitator.workspace.workspace import Changes

    from .many_lines import ManyLines
    from .names import Names
    from .notes_view import NotesView
    from .session_room import SessionRoom
    from .side_panel import SidePanel

SHOWS = frozenset({"note", "recommendation", "tag", "membership", "source", "theme", "participant", "release"})
"""Tables of which a change can be seen in the column."""


class CapturePlace(Place):
    """Column, line, side panel of the current session.

    The line is there before the workshop is: what is typed stays, and what is entered waits for it.
    """

    name = "capture"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._session: SessionLine | None = None
        self._early: list[str] = []
        self._room: SessionRoom | None = None
        self._side: SidePanel | None = None
        self._typed_in: tuple[Path | None, Key] | None = None
        self.desk = Desk(context)
        self._many: ManyLines | None = None
        self._draft = Draft(context, self)
        self._record = RecordSwitch(context, self.desk, self._draft, self._put_away, self._reload, self)
        self.beside = Beside(context, self)
        self._frame = CaptureFrame(context.look, self.desk)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._frame)
        self._bind()

    @property
    def room(self) -> SessionRoom:
        """All but the desk; made when it is first asked for, which is after the first paint."""
        if self._room is None:
            from .session_room import SessionRoom

            self._room = SessionRoom(self.context, self, self.desk, self._side)
            self._frame.furnish(self._room.column, self._room.side, self._room.ending)
            self._pages.addWidget(self._room.empty)
            self._bind_room(self._room)
        return self._room

    @property
    def view(self) -> NotesView:
        """The notes of the session."""
        return self.room.view

    @property
    def side(self) -> SidePanel:
        """Who speaks, who wants to, what is open."""
        return self.room.side

    def preparations(self) -> tuple[Callable[[], object], ...]:
        """The panel, then all else that stands around the desk."""

        def make_side() -> None:
            from .side_panel import SidePanel

            if self._room is None:
                self._side = SidePanel(self.context)

        return make_side, lambda: self.room

    def load(self) -> None:
        """The current session, its notes and all that the line can name."""
        bridge, key = self.context.bridge, self.context.current.session
        sessions = bridge.ask(lambda reads: reads.session_list()) or ()
        self._session = next((session for session in sessions if session.key == key), None)
        self._pages.setCurrentWidget(self._frame if self._session is not None else self.room.empty)
        if self._session is None:
            return
        # First, because an early line that is saved drops the draft.
        self._take_up_line(self._session)
        self.room.column.show_session(self._session)
        if bridge.is_read_only:
            self.desk.show_read_only()
        else:
            is_other = self.desk.show_off_record(self._session.off_record_since)
            if is_other and self.isVisible():
                # A line that closes or opens must not leave the keys with something that takes none.
                self.take_focus()
        self._frame.show_off_record(self._session.off_record_since is not None)
        self.side.speaking_list.turn_to(self._session.key)
        self.beside.show_session(self._session.key)
        self.desk.show_next(self.room.column.next_number())
        self.context.actions.refresh()
        self._enter_early(self._session)

    def apply(self, changes: Changes) -> None:
        """Only what the change can have touched is read again."""
        if changes.rows.keys() & {"session", "interval", "workshop"}:
            self.load()
        elif changes.rows.keys() & SHOWS:
            self.room.column.apply(changes)
            self.desk.show_next(self.room.column.next_number())
            self.beside.read_soon()
            self.room.ending.renew()
        elif "turn" in changes.rows:
            self.beside.read_soon()

    def take_focus(self) -> None:
        """The line has the focus unless it is closed."""
        if self._session is None and self.context.bridge.is_open:
            # The line lies hidden below, and what would be typed into it belongs to no session.
            self.room.empty.setFocus()
        elif self.desk.lines_page is not None:
            self.desk.lines_page.setFocus()
        elif self.desk.line.isEnabled():
            self.desk.line.setFocus()
        elif self.desk.is_off_record:
            self.desk.off_record.setFocus()
        else:
            self.view.setFocus()

    def flush(self) -> None:
        """The note being edited, and the line being typed."""
        if self._room is not None:
            self.view.flush()
            if not self.isVisible():
                # Another workshop may be opened from there, or the window closed: the line has a draft, the field none.
                self._room.column.field.give_back()
        if self._early and not self.context.bridge.is_waiting:
            # The workshop that they waited for could not be opened.
            self.desk.line.put(" ".join([*self._early, self.desk.line.toPlainText()]).strip())
            self._early.clear()
        self._draft.flush()

    def unsaved(self) -> bool:
        """Whether a note, or many together, was entered that could not be written."""
        is_waiting = self._many is not None and self._many.is_unsaved
        is_kept = self._room is not None and bool(self._room.unsaved or self._room.column.field.line)
        return bool(self._early) or is_waiting or is_kept

    def is_begun(self) -> bool:
        """Whether a line is being typed."""
        return bool(self._early or self.desk.line.toPlainText())

    def step_back(self) -> bool:
        """Esc always leads to the line, from a history by way of its note; lines that wait are left out."""
        if self._many is not None and self._many.leave():
            self.take_focus()
            return True
        if self._frame.end_instead():
            self.view.setFocus()
            return True
        self.view.close_editor()
        self.view.clearSelection()
        is_there = self.desk.line.hasFocus()
        self.take_focus()
        return not is_there

    def go_to(self, key: bytes) -> None:
        """Show a note of this session, as when somebody follows a recommendation back to it."""
        self.room.column.go_to(key)

    def fill_in(self, gap: FillInRow) -> None:
        """In the note's editor, or beside it for who and when of an action."""
        self.room.answering.answer(gap)

    def _bind(self) -> None:
        line = self.desk.line
        line.entered.connect(self._enter)
        line.textChanged.connect(lambda: self._draft.keep(line.toPlainText()))
        line.left_upwards.connect(self._change_last)
        self.context.current.session_changed.connect(self._session_changed)
        self.beside.read.connect(self._show_beside)

    def _bind_room(self, room: SessionRoom) -> None:
        from .many_lines import ManyLines

        self._many = ManyLines(self.context, self.desk, room.entering, lambda: self._session)
        room.entering.captured.connect(self._after_capture)
        room.entering.saved_late.connect(self._draft.renew)
        self.context.bridge.idle.connect(room.view.renew_editor)
        room.commands.history_shown.connect(self._frame.show_instead)
        room.view.typed.connect(self.desk.type_on)
        room.view.left_over.connect(self.desk.take_over)
        room.column.field.left_over.connect(
            lambda text, session: None if self._draft.add(session, text) else self.desk.take_over(text)
        )
        # While many lines are looked through the line lies hidden, and a key that changed it would do so unseen.
        room.side.speaker_chosen.connect(
            lambda one: self.desk.name_speaker(one) if self.desk.lines_page is None else None
        )
        # What is being typed was said by somebody before whoever speaks now, and keeps its speaker.
        line = self.desk.line
        room.side.speaking_list.called.connect(
            lambda one: self.desk.name_speaker(one) if line.says_nothing else room.keeping.call(one)
        )
        room.side.needed.connect(self._frame.show_side)
        room.side.gap_chosen.connect(self.gap_asked)
        bind = self.context.actions.bind
        has_session = lambda: self._session is not None  # noqa: E731 - asked for by six commands
        for place in range(9):
            bind(f"capture.speaker-{place + 1}", partial(room.side.choose_nth, place), owner=self)
        bind("capture.list-speaker", room.side.speaking_list.ask, owner=self, possible=self._can_write)
        bind("capture.call-next", room.side.speaking_list.call_next, owner=self, possible=self._can_write)
        bind("capture.end-session", room.ending.end, owner=self, possible=self._can_write)
        bind("capture.begin-session", room.ending.go_on, owner=self, possible=self._can_write)
        bind("capture.session-before", partial(self._step_session, -1), owner=self, possible=has_session)
        bind("capture.session-after", partial(self._step_session, 1), owner=self, possible=has_session)
        bind("fold-side", self._frame.fold_side, owner=self, possible=has_session)
        bind("capture.keep-speaker", room.keeping.turn, owner=self)

    def turn_off_record(self) -> None:
        """Off the record, or back, as it is stored now: the place may not have been on the screen."""
        self.refresh()
        if self._session is not None:
            self._record.turn(self._session)

    def _put_away(self) -> None:
        """Leave the note that is edited, and what is asked about notes."""
        self.setFocus()
        self.view.close_editor()
        self.room.column.field.give_back()

    def _reload(self) -> None:
        self.load()
        self.take_focus()

    def _can_write(self) -> bool:
        return self._session is not None and not self.context.bridge.is_read_only

    def _enter(self, typed: str) -> None:
        if self._session is None:
            if typed.strip() and not self.context.bridge.is_open:
                self._early.append(typed)
                self.desk.line.clear()
                self.desk.show_next(self.tr("%n line(s) wait for the workshop", "", len(self._early)))
        elif self.room.entering.enter(self._session, typed):
            self.desk.line.clear()
            self._draft.entered()
            self.room.keeping.show()

    def _enter_early(self, session: SessionLine) -> None:
        """What was entered before the workshop was there."""
        early, self._early = self._early, []
        for typed in early:
            self.room.entering.enter(session, typed)
        if early:
            # The notes drop the draft, and the line may have another one by now.
            self._draft.entered()
            self._draft.keep(self.desk.line.toPlainText())

    def _after_capture(self, names_somebody: bool) -> None:
        """The number of the next note, and, where the line named somebody, who can be named from now on."""
        self.desk.show_next(self.room.column.next_number())
        if names_somebody:
            self.beside.read_soon()
        else:
            self.beside.read_later()

    def _show_beside(
        self, names: Names, speakers: tuple[SpeakerLine, ...], gaps: tuple[FillInRow, ...], floor: Floor
    ) -> None:
        self.desk.line.know(names)
        self.room.keeping.show()
        self.side.show_speakers(speakers)
        self.side.show_gaps(gaps)
        if self._session is not None:
            self.side.show_floor(self._session.key, floor, is_off=self._session.off_record_since is not None)

    def _step_session(self, by: int) -> None:
        """To the session after this one, or before it; at the ends it stays."""
        keys = [session.key for session in self.context.bridge.ask(lambda reads: reads.session_list()) or ()]
        if self._session is not None and self._session.key in keys:
            place = keys.index(self._session.key) + by
            self.context.current.choose_session(keys[max(0, min(len(keys) - 1, place))])

    def _session_changed(self) -> None:
        if self._room is not None:
            self.view.close_editor()
            # Of the session that is left: its draft takes the line.
            self._room.column.field.give_back()
            self._frame.end_instead()
        self._stale = True
        # Of another workshop the window tells us.
        if self.isVisible() and self._typed_in is not None and self._typed_in[0] == self.context.bridge.path:
            self.refresh()

    def opened(self) -> None:
        """A line that was begun stays in its own workshop, and goes with it into a copy."""
        is_same = self._typed_in is not None and self._typed_in[0] == self.context.bridge.path
        if self._draft.take_move() and self._typed_in is not None:
            # The line goes on in the copy, where an older one may be kept, as of what is just being entered.
            self._typed_in = (self.context.bridge.path, self._typed_in[1])
        elif self._typed_in is not None and not (is_same and self.desk.line.toPlainText()):
            # A line that was begun in another workshop waits there.
            self._draft.leave_workshop()
            self.desk.line.clear()
            self._typed_in = (None, b"")
        self.beside.forget()
        super().opened()

    def _take_up_line(self, session: SessionLine) -> None:
        """What was begun in this session; what was typed while there was no workshop yet comes after it."""
        at = (self.context.bridge.path, session.key)
        if at == self._typed_in:
            return
        is_first, self._typed_in = self._typed_in is None, at
        self.room.keeping.forget()
        typed, kept = self.desk.line.toPlainText(), self._draft.turn_to(session.key)
        self.desk.line.put(f"{kept} {typed}".strip() if is_first and typed else kept)
        self._draft.keep(self.desk.line.toPlainText())

    def _change_last(self) -> None:
        # Whoever has begun the next line meanwhile is not called away from it.
        self.room.commands.change_last(unless=self.desk.line.toPlainText)
