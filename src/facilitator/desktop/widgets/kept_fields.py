"""Saves what is typed into the fields of a compiled form, as `Saving` has it, and keeps what could not be saved."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from facilitator.desktop.guard import guarded

from .saving import Saving

Field = QLineEdit | QPlainTextEdit
_PASSING = {
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
}


@guarded
class KeptFields(QObject):
    """`save_asked` with the name of a field and that of the stay: what is saved in one stay is one step of undo.

    Whoever saves says afterwards by `refuse` that a text could not be saved; it stays in its field until it can.
    """

    save_asked = Signal(str, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._fields: dict[str, Field] = {}
        self._savings: dict[str, Saving] = {}

    @property
    def has_unsaved(self) -> bool:
        """Whether a field holds something that waits or was refused."""
        return any(saving.is_unsaved for saving in self._savings.values())

    def keep(self, name: str, field: Field) -> None:
        """Look after a field under a name."""
        self._fields[name] = field
        self._savings[name] = Saving(partial(self._save, name), self)
        field.installEventFilter(self)
        field.textChanged.connect(lambda *_: self._savings[name].touch())

    def text(self, name: str) -> str:
        """What stands in a field now."""
        field = self._fields[name]
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()

    def show(self, name: str, text: str) -> None:
        """Show what is stored, unless something typed stands there that is not."""
        field, typed = self._fields[name], self.text(name)
        if typed == text or self._savings[name].is_unsaved:
            return
        # Stored without the space after the last word; whoever is about to type the next one still needs it.
        if not (field.hasFocus() and typed.split() == text.split()):
            self._put(field, text)

    def flush(self) -> None:
        """Have everything saved that waits, and once more what was refused."""
        for saving in self._savings.values():
            if saving.is_unsaved:
                saving.touch()
                saving.write()

    def refuse(self, *names: str) -> None:
        """Texts could not be saved: they stay where they are."""
        for name in names:
            self._savings[name].refuse()

    def accept(self, *names: str) -> None:
        """Texts that were refused are saved now, as when another field that stood against them was mended."""
        for name in names:
            self._savings[name].accept()

    def forget(self) -> None:
        """The form turns to something else: what waits is saved, what was refused is given up."""
        for saving in self._savings.values():
            saving.leave()
            saving.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving a field saves it and ends the stay; a menu or another window is no leaving."""
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            for name, field in self._fields.items():
                if field is watched:
                    self._leave(name, ends=event.reason() not in _PASSING)
        return False

    def _save(self, name: str, stay: str) -> None:
        self.save_asked.emit(name, stay)

    def _leave(self, name: str, *, ends: bool) -> None:
        saving, field = self._savings[name], self._fields[name]
        if not ends:
            self.flush()
            return
        saving.leave()
        # From now on it is a step of the workshop that Ctrl+Z takes back, and no longer a change of the field.
        if isinstance(field, QPlainTextEdit):
            field.document().clearUndoRedoStacks()
        elif field.isUndoAvailable():
            self._put(field, field.text())

    def _put(self, field: Field, text: str) -> None:
        with QSignalBlocker(field):
            if isinstance(field, QLineEdit):
                field.setText(text)
                field.setCursorPosition(0)
            else:
                field.setPlainText(text)
