"""What can be done with the selected notes, bound to the commands of the list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from facilitator.desktop.notices import Notice
from facilitator.desktop.words import word
from facilitator.domain.kinds import NoteKind

from .kind_signs import COMMANDS
from .note_asking import NoteAsking

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.desktop.context import Context
    from facilitator.domain.errors import FacilitatorError
    from facilitator.domain.rows import NoteRow
    from facilitator.store.edits import Edits

    from .column import Column
    from .note_history import NoteHistory
    from .notes_view import NotesView
    from .unsaved import Unsaved

COPIED = "copied notes"


class NoteCommands(QObject):
    """Kind, private, check later, recommend, join, move, delete: each for all selected notes, as one step.

    `history_shown` with the panel that wants to be on the screen.
    """

    history_shown = Signal(object)

    def __init__(self, context: Context, view: NotesView, unsaved: Unsaved, column: Column) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._unsaved = unsaved
        self._history: NoteHistory | None = None
        bind = context.actions.bind
        for command, kind in COMMANDS.items():
            bind(command, partial(self._give_kind, kind), owner=view, possible=self._is_any)
        bind("note.edit", self._edit_text, owner=view, possible=self._is_any)
        bind("note.recommend", lambda: self._give_kind(NoteKind.RECOMMENDATION), owner=view, possible=self._is_any)
        bind("note.private", self._turn_private, owner=view, possible=self._is_any)
        bind("note.check-later", self._turn_check, owner=view, possible=self._is_any)
        bind("note.join", self._join, owner=view, possible=self._has_above)
        bind("note.move", self._ask_session, owner=view, possible=self._is_any)
        bind("note.history", self._show_history, owner=view, possible=lambda: view.current is not None)
        bind("note.delete", self._delete, owner=view, possible=self._is_any)
        bind("note.copy", self._copy, owner=view, possible=lambda: bool(view.chosen))
        bind("note.unfold", view.turn_fold, owner=view, possible=view.can_fold)
        bind("capture.minutes", view.turn_minutes, owner=view)
        self._asking = NoteAsking(context, view, column, self._is_any)
        view.menu_asked.connect(self._open_menu)
        view.text_saved.connect(self._save_text)
        unsaved.again.connect(self._save_refused)
        view.split_asked.connect(self._split)
        view.chosen_changed.connect(context.actions.refresh)

    def change_last(self, *, unless: Callable[[], object]) -> None:
        """Let the last note be changed: at once, or when what was entered just now is one, `unless` something holds."""
        if self._unsaved.lines:
            self._context.bridge.run(lambda _workspace: None, then=lambda _: self._edit_last(unless))
        else:
            self._edit_last(unless)

    def _edit_last(self, unless: Callable[[], object]) -> None:
        rows = self._view.notes.rows
        if rows and rows[-1].key not in self._unsaved.lines and not unless():
            self._view.open_editor(rows[-1].key)

    def _is_any(self) -> bool:
        """Whether all that is selected can be changed; what waits for its number is no note yet."""
        notes = self._view.chosen
        waits = any(note.key in self._unsaved.lines for note in notes)
        return bool(notes) and not waits and not self._context.bridge.is_read_only

    def _has_above(self) -> bool:
        chosen = self._view.chosen
        return self._is_any() and (len(chosen) > 1 or self._view.notes.row_of(chosen[0].key) > 0)

    def _edit(self, label: str, action: Callable[[Edits], object]) -> None:
        self._context.bridge.edit(label, action)

    def _each(self, label: str, change: Callable[[Edits, NoteRow], object]) -> None:
        """One step for all that are selected."""
        notes = self._view.chosen

        def action(edits: Edits) -> None:
            for note in notes:
                change(edits, note)

        self._edit(label, action)

    def _show_history(self) -> None:
        from .note_history import NoteHistory

        current = self._view.current
        if current is None:
            return
        if self._history is None:
            self._history = NoteHistory(self._context)
            self._history.left.connect(self._view.setFocus)
        # The place puts it where it can be seen, and only then it takes the focus.
        self.history_shown.emit(self._history)
        self._history.show_note(current)

    def _give_kind(self, kind: NoteKind) -> None:
        label = self.tr("Make it: %1").replace("%1", word(kind))
        self._each(label, lambda edits, note: edits.notes.change_kind(note.key, kind))

    def _turn_private(self) -> None:
        hidden = not all(note.private for note in self._view.chosen)
        label = self.tr("Make private") if hidden else self.tr("Make no longer private")
        self._each(label, lambda edits, note: edits.notes.set_private(note.key, hidden))

    def _turn_check(self) -> None:
        later = not all(note.check_later for note in self._view.chosen)
        label = self.tr("Check later") if later else self.tr("Checked")
        self._each(label, lambda edits, note: edits.notes.set_check(note.key, later))

    def _edit_text(self) -> None:
        current = self._view.current
        if current is not None:
            self._view.open_editor(current.key)

    def _save_text(self, key: bytes, text: str, stay: str) -> None:
        # All that is typed in one stay of the focus is one step.
        self._write_text(key, text, f"note {key.hex()} {stay}")

    def _write_text(self, key: bytes, text: str, join: str = "") -> None:
        def written(_: object) -> None:
            if self._unsaved.texts.pop(key, None) is not None:
                self._unsaved.settle()

        def refused(error: FacilitatorError) -> None:
            self._unsaved.keep_text(key, text)
            row = self._view.notes.row_of(key)
            if row >= 0:
                self._view.notes.update(self._unsaved.over(self._view.notes.rows[row]))
            self._unsaved.refuse(error)

        self._context.bridge.edit(
            self.tr("Edit note"),
            lambda edits: edits.notes.edit_text(key, text),
            join=join,
            then=written,
            otherwise=refused,
        )

    def _save_refused(self) -> None:
        for key, text in self._unsaved.texts.items():
            if self._unsaved.is_here(key):
                self._write_text(key, text)

    def _split(self, key: bytes, at: int) -> None:
        self._edit(self.tr("Split note"), lambda edits: edits.notes.split(key, at))

    def _join(self) -> None:
        """One note with the one above it; several with each other."""
        chosen = self._view.chosen
        if len(chosen) == 1:
            chosen.insert(0, self._view.notes.rows[self._view.notes.row_of(chosen[0].key) - 1])
        keys = [note.key for note in chosen]

        def action(edits: Edits) -> None:
            from facilitator.jobs.changing_notes import join_notes

            join_notes(edits, keys)

        self._view.choose(keys[0])
        self._edit(self.tr("Join notes"), action)

    def _ask_session(self) -> None:
        """A list of the other sessions, where the note is; the keyboard chooses in it."""
        sessions = self._context.bridge.ask(lambda reads: reads.session_list()) or ()
        current = self._view.current
        menu = QMenu(self._view)
        for session in sessions:
            if current is not None and session.key != current.session_id:
                action = menu.addAction(f"{session.number}  {session.title}".replace("&", "&&"))
                action.triggered.connect(lambda *_, session=session: self._move(session.key, str(session.number)))
        rect = self._view.visualRect(self._view.currentIndex())
        menu.popup(self._view.viewport().mapToGlobal(rect.bottomLeft()))

    def _move(self, session: bytes, number: str) -> None:
        keys = [note.key for note in self._view.chosen]

        def action(edits: Edits) -> None:
            from facilitator.jobs.changing_notes import move_notes

            move_notes(edits, keys, session)

        self._edit(self.tr("Move to %1").replace("%1", number), action)

    def _copy(self) -> None:
        """Put the notes on the clipboard as lines; it leads out of the program, so private ones stay."""
        from .note_lines import copied

        text, left_out = copied(self._view.chosen)
        if text:
            QGuiApplication.clipboard().setText(text)
        if left_out:
            said = self.tr("%n private note(s) not copied: what is private stays here.", "", left_out)
            self._context.notices.say(Notice(COPIED, said))
        else:
            self._context.notices.take_back(COPIED)

    def _open_menu(self, at: QPoint) -> None:
        from .note_menu import NoteMenu

        NoteMenu(self._context.actions, self._view).popup(at)

    def _delete(self) -> None:
        count = len(self._view.chosen)
        self._each(self.tr("Delete %n note(s)", "", count), lambda edits, note: edits.notes.delete(note.key))
