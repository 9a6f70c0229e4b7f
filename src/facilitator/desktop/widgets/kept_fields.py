"""Saves what is typed into the fields of a form: soon after the last key, on leaving, and when all is flushed."""

from __future__ import annotations

from itertools import count

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from facilitator.desktop.guard import guarded

SOON = 400
"""Milliseconds after the last key in which more keys are expected before anything is saved."""
_PASSING = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.MenuBarFocusReason}
Field = QLineEdit | QPlainTextEdit
_stays = count(1)


@guarded
class KeptFields(QObject):
    """`save_asked` with the name of a field and that of the stay: what is saved in one stay is one step of undo.

    Whoever saves says afterwards by `refuse` that a text could not be saved; it stays in its field until it can.
    """

    save_asked = Signal(str, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._fields: dict[str, Field] = {}
        self._stays: dict[str, str] = {}
        self._waiting: dict[str, None] = {}
        self._refused: set[str] = set()
        self._timer = QTimer(self, singleShot=True, interval=SOON)
        self._timer.timeout.connect(self.flush)

    @property
    def has_unsaved(self) -> bool:
        """Whether a field holds something that waits or was refused."""
        return bool(self._waiting or self._refused)

    def keep(self, name: str, field: Field) -> None:
        """Look after a field under a name."""
        self._fields[name] = field
        field.installEventFilter(self)
        field.textChanged.connect(lambda *_: self._touch(name))

    def text(self, name: str) -> str:
        """What stands in a field now."""
        field = self._fields[name]
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()

    def show(self, name: str, text: str) -> None:
        """Show what is stored, unless something typed stands there that is not."""
        if name in self._waiting or name in self._refused or self.text(name) == text:
            return
        self._put(self._fields[name], text)

    def flush(self) -> None:
        """Have everything saved that waits."""
        self._timer.stop()
        while self._waiting:
            name = next(iter(self._waiting))
            del self._waiting[name]
            self._refused.discard(name)
            self.save_asked.emit(name, self._stay(name))

    def refuse(self, name: str) -> None:
        """A text could not be saved: it stays where it is."""
        if name not in self._waiting:
            self._refused.add(name)

    def accept(self, *names: str) -> None:
        """Texts that were refused are saved now, as when another field that stood against them was mended."""
        self._refused.difference_update(names)

    def forget(self) -> None:
        """The form turns to something else: what waits is saved, what was refused is given up."""
        self.flush()
        self._refused.clear()
        self._stays.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving a field saves it and ends the stay; a menu or another window is no leaving."""
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            name = next((name for name, field in self._fields.items() if field is watched), "")
            self.flush()
            if name and event.reason() not in _PASSING:
                self._leave(name)
        return False

    def _touch(self, name: str) -> None:
        self._waiting[name] = None
        self._timer.start()

    def _stay(self, name: str) -> str:
        if name not in self._stays:
            self._stays[name] = f"stay {next(_stays)} in {name}"
        return self._stays[name]

    def _leave(self, name: str) -> None:
        self._stays.pop(name, None)
        field = self._fields[name]
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
