"""The pages of one file: drawn as they come, numbered, linked and written when the last one is there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import BinaryIO, Final

from facilitator.report.type import PageCanvas, Setting, Span, Typesetter
from facilitator.report.writers.pdf.composition import TITLE_ANCHOR
from facilitator.report.writers.pdf.furniture import PageFurniture
from facilitator.report.writers.pdf.marks import symbol_code
from facilitator.report.writers.pdf.page import BODY, BODY_LEADING, Page
from facilitator.report.writers.pdf.parts import Anchor, Bar, PageNumber, Placed, Rule, Symbol

_MAKER: Final = "facilitator"
_LONGEST_BOOKMARK: Final = 200


@dataclass(slots=True)
class _Leaf:
    """A page whose text is drawn; `late` are the parts that need to know the other pages.

    Where a page number will stand, the code has the comment of `_gap`, so that the text is read in its order.
    """

    code: str
    late: list[Placed]


@dataclass(slots=True)
class _Chapter:
    """The pages of one report and where its anchors are: page from 1, and place on it."""

    title: str
    page: Page
    furniture: PageFurniture
    setter: Typesetter
    leaves: list[_Leaf] = field(default_factory=list)
    anchors: dict[str, tuple[int, float]] = field(default_factory=dict)


class Book:
    """Pages of reports, one after the other, each report with a count of its own."""

    def __init__(self, stream: BinaryIO, page: Page, *, title: str, language: str, invariant: bool) -> None:
        self._canvas = PageCanvas(stream, (page.width, page.height), language=language, invariant=invariant)
        self._canvas.setTitle(title)
        self._canvas.setAuthor(_MAKER)
        self._canvas.setCreator(_MAKER)
        self._canvas.setSubject("")
        self._canvas.setKeywords("")
        self._chapters: list[_Chapter] = []

    def begin(self, title: str, page: Page, furniture: PageFurniture, setter: Typesetter) -> None:
        """From here on pages belong to another report."""
        self._chapters.append(_Chapter(title, page, furniture, setter))

    def add(self, parts: Iterable[Placed]) -> None:
        """Draw a page."""
        chapter = self._chapters[-1]
        late = self._draw(parts, chapter.page.height)
        for part in late:
            if isinstance(part.what, Anchor):
                chapter.anchors.setdefault(part.what.name, (len(chapter.leaves) + 1, part.y))
        chapter.leaves.append(_Leaf(self._taken(), late))

    def _taken(self) -> str:
        """What was drawn, off the canvas again: it goes onto its page when all pages are known."""
        code: list[str] = self._canvas._code  # noqa: SLF001 (ReportLab has no public way to it)
        drawn = "\n".join(code)
        code.clear()
        return drawn

    def finish(self) -> int:
        """Complete all pages and write the file; how many there are."""
        for place, chapter in enumerate(self._chapters):
            for number, leaf in enumerate(chapter.leaves, 1):
                self._complete(place, chapter, number, leaf)
        self._canvas.save()
        return sum(len(chapter.leaves) for chapter in self._chapters)

    def _complete(self, place: int, chapter: _Chapter, number: int, leaf: _Leaf) -> None:
        canvas, page = self._canvas, chapter.page
        canvas.setPageSize((page.width, page.height))
        code, leaf.code = leaf.code, ""
        for gap, part in enumerate(leaf.late):
            match part.what:
                case Anchor():
                    self._bookmark(place, chapter, number, part, part.what)
                case PageNumber():
                    code = code.replace(_gap(gap), self._number(place, chapter, part, part.what), 1)
        canvas.addLiteral(code)
        self._draw(chapter.furniture.parts(number, len(chapter.leaves)), page.height)
        canvas.showPage()

    def _draw(self, parts: Iterable[Placed], height: float) -> list[Placed]:
        """Draw what can be drawn; the rest comes back."""
        late: list[Placed] = []
        canvas = self._canvas
        for part in parts:
            what, x, y = part.what, part.x, height - part.y
            match what:
                case Setting():
                    what.draw(canvas, x, y)
                case Rule():
                    canvas.addLiteral(_filled(x, y - what.weight / 2, what.width, what.weight))
                case Bar():
                    canvas.addLiteral(_filled(x - what.weight / 2, y - what.height, what.weight, what.height))
                case Symbol():
                    canvas.addLiteral(symbol_code(what.colour, what.name, x, y - what.size, what.size))
                case _:
                    canvas.addLiteral(_gap(len(late)))
                    late.append(part)
        return late

    def _bookmark(self, place: int, chapter: _Chapter, number: int, part: Placed, anchor: Anchor) -> None:
        """The first place of a name counts, should two parts have the same."""
        if chapter.anchors[anchor.name] != (number, part.y):
            return
        key = _key(place, anchor.name)
        self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=round(chapter.page.height - part.y + BODY, 2), zoom=0)
        several = len(self._chapters) > 1
        if anchor.name != TITLE_ANCHOR or several:
            level = 1 if several and anchor.name != TITLE_ANCHOR else 0
            self._canvas.addOutlineEntry(anchor.title[:_LONGEST_BOOKMARK], key, level=level)

    def _number(self, place: int, chapter: _Chapter, part: Placed, wanted: PageNumber) -> str:
        """Link a line of the contents to its page; the code of the number."""
        found = chapter.anchors.get(wanted.anchor)
        if found is None:
            return ""
        spans = [Span(str(found[0]), BODY)]
        setting = chapter.setter.set(spans, wanted.width, BODY_LEADING)
        top = chapter.page.height - part.y + setting.lines[0].baseline
        setting.draw(self._canvas, part.x - setting.width, top)
        area = (part.x - wanted.width, top - wanted.height, part.x, top)
        self._canvas.linkAbsolute("", _key(place, wanted.anchor), area, Border="[0 0 0]")
        return self._taken()


def _filled(x: float, y: float, width: float, height: float) -> str:
    """A rule as a filled box: its edges lie where they are said to be, also in viewers that widen strokes."""
    return f"{x:.2f} {y:.3f} {width:.2f} {height:.2f} re f"


def _gap(place: int) -> str:
    """A comment that stands for a late part."""
    return f"%late {place}%"


def _key(place: int, anchor: str) -> str:
    return f"{place}.{anchor}"
