"""The running column of a session's notes, newest at the bottom."""

from __future__ import annotations

from datetime import tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent

from facilitator.desktop.guard import guarded
from facilitator.desktop.notices import Notice
from facilitator.desktop.widgets.lazy_list_view import LazyListView
from facilitator.desktop.widgets.rows_model import RowsModel
from facilitator.desktop.words import word
from facilitator.domain.rows import NoteRow

from .note_delegate import NoteDelegate
from .note_editor import NoteEditor

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.domain.nouns import Instant

CLOSED = "notes closed off the record"
TIMES, CLOCK, MINUTES = "capture/times", "clock", "minutes"
"""How times are shown is a habit of the person, kept with the window."""
Index = QModelIndex | QPersistentModelIndex


@guarded
class NotesView(LazyListView):
    """Signals name notes by key: `text_saved` (key, text, stay), `split_asked` (key, place), `typed` (a letter that no
    command takes), `chosen_changed` when the selection is another, `menu_asked` with a point of the screen. `left_over`
    is a line: what was typed into a note that has gone, with the sign of a private one.
    """

    text_saved = Signal(bytes, str, str)
    split_asked = Signal(bytes, int)
    typed = Signal(str)
    chosen_changed = Signal()
    left_over = Signal(str)
    menu_asked = Signal(QPoint)

    _editor: NoteEditor | None = None
    _edited = b""
    _is_edited_private = False
    _is_off_record = False

    def __init__(self, context: Context) -> None:
        super().__init__(follows=True, grows_up=True)
        self._actions = context.actions
        self._bridge = context.bridge
        self._look = context.look
        self._notices = context.notices
        self._preferences = context.preferences
        self.setAccessibleName(self.tr("Notes of the session"))
        self.notes: RowsModel[NoteRow] = RowsModel(
            {
                Qt.ItemDataRole.DisplayRole: lambda note: note.text,
                Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            },
            self,
        )
        self.setModel(self.notes)
        self._painter_of_notes = NoteDelegate(context.look, self.notes)
        self._painter_of_notes.setParent(self)
        self._painter_of_notes.counts_minutes = context.preferences.remembered(TIMES) == MINUTES
        self.setItemDelegate(self._painter_of_notes)
        self.paint_ground(lambda: context.look.colour("bg"))
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen_changed.emit())
        context.look.changed.connect(self.remeasure)
        context.look.changed.connect(self._restyle_editor)

    def show_as_in(self, zone: tzinfo, series: str, start: Instant | None) -> None:
        """Show the times of notes as the clock in the room does, or in minutes from the start of the session.

        Of numbers of this series only the count is shown.
        """
        self._painter_of_notes.zone = zone
        self._painter_of_notes.series = series
        self._painter_of_notes.start = start

    @property
    def is_at_end(self) -> bool:
        """Whether the newest note is in sight, so that the next one will be."""
        return self._rows.at_end

    def turn_minutes(self) -> None:
        """Show minutes from the start in place of the clock time, or the other way round."""
        painter = self._painter_of_notes
        painter.counts_minutes = not painter.counts_minutes
        self._preferences.remember(TIMES, MINUTES if painter.counts_minutes else CLOCK)
        self.viewport().update()

    def can_fold(self) -> bool:
        """Whether the note with the focus is a long one."""
        row = self.currentIndex().row()
        return row >= 0 and self._painter_of_notes.is_long(self.viewport().width(), row)

    def turn_fold(self) -> None:
        """Show the long note with the focus whole, or its beginning alone."""
        self._painter_of_notes.turn_fold(self.currentIndex())

    @property
    def chosen(self) -> list[NoteRow]:
        """The selected notes in their order."""
        return [self.notes.rows[row] for row in sorted(index.row() for index in self.selectedIndexes())]

    @property
    def current(self) -> NoteRow | None:
        """The note with the focus."""
        index = self.currentIndex()
        return self.notes.rows[index.row()] if index.isValid() else None

    def choose(self, key: bytes) -> bool:
        """Select one note and bring it onto the screen; whether it is here."""
        index = self.notes.index_of(key)
        if not index.isValid():
            return False
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)
        return True

    def open_editor(self, key: bytes) -> None:
        """Let the text of a note be changed where it stands; off the record say why it is closed."""
        self.close_editor()
        if not self.choose(key) or self._bridge.is_read_only:
            return
        if self._is_off_record:
            self._notices.say(
                Notice(
                    CLOSED, self.tr("Off the record nothing is stored, so the text of a note is closed as the line is.")
                )
            )
            return
        editor = NoteEditor(self._look, self.notes.rows[self.notes.row_of(key)].text, self.viewport())
        editor.saved.connect(lambda text, stay: self.text_saved.emit(key, text, stay))
        editor.split_at.connect(lambda place: self.split_asked.emit(key, place))
        editor.left.connect(self._leave_editor)
        editor.textChanged.connect(self._place_editor)
        self._editor, self._edited = editor, key
        self._place_editor()
        editor.selectAll()
        editor.moveCursor(editor.textCursor().MoveOperation.End)
        editor.show()
        editor.setFocus()

    def show_off_record(self, *, is_off: bool) -> None:
        """Whether the texts of notes are closed, because whoever types now may be typing what is said."""
        self._is_off_record = is_off
        if is_off:
            self.close_editor()
        else:
            self._notices.take_back(CLOSED)

    def close_editor(self) -> None:
        """Save and close the editor, if one is open."""
        if self._editor is not None:
            self._editor.flush()
            self._drop_editor()

    def _restyle_editor(self) -> None:
        """Another size or palette is no reason to leave the field."""
        if self._editor is not None:
            self._editor.setFont(self._look.content_font(16))
            self._place_editor()

    def renew_editor(self) -> None:
        """The note being edited may say something else now that all edits are told."""
        if self._editor is None:
            return
        row = self.notes.row_of(self._edited)
        if row >= 0:
            self._editor.renew(self.notes.rows[row].text)

    def flush(self) -> None:
        """Save what is being typed; the editor stays."""
        if self._editor is not None:
            self._editor.flush()

    def updateEditorGeometries(self) -> None:
        """The editor follows its note."""
        super().updateEditorGeometries()
        self._place_editor()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Commands of the list first, then arrows and the like; any other letter belongs to the capture line."""
        # Before Qt, which would copy the bare text, and of private notes too.
        if event.matches(QKeySequence.StandardKey.Copy):
            self._actions.trigger("note.copy")
            return
        if self._actions.press(event, "capture"):
            return
        text = event.text()
        is_plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if text and text.isprintable() and not text.isspace() and is_plain:
            self.typed.emit(text)
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click edits."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.open_editor(self.notes.rows[index.row()].key)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The last line of a long note says that it goes on, and a click there shows it."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        is_plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        if not is_plain or not index.isValid():
            return
        if self._painter_of_notes.fold_rect(self.visualRect(index), index.row()).contains(at):
            self._painter_of_notes.turn_fold(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A menu for what is selected: where the mouse is, or below the note with the focus."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.menu_asked.emit(event.globalPos())
        else:
            below = self.visualRect(self.currentIndex()).bottomLeft()
            self.menu_asked.emit(self.viewport().mapToGlobal(below))

    def _place_editor(self) -> None:
        if self._editor is None:
            return
        index = self.notes.index_of(self._edited)
        if not index.isValid():
            # The note has gone, by undo or another hand; what was typed since it was saved last has not.
            left = self._editor.unsaved_text
            self._drop_editor()
            if left:
                self.left_over.emit(f"// {left}" if self._is_edited_private else left)
            return
        self._is_edited_private = self.notes.rows[index.row()].private
        place = self._painter_of_notes.text_rect(self.visualRect(index))
        self._editor.resize(place.width() + 12, self._editor.height())
        height = max(place.height() + 6, self._editor.text_height())
        # A note at the end grows upwards, where it can be seen.
        top = min(place.top() - 3, self.viewport().height() - height)
        self._editor.setGeometry(QRect(place.left() - 6, max(0, top), place.width() + 12, height))

    def _leave_editor(self) -> None:
        # By a key, or closed. Where the focus has gone elsewhere, as to what opens over the window, it stays there.
        is_ours = self._editor is None or self._editor.hasFocus()
        self._drop_editor()
        if is_ours:
            self.setFocus()

    def _drop_editor(self) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            editor.hide()
            editor.deleteLater()

    def _spoken(self, note: NoteRow) -> str:
        faces = [face.text for face in self._painter_of_notes.every_face(note)]
        who = note.speaker.name if note.speaker is not None else ""
        number = str(note.made.number) if note.made is not None else ""
        return ", ".join(part for part in (str(note.number), word(note.kind), who, number, note.text, *faces) if part)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say what is possible with the note that has the focus now."""
        super().currentChanged(current, previous)
        self.chosen_changed.emit()
