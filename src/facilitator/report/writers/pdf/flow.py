"""Puts slabs into frames, page after page, and keeps together what belongs together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from facilitator.report.writers.pdf.page import UNIT, Frame
from facilitator.report.writers.pdf.parts import HAIRLINE, Placed, Rule, Slab, cut, stack_height

WRITING_LINE: Final = 21.0
_FEWEST_WRITING_LINES: Final = 3

# No more slabs than these hang together.
_LONGEST_TIE: Final = 6


@dataclass(slots=True)
class Column:
    """What stands in one frame of one page, at places from the upper edge of the page."""

    frame: Frame
    parts: list[Placed] = field(default_factory=list)


class Flow:
    """Slabs flow through a frame that is the same on each page. Full columns wait in `take`."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._column = Column(frame)
        self._y = frame.top
        self._after = 0.0
        self._closing: Placed | None = None
        self._waiting: list[Slab] = []
        self._full: list[Column] = []

    def add(self, slab: Slab) -> None:
        """Place a slab, or keep it until that to which it is tied has come."""
        self._waiting.append(slab)
        if not slab.tied:
            self._place_waiting()
        elif len(self._waiting) > _LONGEST_TIE:
            # Headings without anything below them: they cannot all stand on the page of the last one.
            self._place_group([self._waiting.pop(0)])

    def take(self) -> Iterator[Column]:
        """The columns that are full since the last call."""
        full, self._full = self._full, []
        return iter(full)

    def close(self) -> Iterator[Column]:
        """The columns that are left; the last one only if something stands in it."""
        self._place_waiting()
        if self._column.parts:
            self._full.append(self._column)
        return self.take()

    @property
    def _at_head(self) -> bool:
        return self._y == self._frame.top

    @property
    def _room(self) -> float:
        return self._frame.bottom - self._y

    def _place_waiting(self) -> None:
        group, self._waiting = self._waiting, []
        if group:
            self._place_group(group)

    def _place_group(self, group: list[Slab]) -> None:
        if self._fits(group):
            self._put_all(group)
        elif group[-1].parted and self._begins_here(group):
            self._put_all(group[:-1])
            self._pour(group[-1])
        elif not self._at_head and self._fits_a_page(group):
            self._turn(group[0])
            self._put_all(group)
        else:
            if not self._at_head and not self._begins_here(group):
                self._turn(group[0])
            self._pour_all(group)

    def _white(self, slab: Slab) -> float:
        return 0.0 if self._at_head else self._after + slab.before

    def _fits(self, group: list[Slab]) -> bool:
        least = _FEWEST_WRITING_LINES * WRITING_LINE if group[-1].ruled else 0.0
        return self._white(group[0]) + stack_height(group) + least <= self._room + 1e-6

    def _fits_a_page(self, group: list[Slab]) -> bool:
        head = self._again(group[0])
        return stack_height([*head, *group]) <= self._frame.height + 1e-6

    def _begins_here(self, group: list[Slab]) -> bool:
        """Whether all but the last slab fit, and at least two lines of that."""
        last = group[-1]
        room = self._room - self._white(group[0]) - (stack_height(group) - last.height)
        return last.height <= room or cut(last, room) is not None

    def _again(self, slab: Slab) -> tuple[Slab, ...]:
        """What is said again at the head of a page, if it leaves room for more."""
        return slab.again if stack_height(slab.again) <= self._frame.height / 2 else ()

    def _turn(self, slab: Slab) -> None:
        """Go on at the head of a new page, with what is to be said again before this slab."""
        if self._closing is not None:
            self._column.parts.append(self._closing)
        self._full.append(self._column)
        self._column = Column(self._frame)
        self._y, self._after, self._closing = self._frame.top, 0.0, None
        for each in self._again(slab):
            self._put(each)

    def _put_all(self, group: list[Slab]) -> None:
        for slab in group:
            self._put(slab)

    def _put(self, slab: Slab) -> None:
        white = self._white(slab)
        if slab.rule is not None and not self._at_head:
            self._column.parts.append(slab.rule.moved(self._y + self._after))
        self._y += white
        self._column.parts.extend([part.moved(self._y) for part in slab.parts])
        self._y += slab.height
        self._after = slab.after
        self._closing = slab.closing.moved(self._y) if slab.closing else None
        if slab.ruled:
            self._rule_the_rest()

    def _pour_all(self, group: list[Slab]) -> None:
        for slab in group:
            if self._fits([slab]):
                self._put(slab)
            else:
                self._pour(slab)

    def _pour(self, slab: Slab) -> None:
        """Let a slab run over as many pages as it needs."""
        rest = slab
        while self._white(rest) + rest.height > self._room + 1e-6:
            # At the head of a page something must be taken, or there would be no end.
            pieces = cut(rest, self._room - self._white(rest), forced=self._stands_below_repeats(rest))
            if pieces is None and self._stands_below_repeats(rest):
                break
            if pieces is not None:
                first, rest = pieces
                self._put(first)
            self._turn(rest)
        self._put(rest)

    def _stands_below_repeats(self, slab: Slab) -> bool:
        return self._y <= self._frame.top + stack_height(self._again(slab)) + UNIT

    def _rule_the_rest(self) -> None:
        y = self._y + WRITING_LINE
        while y <= self._frame.bottom:
            self._column.parts.append(Placed(self._frame.left, y, Rule(self._frame.width, HAIRLINE)))
            y += WRITING_LINE
        self._y = self._frame.bottom
