"""What was typed in the column and is not on the disk: it stays on the screen until it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from facilitator.desktop.notices import Notice, WayOut
from facilitator.desktop.opening import ways_out
from facilitator.desktop.translation import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitator.desktop.context import Context
    from facilitator.domain.errors import FacilitatorError
    from facilitator.domain.rows import NoteRow

TOPIC = "unsaved notes"


class Unsaved(QObject):
    """Lines that wait for their number, and texts of notes that could not be written.

    `again` is emitted when the person asks to try once more; who has tried says so by `lines` and `texts`.
    """

    again = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        # A workshop that is opened again, or brought back from a backup, has the same sessions.
        context.bridge.opened.connect(self._opened)
        self.lines: dict[bytes, NoteRow] = {}
        """What was entered, as the column shows it, by the key under which it waits."""
        self.texts: dict[bytes, str] = {}
        """Another text for a note that is there."""
        self._homes: dict[bytes, bytes | None] = {}
        """Of which workshop what waits is, by its key."""

    def __bool__(self) -> bool:
        return bool(self.lines or self.texts)

    def keep_line(self, key: bytes, row: NoteRow) -> None:
        """A line of the workshop that is shown waits for its number."""
        self.lines[key], self._homes[key] = row, self._context.notices.workshop

    def keep_text(self, key: bytes, text: str) -> None:
        """A text for a note of the workshop that is shown could not be written."""
        self.texts[key], self._homes[key] = text, self._context.notices.workshop

    def is_here(self, key: bytes) -> bool:
        """Whether what waits is to be written into the workshop that is shown, in whatever file it lies."""
        return self._homes.get(key) == self._context.notices.workshop

    def shown(self, rows: Iterable[NoteRow], session: bytes) -> list[NoteRow]:
        """The notes of a session as they are on the disk, with what waits over and after them."""
        return [*map(self.over, rows), *(row for row in self.lines.values() if row.session_id == session)]

    def over(self, row: NoteRow) -> NoteRow:
        """A note as it is on the disk, with the text that waits for it, if one does."""
        text = self.texts.get(row.key)
        return row if text is None else row._replace(text=text)

    def refuse(self, error: FacilitatorError) -> None:
        """Say why something is not saved, and offer to try again."""
        text = self.tr("The note is not saved: %1").replace("%1", sentence(error))
        ways = ways_out(self._context, self._context.bridge.path, error)
        again = WayOut(self.tr("Try again"), self.again.emit)
        self._context.notices.say(Notice(TOPIC, text, "danger", (*ways, again), of_workshop=True))

    def _opened(self) -> None:
        if self:
            self.again.emit()

    def settle(self) -> None:
        """Something came onto the disk after all; when nothing waits any more there is nothing to say."""
        if not any(map(self.is_here, (*self.lines, *self.texts))):
            self._context.notices.take_back(TOPIC)
