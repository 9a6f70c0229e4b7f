"""What a person asks of one or many notes at once; each function within one edit, so that it is one step."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from facilitator.capture import Line, Speaker
from facilitator.domain.capturing import Captured, NewNote
from facilitator.domain.nouns import Key
from facilitator.store.edits import Edits
from facilitator.store.reads import Reads

from .line_filing import Before, speaker_meant


def capture_below(edits: Edits, above: Key, line: Line) -> Captured:
    """Store a line as the note right below another, said at the same time; `@@` is the speaker of that one.

    Raises what `capture_line` raises.
    """
    note = Reads(edits.edit.connection).note(above)
    speaker, _ = speaker_meant(edits, line.speaker, Before(there=True, speaker_id=note.speaker_id))
    themes = tuple(edits.themes.meant(name) for name in line.themes)
    new = NewNote(note.session_id, line.kind, line.text, speaker, themes, line.check_later, line.private)
    return edits.notes.capture_after(above, new)


def give_speaker(edits: Edits, notes: Collection[Key], speaker: Speaker | None) -> None:
    """Say who said these notes, or with None that it is not known."""
    meant, _ = speaker_meant(edits, speaker, Before())
    for key in notes:
        edits.notes.set_speaker(key, meant)


def give_themes(edits: Edits, notes: Collection[Key], names: Sequence[str], shared: Collection[Key]) -> None:
    """Put these themes in place of those that all the notes share; what only some of them have stays.

    A theme may be named by a prefix that only one theme has; one that is new is made.
    """
    wanted = list(dict.fromkeys(edits.themes.meant(name) for name in names))
    for key in notes:
        own = [theme for theme in edits.notes.themes_of(key) if theme not in shared]
        # the themes of a single note are all its own, and the first that was typed becomes the home
        edits.notes.set_themes(key, [*(theme for theme in own if theme not in wanted), *wanted])


def move_notes(edits: Edits, notes: Sequence[Key], session: Key) -> None:
    """Put notes behind the last one of a session, in this order; those that are there already stay."""
    reads = Reads(edits.edit.connection)
    last = edits.notes.last_of(session)
    after = None if last is None else last.id
    for key in notes:
        if reads.note(key).session_id != session:
            edits.notes.move(key, session, after)
            after = key


def join_notes(edits: Edits, notes: Sequence[Key]) -> None:
    """Join notes into the first of them, in this order. Raises DifferentSpeakers."""
    for key in notes[1:]:
        edits.notes.join(notes[0], key)
