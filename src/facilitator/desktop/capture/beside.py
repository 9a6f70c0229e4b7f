"""What can be named in the line, who speaks and what is open: read again soon after a change, beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.desktop.context import Context
    from facilitator.domain.finding import FillInRow, Vocabulary
    from facilitator.domain.nouns import Key
    from facilitator.domain.rows import Floor, SpeakerLine
    from facilitator.store.reads import Reads

    Told = tuple[Vocabulary, tuple[SpeakerLine, ...], tuple[FillInRow, ...], Floor]

SHOWN = 60
"""So many of each kind that is open are listed; reading more would be felt by whoever types."""
SOON = 60
"""Milliseconds after a change in which further ones are waited for."""


class Beside(QObject):
    """`read` with a vocabulary, the speakers of the session, what is still open, and who has the floor."""

    read = Signal(object, object, object, object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._session: Key | None = None
        self._words: tuple[str, ...] | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._read_aside)

    def show_session(self, session: Key) -> None:
        """Another session, or the same one anew. Only the first answer is waited for: the line is to read along."""
        is_first, self._session, self._words = self._session is None, session, None
        if is_first:
            found = self._context.bridge.ask(_question(session))
            if found is not None:
                self.read.emit(*found)
        else:
            self._read_aside()

    def forget(self) -> None:
        """Another workshop comes."""
        self._session = None

    def read_soon(self) -> None:
        """Something has changed that can be seen beside; whoever types goes on typing."""
        self._soon.start()

    def words(self) -> tuple[str, ...]:
        """The frequent words of this workshop, read when they are first asked for."""
        if self._words is None:
            self._words = self._context.bridge.ask(lambda reads: reads.frequent_words()) or ()
        return self._words

    def _read_aside(self) -> None:
        if self._session is not None:
            self._context.bridge.ask_aside("capture", _question(self._session), lambda found: self.read.emit(*found))


def _question(session: Key) -> Callable[[Reads], Told]:
    return lambda reads: (
        reads.vocabulary(),
        reads.speakers_of(session),
        reads.fill_ins_from(session, SHOWN),
        reads.floor_of(session),
    )
