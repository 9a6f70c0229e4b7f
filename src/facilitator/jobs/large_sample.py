"""A large sample workshop for trying out and measuring: as many notes as are asked for, the same for the same seed."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from pathlib import Path
from typing import TypedDict, cast

from facilitator.domain.capturing import NewNote
from facilitator.domain.kinds import NoteKind, Rule, Sector, SessionKind, Status
from facilitator.domain.nouns import Instant, Key, Session
from facilitator.paths import resources
from facilitator.store.edits import Edits
from facilitator.store.reads import Reads
from facilitator.workspace.opening import building

from .clock_times import Moments
from .ending import refuse_other_ending
from .new import Made
from .progress import OFTEN, Progress, untold

TIME_ZONE = "Asia/Bangkok"
FIRST_DAY = date(2024, 3, 4)
STARTS = (time(9), time(11), time(13, 30), time(15, 30))
MINUTES = 90
NOTES_IN_A_SESSION, MOST_SESSIONS = 40, 40
NOTES_FOR_A_RECOMMENDATION = 4
WORKED_ON = 1000
"""So many recommendations are drafted, adopted and merged at most: the rest stay raw, as on the first evening."""
STATUSES = (Status.DRAFTED, Status.TABLED, Status.AGREED, Status.AGREED, Status.AGREED_WITH_RESERVATION, Status.PARKED)
WEIGHTS = {
    NoteKind.POINT: 40,
    NoteKind.QUOTE: 12,
    NoteKind.QUESTION: 12,
    NoteKind.GOOD_PRACTICE: 12,
    NoteKind.CHALLENGE: 14,
    NoteKind.DECISION: 3,
    NoteKind.ACTION: 5,
    NoteKind.PARKING_LOT: 2,
}


class Words(TypedDict):
    """The word lists; texts by kind, with places such as {thing}."""

    title: str
    place: str
    illustration: str
    groups: list[str]
    offices: list[str]
    places: list[str]
    things: list[str]
    times: list[str]
    figures: list[str]
    themes: list[str]
    roles: list[str]
    organisations: list[str]
    countries: list[str]
    given_names: list[str]
    family_names: list[str]
    sessions: list[str]
    texts: Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class Size:
    """How large the workshop is to be; what is None follows from the rest. The numbers given are reached exactly."""

    notes: int | None = None
    recommendations: int | None = None
    people: int | None = None
    seed: int = 1

    def filled(self) -> tuple[int, int, int]:
        """Notes, recommendations and people."""
        wanted = self.recommendations
        notes = self.notes if self.notes is not None else max(1500, (wanted or 0) * NOTES_FOR_A_RECOMMENDATION)
        made = wanted if wanted is not None else notes // NOTES_FOR_A_RECOMMENDATION
        return notes, made, 120 if self.people is None else self.people


def make_large_sample(path: Path, size: Size, progress: Progress = untold) -> Made:
    """Make a workshop of this size at `path`, which must not be there. Raises as `make_sample`."""
    refuse_other_ending(path)
    words = cast("Words", tomllib.loads((resources() / "samples" / "words.toml").read_text(encoding="utf-8")))
    with (
        building(path, title=words["title"], time_zone=TIME_ZONE) as workspace,
        workspace.edit("Large sample workshop", undoable=False) as edits,
    ):
        chance = random.Random(size.seed)  # noqa: S311 - the same for the same seed is what is wanted
        _Invention(edits, words, chance, progress).carry_out(*size.filled())
    return Made(path, words["title"])


class _Invention:
    """Puts the workshop together, within one step; memory stays flat, since notes are drawn one by one."""

    def __init__(self, edits: Edits, words: Words, chance: random.Random, progress: Progress) -> None:
        self._edits = edits
        self._words = words
        self._chance = chance
        self._progress = progress
        self._people: list[Key] = []
        self._themes: list[Key] = []

    def carry_out(self, notes: int, recommendations: int, people: int) -> None:
        """Make so many notes, recommendations and people."""
        self._edits.workshop.change(place=self._words["place"], illustration=self._words["illustration"])
        self._people = [self._person(place) for place in range(people)]
        self._themes = [self._edits.themes.named(name) for name in self._words["themes"]]
        born = min(notes, recommendations)
        self._edits.notes.capture_many(self._notes(notes, born))
        for _ in range(recommendations - born):
            self._edits.recommendations.add(self._text("recommendation"), self._some_themes())
        self._work_on(min(recommendations, WORKED_ON))

    def _person(self, place: int) -> Key:
        given, family = (
            self._chance.choice(self._words["given_names"]),
            self._chance.choice(self._words["family_names"]),
        )
        return self._edits.people.add(
            f"{given} {family}",
            code=f"{given[0]}{family[0]}{place + 1}".lower(),
            role=self._chance.choice(self._words["roles"]),
            organisation=self._chance.choice(self._words["organisations"]),
            sector=self._chance.choice(list(Sector)),
            country=self._chance.choice(self._words["countries"]),
        ).id

    def _notes(self, count: int, recommendations: int) -> Iterator[NewNote]:
        done, left = 0, recommendations
        for session, in_session in self._sessions(count):
            for moment in Moments(session, TIME_ZONE).spread(in_session):
                if done % OFTEN == 0:
                    self._progress(done, count)
                # Each place has the same chance to be a recommendation, and at the end their number is right.
                is_one = self._chance.random() * (count - done) < left
                left -= is_one
                yield self._recommendation(session.id, moment) if is_one else self._note(session.id, moment)
                done += 1

    def _sessions(self, notes: int) -> Iterator[tuple[Session, int]]:
        """New sessions, four a day, each with the number of its notes."""
        count = max(1, min(MOST_SESSIONS, notes // NOTES_IN_A_SESSION))
        for place in range(count):
            in_session = notes * (place + 1) // count - notes * place // count
            day, slot = divmod(place, len(STARTS))
            starts = STARTS[slot]
            ends = time(*divmod(starts.hour * 60 + starts.minute + MINUTES, 60))
            session = self._edits.sessions.add(
                self._filled(self._words["sessions"][place % len(self._words["sessions"])]),
                kind=(SessionKind.PLENARY, SessionKind.PANEL, SessionKind.GROUP_WORK, SessionKind.DRAFTING)[slot],
                day=FIRST_DAY + timedelta(days=day),
                starts=starts,
                ends=ends,
                attribution=Rule.CHATHAM if slot == 2 else None,
            )
            yield session, in_session

    def _note(self, session: Key, at: Instant) -> NewNote:
        kind = self._chance.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
        private = self._chance.random() < 0.01
        text = self._text("private" if private else kind.value)
        themes = self._some_themes()[:1] if self._chance.random() < 0.15 else ()
        check = self._chance.random() < 0.02
        return NewNote(session, kind, text, self._speaker(), themes, check, private, at)

    def _recommendation(self, session: Key, at: Instant) -> NewNote:
        text = self._text("recommendation")
        return NewNote(session, NoteKind.RECOMMENDATION, text, self._speaker(), self._some_themes(), taken_at=at)

    def _speaker(self) -> Key | None:
        return self._chance.choice(self._people) if self._people and self._chance.random() < 0.85 else None

    def _some_themes(self) -> tuple[Key, ...]:
        return tuple(self._chance.sample(self._themes, self._chance.choice((0, 1, 1, 1, 2))))

    def _text(self, of: str) -> str:
        return self._filled(self._chance.choice(self._words["texts"][of]))

    def _filled(self, text: str) -> str:
        choice, words = self._chance.choice, self._words
        while "{thing}" in text:
            text = text.replace("{thing}", choice(words["things"]), 1)
        filled = text.format(
            place=choice(words["places"]),
            group=choice(words["groups"]),
            office=choice(words["offices"]),
            time=choice(words["times"]),
            figure=choice(words["figures"]),
        )
        return filled[0].upper() + filled[1:]

    def _work_on(self, count: int) -> None:
        keys = [one.id for one in Reads(self._edits.edit.connection).recommendations()[:count]]
        recommendations = self._edits.recommendations
        for place, key in enumerate(keys):
            status = self._chance.choice(STATUSES)
            if place % 3 == 0:
                recommendations.reword(key, self._text("recommendation"))
            recommendations.fill(
                key,
                addressed_to=self._chance.choice(self._words["offices"]),
                timeframe=self._filled("{time}"),
                action=self._filled("Agree on {thing} with {group}"),
            )
            recommendations.set_status(key, status)
            if status is Status.AGREED_WITH_RESERVATION:
                recommendations.reserve(key, self._text("question"), "one delegation")
        self._merge(keys[3::20], keys[4::20])

    def _merge(self, kept: Sequence[Key], gone: Sequence[Key]) -> None:
        for one, other in zip(kept, gone, strict=False):
            self._edits.recommendations.merge(one, other)
