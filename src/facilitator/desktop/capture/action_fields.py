"""Who does an action, and by when: two fields that come when F7 leads to one that has not both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout

from facilitator.desktop.guard import guarded
from facilitator.desktop.marking import N

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.domain.finding import FillInRow
    from facilitator.domain.nouns import Key

MISSING = {
    "sector": N("FillIns", "sector?"),
    "organisation": N("FillIns", "role or organisation?"),
    "who": N("FillIns", "who does it?"),
    "due": N("FillIns", "by when?"),
    "addressed_to": N("FillIns", "addressed to whom?"),
    "action": N("FillIns", "which action?"),
    "timeframe": N("FillIns", "in what timeframe?"),
    "indicator": N("FillIns", "which indicator?"),
    "resources": N("FillIns", "which resources?"),
}


def missing(field: str) -> str:
    """What is asked where a field is empty, in the person's language."""
    return QCoreApplication.translate("FillIns", MISSING[field])


@guarded
class ActionFields(QFrame):
    """Enter leads from who to when, and closes; what is left behind is saved, and Esc leaves a field as it was."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._key: Key | None = None
        self._saved = ("", "")
        self._stay = 0
        self._says = QLabel()
        self._says.setTextFormat(Qt.TextFormat.PlainText)
        self._says.setWordWrap(True)
        self._who, self._due = QLineEdit(), QLineEdit()
        self._who.setPlaceholderText(self.tr("Who: code or name"))
        self._due.setPlaceholderText(self.tr("By when, such as Friday"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 12, 8)
        column.setSpacing(8)
        for widget in (self._says, self._who, self._due):
            column.addWidget(widget)
        for field in (self._who, self._due):
            field.setAccessibleName(field.placeholderText())
        self._who.returnPressed.connect(self._due.setFocus)
        self._due.returnPressed.connect(self._finish)
        for field in (self._who, self._due):
            field.editingFinished.connect(self._save)
        context.bridge.flushing.connect(self._save)
        self.hide()

    def show_action(self, gap: FillInRow) -> None:
        """Take up an action, with the focus in the first empty field."""
        self._save()
        note = self._context.bridge.ask(lambda reads: reads.note_row(gap.key))
        if note is None:
            return
        self._key, self._saved = gap.key, (note.who, note.due)
        self._stay += 1
        self._says.setText(f"{gap.label}  {gap.text}")
        self._who.setText(note.who)
        self._due.setText(note.due)
        self.show()
        (self._due if note.who else self._who).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the fields."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def _save(self) -> None:
        key, answer = self._key, (self._who.text(), self._due.text())
        if key is None or answer == self._saved:
            return
        self._saved = answer
        label, join = self.tr("Who and when of the action"), f"action {self._stay}"
        self._context.bridge.edit(label, lambda edits: edits.notes.assign(key, *answer), join=join)

    def _finish(self) -> None:
        self._save()
        self._close()

    def _close(self) -> None:
        self._key = None
        self.hide()
        self._context.actions.trigger("go.capture")
