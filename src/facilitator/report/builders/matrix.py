"""The recommendation matrix: who is asked to do what, by when, measured how and paid from where."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from facilitator.domain.kinds import Status
from facilitator.domain.record import Record, RecordRecommendation
from facilitator.report.labels import Labels
from facilitator.report.model import (
    AttributionNote,
    Block,
    Column,
    GroupRow,
    Layout,
    Report,
    Row,
    Run,
    Table,
)

from .adoption import by_theme, check_value, live, set_aside, state_text
from .options import ReportOptions
from .phrases import furniture, mark_of, plain, theme_name
from .statement import Statement, attribution_note, state

_COLUMNS = {
    "number": 42.0,
    "recommendation": 192.0,
    "addressed_to": 94.0,
    "action": 118.0,
    "timeframe": 74.0,
    "indicator": 96.0,
    "resources": 84.0,
    "sources_head": 55.0,
}


def build(record: Record, labels: Labels, options: ReportOptions) -> tuple[Report, ...]:
    """One table of the living recommendations; those set aside are named above it."""
    living = live(record)
    statement = state(record, record.sessions)
    feet = (state_text(record, labels, options), labels.text("page.check_value", value=check_value(record)))
    report = Report(
        kind=labels.text("matrix.kind"),
        title=labels.plural("matrix.title", len(living)),
        language=labels.language,
        layout=Layout.MATRIX,
        furniture=furniture(record, labels, labels.text("matrix.document"), statement, feet),
        body=partial(_body, record, statement, labels),
        expected={"recommendations": tuple(one.number for one in record.recommendations)},
    )
    return (report,)


def _body(record: Record, statement: Statement, labels: Labels) -> Iterator[Block]:
    yield _how_to_read(record, statement, labels)
    rows = tuple(_rows(record, labels))
    if rows:
        columns = tuple(Column(labels.text(f"matrix.{name}"), width) for name, width in _COLUMNS.items())
        yield Table(columns, rows, full=True)


def _how_to_read(record: Record, statement: Statement, labels: Labels) -> AttributionNote:
    note = attribution_note(statement, labels, record.illustration)
    living, rest = live(record), set_aside(record)
    runs: list[Run] = []
    if any(_is_reserved(one) for one in living):
        runs.append(Run(labels.text("matrix.reserved") + " "))
    if any(_is_due(one) and not field for one in living for field in _fields(one)):
        runs.append(Run(labels.text("matrix.open_mark"), bold=True))
        runs.append(Run(f" {labels.text('matrix.open')} "))
    runs.append(Run(labels.text("matrix.sources")))
    if rest:
        runs.append(Run(" " + labels.text("matrix.rest", numbers=labels.join(one.number for one in rest))))
    return AttributionNote(note.title, (*note.paragraphs, tuple(runs)), note.notice)


def _rows(record: Record, labels: Labels) -> Iterator[Row | GroupRow]:
    living = live(record)
    for place, ones in by_theme(record, living):
        if ones:
            yield GroupRow(theme_name(record, place, labels), mark_of(record.themes[place]))
        yield from (_row(one, labels) for one in ones)
    unfiled = [one for one in living if one.home is None]
    if unfiled:
        yield GroupRow(labels.text("outcome.unfiled"))
    yield from (_row(one, labels) for one in unfiled)


def _row(one: RecordRecommendation, labels: Labels) -> Row:
    number = f"{one.number}\u00a0{labels.text('matrix.reserved_mark')}" if _is_reserved(one) else one.number
    open_mark = Run(labels.text("matrix.open_mark"), bold=True, keep=True)
    empty = open_mark if _is_due(one) else Run(labels.text("matrix.not_due"))
    cells = (plain(field) or (empty,) for field in _fields(one))
    return Row(((Run(number, bold=True, keep=True),), plain(one.wording), *cells, plain(labels.join(one.sources))))


def _is_due(one: RecordRecommendation) -> bool:
    # Of what was only said once nobody can expect an indicator.
    return one.status is not Status.RAW


def _fields(one: RecordRecommendation) -> tuple[str, ...]:
    return one.addressed_to, one.action, one.timeframe, one.indicator, one.resources


def _is_reserved(one: RecordRecommendation) -> bool:
    return one.status is Status.AGREED_WITH_RESERVATION or bool(one.reservations)
