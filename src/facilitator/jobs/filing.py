"""The lines of a text file on their way into a workshop: each becomes a note in its session, or a heading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from facilitator.capture import Day, Entry, Line, SessionHeading, Speaker, SpeakerForm, WorkshopTitle
from facilitator.domain.capturing import NewNote
from facilitator.domain.kinds import NoteKind
from facilitator.domain.nouns import Key, Session
from facilitator.store.edits import Edits
from facilitator.store.reads import Reads
from facilitator.text import identity

from .imported import Pointed


class Reason(StrEnum):
    """Why a line is pointed out that is read well but cannot do what it asks for."""

    TITLE_KEPT = "The workshop is there already and keeps its title, so this one was not taken."
    NOBODY_BEFORE = 'The note before has no speaker, so this one has none. Write @code or @"Full Name".'
    FIRST_NOTE = 'There is no note before in this session, so the note has no speaker. Write @code or @"Full Name".'


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
        self._is_first = True
        self._before: Key | None = None
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
                        self._point(entry, Reason.TITLE_KEPT)
                case Day():
                    self._day = entry.content
                case SessionHeading():
                    self._begin(entry.content)
                case Line():
                    yield self._note(entry, entry.content)

    def _begin(self, heading: SessionHeading) -> Session:
        day = self._day.date if self._day else None
        session = self._edits.sessions.add(heading.title, day=day, starts=heading.starts, ends=heading.ends)
        self._session, self._before, self._is_first = session, None, True
        self.sessions += 1
        if self._begun is not None:
            self._begun(session)
        return session

    def _note(self, entry: Entry, line: Line) -> NewNote:
        session = self._session or self._begin(SessionHeading(self._workshop_title()))
        speaker = self._speaker(entry, line.speaker)
        self._before, self._is_first = speaker, False
        themes = [self._edits.themes.named(name) for name in line.themes]
        self.kinds[line.kind] += 1
        self.recommendations += line.kind is NoteKind.RECOMMENDATION and not line.private
        self.themes.update(map(identity, line.themes))
        if speaker is not None:
            self.speakers.add(speaker)
        return NewNote(session.id, line.kind, line.text, speaker, tuple(themes), line.check_later, line.private)

    def _workshop_title(self) -> str:
        return Reads(self._edits.edit.connection).workshop().title

    def _speaker(self, entry: Entry, speaker: Speaker | None) -> Key | None:
        if speaker is None:
            return None
        if speaker.form is SpeakerForm.SAME:
            if self._before is None:
                self._point(entry, Reason.FIRST_NOTE if self._is_first else Reason.NOBODY_BEFORE)
            return self._before
        return self._edits.people.speaker(speaker.name, whole_name=speaker.form is SpeakerForm.WHOLE_NAME)

    def _point(self, entry: Entry, why: str) -> None:
        self.warnings.append(Pointed(entry.number, entry.typed, why))
