"""Attribution: the one place where a workshop's content becomes a record that may be printed.

A note follows the stricter of its own rule (that under which it was taken, or the latest release) and the one asked
for, by the letter of "Attribution of a note" in the grammar. Where that leaves a choice, the safer one is taken:

- Roles and off-the-record intervals of a session follow the strictest of the session's rule now, the rule asked for and
  the rules under which its notes were taken: opening a session later does not name the panel that spoke in confidence.
- The who of an action that is no known participant is free text, in which anything may stand: only under "named".
- A constituency is printed as typed, but not under Chatham House.
- A recommendation that still has the very words of a private note which it came from is left out as that note is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import TypeVar

from .kinds import Rule, SessionRole, stricter
from .nouns import Content, Interval, Key, Note, Participant, Recommendation, Reservation, Session, Source, Wording
from .record import (
    By,
    Record,
    RecordInterval,
    RecordNote,
    RecordPart,
    RecordRecommendation,
    RecordReservation,
    RecordSession,
    RecordTheme,
)

_T = TypeVar("_T")
_K = TypeVar("_K", bound=Hashable)


def attribute(content: Content, asked: Rule | None = None) -> Record:
    """What may be printed of a workshop, when at least the rule `asked` is to hold.

    Applied once, before any builder: what is not in the record can reach no report, neither its pages nor its metadata.
    """
    return _Attribution(content, asked).record()


class _Attribution:
    """The content, indexed for one pass over it."""

    def __init__(self, content: Content, asked: Rule | None) -> None:
        self._content = content
        self._asked = asked or Rule.NAMED
        self._people = {person.id: person for person in content.participants}
        self._own_rules = _own_rules(content)
        self._roles = _roles(content)
        self._unknowns: dict[Key, int] = {}
        self._public = {note.id: note for note in content.notes if not note.private}
        self._notes = _grouped(self._public.values(), lambda note: note.session_id)
        self._intervals = _grouped(content.intervals, lambda interval: interval.session_id)
        self._sources = _grouped(content.sources, lambda source: source.recommendation_id)
        self._wordings = _grouped(content.wordings, lambda wording: wording.recommendation_id)
        self._reservations = _grouped(content.reservations, lambda held: held.recommendation_id)
        self._parts_of = _grouped(content.parts, lambda part: part.session_id)
        self._private = {note.id: note.text for note in content.notes if note.private}
        self._recommendations = {one.id: one for one in content.recommendations if not self._is_private(one)}
        self._themes = {theme_id: place for place, theme_id in enumerate(self._public_themes())}
        self._born = self._born_of_notes()
        self._homes, self._further = self._places()
        self._tags = _grouped(content.tags, lambda tag: tag.note_id)

    def record(self) -> Record:
        workshop = self._content.workshop
        return Record(
            title=workshop.title,
            place=workshop.place,
            time_zone=workshop.time_zone,
            organisers=workshop.organisers,
            supporters=workshop.supporters,
            conclusions=workshop.conclusions,
            illustration=workshop.illustration,
            rule=stricter(workshop.attribution, self._asked),
            sessions=tuple(self._session(session) for session in self._content.sessions),
            recommendations=tuple(self._recommendation(one) for one in self._recommendations.values()),
            themes=self._theme_records(),
        )

    # Sessions and notes

    def _session(self, session: Session) -> RecordSession:
        notes = self._notes.get(session.id, [])
        rule = self._session_rule(session, notes)
        return RecordSession(
            number=str(session.number),
            title=session.title,
            kind=session.kind,
            day=session.day,
            starts=session.starts,
            ends=session.ends,
            place=session.place,
            rule=rule,
            key_points=session.key_points,
            digest=session.digest,
            parts=self._parts(session.id, rule),
            notes=tuple(self._note(note) for note in notes),
            intervals=_intervals(self._intervals.get(session.id, []), notes, rule),
        )

    def _session_rule(self, session: Session, notes: Iterable[Note]) -> Rule:
        rule = stricter(session.attribution or self._content.workshop.attribution, self._asked)
        for note in notes:
            rule = stricter(rule, note.rule)
        return rule

    def _parts(self, session_id: Key, rule: Rule) -> tuple[RecordPart, ...]:
        # a role on the programme leads to whoever held it
        if rule is Rule.CHATHAM:
            return ()
        parts = self._parts_of.get(session_id, [])
        return tuple(RecordPart(part.role, _by(self._people[part.participant_id], part.role, rule)) for part in parts)

    def _note(self, note: Note) -> RecordNote:
        rule = stricter(self._own_rules[note.id], self._asked)
        hidden = rule is Rule.CHATHAM
        speaker = self._people.get(note.speaker_id) if note.speaker_id else None
        who, withheld = self._who(note, rule)
        return RecordNote(
            number=str(note.number),
            kind=note.kind,
            text=note.text,
            rule=rule,
            by=_by(speaker, self._role(note, speaker), rule) if speaker and not hidden else None,
            at=None if hidden else note.taken_at,
            check_later=note.check_later,
            # Under Chatham House it would say that the speaker is not on the list, and nobody needs to know.
            unknown_speaker=0 if speaker is None or hidden else self._unknown(speaker),
            who=who,
            who_withheld=withheld,
            due=note.due,
            themes=self._themes_of_note(note),
            recommendations=self._born.get(note.id, ()),
        )

    def _unknown(self, speaker: Participant) -> int:
        if not is_unknown(speaker):
            return 0
        return self._unknowns.setdefault(speaker.id, len(self._unknowns) + 1)

    def _role(self, note: Note, person: Participant) -> SessionRole | None:
        return self._roles.get((note.session_id, person.id))

    def _who(self, note: Note, rule: Rule) -> tuple[By | None, bool]:
        person = self._people.get(note.who_id) if note.who_id else None
        if person is None and not note.who:
            return None, False
        if rule is Rule.NAMED:
            return (_by(person, None, rule) if person else By(name=note.who)), False
        if person is None or rule is Rule.CHATHAM:
            return None, True
        return _by(person, self._role(note, person), rule), False

    # Recommendations and themes

    def _is_private(self, one: Recommendation) -> bool:
        """Whether the present wording is still that of a private note, and was not said in a public one too."""
        return self._is_private_text(one, one.wording)

    def _is_private_text(self, one: Recommendation, text: str) -> bool:
        sources = self._sources.get(one.id, [])
        if any(self._public[source.note_id].text == text for source in sources if source.note_id in self._public):
            return False
        if any(self._private.get(source.note_id) == text for source in sources):
            return True
        # The note may have been edited since: what it first made are its words too.
        return text == self._first(one) and any(source.origin and source.note_id in self._private for source in sources)

    def _public_themes(self) -> list[Key]:
        """The themes in order, without those that are named only in what is private."""
        named = {tag.theme_id for tag in self._content.tags}
        public = {tag.theme_id for tag in self._content.tags if tag.note_id in self._public}
        for membership in self._content.memberships:
            named.add(membership.theme_id)
            if membership.recommendation_id in self._recommendations:
                public.add(membership.theme_id)
        only_private = named - public
        return [theme.id for theme in self._content.themes if theme.id not in only_private]

    def _born_of_notes(self) -> Mapping[Key, tuple[str, ...]]:
        born: defaultdict[Key, tuple[str, ...]] = defaultdict(tuple)
        for source in self._content.sources:
            if source.origin and source.recommendation_id in self._recommendations:
                born[source.note_id] += (str(self._recommendations[source.recommendation_id].number),)
        return born

    def _places(self) -> tuple[Mapping[Key, int], Mapping[Key, tuple[int, ...]]]:
        homes: dict[Key, int] = {}
        further: defaultdict[Key, tuple[int, ...]] = defaultdict(tuple)
        for membership in self._content.memberships:
            place = self._themes.get(membership.theme_id)
            if place is None:
                continue
            if membership.home:
                homes[membership.recommendation_id] = place
            else:
                further[membership.recommendation_id] += (place,)
        return homes, further

    def _themes_of_note(self, note: Note) -> tuple[int, ...]:
        return tuple(self._themes[tag.theme_id] for tag in self._tags.get(note.id, []) if tag.theme_id in self._themes)

    def _recommendation(self, one: Recommendation) -> RecordRecommendation:
        merged_into = self._recommendations.get(one.merged_into_id) if one.merged_into_id else None
        sources = self._sources.get(one.id, [])
        return RecordRecommendation(
            number=str(one.number),
            wording=one.wording,
            first_wording=self._first_wording(one),
            status=one.status,
            status_note=one.status_note,
            merged_into=str(merged_into.number) if merged_into else "",
            addressed_to=one.addressed_to,
            action=one.action,
            timeframe=one.timeframe,
            indicator=one.indicator,
            resources=one.resources,
            home=self._homes.get(one.id),
            further=self._further.get(one.id, ()),
            sources=self._public_sources(sources),
            reservations=tuple(self._reservation(held) for held in self._reservations.get(one.id, [])),
        )

    def _first_wording(self, one: Recommendation) -> str:
        first = self._first(one)
        return one.wording if self._is_private_text(one, first) else first

    def _first(self, one: Recommendation) -> str:
        wordings: list[Wording] = self._wordings.get(one.id, [])
        return min(wordings, key=lambda wording: wording.position).text if wordings else one.wording

    def _public_sources(self, sources: Iterable[Source]) -> tuple[str, ...]:
        ordered = sorted(sources, key=lambda source: not source.origin)
        return tuple(str(self._public[source.note_id].number) for source in ordered if source.note_id in self._public)

    def _reservation(self, held: Reservation) -> RecordReservation:
        hidden = stricter(self._content.workshop.attribution, self._asked) is Rule.CHATHAM and bool(held.constituency)
        return RecordReservation(held.text, "" if hidden else held.constituency, hidden)

    def _theme_records(self) -> tuple[RecordTheme, ...]:
        numbers: defaultdict[Key, tuple[str, ...]] = defaultdict(tuple)
        for membership in self._content.memberships:
            if membership.home and membership.recommendation_id in self._recommendations:
                numbers[membership.theme_id] += (str(self._recommendations[membership.recommendation_id].number),)
        return tuple(
            RecordTheme(
                name=theme.name,
                colour=theme.colour,
                symbol=theme.symbol,
                digest=theme.digest,
                parent=self._themes.get(theme.parent_id) if theme.parent_id else None,
                recommendations=numbers[theme.id],
            )
            for theme in self._content.themes
            if theme.id in self._themes
        )


def is_unknown(person: Participant) -> bool:
    """Whether nothing but a typed name is known of somebody: such a speaker is a gap to be filled."""
    return person.sector is None and not person.role and not person.organisation


def _by(person: Participant, role: SessionRole | None, rule: Rule) -> By:
    if rule is Rule.NAMED:
        return By(name=person.name, organisation=person.organisation)
    return By(role=role, sector=person.sector)


def _own_rules(content: Content) -> Mapping[Key, Rule]:
    """Of each note the rule under which it was taken, or that of its latest release."""
    rules = {note.id: note.rule for note in content.notes}
    # the latest counts, not the most open: one may be agreed and later narrowed
    for release in sorted(content.releases, key=lambda release: release.released_at or 0):
        if release.note_id in rules:
            rules[release.note_id] = release.rule
    return rules


def _roles(content: Content) -> Mapping[tuple[Key, Key], SessionRole]:
    """The role of each person in each session; of several the one that is first in the list of roles."""
    order = {role: place for place, role in enumerate(SessionRole)}
    # of several entries with one key the last stays
    parts = sorted(content.parts, key=lambda part: order[part.role], reverse=True)
    return {(part.session_id, part.participant_id): part.role for part in parts}


def _intervals(intervals: Iterable[Interval], notes: list[Note], rule: Rule) -> tuple[RecordInterval, ...]:
    hidden = rule is Rule.CHATHAM
    ordered = sorted(intervals, key=lambda interval: (interval.began_at is None, interval.began_at or 0))
    return tuple(
        RecordInterval(
            after=_notes_before(interval, notes),
            began_at=None if hidden else interval.began_at,
            ended_at=None if hidden else interval.ended_at,
        )
        for interval in ordered
    )


def _notes_before(interval: Interval, notes: list[Note]) -> int:
    """How many notes stand before an interval; notes without a time go with the one before them."""
    if interval.began_at is None or all(note.taken_at is None for note in notes):
        return len(notes)
    before = [
        place for place, note in enumerate(notes, 1) if note.taken_at is not None and note.taken_at <= interval.began_at
    ]
    return before[-1] if before else 0


def _grouped(items: Iterable[_T], key: Callable[[_T], _K]) -> Mapping[_K, list[_T]]:
    groups: defaultdict[_K, list[_T]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return groups
