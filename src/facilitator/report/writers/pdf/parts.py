"""What stands on a page: set text, rules, symbols, and what is finished when all pages are known.

A `Slab` is a piece of the flow with its parts at their places; `cut` parts one that is higher than the room.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from facilitator.report.type import Setting
from facilitator.report.writers.pdf.page import UNIT, snapped

HAIRLINE: Final = 0.25
THIN: Final = 0.6
HEAVY: Final = 1.2


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line; `y` of its place is its middle."""

    width: float
    weight: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A vertical line downwards from its place."""

    height: float
    weight: float


@dataclass(frozen=True, slots=True)
class Symbol:
    """The sign of a theme in a square box; its place is the box's upper left corner."""

    colour: str
    name: str
    size: float


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that contents and bookmarks lead to."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The page of an anchor; its place is the right end of its baseline. `width` and `height` are those of the link."""

    anchor: str
    width: float
    height: float


What = Setting | Rule | Bar | Symbol | Anchor | PageNumber


@dataclass(frozen=True, slots=True)
class Placed:
    """A part at its place, from the left edge of the page and from the upper edge of its slab or its page."""

    x: float
    y: float
    what: What

    def moved(self, y: float) -> Placed:
        """The same further down."""
        return Placed(self.x, self.y + y, self.what)


@dataclass(frozen=True, slots=True)
class Slab:
    """A piece of the flow.

    `before` is white above it and `rule` stands at its foot, `UNIT` above the text or two; both fall away at the head
    of a frame. `after` is white below that may be lost at the foot of one. A slab that is `tied` is never parted from
    the one that follows. One that is `parted` may be split although it is shorter than a page. `again` stands at the
    head of the page when the page turns before or within this slab, `closing` at its foot when it turns after it.
    `ruled` slabs fill the rest of their frame with lines for handwriting.
    """

    parts: tuple[Placed, ...]
    height: float
    before: float = 0.0
    rule: Placed | None = None
    after: float = 0.0
    tied: bool = False
    parted: bool = False
    again: tuple[Slab, ...] = ()
    closing: Placed | None = None
    ruled: bool = False


def stack_height(slabs: Iterable[Slab]) -> float:
    """How much room slabs need below one another: white before the first and after the last does not count."""
    height = after = 0.0
    first = True
    for slab in slabs:
        height += (0.0 if first else after + slab.before) + slab.height
        after, first = slab.after, False
    return height


def cut(slab: Slab, room: float, *, forced: bool = False) -> tuple[Slab, Slab] | None:
    """Part a slab by lines so that the first piece is at most `room` high; None where that cannot be.

    Two lines at least stay on each side of a paragraph, unless `forced`: then what fits is taken.
    """
    shift = _cutting_line(slab, room, forced)
    if shift is None or shift <= 0:
        return None
    above: list[Placed] = []
    below: list[Placed] = []
    for part in slab.parts:
        first, rest = _divided(part, room, shift, forced)
        above.extend(first)
        below.extend(rest)
    if not below or not any(isinstance(part.what, Setting) for part in above):
        return None
    foot = max(part.y + _height(part.what) for part in above)
    return (
        replace(slab, parts=tuple(above), height=snapped(min(foot, room)), after=0.0, tied=False),
        replace(slab, parts=tuple(below), height=snapped(slab.height - shift), before=0.0, rule=None),
    )


def _cutting_line(slab: Slab, room: float, forced: bool) -> float | None:
    """How far what comes after the cut moves up."""
    settings = [part for part in slab.parts if isinstance(part.what, Setting)]
    if not settings:
        return None
    pad = min(part.y for part in settings)
    ends = [_end_of_first(part, room, forced) for part in settings if part.y + _height(part.what) > room + 1e-6]
    return min(ends, default=room) - pad


def _end_of_first(part: Placed, room: float, forced: bool) -> float:
    split = _split(part, room, forced)
    return part.y if split is None else part.y + split[0].height


def _split(part: Placed, room: float, forced: bool) -> tuple[Setting, Setting] | None:
    setting = part.what
    if not isinstance(setting, Setting) or part.y >= room:
        return None
    split = setting.split(room - part.y)
    return split or (_by_force(setting, room - part.y) if forced else None)


def _by_force(setting: Setting, room: float) -> tuple[Setting, Setting] | None:
    """Whole lines that fit, be it one."""
    count, used = 0, 0.0
    while count < len(setting.lines) and used + setting.lines[count].height <= room + 1e-6:
        used += setting.lines[count].height
        count += 1
    if not 0 < count < len(setting.lines):
        return None
    return replace(setting, lines=setting.lines[:count]), replace(setting, lines=setting.lines[count:])


def _divided(part: Placed, room: float, shift: float, forced: bool) -> tuple[list[Placed], list[Placed]]:
    end = part.y + _height(part.what)
    if isinstance(part.what, Rule):
        # The rule below a row belongs to the row's last piece.
        return ([part], []) if end <= room - UNIT else ([], [part.moved(-shift)])
    if end <= room + 1e-6:
        return [part], []
    if isinstance(part.what, Bar) and part.y < room:
        length = min(part.what.height, shift - part.y)
        first = [Placed(part.x, part.y, replace(part.what, height=length))] if length > 0 else []
        rest = replace(part.what, height=part.what.height - max(length, 0.0))
        return first, [Placed(part.x, max(part.y - shift, 0.0), rest)]
    split = _split(part, room, forced)
    if split is None:
        return [], [part.moved(-shift)]
    first_piece, second_piece = split
    return [Placed(part.x, part.y, first_piece)], [Placed(part.x, part.y + first_piece.height - shift, second_piece)]


def _height(what: What) -> float:
    match what:
        case Setting() | Bar():
            return what.height
        case Symbol():
            return what.size
        case _:
            return 0.0
