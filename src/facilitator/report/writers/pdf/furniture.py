"""Head and foot of the pages of one report: the same on each, save for the number of the page."""

from __future__ import annotations

from typing import Final

from facilitator.report.model import Report
from facilitator.report.type import Setting
from facilitator.report.writers.pdf.page import LEFT, SMALL, SMALL_LEADING, UNIT, Page
from facilitator.report.writers.pdf.parts import HAIRLINE, Bar, Placed, Rule
from facilitator.report.writers.pdf.spans import Setter

_HEAD: Final = 31.5
_HEAD_RULE: Final = 56.0
_HEAD_WEIGHT: Final = 0.5
_GAP: Final = 14.0
_MARGIN_GAP: Final = 7.0
_FOOT_LINES: Final = 2


class PageFurniture:
    """What stands outside the frames; texts that are too long for their place end in an ellipsis."""

    def __init__(self, report: Report, page: Page, setter: Setter) -> None:
        self._page = page
        self._setter = setter
        self._template = report.furniture.page
        setter.where = report.kind
        self._fixed = (*self._head(report), *self._foot(report), *self._margin())
        self._first = self._own_notes(report)

    def parts(self, number: int, of: int) -> list[Placed]:
        """All of it for one page. `number` and `of` count from 1 within the report."""
        text = self._template.format(page=number, pages=of)
        third = (self._page.right - LEFT) / 3
        setting = self._setter.shortened(text, third, bold=True)
        first = self._first if number == 1 else ()
        return [*self._fixed, *first, self._at_right(setting, _HEAD + SMALL_LEADING)]

    def _at_right(self, setting: Setting, y: float) -> Placed:
        return Placed(self._page.right - setting.width, y, setting)

    def _head(self, report: Report) -> list[Placed]:
        setter, furniture = self._setter, report.furniture
        whole = self._page.right - LEFT
        dates = setter.shortened(furniture.dates, whole / 3)
        number = setter.shortened(self._template.format(page=9999, pages=9999), whole / 3, bold=True)
        width = whole - max(dates.width, number.width) - _GAP
        return [
            Placed(LEFT, _HEAD, setter.shortened(furniture.head, width, bold=True)),
            Placed(LEFT, _HEAD + SMALL_LEADING, setter.shortened(furniture.document, width)),
            self._at_right(dates, _HEAD),
            Placed(LEFT, _HEAD_RULE, Rule(whole, _HEAD_WEIGHT)),
        ]

    def _foot(self, report: Report) -> list[Placed]:
        whole = self._page.right - LEFT
        flag = self._setter.shortened(report.furniture.flag, whole / 3)
        width = whole - flag.width - _GAP
        y = self._page.foot + UNIT
        return [
            Placed(LEFT, self._page.foot, Rule(whole, HAIRLINE)),
            Placed(LEFT, y, self._setter.shortened(report.furniture.foot, width, lines=_FOOT_LINES)),
            self._at_right(flag, y),
        ]

    def _margin(self) -> list[Placed]:
        if self._page.margin is None:
            return []
        body = self._page.body
        return [Placed(self._page.margin, body.top + UNIT, Bar(body.height - UNIT, HAIRLINE))]

    def _own_notes(self, report: Report) -> tuple[Placed, ...]:
        if self._page.margin is None:
            return ()
        x = self._page.margin + _MARGIN_GAP
        text = self._setter.plain(report.furniture.own_notes, self._page.right - x, SMALL, SMALL_LEADING)
        return (Placed(x, self._page.body.top + UNIT, text),)
