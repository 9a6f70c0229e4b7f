"""Where two wordings differ, word by word."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from facilitator.text.words import word_spans

Kind = Literal["same", "added", "taken out"]
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
    pieces: list[Piece] = []
    for kind, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(Piece("".join(new[new_from:new_to]), "same"))
            continue
        if old_to > old_from:
            pieces.append(Piece("".join(old[old_from:old_to]), "taken out"))
        if new_to > new_from:
            pieces.append(Piece("".join(new[new_from:new_to]), "added"))
    return pieces


def _tokens(text: str) -> list[str]:
    """The words of a text and each character between them, which together are the text."""
    tokens: list[str] = []
    end = 0
    for start, stop in word_spans(text, LANGUAGE):
        tokens += text[end:start]
        tokens.append(text[start:stop])
        end = stop
    return [*tokens, *text[end:]]
