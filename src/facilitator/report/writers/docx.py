"""Reports as a Word document that drafters can work in: real headings, real tables, page fields, and no names behind.

`write` sets the reports one after the other, each in a section of its own; `count` opens the finished file again.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import count as counter
from pathlib import Path
from typing import BinaryIO, Literal

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Pt

from facilitator.report.model import (
    AttributionNote,
    Block,
    Contents,
    Facts,
    Furniture,
    Heading,
    Item,
    Layout,
    Level,
    Paragraph,
    Report,
    Run,
    Runs,
    Table,
    WritingLines,
)

from .word_paragraphs import paragraph_properties
from .word_runs import SMALL, bookmark, clean_xml, element, field_runs, mark_run, tab_run, text_runs
from .word_styles import (
    BODY,
    CONTENTS,
    HEADING,
    ITEM,
    KIND,
    NUMBERS,
    RESERVATION,
    SMALL_LINE,
    TITLE,
    set_styles,
)
from .word_tables import word_table

Paper = Literal["a4", "letter"]
# Short and long side, then the margins of both papers, in pt, as on paper (paper-tokens).
_SIDES: Mapping[Paper, tuple[float, float]] = {"a4": (595.0, 842.0), "letter": (612.0, 792.0)}
_MARGIN, _RIGHT, _TOP, _FOOT = 51.0, 36.0, 70.0, 58.0
_FACT_LABEL = 78.0
_EMPTY_LINES = 6
# White below a whole item, in pt; its own lines stand closer.
_BELOW_ITEM = 5.0
# The rules of the attribution note stand in this white above and below it.
_ROUND_NOTE = 12.0
# The files inside a .docx get this moment, so that the same report gives the same bytes.
_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)
_NUMBER = re.compile(r"\b[SR][A-Z]*[0-9]+(?:\.[0-9]+)?\b")


def write(reports: Sequence[Report], stream: BinaryIO, paper: Paper = "a4") -> None:
    """Write the reports into a binary stream as one .docx, set for this paper."""
    document = docx.Document()
    set_styles(document, reports[0].language)
    _set_properties(document, reports)
    places = counter(1)
    for place, report in enumerate(reports):
        section = document.add_section(WD_SECTION.NEW_PAGE) if place else document.sections[0]
        _Body(document, section, report, places, _SIDES[paper]).write()
    held = io.BytesIO()
    document.save(held)
    _pack(held, stream)


def count(path: Path, reports: Iterable[Report]) -> Mapping[str, int]:
    """How many of the numbers that each report expects, by kind, stand in a finished file.

    Headings, contents and all but the first cell of a row do not count: a number must stand with its words.
    """
    found = _numbers_in(docx.Document(str(path)))
    written: dict[str, int] = {}
    for report in reports:
        for kind, numbers in report.expected.items():
            written[kind] = written.get(kind, 0) + sum(number in found for number in numbers)
    return written


class _Body:
    """One report on its way into a document."""

    def __init__(
        self,
        document: Document,
        section: Section,
        report: Report,
        places: Iterator[int],
        sides: tuple[float, float],
    ) -> None:
        self._document = document
        self._section = section
        self._report = report
        self._places = places
        self._prefix = f"r{next(places)}-"
        self._width = self._set_page(*sides)
        self._below_theme = False

    def write(self) -> None:
        self._furnish(self._report.furniture)
        self._add(KIND, text_runs((Run(self._report.kind),)))
        self._add(TITLE, text_runs((Run(self._report.title),)))
        for block in self._report.body():
            self._block(block)
        for block in self._report.side:
            self._block(block)

    # The page

    def _set_page(self, short: float, long: float) -> float:
        """Set paper and margins; gives the width between the margins in pt."""
        landscape = self._report.layout is Layout.MATRIX
        wide, high = (long, short) if landscape else (short, long)
        section = self._section
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Pt(wide), Pt(high)
        section.left_margin, section.right_margin = Pt(_MARGIN), Pt(_RIGHT)
        section.top_margin, section.bottom_margin = Pt(_TOP), Pt(_FOOT)
        section.header_distance, section.footer_distance = Pt(31.5), Pt(31.5)
        return wide - _MARGIN - _RIGHT

    def _furnish(self, furniture: Furniture) -> None:
        header, footer = self._section.header, self._section.footer
        header.is_linked_to_previous = footer.is_linked_to_previous = False
        first, second = header.paragraphs[0], header.add_paragraph()
        self._across(first._p, (Run(furniture.head, bold=True),), text_runs((Run(furniture.dates),)))  # noqa: SLF001
        self._across(second._p, (Run(furniture.document),), self._page_of_pages(furniture.page))  # noqa: SLF001
        second.style = header.paragraphs[0].style
        self._across(footer.paragraphs[0]._p, (Run(furniture.foot),), text_runs((Run(furniture.flag),)))  # noqa: SLF001

    def _across(self, paragraph: BaseOxmlElement, left: Runs, right: Iterable[BaseOxmlElement]) -> None:
        properties = paragraph.get_or_add_pPr()
        tabs = element("tabs")
        tabs.append(element("tab", val="right", pos=f"{self._width * 20:.0f}"))
        properties.append(tabs)
        for run in (*text_runs(left), tab_run(), *right):
            paragraph.append(run)

    def _page_of_pages(self, template: str) -> Iterator[BaseOxmlElement]:
        # Counted through all reports of the file: LibreOffice does not know the pages of a section.
        fields = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
        for piece in re.split(r"(\{pages?\})", template):
            if piece in fields:
                yield from field_runs(fields[piece])
            elif piece:
                yield from text_runs((Run(piece),))

    # Blocks

    def _block(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Item():
                self._item(block)
            case Table():
                left = 0.0 if block.full else NUMBERS
                self._append(word_table(block, left, self._width - left))
                self._add(SMALL_LINE, ())
            case Paragraph():
                # What a theme begins with is as little alone at the foot of a page as its heading.
                self._add(BODY, text_runs(block.runs), paragraph_properties(keep=self._below_theme))
            case Facts():
                self._facts(block)
            case AttributionNote():
                self._attribution(block)
            case Contents():
                self._contents(block)
            case WritingLines():
                self._add(BODY, text_runs((Run(block.prompt, bold=True),)))
                for _ in range(_EMPTY_LINES):
                    self._add(BODY, (tab_run(),))
        self._below_theme = isinstance(block, Heading) and block.level is not Level.SECTION

    def _heading(self, block: Heading) -> None:
        runs = [mark_run(block.mark)] if block.mark else list(text_runs((Run(block.sign),)))
        runs += [tab_run(), *text_runs((Run(block.text),))]
        if block.count:
            runs += text_runs((Run(f"  {block.count}"),), size=SMALL)
        if block.anchor:
            begin, end = bookmark(self._prefix + block.anchor, next(self._places))
            runs = [begin, *runs, end]
        self._add(HEADING, runs)

    def _item(self, block: Item) -> None:
        number = Run(block.number, bold=block.strong, small=not block.strong)
        lead = [mark_run(block.mark)] if block.mark else []
        sign = (Run(f"{block.sign} ", bold=True),) if block.sign else ()
        runs = [*lead, *text_runs((*sign, number)), tab_run()]
        paragraphs: list[tuple[str, Iterable[BaseOxmlElement]]] = []
        if block.head:
            paragraphs.append((ITEM, [*runs, *text_runs((Run(block.head, bold=True),))]))
            runs = [*text_runs((Run(block.under, small=True),)), tab_run()]
        by = (Run(f" {block.by}", small=True),) if block.by else ()
        if block.runs or by or not block.head:
            paragraphs.append((ITEM, [*runs, *text_runs((*block.runs, *by))]))
        self._add_together([*paragraphs, *_below(block)])

    def _add_together(self, paragraphs: Sequence[tuple[str, Iterable[BaseOxmlElement]]]) -> None:
        """Paragraphs of one thing, which stand close and on one page."""
        last = len(paragraphs) - 1
        for place, (style, runs) in enumerate(paragraphs):
            after = 0.0 if place < last else _BELOW_ITEM
            self._add(style, runs, paragraph_properties(keep=place < last, whole=True, after=after))

    def _facts(self, block: Facts) -> None:
        for label, runs in block.rows:
            properties = element("pPr")
            tabs = element("tabs")
            tabs.append(element("tab", val="left", pos=f"{(NUMBERS + _FACT_LABEL) * 20:.0f}"))
            properties.append(tabs)
            indent = f"{(NUMBERS + _FACT_LABEL) * 20:.0f}"
            properties.append(element("ind", left=indent, hanging=f"{_FACT_LABEL * 20:.0f}"))
            self._add(BODY, [*text_runs((Run(label, small=True),)), tab_run(), *text_runs(runs)], properties)

    def _attribution(self, block: AttributionNote) -> None:
        """The note between two heavy rules, as on paper."""
        said = [(BODY, text_runs((Run(block.title, bold=True),)))]
        said += [(BODY, text_runs(runs)) for runs in block.paragraphs]
        said += [(SMALL_LINE, text_runs((Run(block.notice),)))] if block.notice else []
        last = len(said) - 1
        for place, (style, runs) in enumerate(said):
            before, after = None if place else _ROUND_NOTE, None if place < last else _ROUND_NOTE
            properties = paragraph_properties(keep=place < last, between_rules=True, before=before, after=after)
            self._add(style, runs, properties)

    def _contents(self, block: Contents) -> None:
        self._add(BODY, text_runs((Run(block.title, bold=True),)), paragraph_properties(keep=True))
        for entry in block.entries:
            lead = [mark_run(entry.mark)] if entry.mark else []
            detail = (Run(f"  {entry.detail}", small=True),) if entry.detail else ()
            properties = element("pPr")
            tabs = element("tabs")
            tabs.append(element("tab", val="right", pos=f"{self._width * 20:.0f}"))
            properties.append(tabs)
            page = field_runs(f"PAGEREF {self._prefix}{entry.anchor} \\h", dirty=True)
            words = [*lead, tab_run(), *text_runs((Run(entry.text), *detail)), tab_run(), *page]
            self._add(CONTENTS, words, properties)

    def _add(self, style: str, runs: Iterable[BaseOxmlElement], properties: BaseOxmlElement | None = None) -> None:
        """A paragraph at the end; `properties` are those that differ from the style's."""
        paragraph = element("p")
        own = element("pPr") if properties is None else properties
        own.insert(0, element("pStyle", val=self._document.styles[style].style_id))
        paragraph.append(own)
        for run in runs:
            paragraph.append(run)
        self._append(paragraph)

    def _append(self, made: BaseOxmlElement) -> None:
        # The last section's properties stand at the end of the body, after all text.
        self._document.element.body[-1].addprevious(made)


