"""Whatever comes, goes, grows and is looked at: the index says what a plain list of heights says."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from facilitator.desktop.widgets.height_index import BLOCK, HeightIndex

HEIGHTS = st.integers(1, 90)
MANY = st.one_of(st.lists(HEIGHTS, max_size=4), st.lists(HEIGHTS, min_size=BLOCK, max_size=6 * BLOCK))
PLACE = st.floats(0, 1)


class IndexBesideList(RuleBasedStateMachine):
    """`true` holds the heights; the guesses are 7 too small, and less than nothing for the smallest."""

    @initialize(heights=MANY)
    def start(self, heights: list[int]) -> None:
        self.true = list(heights)
        self.index = HeightIndex(lambda row: self.true[row] - 7, lambda row: self.true[row])
        self.index.reset(len(self.true))

    def pick(self, place: float) -> int:
        return int(place * (len(self.true) - 1))

    @rule(heights=MANY, place=PLACE)
    def rows_come(self, heights: list[int], place: float) -> None:
        row = round(place * len(self.true))
        self.true[row:row] = heights
        self.index.insert(row, len(heights))

    @precondition(lambda self: self.true)
    @rule(place=PLACE, count=st.one_of(st.just(1), st.integers(1, 3 * BLOCK)))
    def rows_go(self, place: float, count: int) -> None:
        row = self.pick(place)
        count = min(count, len(self.true) - row)
        del self.true[row : row + count]
        self.index.remove(row, count)

    @precondition(lambda self: self.true)
    @rule(place=PLACE, heights=st.lists(HEIGHTS, min_size=1, max_size=2 * BLOCK))
    def rows_change(self, place: float, heights: list[int]) -> None:
        row = self.pick(place)
        heights = heights[: len(self.true) - row]
        self.true[row : row + len(heights)] = heights
        self.index.changed(row, len(heights))
        assert self.index.exact(row) == heights[0]

    @precondition(lambda self: self.true)
    @rule(place=PLACE)
    def a_row_is_measured(self, place: float) -> None:
        row = self.pick(place)
        assert self.index.exact(row) == self.true[row] == self.index.height(row)
        top = self.index.top(row)
        assert self.index.row_at(top) == (row, top)
        assert self.index.row_at(top + self.true[row] - 1) == (row, top)

    @precondition(lambda self: self.true)
    @rule(y=st.integers(-100, 60_000))
    def a_height_is_asked_for(self, y: int) -> None:
        row, top = self.index.row_at(y)
        assert top == self.index.top(row)
        if 0 <= y < self.index.total:
            assert top <= y < top + self.index.height(row)
        else:
            assert row == (0 if y < 0 else len(self.true) - 1)

    @precondition(lambda self: self.true)
    @rule()
    def all_are_measured(self) -> None:
        assert sum(map(self.index.exact, range(len(self.true)))) == self.index.total == sum(self.true)

    @invariant()
    def every_row_has_a_height(self) -> None:
        if hasattr(self, "index"):
            assert self.index.count == len(self.true)
            assert self.index.total >= len(self.true)
            assert bool(self.index.total) == bool(self.true)


IndexBesideList.TestCase.settings = settings(deadline=None, max_examples=60, stateful_step_count=25)
TestIndexBesideList = IndexBesideList.TestCase


def test_of_a_hundred_thousand_rows_sixteen_are_guessed_and_one_block_where_somebody_looks() -> None:
    guessed: list[int] = []

    def guess(row: int) -> int:
        guessed.append(row)
        return 40

    index = HeightIndex(guess, lambda _row: 50)
    index.reset(100_000)

    assert index.total == 4_000_000
    assert len(guessed) <= 17
    index.top(50_000)
    assert len(guessed) <= 17 + BLOCK


def test_appending_a_thousand_rows_one_by_one_guesses_each_once() -> None:
    guessed: list[int] = []

    def guess(row: int) -> int:
        guessed.append(row)
        return 40

    index = HeightIndex(guess, lambda _row: 50)
    index.reset(1)
    index.exact(0)
    guessed.clear()
    for row in range(1, 1001):
        index.insert(row)

    assert guessed == list(range(1, 1001))
    assert index.total == 50 + 1000 * 40


def test_a_row_of_no_height_still_has_one_pixel() -> None:
    index = HeightIndex(lambda _row: 0, lambda _row: 0)
    index.reset(3)

    assert (index.exact(1), index.total) == (1, 3)
    assert index.row_at(2) == (2, 2)
