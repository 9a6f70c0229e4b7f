"""What can be named in the line, who speaks and what is open: read again soon after a change, beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
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
LATER = 3000
"""Milliseconds of rest after a note in which its words come among those that can be completed: counting all is work."""


class Beside(QObject):
    """`read` with `Names`, the speakers of the session, what is still open, and who has the floor."""

    read = Signal(object, object, object, object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._session: Key | None = None
        self._words: tuple[str, ...] | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._later = QTimer(self, singleShot=True, interval=LATER)
        self._soon.timeout.connect(self._read_aside)
        self._later.timeout.connect(self._read_words)

    def show_session(self, session: Key) -> None:
        """Another session, or the same one anew. Only the first answer is waited for: the line is to read along."""
        is_first, self._session = self._session is None, session
        if is_first:
            found = self._context.bridge.ask(lambda reads: _told(reads, session, None))
            if found is not None:
                self.read.emit(*found)
        # The words of the workshop are many: the first answer does without them.
        self._read_aside()

    def forget(self) -> None:
        """Another workshop comes."""
        self._session, self._words = None, None

    def read_soon(self) -> None:
        """Something has changed that can be seen beside; whoever types goes on typing."""
        self._soon.start()

    def read_later(self) -> None:
        """There are further words, for which nobody waits."""
        self._later.start()

    def _read_words(self) -> None:
        self._words = None
        self._read_aside()

    def _read_aside(self) -> None:
        session, words = self._session, self._words
        if session is None:
            return

        def question(reads: Reads) -> tuple[tuple[str, ...], Told]:
            known = reads.frequent_words() if words is None else words
            return known, _told(reads, session, known)

        def answered(found: tuple[tuple[str, ...], Told]) -> None:
            if session == self._session:
                self._words, told = found
                self.read.emit(*told)

        self._context.bridge.ask_aside("capture", question, answered)


def _told(reads: Reads, session: Key, words: tuple[str, ...] | None) -> Told:
    """What is shown beside; the names are made ready for completion where there are words, which is not waited for."""
    # Loaded when there is a workshop, not before the first paint.
    from .names import Names

    names = Names(reads.vocabulary(), words or ())
    if words is not None:
        names.prepare()
    return names, reads.speakers_of(session), reads.fill_ins_from(session, SHOWN), reads.floor_of(session)
