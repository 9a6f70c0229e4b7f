"""Replacing a word in all that was typed, as when a name was misspelt all day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from facilitator.domain.nouns import Key
from facilitator.domain.replacing import Occurrences, Replaced, Worded
from facilitator.store.edits import Edits
from facilitator.store.reads import Reads
from facilitator.text import clean, identity, trim
from facilitator.text.replacing import Wanted, occurrences, replaced

Rows = Mapping[Key, dict[str, Any]]
"""By the keys of rows, the fields that change and what they say then."""


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
    """Where it would be replaced: names and the programme, then notes in its order, private ones too, recommendations.

    What is written as wanted already is left out, and the history, which says what was said.
    """
    found, names = [], _Names(reads)
    for worded in reads.with_words(asked.wanted.word):
        places = tuple(
            (start, end) for start, end in occurrences(worded.text, asked.wanted) if worded.text[start:end] != asked.by
        )
        if places:
            is_taken = not names.take(worded, replaced(worded.text, places, asked.by))
            found.append(Occurrences(worded, places, is_taken))
    return tuple(found)


def count(found: Iterable[Occurrences]) -> Counter[str]:
    """How many rows of each table, and how many `private` notes; a reservation belongs to its recommendation."""
    rows: dict[tuple[str, str | Key], bool] = {}
    for one in found:
        table, key = one.worded.table, one.worded.key
        is_numbered = table in {"recommendation", "reservation"}
        rows["recommendation" if is_numbered else table, one.worded.name if is_numbered else key] = one.worded.private
    return Counter([table for table, _ in rows] + ["private"] * sum(rows.values()))


def replace(edits: Edits, asked: Replacing, chosen: Iterable[Occurrences]) -> Replaced:
    """Replace it in these places, within one edit, so that it is one step; what says something else by now is left out.

    A note's recommendation that nobody has touched follows its note where both are chosen; of others the wording
    changes, and the one before stays in its history. Who is meant, who may be named, and what is private is as before.
    """
    reads = Reads(edits.edit.connection)
    there = {worded.place: worded.text for worded in reads.with_words(asked.wanted.word)}
    names, done, left_out = _Names(reads), 0, 0
    rows: defaultdict[str, defaultdict[Key, dict[str, Any]]] = defaultdict(lambda: defaultdict(dict))
    for one in chosen:
        worded, after = one.worded, replaced(one.worded.text, one.places, asked.by)
        if there.get(worded.place) == worded.text and names.take(worded, after):
            rows[worded.table][worded.key][worded.field] = after
            done += len(one.places)
        else:
            left_out += len(one.places)
    _change(edits, rows)
    return Replaced(done, left_out)


class _Names:
    """Names by which people and themes are found while capturing: none becomes that of another by a replacement."""

    def __init__(self, reads: Reads) -> None:
        self._reads = reads
        self._given: dict[str, dict[str, Key]] = {}

    def take(self, worded: Worded, text: str) -> bool:
        """Whether a text may become this one; of a name, that is then given."""
        if worded.field != "name" or identity(text) == identity(worded.text):
            return True
        if worded.table not in self._given:
            every = self._reads.themes() if worded.table == "theme" else self._reads.participants()
            self._given[worded.table] = {identity(one.name): one.id for one in every}
        return self._given[worded.table].setdefault(identity(text), worded.key) == worded.key


def _change(edits: Edits, rows: Mapping[str, Rows]) -> None:
    # people first: whoever is named as doing something is looked for by the new name
    for table, each in _CHANGES.items():
        for key, fields in rows.get(table, {}).items():
            each(edits, key, **fields)
    wordings = {key: fields["wording"] for key, fields in rows.get("recommendation", {}).items() if "wording" in fields}
    texts = {key: fields.pop("text") for key, fields in rows.get("note", {}).items() if "text" in fields}
    edits.notes.edit_texts(texts, wordings)
    for key, fields in rows.get("note", {}).items():
        if fields:
            edits.notes.respell_action(key, **fields)
    for key, fields in rows.get("recommendation", {}).items():
        _change_recommendation(edits, key, fields)


def _change_participant(edits: Edits, key: Key, name: str = "", **fields: Any) -> None:
    if name:
        edits.people.rename(key, name)
    edits.people.change(key, **fields)


def _change_theme(edits: Edits, key: Key, name: str = "", digest: str = "") -> None:
    if name:
        edits.themes.rename(key, name)
    if digest:
        edits.themes.describe(key, digest)


def _change_recommendation(edits: Edits, key: Key, fields: dict[str, Any]) -> None:
    wording, status_note = fields.pop("wording", ""), fields.pop("status_note", "")
    if wording:
        # nothing happens where the recommendation has followed its note to these words
        edits.recommendations.reword(key, wording)
    if status_note:
        edits.recommendations.annotate(key, status_note)
    if fields:
        edits.recommendations.fill(key, **fields)


_CHANGES: dict[str, Callable[..., None]] = {
    "participant": _change_participant,
    "theme": _change_theme,
    "workshop": lambda edits, _, **fields: edits.workshop.change(**fields),
    "session": lambda edits, key, **fields: edits.sessions.change(key, **fields),
    "reservation": lambda edits, key, **fields: edits.recommendations.amend_reservation(key, **fields),
}
"""How rows of the tables change of which there are few."""
