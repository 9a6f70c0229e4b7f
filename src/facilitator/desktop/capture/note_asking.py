"""Speaker, themes and time of the selected notes, and a note between two: what is typed below the column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facilitator.capture import read_line
from facilitator.desktop.bridge import Failure
from facilitator.desktop.translation import sentence

from .note_lines import (
    moment_of,
    read_speaker,
    read_themes,
    read_time,
    typed_speaker,
    typed_themes,
    typed_time,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.desktop.context import Context
    from facilitator.domain.errors import FacilitatorError
    from facilitator.domain.nouns import Key
    from facilitator.domain.rows import NoteRow
    from facilitator.store.edits import Edits

    from .column import Column
    from .notes_view import NotesView


class NoteAsking(QObject):
    """Each for all selected notes, as one step."""

    def __init__(self, context: Context, view: NotesView, column: Column, is_any: Callable[[], bool]) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._column = column
        bind = context.actions.bind
        bind("note.speaker", self._ask_speaker, owner=view, possible=is_any)
        bind("note.themes", self._ask_themes, owner=view, possible=is_any)
        bind("note.time", self._ask_time, owner=view, possible=is_any)
        bind("note.insert", self._ask_line, owner=view, possible=lambda: is_any() and self._can_capture())

    def _can_capture(self) -> bool:
        session = self._column.session
        return session is not None and session.off_record_since is None

    def _ask(self, title: str, typed: str, hint: str, take: Callable[[str, list[NoteRow]], str]) -> None:
        """What is selected now is what the answer is about, whatever is selected then."""
        notes = self._view.chosen
        self._column.field.ask(title, typed, hint, lambda answer: take(answer, notes))

    def _ask_speaker(self) -> None:
        notes = self._view.chosen
        speakers = {note.speaker for note in notes}
        shared = speakers.pop() if len(speakers) == 1 else None
        title = self.tr("Speaker of %n note(s)", "", len(notes))
        hint = self.tr("Code or name; empty for nobody")
        self._ask(title, typed_speaker(shared).strip(), hint, self._take_speaker)

    def _take_speaker(self, typed: str, notes: list[NoteRow]) -> str:
        can_be_read, speaker = read_speaker(typed)
        if not can_be_read:
            return self.tr('Type a code or a name, such as @kc or @"Kim Chi"')
        keys = [note.key for note in notes]

        def action(edits: Edits) -> None:
            from facilitator.jobs.changing_notes import give_speaker

            give_speaker(edits, keys, speaker)

        self._context.bridge.edit(self.tr("Set the speaker"), action)
        return ""

    def _ask_themes(self) -> None:
        notes = self._view.chosen
        first, *others = (note.themes for note in notes)
        shared = [theme.name for theme in first if all(theme in themes for themes in others)]
        title = self.tr("Themes of %n note(s)", "", len(notes))
        self._ask(title, typed_themes(shared), self.tr("#theme, one after the other"), self._take_themes)

    def _take_themes(self, typed: str, notes: list[NoteRow]) -> str:
        can_be_read, names = read_themes(typed)
        if not can_be_read:
            return self.tr('Type themes alone, such as #financing #"early warning"')
        keys = [note.key for note in notes]
        shared = set.intersection(*({theme.key for theme in note.themes} for note in notes))

        def action(edits: Edits) -> None:
            from facilitator.jobs.changing_notes import give_themes

            give_themes(edits, keys, names, shared)

        self._context.bridge.edit(self.tr("Set the themes"), action)
        return ""

    def _ask_time(self) -> None:
        notes = self._view.chosen
        times = {typed_time(note.taken_at, self._column.zone) for note in notes}
        title = self.tr("Time of %n note(s)", "", len(notes))
        self._ask(
            title, times.pop() if len(times) == 1 else "", self.tr("Such as 14:05; empty for none"), self._take_time
        )

    def _take_time(self, typed: str, notes: list[NoteRow]) -> str:
        can_be_read, clock = read_time(typed)
        if not can_be_read:
            return self.tr("Type a time of the day, such as 14:05")
        day = None if self._column.session is None else self._column.session.day
        zone = self._column.zone
        moments = {note.key: None if clock is None else moment_of(clock, note.taken_at, day, zone) for note in notes}

        def action(edits: Edits) -> None:
            for key, moment in moments.items():
                edits.notes.set_time(key, moment)

        self._context.bridge.edit(self.tr("Set the time"), action)
        return ""

    def _ask_line(self) -> None:
        current = self._view.chosen[-1]
        title = self.tr("New note below %1").replace("%1", str(current.number))
        above, hint = current.key, self.tr("A line as below; Enter saves it")
        self._column.field.ask(title, "", hint, lambda typed: self._take_line(typed, above), is_line=True)

    def _take_line(self, typed: str, above: Key) -> str | None:
        if read_line(typed) is None:
            return ""
        self._insert(typed, above)
        return None

    def _insert(self, typed: str, above: Key) -> None:
        """The field keeps the line until it is on the disk."""
        line, label = read_line(typed), self.tr("Insert a note")
        session = self._context.current.session
        if line is None or session is None:
            return

        def action(edits: Edits) -> bytes:
            from facilitator.jobs.changing_notes import capture_below

            return capture_below(edits, above, line).note_id

        def saved(key: bytes) -> None:
            self._column.field.answered(typed, session)
            self._view.choose(key)

        def refused(error: FacilitatorError) -> None:
            self._column.field.answered(typed, session, sentence(error))
            self._context.bridge.failed.emit(Failure(label, error))

        self._context.bridge.edit(label, action, then=saved, otherwise=refused)
