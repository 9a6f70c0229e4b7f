"""Deleting a session: at once when nothing was captured in it, else only with a place for its notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from facilitator.desktop.translation import sentence
from facilitator.desktop.widgets.choice import Choice
from facilitator.domain.errors import SessionHoldsNotes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from facilitator.desktop.context import Context
    from facilitator.desktop.place import Place
    from facilitator.domain.rows import SessionLine


class Deleting(QFrame):
    """Asks in the panel where the notes go; no dialog. `deleted` when the session has gone."""

    deleted = Signal()

    def __init__(self, context: Context, place: Place) -> None:
        super().__init__()
        self.setObjectName("card")
        self._context = context
        self._place = place
        self._line: SessionLine | None = None
        self._others: list[SessionLine] = []
        self._says = QLabel()
        self._says.setTextFormat(Qt.TextFormat.PlainText)
        self._says.setWordWrap(True)
        self._to = Choice(context.look, self.tr("Session for the notes"))
        self._to.setMinimumContentsLength(8)
        self._to.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.delete = QPushButton(self.tr("Move notes and delete"))
        self.delete.setProperty("danger", True)
        self.delete.clicked.connect(self._delete_with_notes)
        self._keep = QPushButton(self.tr("Keep the session"))
        self._keep.clicked.connect(self.end)
        column = QVBoxLayout(self)
        column.addWidget(self._says)
        column.addWidget(self._to)
        column.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._keep, 0, Qt.AlignmentFlag.AlignLeading)
        self.hide()

    def show_session(self, line: SessionLine, others: Sequence[SessionLine]) -> None:
        """Know which session it is about, and where its notes could go."""
        self._line = line
        kept = self._to.currentIndex()
        self._others = list(others)
        self._to.clear()
        self._to.addItems([f"{other.number}  {other.title}" for other in others])
        self._to.setCurrentIndex(kept if 0 <= kept < len(self._others) else 0)

    def ask(self) -> None:
        """Delete, or ask first where the notes go."""
        line = self._line
        if line is None:
            return
        if not line.notes:
            self._delete(None)
            return
        can = bool(self._others)
        if can:
            text = self.tr("%n note(s) of this session move to:", "", line.notes)
        else:
            text = sentence(SessionHoldsNotes(session=line.number, count=line.notes))
        self._says.setText(text)
        self._to.setVisible(can)
        self.delete.setVisible(can)
        self.show()
        (self._to if can else self._keep).setFocus()

    def end(self) -> None:
        """Nothing is deleted."""
        self.hide()

    def _delete_with_notes(self) -> None:
        if self._others:
            self._delete(self._others[self._to.currentIndex()].key)

    def _delete(self, notes_to: bytes | None) -> None:
        line = self._line
        if line is None:
            return
        self._context.bridge.edit(
            self.tr("Delete %1").replace("%1", str(line.number)),
            lambda edits: edits.sessions.delete(line.key, notes_to),
            origin=self._place,
            then=lambda _: self._gone(),
        )

    def _gone(self) -> None:
        self.hide()
        self.deleted.emit()
