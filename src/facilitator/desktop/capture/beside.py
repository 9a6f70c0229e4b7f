"""What can be named in the line, who speaks and what is open: read again soon after a change, beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.desktop.context import Context
    from facilitator.domain.finding import FillInRow
    from facilitator.domain.nouns import Key
    from facilitator.domain.rows import Floor, SpeakerLine
    from facilitator.store.reads import Reads

    from .names import Names

    Told = tuple[Names, tuple[SpeakerLine, ...], tuple[FillInRow, ...], Floor]

SHOWN = 60
"""So many of each kind that is open are listed; reading more would be felt by whoever types."""
SOON = 60
"""Milliseconds after a change in which further ones are waited for."""
LATER = 2000
"""Milliseconds after a note in which its words come among those that can be completed."""


class Beside(QObject):
    """`read` with `Names`, the speakers of the session, what is still open, and who has the floor."""

    read = Signal(object, object, object, object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._session: Key | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._later = QTimer(self, singleShot=True, interval=LATER)
        for timer in (self._soon, self._later):
            timer.timeout.connect(self._read_aside)

    def show_session(self, session: Key) -> None:
        """Another session, or the same one anew. Only the first answer is waited for: the line is to read along."""
        is_first, self._session = self._session is None, session
        if is_first:
            found = self._context.bridge.ask(_question(session, is_aside=False))
            if found is not None:
                self.read.emit(*found)
        # The words of the workshop are many: the first answer does without them.
        self._read_aside()

    def forget(self) -> None:
        """Another workshop comes."""
        self._session = None

    def read_soon(self) -> None:
        """Something has changed that can be seen beside; whoever types goes on typing."""
        self._soon.start()

    def read_later(self) -> None:
        """There are further words, for which nobody waits."""
        if not self._later.isActive():
            self._later.start()

    def _read_aside(self) -> None:
        self._later.stop()
        if self._session is not None:
            self._context.bridge.ask_aside(
                "capture", _question(self._session, is_aside=True), lambda found: self.read.emit(*found)
            )


def _question(session: Key, *, is_aside: bool) -> Callable[[Reads], Told]:
    def told(reads: Reads) -> Told:
        # Loaded when there is a workshop, not before the first paint.
        from .names import Names

        names = Names(reads.vocabulary(), reads.frequent_words() if is_aside else ())
        if is_aside:
            names.prepare()
        return names, reads.speakers_of(session), reads.fill_ins_from(session, SHOWN), reads.floor_of(session)

    return told
