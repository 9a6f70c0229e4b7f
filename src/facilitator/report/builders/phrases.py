"""Phrases that several reports print in the same way: by-lines, signs, notes as items, the head and foot of a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from facilitator.domain.kinds import NoteKind, SessionRole
from facilitator.domain.record import By, Record, RecordNote, RecordSession, RecordTheme
from facilitator.report.labels import Labels
from facilitator.report.model import Block, Furniture, Heading, Item, Level, Mark, Run, Runs

from .options import workshop_days
from .statement import Statement, foot

SIGNS = {
    NoteKind.POINT: "·",
    NoteKind.QUOTE: "“",
    NoteKind.QUESTION: "?",
    NoteKind.GOOD_PRACTICE: "+",
    NoteKind.CHALLENGE: "~",
    NoteKind.DECISION: "=",
    NoteKind.ACTION: ">",
    NoteKind.PARKING_LOT: "^",
    NoteKind.RECOMMENDATION: "!",
}
"""The signs of the capture line, which stand before what they made; a point, which has none, has a dot."""

# A typed quotation mark is enough: no second pair is put around it.
_QUOTATION_MARKS = "\"'“”„‟«»‘’「『"


def plain(text: str, *, bold: bool = False, small: bool = False) -> Runs:
    """A text in one style; nothing for an empty text."""
    return (Run(text, bold=bold, small=small),) if text else ()


def lines_of(text: str) -> list[str]:
    """The lines that a person typed into a field of several lines, without the empty ones."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def one_line(text: str) -> str:
    """A field of several lines as running text."""
    return " ".join(lines_of(text))


def by_text(by: By | None, labels: Labels) -> str:
    """Who, in words: "Kim Sun-hee, Ministry of Finance", "panellist, civil society", or nothing."""
    if by is None:
        return ""
    if by.name:
        return labels.join((by.name, by.organisation))
    role = labels.text(f"roles.{by.role or 'participant'}")
    return labels.join((role, labels.text(f"sectors.{by.sector}") if by.sector else ""))


def time_of(note: RecordNote, labels: Labels, zone: str) -> str:
    """The time of day at which a note was taken, or nothing."""
    return "" if note.at is None else labels.clock_at(note.at, zone)


def by_line(note: RecordNote, labels: Labels, zone: str) -> str:
    """Who and when, as small type after the words."""
    return labels.join((by_text(note.by, labels), time_of(note, labels, zone)))


def words_of(note: RecordNote, labels: Labels) -> str:
    """The text of a note, a quote in the quotation marks of the language."""
    quoted = note.kind is NoteKind.QUOTE and not note.text.startswith(tuple(_QUOTATION_MARKS))
    return labels.text("joints.quote", text=note.text) if quoted else note.text


def note_item(note: RecordNote, labels: Labels, zone: str) -> Item:
    """A note with its number and by-line."""
    return Item(note.number, plain(words_of(note, labels)), by=by_line(note, labels, zone))


def who_text(note: RecordNote, labels: Labels) -> str:
    """Who does an action, as far as may be said; a mark where somebody was named and is not printed."""
    return labels.text("session.withheld") if note.who_withheld else by_text(note.who, labels)


def duty_text(note: RecordNote, labels: Labels) -> str:
    """Who does an action and by when, each told as such; nothing for a note of another kind."""
    if note.kind is not NoteKind.ACTION:
        return ""
    who = who_text(note, labels)
    told = (
        labels.text("action.who", who=who) if who else "",
        labels.text("action.due", due=note.due) if note.due else "",
    )
    return labels.join(told, "parts")


def parts_text(session: RecordSession, role: SessionRole, labels: Labels) -> str:
    """The people of one role: names, or sectors with the number of people of each."""
    people = [part.by for part in session.parts if part.role is role]
    if any(by.name for by in people):
        return labels.join((by_text(by, labels) for by in people), "clauses")
    sectors = Counter(labels.text(f"sectors.{by.sector}" if by.sector else "roles.unknown") for by in people)
    texts = (labels.text("joints.several", who=who, count=n) if n > 1 else who for who, n in sectors.items())
    return capital(labels.join(texts))


def capital(text: str) -> str:
    """The text with a capital at its beginning, as a fact or a status begins."""
    return text[:1].upper() + text[1:]


def when_where(session: RecordSession, labels: Labels) -> str:
    """The planned day, hours and place of a session."""
    day = labels.long_date(session.day) if session.day else ""
    return labels.join((day, labels.hours(session.starts, session.ends), session.place))


def mark_of(theme: RecordTheme) -> Mark:
    """The sign of a theme."""
    return Mark(theme.colour, theme.symbol)


def theme_name(record: Record, place: int, labels: Labels) -> str:
    """The name of a theme, after that of its parent if it has one."""
    theme = record.themes[place]
    if theme.parent is None:
        return theme.name
    return labels.text("joints.child", parent=record.themes[theme.parent].name, name=theme.name)


def numbered_points(title: str, text: str, anchor: str = "") -> Iterator[Block]:
    """Lines that a person typed, each as a numbered item below a heading; nothing for an empty text."""
    lines = lines_of(text)
    if lines:
        yield Heading(title, Level.SECTION, anchor=anchor)
    for count, line in enumerate(lines, 1):
        yield Item(str(count), plain(line), strong=True)


def furniture(record: Record, labels: Labels, document: str, statement: Statement, feet: Iterable[str]) -> Furniture:
    """Head and foot of each page: `feet` follow the attribution in the foot."""
    return Furniture(
        head=record.title,
        document=document,
        dates=labels.dates(workshop_days(record)),
        page=labels.text("page.number"),
        foot=labels.join((foot(statement, labels), *feet), "parts"),
        flag=labels.text("page.sample") if record.illustration else "",
        own_notes=labels.text("page.own_notes"),
        continued=labels.text("page.continued"),
    )
