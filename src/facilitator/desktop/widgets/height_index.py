"""Heights of many rows that are found out one by one: estimated until a row is painted, exact from then on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate

BLOCK = 128
"""Rows that are estimated together. A block that nobody has looked at costs one multiplication."""
SAMPLE = 16
FIRST_MEAN = 40

Height = Callable[[int], int]
"""The height in pixels, at least 1, of the row of this number."""


@dataclass(slots=True)
class _Block:
    """Rows beside each other; `heights` is None while nobody has looked at them, and `is_exact` goes with it."""

    count: int
    total: int
    heights: list[int] | None = None
    is_exact: bytearray | None = None


class HeightIndex:
    """Where each row begins and which row lies at a height, for up to hundreds of thousands of rows.

    `estimate` must be cheap; `measure` may set the text. Rows count from 0, heights are pixels.
    """

    def __init__(self, estimate: Height, measure: Height) -> None:
        self._estimate = estimate
        self._measure = measure
        self._blocks: list[_Block] = []
        self._mean = FIRST_MEAN
        self.count = 0
        self._rows: list[int] | None = None
        self._tops: list[int] | None = None

    def reset(self, count: int) -> None:
        """Forget all heights: the rows are others, or as wide as never before."""
        self.count = count
        sample = range(0, count, max(1, count // SAMPLE))
        if count:
            self._mean = max(1, sum(self._guess(row) for row in sample) // len(sample))
        self._blocks = [self._unseen(min(BLOCK, count - start)) for start in range(0, count, BLOCK)]
        self._forget_sums()

    @property
    def total(self) -> int:
        """The height of all rows together, as far as it is known."""
        return self._block_tops()[-1]

    def height(self, row: int) -> int:
        """The height of a row, which may be an estimate."""
        block, place = self._find(row)
        return self._seen(block)[place]

    def top(self, row: int) -> int:
        """Where a row begins."""
        block, place = self._find(row)
        heights = self._seen(block)
        return self._block_tops()[block] + sum(heights[:place])

    def exact(self, row: int) -> int:
        """The true height of a row, measured if need be."""
        index, place = self._find(row)
        heights = self._seen(index)
        block = self._blocks[index]
        if block.is_exact is not None and not block.is_exact[place]:
            block.is_exact[place] = 1
            self._grow(block, max(1, self._measure(row)) - heights[place], place)
        return heights[place]

    def row_at(self, y: int) -> tuple[int, int]:
        """The row that lies at a height, and where it begins; beyond the end the last one. There must be rows."""
        while True:
            at = min(max(0, y), self.total - 1)
            index = min(bisect_right(self._block_tops(), at) - 1, len(self._blocks) - 1)
            if self._blocks[index].heights is None:
                # Looking at the block may change its height, and so which block lies there.
                self._seen(index)
                continue
            top = self._block_tops()[index]
            row = self._block_rows()[index]
            for height in self._seen(index):
                if top + height > at:
                    return row, top
                top += height
                row += 1
            raise AssertionError("the heights of a block do not make up its total")

    def insert(self, row: int, count: int = 1) -> None:
        """Rows have come in before `row`; those at the end come as the last ones."""
        if not self.count:
            self.reset(count)
            return
        self.count += count
        index, place = self._place_for(row)
        block = self._blocks[index]
        if block.heights is None or block.is_exact is None:
            block.count += count
            block.total += count * self._mean
        else:
            heights = [self._guess(new) for new in range(row, row + count)]
            block.heights[place:place] = heights
            block.is_exact[place:place] = bytes(count)
            block.count += count
            block.total += sum(heights)
        self._forget_sums()
        self._split(index)

    def remove(self, row: int, count: int = 1) -> None:
        """`count` rows from `row` on have gone."""
        self.count -= count
        while count:
            index, place = self._find(row)
            block = self._blocks[index]
            gone = min(count, block.count - place)
            self._shrink(block, place, gone)
            if not block.count:
                del self._blocks[index]
            count -= gone
            self._forget_sums()

    def changed(self, row: int, count: int = 1) -> None:
        """The content of `count` rows from `row` on is another: their heights are to be measured again."""
        while count > 0:
            index, place = self._find(row)
            block = self._blocks[index]
            here = min(count, block.count - place)
            if block.is_exact is not None:
                block.is_exact[place : place + here] = bytes(here)
            row, count = row + here, count - here

    def _guess(self, row: int) -> int:
        # A row without height could not be found by one.
        return max(1, self._estimate(row))

    def _unseen(self, count: int) -> _Block:
        return _Block(count, count * self._mean)

    def _seen(self, index: int) -> list[int]:
        """The heights of a block, estimated row by row if nobody has looked at it yet."""
        block = self._blocks[index]
        if block.heights is None:
            first = self._block_rows()[index]
            block.heights = [self._guess(row) for row in range(first, first + block.count)]
            block.is_exact = bytearray(block.count)
            block.total = sum(block.heights)
            self._tops = None
        return block.heights

    def _grow(self, block: _Block, by: int, place: int) -> None:
        if by and block.heights is not None:
            block.heights[place] += by
            block.total += by
            self._tops = None

    def _shrink(self, block: _Block, place: int, gone: int) -> None:
        if block.heights is None or block.is_exact is None:
            block.total -= block.total * gone // block.count
        else:
            block.total -= sum(block.heights[place : place + gone])
            del block.heights[place : place + gone]
            del block.is_exact[place : place + gone]
        block.count -= gone

    def _place_for(self, row: int) -> tuple[int, int]:
        """The block that new rows before `row` go into, and where in it."""
        known = self._block_rows()[-1]
        if row < known:
            return self._find(row)
        if self._blocks[-1].count >= BLOCK:
            # Appending is what happens all day: a full block is left alone.
            self._blocks.append(_Block(0, 0, [], bytearray()))
            self._forget_sums()
        return len(self._blocks) - 1, self._blocks[-1].count

    def _split(self, index: int) -> None:
        """Cut a block that has grown too large, so that what is near stays small."""
        block = self._blocks[index]
        if block.count <= 4 * BLOCK:
            return
        starts = range(0, block.count, BLOCK)
        if block.heights is None or block.is_exact is None:
            self._blocks[index : index + 1] = [self._unseen(min(BLOCK, block.count - start)) for start in starts]
        else:
            cut = [(block.heights[start : start + BLOCK], block.is_exact[start : start + BLOCK]) for start in starts]
            self._blocks[index : index + 1] = [_Block(len(some), sum(some), some, flags) for some, flags in cut]
        self._forget_sums()

    def _find(self, row: int) -> tuple[int, int]:
        rows = self._block_rows()
        index = min(bisect_right(rows, row) - 1, len(self._blocks) - 1)
        return index, row - rows[index]

    def _block_rows(self) -> list[int]:
        """The first row of each block, and at the end the count of all rows."""
        if self._rows is None:
            self._rows = list(accumulate((block.count for block in self._blocks), initial=0))
        return self._rows

    def _block_tops(self) -> list[int]:
        """Where each block begins, and at the end the height of all."""
        if self._tops is None:
            self._tops = list(accumulate((block.total for block in self._blocks), initial=0))
        return self._tops

    def _forget_sums(self) -> None:
        self._rows = None
        self._tops = None
