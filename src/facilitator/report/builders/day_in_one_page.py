"""The day in one page: what everybody takes home in the evening, with room to say what was missed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from facilitator.domain.kinds import NoteKind, SessionKind
from facilitator.domain.record import Record, RecordNote, RecordRecommendation, RecordSession
from facilitator.report.labels import Labels
from facilitator.report.model import Block, Heading, Item, Layout, Level, Paragraph, Report, Run, WritingLines

from .adoption import ADOPTED, by_theme
from .options import ReportOptions, chosen_days, workshop_days
from .phrases import SIGNS, duty_text, furniture, mark_of, one_line, plain, theme_name, words_of
from .statement import attribution_note, state


@dataclass(frozen=True, slots=True)
class _Measure:
    """How much is said: letters of a digest, how many decisions and actions, open questions, numbers beside themes.

    Where a page has more numbers, each theme names its first and counts the rest.
    """

    digest: int
    decided: int
    open: int
    numbers: int = 150


# "Too long: shorten digests, then drop decided; never smaller type" (paper-tokens).
_MEASURES = (
    _Measure(digest=10_000, decided=1_000, open=1_000),
    _Measure(digest=160, decided=1_000, open=8),
    _Measure(digest=110, decided=1_000, open=6),
    *(_Measure(digest=110, decided=decided, open=6) for decided in (10, 8, 6, 5, 4, 3, 2, 1, 0)),
    _Measure(digest=70, decided=0, open=4),
    _Measure(digest=0, decided=0, open=3),
    *(_Measure(digest=0, decided=0, open=0, numbers=numbers) for numbers in (150, 100, 60, 30)),
)
_NOT_WORKING = frozenset({SessionKind.BREAK, SessionKind.CEREMONIAL})


def build(record: Record, labels: Labels, options: ReportOptions) -> tuple[Report, ...]:
    """A page for each day asked for, in order. Raises DayNotThere, NothingToPrint."""
    return tuple(_Day(record, day, labels, options).report(_MEASURES[0]) for day in chosen_days(record, options))


class _Day:
    """One day with the sessions and recommendations that belong to it."""

    def __init__(self, record: Record, day: date, labels: Labels, options: ReportOptions) -> None:
        self._record = record
        self._day = day
        self._labels = labels
        self._options = options
        on_day = [session for session in record.sessions if session.day == day]
        self._sessions = tuple(
            session for session in on_day if session.kind not in _NOT_WORKING or session.digest or session.notes
        )
        self._notes = [note for session in on_day for note in session.notes]
        numbers = {note.number for note in self._notes}
        # A recommendation belongs to the day on which it was first said.
        self._recommendations = [one for one in record.recommendations if one.sources and one.sources[0] in numbers]
        self._themes = list(self._in_themes())

    def report(self, measure: _Measure) -> Report:
        labels, days = self._labels, workshop_days(self._record)
        statement = state(self._record, self._sessions)
        stated = labels.text("page.state", instant=labels.instant(self._options.state_at, self._record.time_zone))
        document = labels.text("day.document", n=days.index(self._day) + 1, day=labels.long_date(self._day))
        named = self._named(measure)
        shown = {one.number for _, ones in self._themes for one in ones[:named]}
        return Report(
            kind=labels.text("day.kind"),
            title=labels.long_date(self._day),
            language=labels.language,
            layout=Layout.DAY,
            furniture=furniture(self._record, labels, document, statement, (stated,)),
            body=partial(self._body, measure),
            side=tuple(self._side(measure)),
            expected={
                "sessions": tuple(session.number for session in self._sessions),
                "recommendations": tuple(one.number for one in self._recommendations if one.number in shown),
            },
            shorter=self._shorter if measure == _MEASURES[0] else None,
        )

    def _shorter(self) -> Iterator[Report]:
        return (self.report(measure) for measure in _MEASURES[1:])

    def _body(self, measure: _Measure) -> Iterator[Block]:
        labels = self._labels
        yield Paragraph(plain(self._intro()))
        yield attribution_note(state(self._record, self._sessions), labels, self._record.illustration)
        if self._sessions:
            yield Heading(labels.text("day.discussed"), Level.SECTION)
        yield from (self._session(session, measure) for session in self._sessions)
        if self._themes:
            count = labels.count("recommendation", len(self._recommendations))
            yield Heading(labels.text("day.heard"), Level.SECTION, count=count)
        yield from (self._theme(place, ones, measure) for place, ones in self._themes)
        yield from self._decided(measure)

    def _intro(self) -> str:
        labels = self._labels
        sentence = labels.text(
            "day.intro",
            sessions=labels.count("session", len(self._sessions)),
            notes=labels.count("note", len(self._notes)),
            recommendations=labels.count("recommendation", len(self._recommendations)),
        )
        nothing_agreed = not any(one.status in ADOPTED for one in self._recommendations)
        return f"{sentence} {labels.text('day.not_agreed')}" if nothing_agreed and self._recommendations else sentence

    def _session(self, session: RecordSession, measure: _Measure) -> Item:
        digest = shortened(one_line(session.digest), measure.digest)
        starts = self._labels.hours(session.starts, None)
        if digest:
            return Item(session.number, plain(digest), strong=True, head=session.title, under=starts)
        # Nothing stands below the title, so the time stands beside it and takes no line of its own.
        return Item(session.number, (Run(session.title, bold=True),), strong=True, by=starts)

    def _in_themes(self) -> Iterator[tuple[int | None, list[RecordRecommendation]]]:
        for place, ones in by_theme(self._record, self._recommendations):
            if ones:
                yield place, ones
        unfiled = [one for one in self._recommendations if one.home is None]
        if unfiled:
            yield None, unfiled

    def _named(self, measure: _Measure) -> int:
        """How many of its recommendations each theme names."""
        whole = len(self._recommendations) <= measure.numbers
        return measure.numbers if whole else max(measure.numbers // len(self._themes), 1)

    def _numbers(self, ones: list[RecordRecommendation], named: int) -> str:
        rest = len(ones) - named
        return self._labels.join((*(one.number for one in ones[:named]), f"+{rest}" if rest > 0 else ""))

    def _theme(self, place: int | None, ones: list[RecordRecommendation], measure: _Measure) -> Item:
        labels, theme = self._labels, None if place is None else self._record.themes[place]
        name = labels.text("outcome.unfiled") if place is None else theme_name(self._record, place, labels)
        digest = shortened(one_line(theme.digest), measure.digest) if theme else ""
        text = f" {digest} " if digest else " "
        runs = (Run(f"{name}.", bold=True), Run(text), Run(self._numbers(ones, self._named(measure)), small=True))
        return Item("", runs, mark=mark_of(theme) if theme else None)

    def _decided(self, measure: _Measure) -> Iterator[Block]:
        labels = self._labels
        notes = [note for note in self._notes if note.kind in {NoteKind.DECISION, NoteKind.ACTION}]
        shown = notes[: measure.decided]
        if shown:
            yield self._partly("day.decided", shown, notes, "day.some_here")
        elif notes:
            # Without room for any the page still says where they stand.
            yield Paragraph(plain(labels.text("day.elsewhere", count=labels.count("decided", len(notes))), small=True))
        for note in shown:
            yield Item(SIGNS[note.kind], plain(words_of(note, labels)), strong=True, by=duty_text(note, labels))

    def _partly(
        self, title: str, shown: Sequence[RecordNote], notes: Sequence[RecordNote], some: str = "day.some"
    ) -> Heading:
        """A heading that says how many there are where not all of them are shown."""
        count = self._labels.text(some, shown=len(shown), all=len(notes)) if len(shown) < len(notes) else ""
        return Heading(self._labels.text(title), Level.SECTION, count=count)

    def _side(self, measure: _Measure) -> Iterator[Block]:
        labels = self._labels
        yield from self._next_day()
        questions = [note for note in self._notes if note.kind in {NoteKind.QUESTION, NoteKind.PARKING_LOT}]
        shown = questions[: measure.open]
        if shown:
            yield self._partly("day.still_open", shown, questions)
        for note in shown:
            yield Paragraph(plain(f"{note.text} {note.number}", small=True))
        yield WritingLines(labels.text("day.missed"))

    def _next_day(self) -> Iterator[Block]:
        later = [day for day in workshop_days(self._record) if day > self._day]
        if not later:
            return
        title = self._labels.text("day.next_day", day=self._labels.dates((later[0],)))
        yield Heading(title, Level.SECTION)
        for session in self._record.sessions:
            if session.day == later[0] and session.kind is not SessionKind.BREAK:
                yield Item(self._labels.hours(session.starts, None), plain(session.title, small=True))


def shortened(text: str, letters: int) -> str:
    """At most so many letters of a text: whole sentences if one fits, else whole words and an ellipsis; 0 for none."""
    if len(text) <= letters:
        return text
    head = text[: letters + 1]
    sentence = max(head.rfind(f"{end} ") for end in ".!?")
    if sentence > 0:
        return head[: sentence + 1]
    words = head[:letters].rpartition(" ")[0]
    return f"{words}…" if words else ""
