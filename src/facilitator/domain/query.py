"""What is typed into the search: words that all have to stand somewhere, and filters such as `speaker:kc`.

A filter is a name, a colon and a value, in quotes where it has spaces; a minus before it leaves out what it names. What
looks like a filter and is none is looked for as a word, so that nothing that was typed is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from facilitator.text import folded

from .kinds import NoteKind, Status

FILL_IN, PRIVATE = "fill-in", "private"

# A colon of a Chinese keyboard is one too; a quote that is not closed yet goes on to the end.
_PIECE: Final = re.compile(r"""(?:-?[^\s:："]+[:：]"[^"]*"?)|\S+""")
_FILTER: Final = re.compile(r"""(?s)(-?)([^\s:："]+)[:：](.*)""")


class Field(StrEnum):
    """What a filter can ask for."""

    KIND = "kind"
    SPEAKER = "speaker"
    THEME = "theme"
    SESSION = "session"
    STATUS = "status"
    IS = "is"
    HAS = "has"


CLOSED: Final[Mapping[Field, tuple[str, ...]]] = {
    Field.KIND: tuple(NoteKind),
    Field.STATUS: tuple(Status),
    Field.IS: (PRIVATE,),
    Field.HAS: (FILL_IN,),
}
"""The fields whose values are words of a closed list."""


@dataclass(frozen=True, slots=True)
class Names:
    """How fields and the values of closed lists may be written, by their folded names."""

    fields: Mapping[str, Field]
    values: Mapping[Field, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter as it is read. `values` are the words of a closed list that it means, any of them; else it is empty.

    `value` is folded. With `excluded` what it names is left out. From `start` to before `end` it was typed.
    """

    field: Field
    value: str
    values: tuple[str, ...]
    excluded: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: `words` are folded, each once. `doubts` are the pieces with a colon that are no filters.

    `unfinished` are start and end of the filters without a value yet; they filter nothing.
    """

    words: tuple[str, ...]
    filters: tuple[Filter, ...] = ()
    doubts: tuple[str, ...] = ()
    unfinished: tuple[tuple[int, int], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for."""
        return not self.words and not self.filters


def _plain(name: str) -> str:
    # good-practice and "good practice" are one
    return " ".join(folded(name).replace("-", " ").split())


def names(fields: Mapping[str, Field] | None = None, values: Mapping[str, str] | None = None) -> Names:
    """The English names, and beside them those of another language: of the fields, and of the words of closed lists.

    `values` leads from a word in that language to the word of the list.
    """
    translated = {_plain(name): value for name, value in (values or {}).items()}
    english = {field.value: field for field in Field}
    return Names(
        {folded(name): field for name, field in {**(fields or {}), **english}.items()},
        {field: _written_as(words, translated) for field, words in CLOSED.items()},
    )


def _written_as(words: tuple[str, ...], translated: Mapping[str, str]) -> Mapping[str, str]:
    ours = {name: word for name, word in translated.items() if word in words}
    return {**ours, **{_plain(word): word for word in words}}


ENGLISH: Final = names()


def read_query(text: str, known: Names = ENGLISH) -> Query:
    """Read what is typed. Every text can be read."""
    words: list[str] = []
    filters: list[Filter] = []
    doubts: list[str] = []
    unfinished: list[tuple[int, int]] = []
    for start, piece in pieces(text):
        read = _filter(start, piece, known)
        if read is None:
            words.append(piece)
            doubts += [piece] if _is_doubtful(piece) else []
        elif read.value:
            filters.append(read)
        else:
            unfinished.append((read.start, read.end))
    return Query(
        tuple(dict.fromkeys(folded(" ".join(words)).split())), tuple(filters), tuple(doubts), tuple(unfinished)
    )


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """What stands between white space, with its start; a quoted value of a filter is in one piece with its name."""
    return ((match.start(), match[0]) for match in _PIECE.finditer(text))


def without_filters(text: str, known: Names = ENGLISH) -> str:
    """The words alone, as they were typed, one space between them."""
    return " ".join(piece for start, piece in pieces(text) if _filter(start, piece, known) is None)


def written(field: str, value: str) -> str:
    """A filter as one types it, in quotes where its value has spaces; quotes in the value, which cannot be, go."""
    value = value.replace('"', "")
    return f'{field}:"{value}"' if re.search(r"\s", value) else f"{field}:{value}"


def meant(typed: str, words: Mapping[str, str]) -> tuple[str, ...]:
    """The words of a closed list that a beginning of their name means: a whole name means that alone."""
    asked = _plain(typed)
    if asked in words:
        return (words[asked],)
    return tuple(dict.fromkeys(word for name, word in words.items() if asked and name.startswith(asked)))


def _filter(start: int, piece: str, known: Names) -> Filter | None:
    match = _FILTER.fullmatch(piece)
    field = known.fields.get(folded(match[2])) if match else None
    if match is None or field is None:
        return None
    value = folded(match[3].strip('"')).strip()
    values = meant(value, known.values[field]) if field in CLOSED else ()
    if value and field in CLOSED and not values:
        return None
    return Filter(field, value, values, bool(match[1]), start, start + len(piece))


def _is_doubtful(piece: str) -> bool:
    """Whether somebody may have meant a filter: `10:30` is none, and neither is an address on the web."""
    match = _FILTER.fullmatch(piece)
    return match is not None and any(one.isalpha() for one in match[2]) and not match[3].startswith("//")
