"""One line as typed becomes a note: whom it means, and which themes; people and themes that are new are made.

The capture line and the import of a file go through here, so that a line means the same in both wherever it can.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from facilitator.capture import Line, Speaker, SpeakerForm
from facilitator.domain.capturing import Captured, NewNote
from facilitator.domain.nouns import Instant, Key
from facilitator.store.edits import Edits


class LookUp(Protocol):
    """Finds, or makes, whom a word or a whole name means."""

    def __call__(self, typed: str, *, whole_name: bool) -> Key:
        """The key of the person."""
        ...


class Nobody(StrEnum):
    """Why a line that asks for the same speaker as before has none."""

    NOBODY_BEFORE = 'The note before has no speaker, so this one has none. Write @code or @"Full Name".'
    FIRST_NOTE = 'There is no note before in this session, so the note has no speaker. Write @code or @"Full Name".'


@dataclass(frozen=True, slots=True)
class Before:
    """The note just before in the same session: whether there is one, and who spoke in it."""

    there: bool = False
    speaker_id: Key | None = None


@dataclass(frozen=True, slots=True)
class CapturedLine:
    """What became of an entered line: the note, who spoke, and why `@@` has named nobody, if it has not."""

    captured: Captured
    speaker_id: Key | None
    nobody: Nobody | None


def capture_line(edits: Edits, session_id: Key, line: Line, at: Instant) -> CapturedLine:
    """Store an entered line as the last note of a session, taken at `at`; within one edit. The first one opens it.

    A theme may be named by a prefix that only one theme has. Raises OffTheRecord, EmptyText, NoLongerThere.
    """
    last = edits.notes.last_of(session_id)
    before = Before() if last is None else Before(there=True, speaker_id=last.speaker_id)
    speaker, nobody = speaker_meant(edits, line.speaker, before)
    themes = tuple(edits.themes.meant(name) for name in line.themes)
    edits.sessions.begin(session_id, at)
    captured = edits.notes.capture(
        session_id,
        line.kind,
        line.text,
        speaker_id=speaker,
        theme_ids=themes,
        check_later=line.check_later,
        private=line.private,
        taken_at=at,
    )
    return CapturedLine(captured, speaker, nobody)


def note_of_line(edits: Edits, session_id: Key, line: Line, before: Before) -> tuple[NewNote, Nobody | None]:
    """A line of a file as a note without a time; a theme is meant by its whole name alone, and nobody by a code that
    we made, which whoever wrote the file cannot know.
    """
    speaker, nobody = _speaker(line.speaker, before, edits.people.speaker_from_outside)
    themes = tuple(edits.themes.named(name) for name in line.themes)
    return NewNote(session_id, line.kind, line.text, speaker, themes, line.check_later, line.private), nobody


def speaker_meant(edits: Edits, speaker: Speaker | None, before: Before) -> tuple[Key | None, Nobody | None]:
    """Who spoke, made when nobody is known by that name; and why `@@` has named nobody, if it has not."""
    return _speaker(speaker, before, edits.people.speaker)


def _speaker(speaker: Speaker | None, before: Before, look_up: LookUp) -> tuple[Key | None, Nobody | None]:
    if speaker is None:
        return None, None
    if speaker.form is not SpeakerForm.SAME:
        return look_up(speaker.name, whole_name=speaker.form is SpeakerForm.WHOLE_NAME), None
    if before.speaker_id is None:
        return None, Nobody.NOBODY_BEFORE if before.there else Nobody.FIRST_NOTE
    return before.speaker_id, None
