"""The switch "keep speaker until changed": a line that names nobody is said by the one who was named last."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.capture import SpeakerForm

if TYPE_CHECKING:
    from facilitator.capture import Line, Speaker
    from facilitator.desktop.preferences import Preferences


class KeptSpeaker:
    """Remembers who was named last in this session, whether or not the switch is on."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self._named: Speaker | None = None
        self._called: Speaker | None = None

    @property
    def speaker(self) -> Speaker | None:
        """Who is kept now; None while the switch is off or nobody was named."""
        return self._named if self._preferences.settings.keeps_speaker else None

    def over(self, line: Line) -> Line:
        """The line as it is entered: with the kept speaker, unless it names one or is the note-taker's own."""
        self.hear(line)
        is_said = line.speaker is not None or line.private or self.speaker is None
        return line if is_said else replace(line, speaker=self.speaker)

    def hear(self, line: Line) -> None:
        """Remember whom a line names; whoever is named in a private one has not said what comes next."""
        if line.speaker is not None and not line.private and line.speaker.form is not SpeakerForm.SAME:
            self._named = line.speaker

    def call(self, speaker: Speaker) -> None:
        """Whose turn has begun while the line of somebody else was still being typed."""
        self._called = speaker

    def begin_line(self) -> bool:
        """The line is empty, and what comes next is said by the one who was called; whether somebody was."""
        called, self._called = self._called, None
        self._named = called or self._named
        return called is not None

    def forget(self) -> None:
        """Another session: nobody has been named in it yet."""
        self._named = self._called = None