def _below(block: Item) -> Iterator[tuple[str, Iterable[BaseOxmlElement]]]:
    """The small lines and the reservations of an item."""
    for line in block.lines:
        mark = [mark_run(line.mark), *text_runs((Run(" "),))] if line.mark else []
        yield SMALL_LINE, [*mark, *text_runs(line.runs)]
    for held in block.held:
        who = f" · {held.constituency}" if held.constituency else ""
        yield RESERVATION, text_runs((Run(held.label, bold=True, small=True), Run(who, small=True)))
        yield RESERVATION, text_runs((Run(held.text),))


def _set_properties(document: Document, reports: Sequence[Report]) -> None:
    """Title and language; the author is the program, for a person's name would betray who wrote."""
    properties = document.core_properties
    first = reports[0]
    titles = {report.title for report in reports}
    properties.title = clean_xml(first.title if len(titles) == 1 else first.furniture.head)[:255]
    properties.subject = clean_xml(first.kind)[:255]
    properties.author = properties.last_modified_by = "facilitator"
    properties.comments = properties.keywords = ""
    properties.language = first.language
    properties.created = properties.modified = _MOMENT
    properties.revision = 1


def _pack(held: io.BytesIO, stream: BinaryIO) -> None:
    """Copy a .docx with one moment for all of its parts."""
    with zipfile.ZipFile(held) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, _MOMENT.timetuple()[:6])
            part.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(part, source.read(name))


def _numbers_in(document: Document) -> set[str]:
    left_out = {document.styles[style].style_id for style in (HEADING, CONTENTS)}
    found: set[str] = set()
    for paragraph in document.element.body.iter(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if (style is not None and style.get(qn("w:val")) in left_out) or _is_further_cell(paragraph.getparent()):
            continue
        text = "".join(piece.text or "\t" for piece in paragraph.iter(qn("w:t"), qn("w:tab")))
        found.update(_NUMBER.findall(text))
    return found


def _is_further_cell(parent: BaseOxmlElement) -> bool:
    before = parent.getprevious()
    return parent.tag == qn("w:tc") and before is not None and before.tag == qn("w:tc")
