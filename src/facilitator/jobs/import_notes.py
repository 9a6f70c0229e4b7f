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
        people, themes = len(reads.participants()), len(reads.themes())
        filing = Filing(edits, takes_title=new)
        notes = edits.notes.capture_many(filing.notes(self._entries()))
        new_people, new_themes = len(reads.participants()) - people, len(reads.themes()) - themes
        return Imported(
            path,
            self.kind,
            lines=filing.lines,
            sessions=filing.sessions,
            notes=dict(filing.kinds),
            recommendations=filing.recommendations,
            themes=len(filing.themes),
            speakers=len(filing.speakers),
            people=new_people,
            added=notes + filing.sessions + filing.recommendations + new_people + new_themes,
            kept=len(filing.speakers) - new_people + len(filing.themes) - new_themes,
            warnings=tuple(filing.warnings),
        )

    def _entries(self) -> Iterator[Entry]:
        whole = self._text.count("\n") + 1
        for place, entry in enumerate(read_lines(self._text)):
            if place % OFTEN == 0:
                self._progress(entry.number, whole)
            yield entry
