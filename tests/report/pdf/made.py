"""Made reports, and what can be read back from the pages of a finished file."""

import io
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2
import pytest

from facilitator.report.model import (
    AttributionNote,
    Block,
    Column,
    Contents,
    Entry,
    Facts,
    Furniture,
    GroupRow,
    Heading,
    Held,
    Item,
    Layout,
    Level,
    Line,
    Mark,
    Paragraph,
    Report,
    Row,
    Run,
    Table,
    WritingLines,
)
from facilitator.report.writers.pdf import PdfStyle, Written, write

DISC = Mark("ochre", "disc")
WORDS = "Parliaments give the national action plan a line of its own in the annual budget and publish what was spent."
FURNITURE = Furniture(
    head="Peace plans in Asia",
    document="Outcome document",
    dates="9–10 August 2023",
    page="Page {page} of {pages}",
    foot="Affiliation only",
    flag="Sample",
    own_notes="Your own notes",
    continued="{text} continued",
)


def runs(text: str, **style: bool) -> tuple[Run, ...]:
    return (Run(text, **style),)


def report(*blocks: Block, layout: Layout = Layout.TEXT, **fields: object) -> Report:
    """A report of these blocks; `fields` change the others."""
    plain = Report("Kind of report", "Its title", "en", layout, FURNITURE, lambda: iter(blocks))
    return replace(plain, **fields)


def item(number: int, length: int = 1) -> Item:
    return Item(f"R{number}", runs(" ".join([WORDS] * length)), strong=True, lines=(Line(runs("Agreed"), DISC),))


def themes(count: int, items: int = 5) -> Iterator[Block]:
    """Themes with a digest and items of different lengths, each theme with an anchor."""
    for theme in range(count):
        yield Heading(f"Theme {theme}", Level.THEME, mark=DISC, count=f"{items}", anchor=f"t{theme}")
        yield Paragraph(runs(f"Digest of theme {theme}. {WORDS}"))
        for place in range(items):
            yield item(theme * items + place, 1 + (theme + place) % 3)


def whole_report(count: int = 12) -> Report:
    """Every kind of block of a document."""

    def body() -> Iterator[Block]:
        yield Facts((("Place", runs("Bangkok")), ("A label that is long", runs(WORDS))))
        yield AttributionNote("Attribution: affiliation only", (runs("No names stand here."),), "All is illustration.")
        yield Contents("Contents", "page", tuple(Entry(f"Theme {n}", f"t{n}", "R1", DISC) for n in range(count)))
        yield from themes(count)
        yield Heading("Reservations", Level.SECTION, sign="!", count="1")
        held = (Held("Reservation", "one delegation", WORDS), Held("Reservation", "", WORDS))
        yield Item("S12.123", runs("A note."), sign="“", by="panellist, government, 11:21", held=held)
        columns = (Column("Note", 42), Column("Action", 200), Column("Sum", 60, numeric=True))
        rows = [Row((runs(f"S1.{n}"), runs(WORDS), runs(str(n)))) for n in range(60)]
        yield Table(columns, (GroupRow("Group one", DISC), *rows, GroupRow("Group two"), rows[0]), full=True)

    expected = {"recommendations": tuple(f"R{n}" for n in range(count * 5)), "notes": ("S12.123", "S1.59")}
    return report(body=body, expected=expected)


def day(*, sessions: int, shorter: int | None = None, side: int = 3) -> Report:
    """A day with so many sessions, and a shorter form with fewer."""
    blocks = [
        Item(f"S{n}", runs(WORDS), strong=True, head=f"Session {n}", under="09:00") for n in range(1, sessions + 1)
    ]
    beside: list[Block] = [Heading("Tomorrow", Level.SECTION)]
    beside += [Item("09:00", runs(f"Session {n} of tomorrow", small=True)) for n in range(side)]
    beside.append(WritingLines("What did we miss?"))
    forms = (lambda: iter((day(sessions=shorter),))) if shorter is not None else None
    return report(*blocks, layout=Layout.DAY, side=tuple(beside), shorter=forms)


def pdf_of(reports: Report | Sequence[Report], style: PdfStyle | None = None) -> tuple[bytes, Written]:
    stream = io.BytesIO()
    written = write(reports, style or PdfStyle(), stream)
    return stream.getvalue(), written


@dataclass(frozen=True)
class Box:
    """Where a run of text stands, from the upper left corner of the page."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    def overlaps(self, other: "Box") -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 0.5 and down > 1.0


def boxes(data: bytes) -> list[list[Box]]:
    """By page, the boxes of its text."""
    with pypdfium2.PdfDocument(data) as document:
        return [_boxes(page) for page in document]


def _boxes(page: pypdfium2.PdfPage) -> list[Box]:
    height, text = page.get_height(), page.get_textpage()
    found = []
    for place in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(place)
        words = text.get_text_bounded(left, bottom, right, top)
        found.append(Box(left, height - top, right, height - bottom, words.strip()))
    return found


def texts(data: bytes) -> list[str]:
    """By page, its text with single spaces."""
    with pypdfium2.PdfDocument(data) as document:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def tool(*command: str, data: bytes, folder: Path) -> str:
    """What a program for PDF files says about this one; the test is skipped where it is not installed."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    path = folder / "report.pdf"
    path.write_bytes(data)
    ends = ["-"] if command[0] == "pdftotext" else []
    return subprocess.run([*command, str(path), *ends], capture_output=True, text=True, check=True).stdout
