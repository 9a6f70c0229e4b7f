"""The small sign of each kind in the margin: the one that is typed for it."""

from __future__ import annotations

from facilitator.domain.kinds import NoteKind

KIND_SIGNS = {
    NoteKind.POINT: "•",
    NoteKind.QUOTE: '"',
    NoteKind.QUESTION: "?",
    NoteKind.GOOD_PRACTICE: "+",
    NoteKind.CHALLENGE: "~",
    NoteKind.RECOMMENDATION: "!",
    NoteKind.DECISION: "=",
    NoteKind.ACTION: ">",
    NoteKind.PARKING_LOT: "^",
}
COMMANDS = {f"note.{kind.value.replace(' ', '-')}": kind for kind in NoteKind}
"""Which command gives a note which kind."""
