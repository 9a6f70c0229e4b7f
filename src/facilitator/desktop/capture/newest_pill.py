"""How many notes have come below while the reader was further up, and the way down to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtWidgets import QPushButton

from facilitator.desktop.guard import guarded

if TYPE_CHECKING:
    from facilitator.desktop.look.look import Look

    from .notes_view import NotesView

ABOVE = 12
"""Pixels between the pill and the lower edge of the column."""


@guarded
class NewestPill(QPushButton):
    """Lies over the column. It takes no focus: the line keeps the keys, and End in the list leads down as well."""

    def __init__(self, look: Look, view: NotesView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self._new = 0
        self.setObjectName("newestPill")
        self.setProperty("primary", True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        view.installEventFilter(self)
        view.notes.rowsInserted.connect(self._came)
        view.notes.rowsRemoved.connect(self._went)
        view.verticalScrollBar().valueChanged.connect(lambda _: self._tell())
        self.clicked.connect(view.scrollToBottom)
        look.changed.connect(self._paint_icon)
        self._paint_icon()

    def forget(self) -> None:
        """Another session is shown."""
        self._new = 0
        self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle at the bottom."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _came(self, _parent: QModelIndex, first: int, last: int) -> None:
        if not self._view.is_at_end and last == self._view.notes.rowCount() - 1:
            self._new += last - first + 1
        self._tell()

    def _went(self, _parent: QModelIndex, first: int, last: int) -> None:
        if first == self._view.notes.rowCount():
            self._new = max(0, self._new - (last - first + 1))
        self._tell()

    def _tell(self) -> None:
        if self._view.is_at_end:
            self._new = 0
        if self._new:
            self.setText(self.tr("%n new note(s) below", "", self._new))
            self._place()
        self.setVisible(self._new > 0)

    def _place(self) -> None:
        self.adjustSize()
        whole = self._view.rect()
        self.move(whole.center().x() - self.width() // 2, whole.bottom() - self.height() - ABOVE)

    def _paint_icon(self) -> None:
        self.setIcon(self._look.icon("arrow-down", "on-accent"))
