"""What the filter that is being typed can be completed with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from facilitator.domain.query import CLOSED, Field, Names, pieces, written
from facilitator.text import folded, word_starts

from .filter_names import field_name, value_name

if TYPE_CHECKING:
    from facilitator.domain.finding import Vocabulary
    from facilitator.domain.rows import SessionLine

MOST = 6
SHORTEST = 2
"""So many letters of a filter's name at least: one letter is the beginning of a word."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What Tab would put in place of the piece before the cursor, and how it is shown."""

    text: str
    shown: str


class Known:
    """What is there to be named: folded once, because it is looked through with every key."""

    def __init__(self, names: Names, vocabulary: Vocabulary, sessions: Iterable[SessionLine]) -> None:
        self.names = names
        speakers = ((one.code or one.name, one.code, one.name, one.organisation) for one in vocabulary.speakers)
        self._by_field = {
            Field.SPEAKER: [
                (value, word_starts(" ".join(rest)), " ".join(filter(None, rest[:2]))) for value, *rest in speakers
            ],
            Field.THEME: [(one.name, word_starts(one.name), one.name) for one in vocabulary.themes],
            Field.SESSION: [
                (str(one.number), word_starts(f"{one.number} {one.title}"), f"{one.number} {one.title}")
                for one in sessions
            ],
            **{
                field: [(value_name(v), word_starts(value_name(v)), value_name(v)) for v in CLOSED[field]]
                for field in CLOSED
            },
        }

    def complete(self, text: str, cursor: int) -> tuple[int, list[Candidate]]:
        """Where the piece that ends at the cursor begins, and what it can be completed with, the likeliest first."""
        start, piece = next(((at, one) for at, one in pieces(text) if at + len(one) == cursor), (cursor, ""))
        minus = "-" if piece.startswith("-") else ""
        typed = piece[len(minus) :].replace("：", ":")
        if ":" in typed:
            name, value = typed.split(":", 1)
            field = self.names.fields.get(folded(name))
            found = [] if field is None else self._values(minus + name, field, value.strip('"'))
        else:
            found = self._fields(minus, typed)
        return start, [one for one in islice(found, MOST) if one.text != piece]

    def _fields(self, minus: str, typed: str) -> Iterator[Candidate]:
        if len(typed) < SHORTEST:
            return
        for field in Field:
            name = field_name(field)
            if folded(name).startswith(folded(typed)):
                whole = written(name, value_name(CLOSED[field][0])) if len(CLOSED.get(field, ())) == 1 else f"{name}:"
                yield Candidate(minus + whole, whole)

    def _values(self, name: str, field: Field, typed: str) -> Iterator[Candidate]:
        asked = word_starts(typed).rstrip()
        entries = [one for one in self._by_field[field] if asked in one[1]]
        # what begins so comes before what only has a word that does
        for value, _, shown in sorted(entries, key=lambda one: not one[1].startswith(asked)):
            yield Candidate(written(name, value), shown)
