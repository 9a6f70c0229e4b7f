"""About this export: what the document is, what it holds, what was left out on purpose and what is still open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitator.domain.kinds import Rule
from facilitator.domain.record import Record, RecordNote, RecordRecommendation
from facilitator.report.labels import Labels
from facilitator.report.model import Block, Column, Heading, Late, LateRow, Level, Row, Table

from .adoption import check_value, counted, live
from .options import ReportOptions
from .phrases import plain
from .statement import Statement, foot

# More numbers than these do not help anybody to find a gap: the matrix shows them all.
_NUMBERS_NAMED = 12


def about_this_export(
    record: Record, statement: Statement, labels: Labels, options: ReportOptions, document: str
) -> Iterator[Block]:
    """The heading, and a table of labels and texts."""
    yield Heading(labels.text("about.title"), Level.SECTION, anchor="about")
    rows: list[Row | LateRow] = [
        _row(labels, "document", labels.join((document, labels.language_name()))),
        _row(labels, "state", _state(record, labels, options)),
        _row(labels, "sessions", _sessions(record, labels)),
        _row(labels, "attribution", _attribution(record, statement, labels)),
        _row(labels, "written", _written(record, labels)),
        _row(labels, "left_out", _left_out(record, labels)),
        _row(labels, "open", _open(record, labels)),
        LateRow(
            labels.text("about.characters"),
            Late.CHARACTERS,
            labels.text("about.characters_all"),
            labels.text("about.characters_but"),
        ),
        LateRow(labels.text("about.fonts"), Late.FONTS, labels.text("about.fonts_embedded")),
        _row(labels, "check_value", labels.text("about.check_value_both", value=check_value(record))),
        _row(labels, "made_with", labels.text("about.made_without", program=options.program)),
    ]
    yield Table((Column("", 100), Column("", 264)), tuple(rows), headless=True)


def _row(labels: Labels, label: str, text: str) -> Row:
    return Row((plain(labels.text(f"about.{label}")), plain(text)))


def _state(record: Record, labels: Labels, options: ReportOptions) -> str:
    instant = labels.instant(options.state_at, record.time_zone, weekday=True)
    return labels.text("about.zone", instant=instant, zone=labels.offset(options.state_at, record.time_zone))


def _sessions(record: Record, labels: Labels) -> str:
    numbers = [session.number for session in record.sessions]
    if len(numbers) < 2:
        return labels.join(numbers)
    span = labels.text("joints.range", first=numbers[0], last=numbers[-1])
    return labels.text("about.sessions_all", range=span, sessions=labels.count("session", len(numbers)))


def _attribution(record: Record, statement: Statement, labels: Labels) -> str:
    numbers = [session.number for session in record.sessions if session.intervals]
    if not numbers:
        return labels.join((foot(statement, labels), labels.text("about.off_record_none")), "clauses")
    off = labels.text("about.off_record", sessions=labels.join(numbers))
    return labels.join((foot(statement, labels), off), "clauses")


def _written(record: Record, labels: Labels) -> str:
    ones = record.recommendations
    sources = {source for one in ones for source in one.sources}
    text = labels.count("recommendation", len(ones))
    if ones:
        text = labels.text("about.written_counts", recommendations=text, statuses=counted(ones, labels))
    return labels.join((text, labels.count("source", len(sources))), "clauses")


def _left_out(record: Record, labels: Labels) -> str:
    rules = {note.rule for session in record.sessions for note in session.notes}
    return labels.join(
        (
            labels.text("about.left_out_private"),
            labels.text("about.left_out_names") if rules - {Rule.NAMED} else "",
            labels.text("about.left_out_times") if Rule.CHATHAM in rules else "",
        ),
        "clauses",
    )


def _open(record: Record, labels: Labels) -> str:
    living = live(record)
    empty = [one for one in living if _empty_fields(one)]
    unfiled = [one.number for one in living if one.home is None]
    fields = sum(_empty_fields(one) for one in empty)
    notes = [note for session in record.sessions for note in session.notes]
    texts = (
        to_check(notes, labels),
        labels.plural("about.fields", fields, numbers=_named([one.number for one in empty], labels)) if fields else "",
        labels.text("about.open_themes", numbers=_named(unfiled, labels)) if unfiled else "",
    )
    return labels.join(texts, "clauses") or labels.text("about.open_none")


def to_check(notes: Iterable[RecordNote], labels: Labels) -> str:
    """How many notes are marked to be checked later, by number where they are few; nothing where there are none."""
    numbers = [note.number for note in notes if note.check_later]
    if not numbers:
        return ""
    if len(numbers) > _NUMBERS_NAMED:
        return labels.plural("about.to_check_many", len(numbers))
    return labels.plural("about.to_check", len(numbers), numbers=labels.join(numbers))


def _named(numbers: list[str], labels: Labels) -> str:
    if len(numbers) > _NUMBERS_NAMED:
        return labels.count("recommendation", len(numbers))
    return labels.join(numbers)


def _empty_fields(one: RecordRecommendation) -> int:
    fields = (one.addressed_to, one.action, one.timeframe, one.indicator, one.resources)
    return sum(not field for field in fields)
