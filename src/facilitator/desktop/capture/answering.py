"""Filling in what is open in a session: the note in its editor, the action in its two fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facilitator.domain.overview import Gap

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.domain.finding import FillInRow
    from facilitator.domain.nouns import Key

    from .notes_view import NotesView
    from .side_panel import SidePanel


class Answering(QObject):
    """A note to be checked that was led to and is changed then has been checked: its mark goes by itself."""

    def __init__(self, context: Context, view: NotesView, side: SidePanel, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._view = view
        self._side = side
        self._asked: Key | None = None
        view.text_saved.connect(self._answered)

    def answer(self, gap: FillInRow) -> None:
        """Take up a note of the session that is shown."""
        if not self._view.choose(gap.key):
            return
        if gap.gap is Gap.ACTION:
            self._side.show_action(gap)
            return
        self._asked = gap.key if gap.gap is Gap.CHECK_LATER else None
        self._view.open_editor(gap.key)

    def _answered(self, key: bytes, _text: str, _stay: str) -> None:
        if key != self._asked:
            return
        self._asked = None
        self._context.bridge.edit(self.tr("Checked"), lambda edits: edits.notes.set_check(key, False))
