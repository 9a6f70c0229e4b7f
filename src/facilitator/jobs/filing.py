"""The lines of a text file on their way into a workshop: each becomes a note in its session, or a heading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from facilitator.capture import Day, Entry, Line, SessionHeading, WorkshopTitle
from facilitator.domain.capturing import NewNote
from facilitator.domain.kinds import NoteKind
from facilitator.domain.nouns import Key, Session
from facilitator.store.edits import Edits
from facilitator.store.reads import Reads
from facilitator.text import identity

from .imported import Pointed
from .line_filing import Before, note_of_line

TITLE_KEPT = "The workshop is there already and keeps its title, so this one was not taken."


class Filing:
    """Turns entries into notes, makes sessions, speakers and themes on the way, and counts.

    `takes_title` is true in a workshop that this import has made. `begun` is told of each new session before its notes.
    """

    def __init__(self, edits: Edits, *, takes_title: bool, begun: Callable[[Session], None] | None = None) -> None:
        self._edits = edits
        self._takes_title = takes_title
        self._begun = begun
        self._day: Day | None = None
        self._session: Session | None = None
        self._before = Before()
        self.lines = 0
        self.sessions = 0
        self.kinds: Counter[NoteKind] = Counter()
        self.recommendations = 0
        self.speakers: set[Key] = set()
        self.themes: set[str] = set()
        self.warnings: list[Pointed] = []

    def notes(self, entries: Iterable[Entry]) -> Iterator[NewNote]:
        """The notes of a file in their order. Sessions, people and themes are made while they are drawn."""
        for entry in entries:
            self.lines += 1
            for warning in entry.warnings:
                self._point(entry, warning.why)
            match entry.content:
                case WorkshopTitle():
                    if not self._takes_title:
                        self._point(entry, TITLE_KEPT)
                case Day():
                    self._day = entry.content
                case SessionHeading():
                    self._begin(entry.content)
                case Line():
                    yield self._note(entry, entry.content)

    def _begin(self, heading: SessionHeading) -> Session:
        day = self._day.date if self._day else None
        session = self._edits.sessions.add(heading.title, day=day, starts=heading.starts, ends=heading.ends)
        self._session, self._before = session, Before()
        self.sessions += 1
        if self._begun is not None:
            self._begun(session)
        return session

    def _note(self, entry: Entry, line: Line) -> NewNote:
        session = self._session or self._begin(SessionHeading(self._workshop_title()))
        new, nobody = note_of_line(self._edits, session.id, line, self._before)
        if nobody is not None:
            self._point(entry, nobody)
        self._before = Before(there=True, speaker_id=new.speaker_id)
        self.kinds[line.kind] += 1
        self.recommendations += line.kind is NoteKind.RECOMMENDATION and not line.private
        self.themes.update(map(identity, line.themes))
        if new.speaker_id is not None:
            self.speakers.add(new.speaker_id)
        return new

    def _workshop_title(self) -> str:
        return Reads(self._edits.edit.connection).workshop().title

    def _point(self, entry: Entry, why: str) -> None:
        self.warnings.append(Pointed(entry.number, entry.typed, why))
