"""Writes reports as one PDF file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO

from facilitator.report.model import Layout, Report
from facilitator.report.type import FontLibrary, Typesetter
from facilitator.report.writers.pdf.book import Book
from facilitator.report.writers.pdf.composition import compose
from facilitator.report.writers.pdf.furniture import PageFurniture
from facilitator.report.writers.pdf.page import Page, Paper, page_of
from facilitator.report.writers.pdf.parts import Placed
from facilitator.report.writers.pdf.spans import Setter


@dataclass(frozen=True, slots=True)
class PdfStyle:
    """The size of paper; `invariant` leaves out the time of writing, so that the same reports are the same bytes."""

    paper: Paper = "a4"
    invariant: bool = True


@dataclass(frozen=True, slots=True)
class Written:
    """How many pages there are, and each character without a glyph with the places where it was met."""

    pages: int
    missing: Mapping[str, tuple[str, ...]]


def write(
    reports: Sequence[Report] | Report,
    style: PdfStyle,
    stream: BinaryIO,
    progress: Callable[[int], None] | None = None,
) -> Written:
    """Write reports into one file, each from a new page on and with its own page count.

    `progress` is told the number of pages composed so far, and may raise to give up. Raises ValueError for no report.
    """
    reports = (reports,) if isinstance(reports, Report) else tuple(reports)
    if not reports:
        raise ValueError("no report to write")
    first = reports[0]
    title = first.title if len(reports) == 1 else first.furniture.head or first.title
    page = page_of(first.layout, style.paper)
    book = Book(stream, page, title=title, language=first.language, invariant=style.invariant)
    fonts = FontLibrary.bundled()
    missing: dict[str, dict[str, None]] = {}
    pages = 0
    setters: dict[str, Typesetter] = {}
    for report in reports:
        for parts in _begun(report, style, book, fonts, setters):
            book.add(parts)
            pages += 1
            if progress is not None:
                progress(pages)
    for setter in setters.values():
        for character, places in setter.missing.items():
            missing.setdefault(character, {}).update(dict.fromkeys(places))
    return Written(book.finish(), {character: tuple(places) for character, places in missing.items()})


def _begun(
    report: Report, style: PdfStyle, book: Book, fonts: FontLibrary, setters: dict[str, Typesetter]
) -> Iterator[list[Placed]]:
    """Begin a report in the book; its pages."""
    page = page_of(report.layout, style.paper)
    if report.layout is Layout.DAY:
        report = _shortened(report, page, fonts)
    type_setter = setters.get(report.language)
    if type_setter is None:
        type_setter = setters[report.language] = Typesetter(fonts, report.language)
    setter = Setter(type_setter)
    book.begin(report.title, page, PageFurniture(report, page, setter), type_setter)
    return compose(report, page, setter)


def _shortened(report: Report, page: Page, fonts: FontLibrary) -> Report:
    """The longest form of a report that fits one page; the shortest if none does."""
    shown = report
    # Composed with a typesetter of its own: what is not printed in the end must not be said to be missing.
    setter = Setter(Typesetter(fonts, report.language))
    for shown in _forms(report):
        if len(list(islice(compose(shown, page, setter), 2))) == 1:
            break
    return shown


def _forms(report: Report) -> Iterator[Report]:
    yield report
    if report.shorter is not None:
        yield from report.shorter()
