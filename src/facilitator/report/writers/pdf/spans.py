"""From the runs of a report to set text: sizes, what must fit a narrow column, what is shortened."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from facilitator.report.model import Run, Runs
from facilitator.report.type import Setting, Span, Typesetter
from facilitator.report.writers.pdf.page import BODY, BODY_LEADING, SMALL, SMALL_LEADING

_SMALLEST: Final = 6.0
_AIR: Final = 3.0
_UNBOUNDED: Final = 10_000.0
_DIGIT: Final = re.compile("[0-9]")
_LINE_END: Final = re.compile("[\n\r\v\f\x85\u2028\u2029]+")
_ELLIPSIS: Final = "…"


def spans_of(runs: Runs, size: float = BODY) -> list[Span]:
    """Runs in the size of their surroundings; small ones among larger ones go to the next line as a whole."""
    return [_span(run, size) for run in runs if run.text]


def _span(run: Run, size: float) -> Span:
    if run.small:
        return Span(run.text, SMALL, run.bold, run.keep or size > SMALL)
    return Span(run.text, size, run.bold, run.keep)


class Setter:
    """Sets the texts of one report. `where` names what is being set, for characters that cannot be printed."""

    def __init__(self, type_setter: Typesetter) -> None:
        self._type = type_setter
        self.where = ""
        self._fitting: dict[tuple[str, float, float, bool], float] = {}

    @property
    def missing(self) -> dict[str, list[str]]:
        """Characters without a glyph so far, and where they were met."""
        return self._type.missing

    def body(self, runs: Runs, width: float) -> Setting:
        """Text at 10/14; where all of it is small, at 8/10.5."""
        if runs and all(run.small for run in runs):
            return self.small(runs, width)
        return self._type.set(spans_of(runs), width, BODY_LEADING, where=self.where)

    def small(self, runs: Runs, width: float, *, numeric: bool = False) -> Setting:
        """Text at 8/10.5, at the end of its column where it is numeric."""
        spans = spans_of(runs, SMALL)
        return self._type.set(spans, width, SMALL_LEADING, align="end" if numeric else "start", where=self.where)

    def plain(self, text: str, width: float, size: float, leading: float, *, bold: bool = False) -> Setting:
        """One text in one style."""
        return self._type.set([Span(text, size, bold)] if text else [], width, leading, where=self.where)

    def with_aside(self, runs: Runs, aside: str, width: float) -> Setting:
        """Text at 10/14 and a small aside after it, on the same line if it fits there as a whole."""
        spans = spans_of(runs)
        if spans and aside:
            spans[-1] = replace(spans[-1], text=f"{spans[-1].text} ")
        if aside:
            spans.append(Span(aside, SMALL, keep=True))
        return self._type.set(spans, width, BODY_LEADING, where=self.where)

    def label(self, text: str, width: float, size: float, *, bold: bool = False) -> Setting | None:
        """One line for a narrow column, set smaller until it fits; None if even the smallest type is too wide."""
        text = _LINE_END.sub(" ", text)
        # Digits are all of one width: what fits S1.23 fits S1.45.
        key = (_DIGIT.sub("0", text), width, size, bold)
        for tried in (self._fitting[key],) if key in self._fitting else _sizes(size):
            spans = [Span(text, tried, bold, keep=True)]
            setting = self._type.set(spans, _UNBOUNDED, BODY_LEADING, where=self.where)
            if setting.width <= width - _AIR:
                self._fitting[key] = tried
                return setting
        return None

    def shortened(self, text: str, width: float, *, bold: bool = False, lines: int = 1) -> Setting:
        """Small text on so many lines, its end replaced by an ellipsis where it is longer."""
        text = _LINE_END.sub(" ", text)

        def set_of(length: int) -> Setting:
            shown = text if length >= len(text) else text[:length].rstrip() + _ELLIPSIS
            return self.plain(shown, width, SMALL, SMALL_LEADING, bold=bold)

        length = _longest(len(text), lambda length: len(set_of(length).lines) <= lines)
        return set_of(length)


def _sizes(size: float) -> Iterator[float]:
    """From a size down to the smallest that is read."""
    while size >= _SMALLEST:
        yield size
        size -= 1.0


def _longest(limit: int, fits: Callable[[int], bool]) -> int:
    """The largest number up to `limit` that fits, found by halving; 0 if none does."""
    if fits(limit):
        return limit
    low, high = 0, limit
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low
