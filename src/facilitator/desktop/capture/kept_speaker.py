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

    @property
    def speaker(self) -> Speaker | None:
        """Who is kept now; None while the switch is off or nobody was named."""
        return self._named if self._preferences.settings.keeps_speaker else None

    def over(self, line: Line) -> Line:
        """The line as it is entered: with the kept speaker, unless it names one or is the note-taker's own."""
        if line.speaker is not None:
            if line.speaker.form is not SpeakerForm.SAME:
                self._named = line.speaker
            return line
        return line if line.private or self.speaker is None else replace(line, speaker=self.speaker)

    def forget(self) -> None:
        """Another session: nobody has been named in it yet."""
        self._named = None
