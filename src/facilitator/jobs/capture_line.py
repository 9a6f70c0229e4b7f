"""Enter in the capture line: one line of the grammar becomes a note, as it would from a file."""

from __future__ import annotations

from facilitator.capture import Line, Speaker, SpeakerForm
from facilitator.domain.capturing import Captured
from facilitator.domain.nouns import Instant, Key
from facilitator.store.edits import Edits


def capture_line(edits: Edits, session_id: Key, line: Line, taken_at: Instant) -> Captured:
    """Store a line that was read, with the speaker and themes that it names; unknown ones are made.

    A theme may be named by a prefix that only one has, which the screen has shown before. Raises OffTheRecord.
    """
    themes = [_theme(edits, name) for name in line.themes]
    return edits.notes.capture(
        session_id,
        line.kind,
        line.text,
        speaker_id=_speaker(edits, session_id, line.speaker),
        theme_ids=list(dict.fromkeys(themes)),
        check_later=line.check_later,
        private=line.private,
        taken_at=taken_at,
    )


def _speaker(edits: Edits, session_id: Key, speaker: Speaker | None) -> Key | None:
    if speaker is None:
        return None
    if speaker.form is SpeakerForm.SAME:
        return edits.notes.last_speaker(session_id)
    return edits.people.speaker(speaker.name, whole_name=speaker.form is SpeakerForm.WHOLE_NAME)


def _theme(edits: Edits, name: str) -> Key:
    return edits.themes.beginning(name) or edits.themes.named(name)
