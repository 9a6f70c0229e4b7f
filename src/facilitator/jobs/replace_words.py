"""Replacing a word in all notes and recommendations, as when a name was misspelt all day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from facilitator.domain.nouns import Key
from facilitator.domain.replacing import Occurrences, Replaced
from facilitator.store.edits import Edits
from facilitator.store.reads import Reads
from facilitator.text import clean, trim
from facilitator.text.replacing import Wanted, occurrences, replaced


@dataclass(frozen=True, slots=True)
class Replacing:
    """What is replaced, and by what."""

    wanted: Wanted
    by: str


def replacing(word: str, by: str, *, whole_words: bool, same_case: bool, same_accents: bool) -> Replacing | None:
    """What a person asks for, from what was typed; None while a word is missing."""
    word, by = trim(clean(word)), trim(clean(by))
    return Replacing(Wanted(word, whole_words, same_case, same_accents), by) if word and by else None


def find(reads: Reads, asked: Replacing) -> tuple[Occurrences, ...]:
    """Where it would be replaced: notes in the order of the programme, private ones too, then recommendations.

    What is written as wanted already is left out.
    """
    found = []
    for worded in reads.with_words(asked.wanted.word):
        places = tuple(
            (start, end) for start, end in occurrences(worded.text, asked.wanted) if worded.text[start:end] != asked.by
        )
        if places:
            found.append(Occurrences(worded, places))
    return tuple(found)


def count(found: Iterable[Occurrences]) -> Replaced:
    """How much that is."""
    every = list(found)
    notes = {one.worded.key for one in every if one.worded.is_note}
    others = {one.worded.key for one in every if not one.worded.is_note}
    return Replaced(sum(len(one.places) for one in every), len(notes), len(others))


def replace(edits: Edits, asked: Replacing) -> Replaced:
    """Replace it wherever it stands now; within one edit, so that it is one step.

    A note's recommendation that nobody has touched follows its note; of others the wording changes, and the one before
    stays in its history. Nothing else changes: who may be named, and what is private, is as before.
    """
    found = find(Reads(edits.edit.connection), asked)
    edits.notes.edit_texts({one.worded.key: _after(one, asked) for one in found if one.worded.is_note})
    fields: defaultdict[Key, dict[str, Any]] = defaultdict(dict)
    for one in found:
        if not one.worded.is_note:
            fields[one.worded.key][one.worded.field] = _after(one, asked)
    for key, changed in fields.items():
        wording = changed.pop("wording", None)
        if wording is not None:
            # nothing happens where the recommendation has followed its note to these words
            edits.recommendations.reword(key, wording)
        if changed:
            edits.recommendations.fill(key, **changed)
    return count(found)


def _after(one: Occurrences, asked: Replacing) -> str:
    return replaced(one.worded.text, one.places, asked.by)
