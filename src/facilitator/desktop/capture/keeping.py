"""What shows and turns the switch "keep speaker until changed"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.desktop.bridge import Failure
from facilitator.domain.errors import FacilitatorError

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.domain.rows import NoteSpeaker

    from .desk import Desk
    from .kept_speaker import KeptSpeaker


class Keeping:
    """Between the desk, where the switch stands, and the speaker who is kept."""

    def __init__(self, context: Context, desk: Desk, kept: KeptSpeaker) -> None:
        self._context = context
        self._desk = desk
        self._kept = kept
        desk.line.textChanged.connect(self._begin_line)

    def show(self) -> None:
        """The switch as it stands, and who is kept."""
        speaker = self._kept.speaker
        name = "" if speaker is None else self._desk.line.told(speaker)
        self._desk.show_kept(name, is_on=self._context.preferences.settings.keeps_speaker)

    def turn(self) -> None:
        """On and off; it holds even when it cannot be written down, and then that is said."""
        preferences = self._context.preferences
        try:
            preferences.choose(replace(preferences.settings, keeps_speaker=not preferences.settings.keeps_speaker))
        except FacilitatorError as error:
            self._context.bridge.failed.emit(Failure("", error))
        self.show()

    def call(self, speaker: NoteSpeaker) -> None:
        """Somebody's turn begins: what is being typed keeps its speaker, what comes after it is theirs."""
        from .reading import named

        self._kept.call(named(speaker))

    def forget(self) -> None:
        """Another session."""
        self._kept.forget()
        self.show()

    def _begin_line(self) -> None:
        if self._desk.line.document().isEmpty() and self._kept.begin_line():
            self.show()
