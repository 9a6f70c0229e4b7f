"""The sheet of paper: its size, its frames and the columns in them. All in pt, from the top left corner of the page."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, Literal

from facilitator.report.model import Layout

Paper = Literal["a4", "letter"]

UNIT: Final = 3.5
"""Everything vertical is a multiple of this."""

BODY: Final = 10.0
SMALL: Final = 8.0
TITLE: Final = 17.0
"""Sizes of type, with the leadings below."""

BODY_LEADING: Final = 14.0
SMALL_LEADING: Final = 10.5
TITLE_LEADING: Final = 21.0

NUMBER_COLUMN: Final = 42.0
LEFT: Final = 51.0
TOP: Final = 70.0


def snapped(height: float) -> float:
    """The next multiple of the unit."""
    return math.ceil(height / UNIT - 1e-6) * UNIT


@dataclass(frozen=True, slots=True)
class Frame:
    """Where blocks flow. `left` is the edge of the number column and `text` that of the text, both end at `right`."""

    left: float
    text: float
    right: float
    top: float
    bottom: float

    @property
    def width(self) -> float:
        """Of number column and text together."""
        return self.right - self.left

    @property
    def measure(self) -> float:
        """Of the text alone."""
        return self.right - self.text

    @property
    def height(self) -> float:
        """From the first line to the last."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Page:
    """A kind of page: size, frames, the right edge of head and foot, the rule above the foot, the margin line."""

    width: float
    height: float
    body: Frame
    right: float
    foot: float
    margin: float | None = None
    side: Frame | None = None


def page_of(layout: Layout, paper: Paper) -> Page:
    """The page for a report. Letter keeps the columns of A4; outer margin and text height take the difference."""
    if layout is Layout.MATRIX:
        if paper == "letter":
            return _matrix(792.0, 612.0, right=756.0, bottom=563.5, foot=574.0)
        return _matrix(841.89, 595.28, right=806.0, bottom=546.0, foot=556.5)
    width, height, bottom, foot = (612.0, 792.0, 735.0, 749.0) if paper == "letter" else (595.28, 841.89, 784.0, 798.0)
    if layout is Layout.DAY:
        body = Frame(LEFT, LEFT + NUMBER_COLUMN, 429.0, TOP, bottom)
        side = Frame(446.0, 476.0, 559.0, TOP, bottom)
        return Page(width, height, body, 559.0, foot, side=side)
    return Page(width, height, Frame(LEFT, LEFT + NUMBER_COLUMN, 457.0, TOP, bottom), 559.0, foot, margin=467.0)


def _matrix(width: float, height: float, *, right: float, bottom: float, foot: float) -> Page:
    return Page(width, height, Frame(LEFT, LEFT + NUMBER_COLUMN, right, TOP, bottom), right, foot)
