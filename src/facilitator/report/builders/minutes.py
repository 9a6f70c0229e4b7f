"""The minutes: every note of every session in the order in which it was said."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from facilitator.domain.kinds import SessionRole
from facilitator.domain.record import Record, RecordInterval, RecordNote, RecordRecommendation, RecordSession
from facilitator.report.labels import Labels
from facilitator.report.model import Block, Facts, Heading, Item, Layout, Level, Report, Runs

from .about import to_check
from .options import ReportOptions, chosen_sessions, workshop_days
from .phrases import (
    SIGNS,
    by_line,
    duty_text,
    furniture,
    parts_text,
    plain,
    theme_name,
    when_where,
    words_of,
)
from .statement import Statement, attribution_note, foot, state


def build(record: Record, labels: Labels, options: ReportOptions) -> tuple[Report, ...]:
    """One report of all sessions asked for. Raises SessionNotThere, DayNotThere, NothingToPrint."""
    sessions = chosen_sessions(record, options)
    if not options.sessions:
        sessions = tuple(session for session in sessions if session.notes or session.intervals) or sessions
    statement = state(record, sessions)
    stated = labels.text("page.state", instant=labels.instant(options.state_at, record.time_zone))
    notes = tuple(note for session in sessions for note in session.notes)
    report = Report(
        kind=labels.text("minutes.kind"),
        title=record.title,
        language=labels.language,
        layout=Layout.TEXT,
        furniture=furniture(record, labels, labels.text("minutes.document"), statement, (stated,)),
        body=partial(_body, record, sessions, statement, labels),
        expected={
            "notes": tuple(note.number for note in notes),
            "recommendations": tuple(number for note in notes for number in note.recommendations),
        },
    )
    return (report,)


def _body(record: Record, sessions: tuple[RecordSession, ...], statement: Statement, labels: Labels) -> Iterator[Block]:
    yield Facts(tuple(_facts(record, sessions, labels)))
    yield attribution_note(statement, labels, record.illustration)
    for session in sessions:
        yield from _session(record, session, statement, labels)


def _facts(record: Record, sessions: tuple[RecordSession, ...], labels: Labels) -> Iterator[tuple[str, Runs]]:
    if record.place:
        yield labels.text("facts.place"), plain(record.place)
    if days := labels.dates(workshop_days(record)):
        yield labels.text("facts.days"), plain(days)
    notes = [note for session in sessions for note in session.notes]
    counts = labels.join((labels.count("session", len(sessions)), labels.count("note", len(notes))))
    yield labels.text("facts.record"), plain(counts)
    if still := to_check(notes, labels):
        yield labels.text("facts.open"), plain(still)


def _session(record: Record, session: RecordSession, statement: Statement, labels: Labels) -> Iterator[Block]:
    count = labels.count("note", len(session.notes))
    yield Heading(session.title, Level.PART, sign=session.number, count=count, anchor=session.number)
    if facts := tuple(_session_facts(record, session, statement, labels)):
        yield Facts(facts)
    waiting = list(session.intervals)
    recommendations = {one.number: one for one in record.recommendations}
    for place, note in enumerate(session.notes):
        while waiting and waiting[0].after <= place:
            yield _interval(waiting.pop(0), record, labels)
        yield _item(note, [recommendations[number] for number in note.recommendations], record, labels)
    for interval in waiting:
        yield _interval(interval, record, labels)


def _session_facts(
    record: Record, session: RecordSession, statement: Statement, labels: Labels
) -> Iterator[tuple[str, Runs]]:
    if when := when_where(session, labels):
        yield labels.text("facts.when_where"), plain(when)
    for role in SessionRole:
        if people := parts_text(session, role, labels):
            yield labels.text(f"facts.{role}"), plain(people)
    own = state(record, (session,))
    if session.notes and own.rule is not statement.rule:
        yield labels.text("facts.attribution"), plain(foot(own, labels))


def _interval(interval: RecordInterval, record: Record, labels: Labels) -> Item:
    when = labels.interval(interval.began_at, interval.ended_at, record.time_zone)
    text = labels.text("minutes.off_record_when", when=when) if when else labels.text("minutes.off_record")
    return Item("", plain(text, small=True))


def _item(note: RecordNote, born: list[RecordRecommendation], record: Record, labels: Labels) -> Item:
    themes = (theme_name(record, place, labels) for place in _themes(note, born))
    small = (by_line(note, labels, record.time_zone), duty_text(note, labels), *note.recommendations, *themes)
    return Item(note.number, plain(words_of(note, labels)), sign=SIGNS[note.kind], by=labels.join(small, "parts"))


def _themes(note: RecordNote, born: list[RecordRecommendation]) -> Iterator[int]:
    """The themes of a note, and those in which its recommendations stand by now, each once."""
    homes = [one.home for one in born if one.home is not None]
    yield from dict.fromkeys([*note.themes, *homes])
