"""The session summary: what one session said, by kind, printed for the chair in the break after it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from facilitator.domain.kinds import NoteKind, Rule, SessionKind, SessionRole
from facilitator.domain.record import Record, RecordNote, RecordRecommendation, RecordSession
from facilitator.report.labels import Labels
from facilitator.report.model import Block, Column, Facts, Heading, Item, Layout, Level, Line, Report, Row, Runs, Table

from .options import ReportOptions, chosen_sessions
from .phrases import (
    SIGNS,
    by_text,
    furniture,
    mark_of,
    note_item,
    numbered_points,
    parts_text,
    plain,
    theme_name,
    time_of,
    when_where,
    who_text,
    words_of,
)
from .statement import Statement, attribution_note, state

_BY_KIND = (NoteKind.POINT, NoteKind.QUOTE, NoteKind.GOOD_PRACTICE, NoteKind.CHALLENGE, NoteKind.QUESTION)


def build(record: Record, labels: Labels, options: ReportOptions) -> tuple[Report, ...]:
    """A report for each session asked for; without a choice, for each in which something was noted.

    Raises SessionNotThere, DayNotThere, NothingToPrint.
    """
    recommendations = {one.number: one for one in record.recommendations}
    sessions = chosen_sessions(record, options)
    if not options.sessions:
        sessions = tuple(session for session in sessions if _has_content(session)) or sessions
    return tuple(_Summary(record, recommendations, session, labels).report(options) for session in sessions)


def _has_content(session: RecordSession) -> bool:
    return bool(session.notes or session.key_points or (session.digest and session.kind is not SessionKind.BREAK))


class _Summary:
    """One session with what its summary needs at hand."""

    def __init__(
        self, record: Record, recommendations: dict[str, RecordRecommendation], session: RecordSession, labels: Labels
    ) -> None:
        self._record = record
        self._recommendations = recommendations
        self._session = session
        self._labels = labels
        self._zone = record.time_zone

    def report(self, options: ReportOptions) -> Report:
        session, labels = self._session, self._labels
        statement = state(self._record, (session,))
        stated = labels.text("page.state", instant=labels.instant(options.state_at, self._zone))
        document = labels.text("session.document", number=session.number, title=session.title)
        born = tuple(number for note in session.notes for number in note.recommendations)
        return Report(
            kind=labels.text("session.kind", number=session.number),
            title=session.title,
            language=labels.language,
            layout=Layout.TEXT,
            furniture=furniture(self._record, labels, document, statement, (stated,)),
            body=partial(self._body, statement),
            expected={"notes": tuple(note.number for note in session.notes), "recommendations": born},
        )

    def _body(self, statement: Statement) -> Iterator[Block]:
        labels = self._labels
        yield Facts(tuple(self._facts()))
        yield attribution_note(statement, labels, self._record.illustration, in_session=True)
        yield from numbered_points(labels.text("session.key_points"), self._session.key_points)
        for kind in _BY_KIND:
            yield from self._notes(kind)
        yield from self._first_worded()
        yield from self._notes(NoteKind.DECISION)
        yield from self._actions()
        yield from self._notes(NoteKind.PARKING_LOT)
        yield from self._gaps()

    def _facts(self) -> Iterator[tuple[str, Runs]]:
        session, labels = self._session, self._labels
        if when := when_where(session, labels):
            yield labels.text("facts.when_where"), plain(when)
        for role in SessionRole:
            if people := parts_text(session, role, labels):
                yield labels.text(f"facts.{role}"), plain(people)
        counts = [labels.count("note", len(session.notes))]
        if born := sum(len(note.recommendations) for note in session.notes):
            counts.append(labels.count("recommendation", born))
        if gaps := sum(1 for _ in self._gap_rows()):
            counts.append(labels.count("gap", gaps))
        yield labels.text("facts.record"), plain(labels.join(counts))

    def _of(self, kind: NoteKind) -> list[RecordNote]:
        return [note for note in self._session.notes if note.kind is kind]

    def _heading(self, kind: NoteKind, count: int) -> Heading:
        title = self._labels.plural(f"kinds.{kind}", count)
        return Heading(title, Level.SECTION, sign=SIGNS[kind], count=str(count))

    def _notes(self, kind: NoteKind) -> Iterator[Block]:
        notes = self._of(kind)
        if notes:
            yield self._heading(kind, len(notes))
        for note in notes:
            yield note_item(note, self._labels, self._zone)
            yield from self._born(note)

    def _first_worded(self) -> Iterator[Block]:
        notes = self._of(NoteKind.RECOMMENDATION)
        if notes:
            yield self._heading(NoteKind.RECOMMENDATION, len(notes))
        for note in notes:
            yield from self._born(note) if note.recommendations else [note_item(note, self._labels, self._zone)]

    def _born(self, note: RecordNote) -> Iterator[Item]:
        """The recommendations that a note's own words made, as they were first worded."""
        for number in note.recommendations:
            one = self._recommendations[number]
            yield Item(number, plain(one.first_wording), strong=True, lines=tuple(self._origin(note, one)))

    def _origin(self, note: RecordNote, one: RecordRecommendation) -> Iterator[Line]:
        labels = self._labels
        time = time_of(note, labels, self._zone)
        place = labels.text("session.note_at" if time else "session.note", number=note.number, time=time)
        theme = "" if one.home is None else theme_name(self._record, one.home, labels)
        mark = None if one.home is None else mark_of(self._record.themes[one.home])
        yield Line(plain(labels.join((theme, place, by_text(note.by, labels)), "parts")), mark)
        if note.kind is NoteKind.RECOMMENDATION and note.text != one.first_wording:
            yield Line(plain(labels.text("session.note_says", text=note.text)))

    def _actions(self) -> Iterator[Block]:
        notes, labels = self._of(NoteKind.ACTION), self._labels
        if not notes:
            return
        yield self._heading(NoteKind.ACTION, len(notes))
        # "30 September 2023" stands on one line: no date is broken.
        shares = {"note": 42.0, "action": 184.0, "who": 94.0, "by": 86.0}
        yield Table(
            columns=tuple(Column(labels.text(f"session.head_{name}"), share) for name, share in shares.items()),
            rows=tuple(
                Row((plain(note.number), plain(note.text), plain(who_text(note, labels)), plain(note.due)))
                for note in notes
            ),
            full=True,
        )
        for note in notes:
            yield from self._born(note)

    def _gaps(self) -> Iterator[Block]:
        labels, rows = self._labels, tuple(self._gap_rows())
        if not rows:
            return
        yield Heading(labels.text("session.gaps"), Level.SECTION, sign="??", count=str(len(rows)))
        shares = {"note": 42.0, "gap": 216.0, "correction": 148.0}
        columns = tuple(Column(labels.text(f"session.head_{name}"), share) for name, share in shares.items())
        yield Table(columns, rows, full=True, room=True)

    def _gap_rows(self) -> Iterator[Row]:
        labels = self._labels
        unknown = self._unknown()
        for note in self._session.notes:
            time = time_of(note, labels, self._zone)
            if note.check_later:
                missing = labels.text("session.to_check", text=words_of(note, labels))
                yield Row((plain(note.number), plain(labels.join((missing, time), "parts")), ()))
            if numbers := unknown.get(note.number):
                also = labels.text("session.also_in", notes=labels.join(numbers[1:])) if len(numbers) > 1 else ""
                missing = labels.join((labels.text("session.speaker_unknown"), time, also), "parts")
                yield Row((plain(note.number), plain(missing), ()))

    def _unknown(self) -> dict[str, list[str]]:
        """For the first note of each speaker of whom nothing is known, the notes of that speaker."""
        by_speaker: defaultdict[int, list[str]] = defaultdict(list)
        for note in self._session.notes:
            if note.unknown_speaker and note.rule is not Rule.CHATHAM:
                by_speaker[note.unknown_speaker].append(note.number)
        return {numbers[0]: numbers for numbers in by_speaker.values()}
