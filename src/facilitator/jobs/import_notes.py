"""Import of a text file of notes: one step, whatever its length."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from facilitator.capture import Entry, WorkshopTitle, read_lines
from facilitator.intake.recognise import SourceKind
from facilitator.store.edits import Edits
from facilitator.store.reads import Reads

from .filing import Filing
from .imported import Imported
from .progress import OFTEN, Progress


class NotesImport:
    """A decoded text, ready to be brought into a workshop; `title` names a workshop that is made for it."""

    kind = SourceKind.NOTES
    label = "Import notes"

    def __init__(self, text: str, title: str, progress: Progress) -> None:
        self._text = text
        self._progress = progress
        titles = (entry.content.title for entry in read_lines(text) if isinstance(entry.content, WorkshopTitle))
        self.title = next(titles, title)

    def bring(self, edits: Edits, path: Path, *, new: bool) -> Imported:
        """File every line; `new` says that the workshop was made for it."""
        reads = Reads(edits.edit.connection)
        people = {person.id for person in reads.participants()}
        themes = {theme.id for theme in reads.themes()}
        filing = Filing(edits, takes_title=new)
        notes = edits.notes.capture_many(filing.notes(self._entries()))
        new_people = tuple(person.name for person in reads.participants() if person.id not in people)
        new_themes = tuple(theme.name for theme in reads.themes() if theme.id not in themes)
        return Imported(
            path,
            self.kind,
            lines=filing.lines,
            sessions=filing.sessions,
            notes=dict(filing.kinds),
            recommendations=filing.recommendations,
            themes=len(filing.themes),
            speakers=len(filing.speakers),
            people=len(new_people),
            added=notes + filing.sessions + filing.recommendations + len(new_people) + len(new_themes),
            kept=len(filing.speakers) - len(new_people) + len(filing.themes) - len(new_themes),
            warnings=tuple(filing.warnings),
            new_people=new_people,
            new_themes=new_themes,
        )

    def _entries(self) -> Iterator[Entry]:
        whole = self._text.count("\n") + 1
        for place, entry in enumerate(read_lines(self._text)):
            if place % OFTEN == 0:
                self._progress(entry.number, whole)
            yield entry
