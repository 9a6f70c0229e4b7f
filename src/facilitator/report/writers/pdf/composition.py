"""Composes a report: its blocks flow into the frames of its kind of page, which come out one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from facilitator.report.model import (
    AttributionNote,
    Block,
    Contents,
    Facts,
    Heading,
    Item,
    Layout,
    Paragraph,
    Report,
    Table,
    WritingLines,
)
from facilitator.report.writers.pdf.blocks import FrameBlocks, small_note
from facilitator.report.writers.pdf.flow import Column, Flow
from facilitator.report.writers.pdf.page import (
    NUMBER_COLUMN,
    SMALL,
    SMALL_LEADING,
    TITLE,
    TITLE_LEADING,
    UNIT,
    Frame,
    Page,
    snapped,
)
from facilitator.report.writers.pdf.parts import Anchor, Placed, Slab
from facilitator.report.writers.pdf.spans import Setter
from facilitator.report.writers.pdf.table import TableRows

TITLE_ANCHOR: Final = ""
"""The anchor of a report's first page."""

_TITLE_WIDTH: Final = 304.0
_NOTE_GAP: Final = 14.0

Parts = list[Placed]


def compose(report: Report, page: Page, setter: Setter) -> Iterator[Parts]:
    """The pages of a report, each with its parts at their places; at least one. Pages come as soon as they are full."""
    body = _Composer(report, page.body, setter).columns(report.body())
    side: Iterator[Column] = iter(())
    if page.side is not None:
        side = _Composer(report, page.side, setter, small=True).columns(iter(report.side), titled=False)
    for first, second in zip_longest(body, side):
        yield [*(first.parts if first else ()), *(second.parts if second else ())]


class _Composer:
    """One frame of one report on its way through the pages."""

    def __init__(self, report: Report, frame: Frame, setter: Setter, *, small: bool = False) -> None:
        self._report = report
        self._frame = frame
        self._setter = setter
        self._blocks = FrameBlocks(setter, frame, report.furniture.continued, small=small)
        self._below_heading = False

    def columns(self, blocks: Iterator[Block], *, titled: bool = True) -> Iterator[Column]:
        flow = Flow(self._frame)
        for slab in self._slabs(blocks, titled):
            flow.add(slab)
            yield from flow.take()
        yield from flow.close()

    def _slabs(self, blocks: Iterator[Block], titled: bool) -> Iterator[Slab]:
        if titled:
            self._setter.where = self._report.kind
            first, *notes = self._title(blocks)
            anchor = Placed(self._frame.left, 0.0, Anchor(TITLE_ANCHOR, self._report.title))
            yield Slab((*first.parts, anchor), first.height, after=first.after, tied=first.tied)
            yield from notes
        for block in blocks:
            self._name_place(block)
            yield from self._slabs_of(block)
            self._below_heading = isinstance(block, Heading)

    def _name_place(self, block: Block) -> None:
        match block:
            case Item(number=number) if number:
                self._setter.where = number
            case Heading(text=text):
                self._setter.where = text
            case _:
                pass

    def _title(self, blocks: Iterator[Block]) -> Iterator[Slab]:
        if self._report.layout is Layout.MATRIX:
            yield from self._wide_title(blocks)
        else:
            yield from self._blocks.title(self._report.kind, self._report.title)

    def _wide_title(self, blocks: Iterator[Block]) -> Iterator[Slab]:
        """On a wide page the attribution note, if it comes first, stands beside the title."""
        first = next(blocks, None)
        kind = self._setter.plain(self._report.kind, _TITLE_WIDTH, SMALL, SMALL_LEADING)
        title = self._setter.plain(self._report.title, _TITLE_WIDTH, TITLE, TITLE_LEADING, bold=True)
        x = self._frame.left + NUMBER_COLUMN
        y = snapped(kind.height)
        parts = [Placed(x, 0.0, kind), Placed(x, y, title)]
        height = y + title.height
        if isinstance(first, AttributionNote):
            left = x + _TITLE_WIDTH + _NOTE_GAP
            note = small_note(self._setter, first, self._frame.right - left)
            parts.append(Placed(left, 0.0, note))
            height = max(height, note.height)
        yield Slab(tuple(parts), snapped(height), after=2 * UNIT)
        if first is not None and not isinstance(first, AttributionNote):
            yield from self._slabs_of(first)

    def _slabs_of(self, block: Block) -> Iterator[Slab]:
        blocks = self._blocks
        match block:
            case Facts():
                return blocks.facts(block)
            case AttributionNote():
                small = self._report.layout is not Layout.TEXT
                return blocks.small_attribution(block) if small else blocks.attribution(block)
            case Heading():
                return blocks.heading(block)
            case Item():
                return blocks.item(block)
            case Paragraph():
                return blocks.paragraph(block)
            case Table():
                return self._table(block)
            case Contents():
                return blocks.contents(block)
            case WritingLines():
                return blocks.writing_lines(block)

    def _table(self, table: Table) -> Iterator[Slab]:
        rows = TableRows(
            self._setter,
            self._frame,
            table,
            continued=self._report.furniture.continued,
            section=self._blocks.section,
            below_heading=self._below_heading,
        )
        return rows.slabs()
