"""Ctrl+Z belongs to a field only while the field has changes of its own; else it takes back a step of the workshop."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from facilitator.desktop.guard import guarded


@guarded
class FieldUndo(QObject):
    """Filters the events of the field with the focus: Qt's fields take these keys even when there is nothing to undo.

    A filter of the whole application would see each paint and timer, and costs more at the start than all our views.
    """

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        application.focusChanged.connect(self._follow)

    def _follow(self, left: QWidget | None, entered: QWidget | None) -> None:
        if isinstance(left, QLineEdit | QPlainTextEdit | QTextEdit):
            left.removeEventFilter(self)
        if isinstance(entered, QLineEdit | QPlainTextEdit | QTextEdit):
            entered.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a field from claiming the key when it could do nothing with it."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if event.matches(QKeySequence.StandardKey.Undo):
            possible = _has(watched, undo=True)
        elif event.matches(QKeySequence.StandardKey.Redo):
            possible = _has(watched, undo=False)
        else:
            return False
        if possible is False:
            event.ignore()
            return True
        return False


def _has(field: QObject, *, undo: bool) -> bool | None:
    """Whether a field can undo or redo; None when it is no field."""
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() if undo else field.isRedoAvailable()
    if isinstance(field, QPlainTextEdit | QTextEdit):
        document = field.document()
        return document.isUndoAvailable() if undo else document.isRedoAvailable()
    return None
