"""Reads the capture line along with what this workshop can name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.capture import SpeakerForm

from .reading import complete, complete_word, just_read, read

if TYPE_CHECKING:
    from facilitator.capture import Speaker
    from facilitator.domain.rows import NoteSpeaker

    from .names import Names
    from .reading import Completion, Reading


class LineReader:
    """The grammar, the people and themes that are known, and the words of the workshop."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._typed = ""
        self._reading = read("", names)

    def read(self, typed: str) -> Reading:
        """How a line reads. It is asked at each move of the cursor too, and then not read again."""
        if typed != self._typed:
            self._typed, self._reading = typed, read(typed, self._names)
        return self._reading

    def read_other(self, typed: str) -> Reading:
        """How a line reads that does not stand in the field."""
        return read(typed, self._names)

    def speaker(self, speaker: Speaker) -> NoteSpeaker | None:
        """Whom a sign means; None for somebody new."""
        return self._names.speaker(speaker.name, whole_name=speaker.form is SpeakerForm.WHOLE_NAME)

    def just_read(self, before: str, after: str) -> int | None:
        """Where the sign or mark begins that the last key has completed."""
        return just_read(before, after)

    def complete(self, before: str) -> Completion | None:
        """How the name before the cursor goes on."""
        return complete(before, self._names)

    def complete_word(self, before: str) -> Completion | None:
        """How a plain word before the cursor goes on."""
        return complete_word(before, self._names.words)
