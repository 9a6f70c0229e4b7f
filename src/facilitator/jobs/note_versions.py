"""The versions of a note: what its words were after each step, and what else the step has changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from facilitator.domain.nouns import Instant
from facilitator.store.log import Version
from facilitator.store.reads import Reads

from .history import ORDER_ALONE, chapters


@dataclass(frozen=True, slots=True)
class NoteVersion:
    """A note after one step, counted from 1. `here` is false for a step of another room or of the file before a copy.

    `text` is None while the words are hidden, because the note is or was private; `reworded` says that they are others
    than before. `what` are phrases about all else.
    """

    number: int
    at: Instant
    label: str
    here: bool
    text: str | None
    reworded: bool
    what: tuple[str, ...]
    undone: bool


def note_versions(versions: Iterable[Version], reads: Reads) -> tuple[NoteVersion, ...]:
    """The history of a note, oldest version first, from `Workspace.history`."""
    every, room = list(versions), reads.room()
    words: dict[bytes, str] = {}
    rooms: dict[bytes, bytes] = {}
    for version in every:
        rooms.setdefault(version.step, version.id[-len(room) :])
        after = version.fields.get("text", (None, None))[1] if version.table == "note" else None
        if isinstance(after, str):
            words[version.step] = after
    found: list[NoteVersion] = []
    text: str | None = None
    for chapter in chapters(map(_without_words, every), reads):
        reworded = words.get(chapter.id, text) != text
        text = words.get(chapter.id, text)
        # of a new note all that it has is new, and stands in the column
        what = () if not found or (reworded and chapter.what == ORDER_ALONE) else chapter.what
        number, here = len(found) + 1, rooms[chapter.id] == room
        found.append(NoteVersion(number, chapter.at, chapter.label, here, text, reworded, what, chapter.undone))
    return tuple(found)


def _without_words(version: Version) -> Version:
    """The words are shown by what differs in them, and not told a second time."""
    if version.table != "note":
        return version
    return replace(version, fields={name: pair for name, pair in version.fields.items() if name != "text"})
