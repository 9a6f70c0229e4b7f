"""The column with its notes: which session it shows, what is read anew, and what waits to be saved."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from facilitator.desktop.widgets.empty_place import EmptyPlace
from facilitator.domain.numbers import Number, note_series
from facilitator.domain.rows import NoteRow
from facilitator.domain.time_zone import time_zone

from .ask_field import AskField
from .newest_pill import NewestPill

if TYPE_CHECKING:
    from facilitator.capture import Line
    from facilitator.desktop.context import Context
    from facilitator.domain.nouns import Instant
    from facilitator.domain.rows import SessionLine
    from facilitator.workspace.workspace import Changes

    from .notes_view import NotesView
    from .unsaved import Unsaved

WAITING = Number("", 0)
"""Stands in place of the number of a note that is not on the disk yet."""
AT_ONCE = 400
"""Of a longer session so many notes at its end are read at once, and the others beside: thousands take too long."""


class Column(QWidget):
    """Holds the view, and says what to do first where there is no note yet."""

    def __init__(self, context: Context, view: NotesView, unsaved: Unsaved) -> None:
        super().__init__()
        self._context = context
        self._view = view
        self._session: SessionLine | None = None
        self.zone: tzinfo = UTC
        """The time zone of the workshop."""
        self._unsaved = unsaved
        self._count = 0
        self._empty = EmptyPlace(
            context.look,
            "pen-line",
            self.tr("Nothing captured yet"),
            self.tr(
                "Type what is said in the line below and press Enter. The signs under the line make it a quote, a "
                "question or a recommendation."
            ),
            (),
        )
        self._given = 0
        self._changes = 0
        self._is_part = False
        self._wanted: bytes | None = None
        self._pill = NewestPill(context.look, view)
        self.field = AskField(context)
        self.field.asked.connect(self._keep_in_sight)
        self.field.left.connect(view.setFocus)
        self._pages = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._pages, 1)
        column.addWidget(self.field)
        # Only now: in a layout of nobody the first page would be shown as a window.
        self._pages.addWidget(view)
        self._pages.addWidget(self._empty)

    @property
    def session(self) -> SessionLine | None:
        """The session that is shown."""
        return self._session

    def show_session(self, session: SessionLine) -> None:
        """Show the notes of a session; when it is another than before, from its end."""
        is_other = self._session is None or self._session.key != session.key
        self._session = session
        self._is_part = is_other and session.notes > AT_ONCE
        last = AT_ONCE if self._is_part else None
        found = self._context.bridge.ask(
            lambda reads: (reads.workshop().time_zone, reads.note_rows(session.key, last), reads.counters())
        )
        if found is None:
            return
        zone, rows, counters = found
        # Of what was given, not of what is there: a number that was deleted does not come again.
        self._given = counters.get(note_series(session.number), 0)
        self.zone = time_zone(zone)
        self._view.show_off_record(is_off=session.off_record_since is not None)
        self._view.show_as_in(self.zone, note_series(session.number), start_of(session, self.zone))
        self._view.notes.replace(self._unsaved.shown(rows, session.key))
        if is_other:
            self.field.leave()
            self._pill.forget()
            self._view.clearSelection()
            self._view.scrollToBottom()
            self._wanted = None
        if self._is_part:
            self._read_all(session)
        self._show_page()

    def go_to(self, key: bytes) -> None:
        """Bring a note onto the screen and give it the focus, or do so as soon as it has been read."""
        if self._view.choose(key):
            self._view.setFocus()
        elif self._is_part:
            self._wanted = key

    def apply(self, changes: Changes) -> None:
        """Read the notes that a step has touched; all of them where one came, went or moved."""
        self._changes += 1
        touched = changes.rows.get("note", {})
        only_notes = not changes.rows.keys() - {"note", "draft", "numbering"}
        if only_notes and touched and all(change == "=" for change in touched.values()):
            rows = self._context.bridge.ask(lambda reads: reads.note_rows_by(touched)) or {}
            session = self._session.key if self._session is not None else None
            here = [row for row in rows.values() if self._view.notes.row_of(row.key) >= 0]
            # One that was captured and put between two in the same step is told of as changed, and is not here yet.
            is_new = any(row.session_id == session and self._view.notes.row_of(row.key) < 0 for row in rows.values())
            if not is_new and all(row.session_id == session and self._stays(row) for row in here):
                for row in here:
                    self._view.notes.update(self._unsaved.over(row))
                return
        if self._session is not None:
            self.show_session(self._session)

    def show_waiting(self, session: SessionLine, line: Line, at: int) -> bytes:
        """Show an entered line at once, with "..." in place of its number; the key under which it waits."""
        self._count += 1
        key = b"waiting %d" % self._count
        row = NoteRow(
            key=key,
            number=WAITING,
            session_id=session.key,
            position=float("inf"),
            kind=line.kind,
            text=line.text,
            speaker=None,
            private=line.private,
            check_later=line.check_later,
            taken_at=at,
            rule=session.rule,
            who="",
            due="",
            themes=(),
            made=None,
        )
        self._unsaved.keep_line(key, row)
        self._view.notes.append(row)
        self._show_page()
        return key

    def show_saved(self, waiting: bytes, note_id: bytes) -> None:
        """It is on the disk: the note takes the place of what waited."""
        self._unsaved.lines.pop(waiting, None)
        self._changes += 1
        place = self._view.notes.row_of(waiting)
        row = self._context.bridge.ask(lambda reads: reads.note_row(note_id))
        if row is None or place < 0:
            return
        if self._view.notes.row_of(note_id) < 0:
            self._view.notes.exchange(place, row)
        else:
            # The session was read anew after the note was saved and before that was told here.
            self._view.notes.remove(place)
        if self._session is not None and row.number.prefix == note_series(self._session.number):
            self._given = max(self._given, row.number.count)

    def next_number(self) -> str:
        """What Enter will do."""
        if self._session is None:
            return ""
        return self.tr("saves as note %1").replace("%1", str(self._given + 1))

    def _read_all(self, session: SessionLine) -> None:
        """Read the whole session in a thread of its own; once more when something changed meanwhile."""
        changes = self._changes

        def show(rows: tuple[NoteRow, ...]) -> None:
            if self._session is None or self._session.key != session.key or not self._is_part:
                return
            if changes != self._changes:
                self._read_all(session)
                return
            self._is_part = False
            self._view.notes.replace(self._unsaved.shown(rows, session.key))
            wanted, self._wanted = self._wanted, None
            if wanted is not None:
                self.go_to(wanted)

        self._context.bridge.ask_aside("column", lambda reads: reads.note_rows(session.key), show)

    def _keep_in_sight(self) -> None:
        """The field takes room from the notes, but not from the one that it asks about."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self._view.scrollTo(self._view.currentIndex())

    def _stays(self, row: NoteRow) -> bool:
        """Whether a note that was changed stands where it stood."""
        before = self._view.notes.rows[self._view.notes.row_of(row.key)]
        return before.position == row.position

    def _show_page(self) -> None:
        self._pages.setCurrentIndex(0 if self._view.notes.rows else 1)


def start_of(session: SessionLine, zone: tzinfo) -> Instant | None:
    """From when the minutes of a session count: its real start, else the planned one; None for its first note."""
    if session.opened_at is not None or session.day is None or session.starts is None:
        return session.opened_at
    return int(datetime.combine(session.day, session.starts, zone).timestamp() * 1000)
