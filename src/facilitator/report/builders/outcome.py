"""The outcome document: the recommendations in their present wording, by theme, with status and reservations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from facilitator.domain.kinds import Status
from facilitator.domain.record import Record, RecordRecommendation, RecordReservation
from facilitator.report.labels import Labels
from facilitator.report.model import (
    Block,
    Contents,
    Entry,
    Facts,
    Heading,
    Held,
    Item,
    Layout,
    Level,
    Line,
    Paragraph,
    Report,
    Run,
    Runs,
)

from .about import about_this_export
from .adoption import ADOPTED, by_theme, counted, live, set_aside, state_text
from .options import ReportOptions, workshop_days
from .phrases import furniture, lines_of, mark_of, numbered_points, one_line, plain, theme_name
from .statement import Statement, attribution_note, state

# A theme with more recommendations says how many; a longer row of numbers would not fit beside its name.
_NUMBERS_BESIDE = 8


def build(record: Record, labels: Labels, options: ReportOptions) -> tuple[Report, ...]:
    """One report of all recommendations; the choice of sessions and days does not touch it."""
    statement = state(record, record.sessions)
    report = Report(
        kind=labels.text("outcome.kind"),
        title=record.title,
        language=labels.language,
        layout=Layout.TEXT,
        furniture=furniture(
            record, labels, labels.text("outcome.document"), statement, (state_text(record, labels, options),)
        ),
        body=partial(_body, record, statement, labels, options),
        expected={"recommendations": tuple(one.number for one in record.recommendations)},
    )
    return (report,)


def _body(record: Record, statement: Statement, labels: Labels, options: ReportOptions) -> Iterator[Block]:
    yield Facts(tuple(_facts(record, labels)))
    yield attribution_note(statement, labels, record.illustration)
    if sentence := _adoption(record, labels):
        yield Paragraph(plain(sentence))
    yield Contents(labels.text("outcome.contents"), labels.text("outcome.page"), tuple(_entries(record, labels)))
    yield from numbered_points(labels.text("outcome.conclusions"), record.conclusions, "conclusions")
    yield from _themes(record, labels)
    yield from _set_aside(record, labels)
    yield from about_this_export(record, statement, labels, options, labels.text("outcome.kind"))


def _facts(record: Record, labels: Labels) -> Iterator[tuple[str, Runs]]:
    living = live(record)
    of = labels.count("recommendation", len(living))
    rows = (
        ("place", record.place),
        ("days", labels.dates(workshop_days(record))),
        ("convened", one_line(record.organisers)),
        ("supported", one_line(record.supporters)),
        ("text", f"{of}: {counted(living, labels)}" if living else of),
    )
    for name, text in rows:
        if text:
            yield labels.text(f"facts.{name}"), plain(text)


def _adoption(record: Record, labels: Labels) -> str:
    living = live(record)
    adopted = sum(one.status in ADOPTED for one in living)
    if adopted == len(living):
        return ""
    if not adopted:
        return labels.text("outcome.nothing_adopted")
    return labels.text("outcome.partly_adopted", adopted=adopted, all=len(living))


# The contents and the sections that they lead to.


def _entries(record: Record, labels: Labels) -> Iterator[Entry]:
    if lines_of(record.conclusions):
        yield Entry(labels.text("outcome.conclusions"), "conclusions")
    for place, ones in _sections(record):
        theme = record.themes[place]
        yield Entry(theme_name(record, place, labels), f"theme-{place}", numbers_of(ones, labels), mark_of(theme))
    if unfiled := _unfiled(record):
        yield Entry(labels.text("outcome.unfiled"), "unfiled", numbers_of(unfiled, labels))
    if set_aside(record):
        yield Entry(labels.text("outcome.rest"), "rest")
    yield Entry(labels.text("about.title"), "about")


def _sections(record: Record) -> Iterator[tuple[int, list[RecordRecommendation]]]:
    for place, ones in by_theme(record, live(record)):
        if ones or record.themes[place].digest:
            yield place, ones


def _unfiled(record: Record) -> list[RecordRecommendation]:
    return [one for one in live(record) if one.home is None]


def numbers_of(ones: Sequence[RecordRecommendation], labels: Labels) -> str:
    """The numbers of a theme's recommendations, or how many there are when they are many."""
    if len(ones) > _NUMBERS_BESIDE:
        return labels.count("recommendation", len(ones))
    return labels.join(one.number for one in ones)


def _themes(record: Record, labels: Labels) -> Iterator[Block]:
    for place, ones in _sections(record):
        theme = record.themes[place]
        yield Heading(
            theme_name(record, place, labels),
            Level.THEME,
            mark=mark_of(theme),
            count=numbers_of(ones, labels),
            anchor=f"theme-{place}",
        )
        if digest := one_line(theme.digest):
            yield Paragraph(plain(digest))
        yield from (_item(one, record, labels) for one in ones)
    if unfiled := _unfiled(record):
        yield Heading(labels.text("outcome.unfiled"), Level.THEME, count=numbers_of(unfiled, labels), anchor="unfiled")
        yield from (_item(one, record, labels) for one in unfiled)


def _item(one: RecordRecommendation, record: Record, labels: Labels) -> Item:
    return Item(
        one.number,
        plain(one.wording),
        strong=True,
        lines=tuple(_lines(one, record, labels)),
        held=tuple(_held(held, labels) for held in one.reservations),
    )


def _lines(one: RecordRecommendation, record: Record, labels: Labels) -> Iterator[Line]:
    status = _status(one, labels)
    rest = labels.join((one.addressed_to, one.timeframe), "parts")
    joint = labels.text("joints.parts")
    yield Line(
        (Run(status, bold=one.status is Status.AGREED_WITH_RESERVATION), *plain(f"{joint}{rest}" if rest else ""))
    )
    if one.further:
        themes = labels.join(theme_name(record, place, labels) for place in one.further)
        yield Line(plain(labels.text("outcome.also_under", themes=themes)))
    if one.sources:
        notes = labels.join(one.sources)
        yield Line(plain(labels.plural("outcome.sources", len(one.sources), notes=notes)))


def _status(one: RecordRecommendation, labels: Labels) -> str:
    if one.status is Status.MERGED and one.merged_into:
        status = labels.text("statuses.merged_into", number=one.merged_into)
    else:
        status = labels.text(f"statuses.{one.status}")
    note = one_line(one.status_note)
    return labels.text("statuses.with_note", status=status, note=note) if note else status


def _held(held: RecordReservation, labels: Labels) -> Held:
    constituency = labels.text("outcome.constituency_withheld") if held.withheld else held.constituency
    return Held(labels.text("outcome.reservation"), constituency, held.text)


def _set_aside(record: Record, labels: Labels) -> Iterator[Block]:
    ones = set_aside(record)
    if ones:
        yield Heading(labels.text("outcome.rest"), Level.SECTION, count=str(len(ones)), anchor="rest")
    for one in ones:
        source = labels.text("outcome.from", notes=labels.join(one.sources)) if one.sources else ""
        line = Line(plain(labels.join((_status(one, labels), source), "parts")))
        held = tuple(_held(held, labels) for held in one.reservations)
        yield Item(one.number, plain(one.wording), strong=True, lines=(line,), held=held)
