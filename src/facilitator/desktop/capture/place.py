"""The place where what is said becomes notes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from facilitator.desktop.bridge import Failure
from facilitator.desktop.guard import guarded
from facilitator.desktop.look.style import restyle
from facilitator.desktop.place import Place
from facilitator.desktop.widgets.empty_place import EmptyPlace
from facilitator.domain.finding import Vocabulary

from .column import Column
from .desk import Desk
from .draft import Draft
from .entering import Entering
from .note_columns import LARGE
from .note_commands import NoteCommands
from .notes_view import NotesView
from .side_panel import SidePanel
from .unsaved import Unsaved

if TYPE_CHECKING:
    from pathlib import Path

    from facilitator.desktop.context import Context
    from facilitator.domain.errors import FacilitatorError
    from facilitator.domain.finding import FillInRow
    from facilitator.domain.rows import NoteSpeaker, SessionLine
    from facilitator.workspace.workspace import Changes

NARROW = 900
"""Below so many pixels the side panel folds by itself."""
SHOWS = frozenset({"note", "recommendation", "tag", "membership", "source", "theme", "participant", "release"})
"""Tables of which a change can be seen in the column."""


@guarded
class CapturePlace(Place):
    """Column, line, side panel of the current session."""

    name = "capture"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._session: SessionLine | None = None
        self._words: tuple[str, ...] | None = None
        self._side_chosen: bool | None = None
        self._typed_for: Path | None = None
        self.view = NotesView(context)
        self.desk = Desk(context)
        self.side = SidePanel(context)
        self._unsaved = Unsaved(context, self)
        self._column = Column(context, self.view, self._unsaved)
        self._draft = Draft(context, self)
        self._entering = Entering(context, self, self._column, self._unsaved)
        self._commands = NoteCommands(context, self.view, self._unsaved)
        self._empty = EmptyPlace(
            context.look,
            "pen-line",
            self.tr("No session yet"),
            self.tr("Notes belong to a session of the programme. Add the first one there."),
            ((self.tr("Go to the programme"), "Ctrl+1", lambda: context.actions.trigger("go.programme")),),
        )
        self._compose()
        self._bind()

    def load(self) -> None:
        """The current session, its notes and all that the line can name."""
        bridge, key = self.context.bridge, self.context.current.session
        sessions = bridge.ask(lambda reads: reads.session_list()) or ()
        self._session = next((session for session in sessions if session.key == key), None)
        self._pages.setCurrentIndex(0 if self._session is not None else 1)
        if self._session is None:
            return
        self._words = None
        self._column.show_session(self._session)
        if bridge.is_read_only:
            self.desk.show_read_only()
        else:
            self.desk.show_off_record(self._session.off_record_since)
        self._show_frame(off_record=self._session.off_record_since is not None)
        self._read_beside()
        self.context.actions.refresh()

    def apply(self, changes: Changes) -> None:
        """Only what the change can have touched is read again."""
        if changes.rows.keys() & {"session", "interval", "workshop"}:
            self.load()
        elif changes.rows.keys() & SHOWS:
            self._column.apply(changes)
            self._read_beside()

    def take_focus(self) -> None:
        """The line has the focus unless it is closed."""
        (self.desk.line if self.desk.line.isEnabled() else self.view).setFocus()

    def flush(self) -> None:
        """The note being edited, and the line being typed."""
        self.view.flush()
        self._draft.flush()

    def unsaved(self) -> bool:
        """Whether a note was entered that could not be written."""
        return bool(self._unsaved)

    def step_back(self) -> bool:
        """Esc always leads to the line."""
        self.view.close_editor()
        self.view.clearSelection()
        is_there = self.desk.line.hasFocus()
        self.take_focus()
        return not is_there

    def go_to(self, key: bytes) -> None:
        """Show a note of this session, as when somebody follows a recommendation back to it."""
        if self.view.choose(key):
            self.view.setFocus()

    def _compose(self) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self._column, 1)
        left.addWidget(self.desk)
        room = QWidget()
        room.setObjectName("captureRoom")
        across = QHBoxLayout(room)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addLayout(left, 1)
        across.addWidget(self.side)
        self._room = room
        self._pages = QStackedLayout(self)
        self._pages.addWidget(room)
        self._pages.addWidget(self._empty)

    def _bind(self) -> None:
        line, bind = self.desk.line, self.context.actions.bind
        line.entered.connect(self._enter)
        self._entering.captured.connect(self._after_capture)
        self.context.bridge.idle.connect(self.view.renew_editor)
        line.textChanged.connect(lambda: self._draft.keep(line.toPlainText()))
        line.left_upwards.connect(self._change_last)
        self.view.typed.connect(self._type_on)
        self.side.speaker_chosen.connect(self._name_speaker)
        self.side.gap_chosen.connect(self._go_to_gap)
        self.context.current.session_changed.connect(self._session_changed)
        self.context.bridge.opened.connect(self._bring_back_draft)
        self._bring_back_draft()
        has_session = lambda: self._session is not None  # noqa: E731 - asked for by five commands
        for place in range(9):
            bind(f"capture.speaker-{place + 1}", partial(self.side.choose_nth, place), owner=self)
        bind("capture.list-speaker", self.side.speaking_list.ask, owner=self, possible=has_session)
        bind("capture.call-next", self.side.speaking_list.call_next, owner=self, possible=has_session)
        bind("capture.fill-in", self.side.next_gap, owner=self, possible=has_session)
        bind("capture.session-before", partial(self._step_session, -1), owner=self, possible=has_session)
        bind("capture.session-after", partial(self._step_session, 1), owner=self, possible=has_session)
        bind("fold-side", self._fold_side, owner=self, possible=has_session)
        self.context.look.changed.connect(self._fit_side)
        bind("capture.off-record", self._turn_off_record, owner=self, possible=self._can_write)

    def _can_write(self) -> bool:
        return self._session is not None and not self.context.bridge.is_read_only

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the notes need the room."""
        super().resizeEvent(event)
        self._fit_side()

    def _fold_side(self) -> None:
        """F9: the person decides from now on."""
        self._side_chosen = not self.side.isVisible()
        self._fit_side()

    def _fit_side(self) -> None:
        has_room = self.width() >= NARROW and self.context.look.zoom < LARGE
        self.side.setVisible(has_room if self._side_chosen is None else self._side_chosen)

    def _enter(self, typed: str) -> None:
        if self._session is not None and self._entering.enter(self._session, typed):
            self.desk.line.clear()
            self._draft.entered()

    def _after_capture(self, names_somebody: bool) -> None:
        """The number of the next note, and, where the line named somebody, who can be named from now on."""
        self.desk.show_next(self._column.next_number())
        if names_somebody:
            self._read_beside()

    def _read_beside(self) -> None:
        session = self._session
        if session is None:
            return
        found = self.context.bridge.ask(
            lambda reads: (reads.vocabulary(), reads.speakers_of(session.key), reads.fill_in_rows(session.key))
        )
        vocabulary, speakers, gaps = found or (Vocabulary((), ()), (), ())
        self.desk.line.know(vocabulary, self._known_words)
        self.side.show_speakers(speakers, vocabulary)
        self.side.show_gaps(gaps)
        self.desk.show_next(self._column.next_number())

    def _known_words(self) -> tuple[str, ...]:
        if self._words is None:
            self._words = self.context.bridge.ask(lambda reads: reads.frequent_words()) or ()
        return self._words

    def _step_session(self, by: int) -> None:
        """To the session after this one, or before it; at the ends it stays."""
        keys = [session.key for session in self.context.bridge.ask(lambda reads: reads.session_list()) or ()]
        if self._session is not None and self._session.key in keys:
            place = keys.index(self._session.key) + by
            self.context.current.choose_session(keys[max(0, min(len(keys) - 1, place))])

    def _session_changed(self) -> None:
        self.view.close_editor()
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _bring_back_draft(self) -> None:
        """What was begun in this workshop; a line begun in another one waits there."""
        is_same, self._typed_for = self.context.bridge.path == self._typed_for, self.context.bridge.path
        kept = self._draft.kept()
        if not (is_same and self.desk.line.toPlainText()):
            self.desk.line.put(kept)

    def _change_last(self) -> None:
        if self.view.notes.rows:
            self.view.open_editor(self.view.notes.rows[-1].key)

    def _type_on(self, letter: str) -> None:
        """A letter typed into the list was meant for the line."""
        if self.desk.line.isEnabled():
            self.desk.line.setFocus()
            self.desk.line.insertPlainText(letter)

    def _name_speaker(self, speaker: NoteSpeaker) -> None:
        sign = f"@{speaker.code} " if speaker.code else f'@"{speaker.name}" '
        self.desk.line.put_before(sign)
        self.desk.line.setFocus()

    def _go_to_gap(self, gap: FillInRow) -> None:
        if self.view.choose(gap.key):
            self.view.open_editor(gap.key)

    def _turn_off_record(self) -> None:
        session = self._session
        if session is None:
            return
        if session.off_record_since is None:
            # Nothing of a line that was begun may lie on the disk while nothing is to be stored, and no key that is
            # pressed before the answer comes may be taken.
            self.desk.line.clear()
            self.desk.line.setEnabled(False)
            self._draft.forget()
            action = lambda edits: edits.intervals.go_off_record(session.key)  # noqa: E731
            self.context.bridge.edit(self.tr("Go off the record"), action, otherwise=self._stay_on_record)
        else:
            action = lambda edits: edits.intervals.come_back(session.key)  # noqa: E731
            self.context.bridge.edit(self.tr("Back on the record"), action)

    def _stay_on_record(self, error: FacilitatorError) -> None:
        """The line opens again, and the window says why."""
        self.load()
        self.take_focus()
        self.context.bridge.failed.emit(Failure(self.tr("Go off the record"), error, self._turn_off_record))

    def _show_frame(self, *, off_record: bool) -> None:
        restyle(self._room, "off", off_record)
        margin = 4 if off_record else 0
        layout = self._room.layout()
        if layout is not None:
            layout.setContentsMargins(margin, margin, margin, margin)
        self._room.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
