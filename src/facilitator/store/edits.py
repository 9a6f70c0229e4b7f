"""What can be done to a workshop within one step: the edits of each noun, made when they are asked for."""

from __future__ import annotations

from functools import cached_property

from .ledger import Edit
from .nouns.drafts import Drafts
from .nouns.intervals import Intervals
from .nouns.notes import Notes
from .nouns.people import People
from .nouns.recommendations import Recommendations
from .nouns.releases import Releases
from .nouns.sessions import Sessions
from .nouns.themes import Themes
from .nouns.turns import Turns
from .nouns.workshop import Workshop


class Edits:
    """The edits of one transaction, by noun: `edits.notes.capture(...)`. All of them are one undo step."""

    def __init__(self, edit: Edit) -> None:
        self.edit = edit

    @cached_property
    def workshop(self) -> Workshop:
        """Title, place, organisers ... of the workshop."""
        return Workshop(self.edit)

    @cached_property
    def sessions(self) -> Sessions:
        """The programme."""
        return Sessions(self.edit)

    @cached_property
    def intervals(self) -> Intervals:
        """Times off the record."""
        return Intervals(self.edit)

    @cached_property
    def turns(self) -> Turns:
        """The speaking list."""
        return Turns(self.edit)

    @cached_property
    def people(self) -> People:
        """Participants and speakers."""
        return People(self.edit)

    @cached_property
    def themes(self) -> Themes:
        """Themes and their order."""
        return Themes(self.edit)

    @cached_property
    def notes(self) -> Notes:
        """Capturing and correcting."""
        return Notes(self.edit)

    @cached_property
    def releases(self) -> Releases:
        """Attribution of single notes: stricter at any time, weaker only as agreed."""
        return Releases(self.edit)

    @cached_property
    def recommendations(self) -> Recommendations:
        """Wordings, statuses, themes, merging."""
        return Recommendations(self.edit)

    @cached_property
    def drafts(self) -> Drafts:
        """Lines that are not yet entered: outside of every step."""
        return Drafts(self.edit)
