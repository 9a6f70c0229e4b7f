"""Adding a workshop that was read from JSON to a file: what is not there comes in, what is there is left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from facilitator.domain.errors import NumberTaken
from facilitator.domain.kinds import NoteKind
from facilitator.domain.nouns import Key, Membership, Note, Participant, Theme, Wording
from facilitator.domain.signs import next_sign
from facilitator.store import shapes
from facilitator.store.ledger import Edit
from facilitator.store.reads import CONTENT_SHAPES, Reads
from facilitator.store.schema import WordingRow, WorkshopRow
from facilitator.text import identity

from .reading import Exchange
from .withholding import withhold

T = TypeVar("T")
# What is counted: the things that people know by a name or a number.
COUNTED = ("sessions", "participants", "notes", "recommendations", "themes")


@dataclass(frozen=True, slots=True)
class Joined:
    """What came in and what was there already, of sessions, people, notes, recommendations, themes.

    `things` says how many of each came in, by the names of `domain.nouns.Content`; `notes` the notes by kind.
    """

    added: int
    kept: int
    things: Mapping[str, int]
    notes: Mapping[NoteKind, int]
    speakers: int


def add(edit: Edit, exchange: Exchange) -> Joined:
    """Add what is not there, by id; people and themes of one identity become one. `NumberTaken` leaves all as it was.

    Twice is harmless. A file without content takes the workshop's own fields too, so that exporting it gives the same
    bytes; a prefix that it was given stays. In a file with content nothing that is there changes but the place of a
    wording in a history, and a code that we made and somebody else was given.
    """
    return _Joining(edit, exchange).carry_out()


class _Joining:
    def __init__(self, edit: Edit, exchange: Exchange) -> None:
        self._edit = edit
        self._offered = exchange.content
        self._counters = exchange.counters
        self._here = Reads(edit.connection).content()
        self._there: dict[str, set[Key]] = {
            name: {one.id for one in getattr(self._here, name)} for name in CONTENT_SHAPES
        }
        private = {note.id: note.text for note in self._here.notes if note.private}
        self._content = withhold(self._offered, private, self._there["recommendations"])
        self._same: dict[Key, Key] = {}

    def carry_out(self) -> Joined:
        self._check_numbers()
        self._take_workshop()
        # people and themes first: all else must point at those who are here already
        new: dict[str, list[Any]] = {"participants": self._people(), "themes": self._themes()}
        for name in ("sessions", "notes", "recommendations", "intervals", "turns", "reservations"):
            new[name] = [self._pointed(one) for one in self._fresh(name)]
        new_notes = {note.id for note in new["notes"]}
        new["releases"] = [one for one in self._fresh("releases") if one.note_id in new_notes]
        new["parts"] = self._once("parts", "session_id", "participant_id", "role")
        new["tags"] = self._once("tags", "note_id", "theme_id")
        new["sources"] = self._once("sources", "note_id", "recommendation_id")
        new["memberships"] = self._memberships()
        new["wordings"] = self._wordings()
        for name, things in new.items():
            shape = CONTENT_SHAPES[name]
            self._edit.insert(shape.as_row(one) for one in things)
        for prefix, count in self._counters.items():
            # a number given in the other room is given here too, even when its thing is gone
            self._edit.raise_number(prefix, count)
        return self._told(new)

    def _told(self, new: Mapping[str, list[Any]]) -> Joined:
        notes: list[Note] = new["notes"]
        kinds = [note.kind for note in notes]
        things = {name: len(new[name]) for name in COUNTED}
        whole = sum(len(getattr(self._offered, name)) for name in COUNTED)
        return Joined(
            added=sum(things.values()),
            kept=whole - sum(things.values()),
            things=things,
            notes={kind: kinds.count(kind) for kind in NoteKind if kind in kinds},
            speakers=len({note.speaker_id for note in notes if note.speaker_id}),
        )

    def _check_numbers(self) -> None:
        for name in ("sessions", "notes", "recommendations"):
            holders = {one.number: one.id for one in getattr(self._here, name)}
            for one in getattr(self._content, name):
                if holders.get(one.number, one.id) != one.id:
                    raise NumberTaken(number=one.number, what=name.removesuffix("s"))

    def _take_workshop(self) -> None:
        if any(self._there[name] for name in COUNTED):
            return
        mine, theirs = self._here.workshop, self._content.workshop
        values = {name: getattr(theirs, name) for name in shapes.WORKSHOP.hints if name != "id"}
        values["prefix"] = mine.prefix or theirs.prefix
        self._edit.update(WorkshopRow, mine.id, **shapes.WORKSHOP.values(values))

    def _fresh(self, name: str) -> Iterator[Any]:
        return (one for one in getattr(self._content, name) if one.id not in self._there[name])

    def _pointed(self, thing: T) -> T:
        fields = {name: self._same[key] for name in _POINTERS if (key := getattr(thing, name, None)) in self._same}
        return replace(thing, **fields) if fields else thing  # type: ignore[type-var]

    def _once(self, name: str, *fields: str) -> list[Any]:
        held = {tuple(getattr(one, field) for field in fields) for one in getattr(self._here, name)}
        pointed = (self._pointed(one) for one in self._fresh(name))
        return [one for one in pointed if tuple(getattr(one, field) for field in fields) not in held]

    def _people(self) -> list[Participant]:
        # somebody here who has an id of the JSON is that person and nobody else
        coming = {one.id for one in self._content.participants}
        free = [one for one in self._here.participants if one.id not in coming]
        given = {identity(one.given_code) for one in self._here.participants}
        held = {identity(one.code) for one in self._here.participants}
        new = []
        for person in self._fresh("participants"):
            same = next((one for one in free if _one_person(one, person)), None)
            if same is not None:
                free.remove(same)
                self._same[person.id] = same.id
            else:
                # a code means one person: the one who has it here, unless we made it and another was given it there
                taken = identity(person.code) in (held if person.code_made else given)
                new.append(replace(person, code="", code_made=False) if taken else person)
        return new

    def _themes(self) -> list[Theme]:
        here = {identity(one.name): one for one in self._here.themes}
        signs = {(one.colour, one.symbol) for one in self._here.themes}
        new: list[Theme] = []
        for theme in self._fresh("themes"):
            same = here.get(identity(theme.name))
            if same is not None:
                self._same[theme.id] = same.id
                continue
            colour, symbol = (theme.colour, theme.symbol)
            if (colour, symbol) in signs:
                colour, symbol = next_sign(signs | {(one.colour, one.symbol) for one in new})
            new.append(replace(theme, colour=colour, symbol=symbol))
        nested = {one.id for one in self._here.themes if one.parent_id}
        pointed = (self._pointed(theme) for theme in new)
        return [replace(theme, parent_id=None) if theme.parent_id in nested else theme for theme in pointed]

    def _memberships(self) -> list[Membership]:
        homes = {one.recommendation_id for one in self._here.memberships if one.home}
        new: list[Membership] = []
        fresh: list[Membership] = self._once("memberships", "recommendation_id", "theme_id")
        # homes first: a further theme becomes the home only where none comes in and none is here
        for membership in sorted(fresh, key=lambda one: not one.home):
            home = membership.recommendation_id not in homes
            homes.add(membership.recommendation_id)
            new.append(replace(membership, home=home))
        return new

    def _wordings(self) -> list[Wording]:
        held: dict[Key, list[Wording]] = {}
        for wording in self._here.wordings:
            held.setdefault(wording.recommendation_id, []).append(wording)
        new: list[Wording] = []
        for wording in self._fresh("wordings"):
            history = held.get(wording.recommendation_id)
            if history is None:
                new.append(wording)
                continue
            # what is in force here stays so: a wording from elsewhere becomes the one before it
            last = history[-1]
            new.append(replace(wording, position=last.position))
            history[-1:] = [new[-1], replace(last, position=last.position + 1)]
            self._edit.update(WordingRow, last.id, position=last.position + 1)
        return new


_POINTERS = ("participant_id", "speaker_id", "who_id", "theme_id", "parent_id")


def _one_person(here: Participant, coming: Participant) -> bool:
    # a code that we made tells nothing of who somebody is
    code, theirs = identity(here.given_code), identity(coming.given_code)
    if code and theirs and code != theirs:
        return False
    typed = not any((theirs, coming.role, coming.organisation, coming.sector))
    # where only a code was typed, the name is that code
    return identity(coming.name) in (identity(here.name), code if typed else identity(here.name))
