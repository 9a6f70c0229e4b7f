"""Which of many rows a window shows, and what stays in place when rows around them come, go or grow. Without Qt."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from .height_index import FIRST_MEAN, HeightIndex

NEAR = 2
"""Scrolling by up to so many windows goes row by row; farther it is a jump."""

RowHeight = Callable[[int, int], int]
"""The height in pixels of a row in a list of a width: (width, row)."""


class Bring(Enum):
    """Where in the window a row is brought."""

    INTO_SIGHT = "anywhere, by the shortest way"
    TO_TOP = "top"
    TO_BOTTOM = "bottom"
    TO_CENTRE = "centre"


class ShownRows:
    """A window of `page` pixels over rows that are `width` wide.

    What holds it is the first row shown and how much of that is above the window, not a height among all rows: the
    heights of rows that nobody has seen are guesses, and what is on the screen must not move when a guess proves wrong.
    With `follows` the window stays at the end while it is there; with `grows_up` few rows lie at the bottom.
    """

    def __init__(self, estimate: RowHeight, measure: RowHeight, *, follows: bool, grows_up: bool) -> None:
        # Before the width is known there is nothing to guess from.
        self.heights = HeightIndex(
            lambda row: estimate(self.width, row) if self.width > 0 else FIRST_MEAN,
            lambda row: measure(self.width, row),
        )
        self._follows = follows
        self._grows_up = grows_up
        self.width = 0
        self.page = 0
        self.first = 0
        self.last = -1
        self.within = 0
        self.at_end = follows

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self.heights.count

    @property
    def above(self) -> int:
        """Pixels of rows above the window."""
        return self.heights.top(self.first) + self.within if self.count else 0

    @property
    def farthest(self) -> int:
        """`above` at the end of the rows."""
        return max(0, self.heights.total - self.page)

    def top(self, row: int) -> int:
        """Where in the window a row begins; may lie outside."""
        # Looking at a row may prove guesses above the window wrong: so it comes before `above` is asked.
        top = self.heights.top(row)
        return top + self._offset()

    def places(self) -> dict[int, tuple[int, int]]:
        """Top in the window and height of the rows that it shows."""
        return {row: (self.top(row), self.heights.height(row)) for row in range(self.first, self.last + 1)}

    def row_at(self, y: int) -> int | None:
        """The row at a height of the window; None where there is none."""
        if not self.count:
            return None
        row, top = self.heights.row_at(y - self._offset())
        at = top + self._offset()
        return row if at <= y < at + self.heights.height(row) else None

    def near(self, y: int) -> int:
        """The row at a height of the window, beyond the ends the first or last one. There must be rows."""
        return self.heights.row_at(y - self._offset())[0]

    def settle(self, width: int, page: int) -> None:
        """Measure what the window shows. With another width all heights are forgotten."""
        self.page = page
        if width != self.width:
            self.width = width
            self.heights.reset(self.count)
        if not self.count:
            self.first, self.within, self.last = 0, 0, -1
        elif self.at_end:
            self._hang(self.count - 1, page)
        else:
            self._fill()

    def forget(self, count: int) -> None:
        """The rows are others, or other in height; there are `count` of them now."""
        self.heights.reset(count)
        self.first = min(self.first, max(0, count - 1))

    def insert(self, row: int, count: int) -> None:
        """Rows have come in before `row`. At the very top they are seen, else what is shown stays in place."""
        stays = row < self.first or (row == self.first and self.above > 0)
        if stays and self.count:
            self.first += count
        self.heights.insert(row, count)

    def remove(self, row: int, count: int) -> None:
        """`count` rows from `row` on have gone."""
        self.heights.remove(row, count)
        if row + count <= self.first:
            self.first -= count
        elif row <= self.first:
            self.first, self.within = row, 0
        if self.first >= self.count:
            # Nothing is left below: the end of what is left comes into sight.
            self.first, self.within = max(0, self.count - 1), self.page

    def scroll(self, to: int, by: int, most: int) -> None:
        """The person has scrolled by so many pixels (down is positive), to what the scroll bar calls `to` of `most`."""
        if not self.count:
            return
        if to <= 0:
            self.first, self.within = 0, 0
        elif to >= most:
            self._hang(self.count - 1, self.page)
        elif abs(by) <= NEAR * self.page:
            self._walk(by)
        else:
            self.first, top = self.heights.row_at(to)
            self.within = to - top
        self._fill()
        self._look_for_end()

    def bring(self, row: int, where: Bring) -> None:
        """Scroll so that a row is in sight."""
        height = self.heights.exact(row)
        top = self.top(row)
        if where is Bring.INTO_SIGHT:
            where = self._shortest(top, height)
            if where is Bring.INTO_SIGHT:
                return
        if where is Bring.TO_TOP or (where is Bring.TO_CENTRE and height > self.page):
            self.first, self.within = row, 0
        else:
            self._hang(row, (self.page + height) // 2 if where is Bring.TO_CENTRE else self.page)
        self._fill()
        self._look_for_end()

    def page_from(self, row: int, by: int) -> int:
        """The row that lies a window below (`by` 1) or above (-1) a row; at least one row on, if there is one."""
        room = self.page - self.heights.exact(row)
        while 0 <= row + by < self.count:
            row += by
            room -= self.heights.exact(row)
            if room < 0:
                break
        return row

    def _shortest(self, top: int, height: int) -> Bring:
        """Nothing to do for a row that is all in sight, or higher than the window and fills it."""
        bottom = top + height
        is_high = height > self.page
        if top > 0 if is_high else top < 0:
            return Bring.TO_TOP
        if bottom < self.page if is_high else bottom > self.page:
            return Bring.TO_BOTTOM
        return Bring.INTO_SIGHT

    def _offset(self) -> int:
        """What is added to a height among the rows to get one in the window."""
        total = self.heights.total
        return self.page - total if self._grows_up and total < self.page else -self.above

    def _walk(self, by: int) -> None:
        """Move the window by pixels that are true ones, measuring the rows on the way."""
        row, y = self.first, self.within + by
        while y < 0 and row > 0:
            row -= 1
            y += self.heights.exact(row)
        while row < self.count - 1 and y >= self.heights.exact(row):
            y -= self.heights.exact(row)
            row += 1
        self.first, self.within = row, max(0, y)

    def _fill(self) -> None:
        """Measure the rows from the first one shown to the end of the window; no room stays empty below the last."""
        row = self.first
        self.within = max(0, min(self.within, self.heights.exact(row) - 1))
        room = self.page + self.within
        while row < self.count and room > 0:
            room -= self.heights.exact(row)
            row += 1
        self.last = row - 1
        if room > 0:
            self._hang(self.count - 1, self.page)

    def _hang(self, row: int, bottom: int) -> None:
        """Lay the window so that a row ends at this height of it."""
        room = bottom - self.heights.exact(row)
        last = row
        while room > 0 and row > 0:
            row -= 1
            room -= self.heights.exact(row)
        self.first, self.within, self.last = row, max(0, -room), last

    def _look_for_end(self) -> None:
        self.at_end = self._follows and self.above >= self.farthest
