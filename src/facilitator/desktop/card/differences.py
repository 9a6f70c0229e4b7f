"""Where two wordings differ, word by word."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, TypeAlias

from facilitator.text.words import word_spans

Kind: TypeAlias = Literal["same", "added", "taken out"]
LANGUAGE = "en"
"""Word boundaries of scripts without spaces come from dictionaries whatever the language."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, and whether it is in both wordings or in one."""

    text: str
    kind: Kind


def differences(before: str, after: str) -> list[Piece]:
    """The pieces of both wordings in reading order; what was taken out stands before what was added."""
    old, new = _tokens(before), _tokens(after)
    runs = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    pieces: list[Piece] = []
    taken_out = added = ""
    for place, (kind, old_from, old_to, new_from, new_to) in enumerate(runs):
        gone, come = "".join(old[old_from:old_to]), "".join(new[new_from:new_to])
        # A space between two words that both changed is no more than part of the change.
        is_between = bool(taken_out or added) and place < len(runs) - 1 and come.isspace()
        if kind != "equal" or is_between:
            taken_out, added = taken_out + gone, added + come
            continue
        pieces += [*_changed(taken_out, added), Piece(come, "same")]
        taken_out = added = ""
    return [*pieces, *_changed(taken_out, added)]


def _changed(taken_out: str, added: str) -> list[Piece]:
    pieces = (Piece(taken_out, "taken out"), Piece(added, "added"))
    return [piece for piece in pieces if piece.text]


def _tokens(text: str) -> list[str]:
    """The words of a text and each character between them, which together are the text."""
    tokens: list[str] = []
    end = 0
    for start, stop in word_spans(text, LANGUAGE):
        tokens += text[end:start]
        tokens.append(text[start:stop])
        end = stop
    return [*tokens, *text[end:]]
