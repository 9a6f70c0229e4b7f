"""Ctrl+Z belongs to a field only while the field has changes of its own; else it takes back a step of the workshop."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from facilitator.desktop.guard import guarded

Field: TypeAlias = QLineEdit | QPlainTextEdit | QTextEdit
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
UNDO = frozenset({QKeyCombination(CTRL, Qt.Key.Key_Z).toCombined()})
REDO = frozenset(
    {QKeyCombination(CTRL, Qt.Key.Key_Y).toCombined(), QKeyCombination(CTRL | SHIFT, Qt.Key.Key_Z).toCombined()}
)


@guarded
class FieldUndo(QObject):
    """Filters the events of the field with the focus.

    Qt's fields take these keys even when they have nothing to undo, and know Ctrl+Y on some systems only. A filter
    of the whole application would see each paint and timer, and costs more at the start than all our views.
    """

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        application.focusChanged.connect(self._follow)

    def _follow(self, left: QWidget | None, entered: QWidget | None) -> None:
        if isinstance(left, Field):
            left.removeEventFilter(self)
        if isinstance(entered, Field):
            entered.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field claims the key when it can do something with it, and only then."""
        kind = event.type()
        if kind != QEvent.Type.ShortcutOverride and kind != QEvent.Type.KeyPress:
            return False
        if not isinstance(event, QKeyEvent) or not isinstance(watched, Field):
            return False
        keys = event.keyCombination().toCombined()
        if keys not in UNDO | REDO:
            return False
        possible = _has(watched, undo=keys in UNDO)
        if kind == QEvent.Type.ShortcutOverride:
            event.setAccepted(possible)
        elif possible:
            (watched.undo if keys in UNDO else watched.redo)()
        return True


def _has(field: Field, *, undo: bool) -> bool:
    """Whether a field can undo or redo."""
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() if undo else field.isRedoAvailable()
    document = field.document()
    return document.isUndoAvailable() if undo else document.isRedoAvailable()
