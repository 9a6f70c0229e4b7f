"""Whatever happens to the rows: the window is full, and what it shows stays where it was."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from facilitator.desktop.widgets.shown_rows import Bring, ShownRows

PAGE = 300
HEIGHTS = st.integers(1, 400)
PLACE = st.floats(0, 1)


class WindowOverRows(RuleBasedStateMachine):
    """Rows are numbered; `true` holds number and height. Guesses have nothing to do with it."""

    @initialize(
        heights=st.lists(HEIGHTS, max_size=20) | st.lists(HEIGHTS, min_size=300, max_size=600),
        follows=st.booleans(),
        grows_up=st.booleans(),
    )
    def start(self, heights: list[int], follows: bool, grows_up: bool) -> None:
        self.true = list(enumerate(heights))
        self.fresh = len(heights)
        self.rows = ShownRows(
            lambda _w, r: 20 + r % 90, lambda w, r: self.true[r][1], follows=follows, grows_up=grows_up
        )
        self.rows.forget(len(heights))
        self.rows.settle(200, PAGE)

    def seen(self) -> dict[int, int]:
        """Where each row is that the window shows."""
        rows = self.rows
        return {self.true[row][0]: rows.top(row) for row in range(rows.first, rows.last + 1)} if rows.count else {}

    def pick(self, place: float) -> int:
        return int(place * (len(self.true) - 1))

    @precondition(lambda self: self.true)
    @rule(by=st.integers(-500, 500))
    def a_person_scrolls(self, by: int) -> None:
        rows, before = self.rows, self.seen()
        most, was = rows.farthest, rows.above
        to = max(0, min(most, was + by))
        rows.scroll(to, to - was, most)
        rows.settle(200, PAGE)
        after = self.seen()
        if 0 < to < most and 0 < rows.above < rows.farthest:
            assert all(after[number] == top - by for number, top in before.items() if number in after)

    @precondition(lambda self: self.true)
    @rule(place=PLACE)
    def a_person_pulls_the_bar(self, place: float) -> None:
        rows = self.rows
        to = int(place * rows.farthest)
        rows.scroll(to, to - rows.above, rows.farthest)
        rows.settle(200, PAGE)
        if place == 0:
            assert rows.above == 0

    @precondition(lambda self: self.true)
    @rule(place=PLACE, where=st.sampled_from(Bring))
    def a_row_is_brought(self, place: float, where: Bring) -> None:
        row = self.pick(place)
        self.rows.bring(row, where)
        self.rows.settle(200, PAGE)
        top, height = self.rows.top(row), self.true[row][1]
        if height <= PAGE:
            assert 0 <= top <= PAGE - height
        else:
            assert top <= 0 or top + height >= PAGE
        if where is Bring.TO_TOP and self.rows.above < self.rows.farthest:
            assert top == 0
        again = self.seen()
        self.rows.bring(row, Bring.INTO_SIGHT)
        self.rows.settle(200, PAGE)
        assert self.seen() == again

    @rule(place=PLACE, heights=st.lists(HEIGHTS, min_size=1, max_size=30))
    def rows_come(self, place: float, heights: list[int]) -> None:
        row = round(place * len(self.true))
        before, was_at_top, was_at_end = self.seen(), self.rows.above == 0, self.rows.at_end
        was_full = self.rows.heights.total >= PAGE
        self.true[row:row] = [(self.fresh + number, height) for number, height in enumerate(heights)]
        self.fresh += len(heights)
        self.rows.insert(row, len(heights))
        self.rows.settle(200, PAGE)
        after = self.seen()
        if was_at_end:
            self.is_at_its_end()
        elif was_at_top and row == 0:
            assert self.true[0][0] in after
        elif was_full:
            first = next(iter(before))
            assert after[first] == before[first]

    @precondition(lambda self: self.true)
    @rule(place=PLACE, count=st.integers(1, 30))
    def rows_go(self, place: float, count: int) -> None:
        row = self.pick(place)
        count = min(count, len(self.true) - row)
        before, was_at_end = self.seen(), self.rows.at_end
        gone = {number for number, _ in self.true[row : row + count]}
        del self.true[row : row + count]
        self.rows.remove(row, count)
        self.rows.settle(200, PAGE)
        first, after = next(iter(before)), self.seen()
        if not was_at_end and first not in gone and self.rows.above < self.rows.farthest:
            assert after[first] == before[first]
        elif not was_at_end and self.rows.above < self.rows.farthest:
            # What came after the rows that went has moved up to the top.
            assert (self.rows.first, self.rows.within) == (row, 0)
        if row == self.rows.count > 0 and first in gone:
            self.is_at_its_end()

    @precondition(lambda self: self.true)
    @rule(place=PLACE)
    def somebody_asks_where_a_row_is(self, place: float) -> None:
        row = self.pick(place)
        self.rows.settle(300, PAGE)
        self.rows.settle(200, PAGE)
        before = self.seen()
        top = self.rows.top(row)
        assert (self.rows.top(row), self.rows.near(top)) == (top, row)
        assert self.seen() == before

    @precondition(lambda self: self.true)
    @rule(place=PLACE, height=HEIGHTS)
    def a_row_above_changes(self, place: float, height: int) -> None:
        row = int(place * self.rows.first)
        if row == self.rows.first or self.rows.at_end:
            return
        before = self.seen()
        self.true[row] = (self.true[row][0], height)
        self.rows.heights.changed(row)
        self.rows.settle(200, PAGE)
        assert self.seen() == before

    @precondition(lambda self: self.true)
    @rule(place=PLACE, by=st.sampled_from([-1, 1]))
    def a_page_on(self, place: float, by: int) -> None:
        row = self.pick(place)
        to = self.rows.page_from(row, by)
        assert to != row or row == (0 if by < 0 else len(self.true) - 1)
        between = sum(height for _, height in self.true[min(row, to) : max(row, to) + 1])
        assert abs(to - row) == 1 or between - self.true[to][1] <= PAGE

    @rule(width=st.sampled_from([200, 300]), page=st.sampled_from([PAGE, 100]))
    def the_window_is_another_size_for_a_while(self, width: int, page: int) -> None:
        first, was_at_end = self.rows.first, self.rows.at_end
        self.rows.settle(width, page)
        if not was_at_end and self.rows.above < self.rows.farthest:
            assert self.rows.first == first
        self.rows.settle(200, PAGE)

    def is_at_its_end(self) -> None:
        rows = self.rows
        assert rows.last == rows.count - 1
        if rows.heights.total >= PAGE:
            assert rows.top(rows.last) + self.true[-1][1] == PAGE

    @invariant()
    def the_window_is_full_and_exact(self) -> None:
        if not hasattr(self, "rows"):
            return
        rows = self.rows
        assert rows.count == len(self.true)
        assert rows.row_at(PAGE + 1_000_000) is None
        if not self.true:
            assert rows.row_at(10) is None
            return
        y = rows.top(rows.first)
        assert y <= 0 or rows.first == 0
        for row in range(rows.first, rows.last + 1):
            assert rows.top(row) == y
            assert rows.row_at(y) == row
            y += self.true[row][1]
        assert y >= PAGE or rows.last == rows.count - 1
        if y < PAGE:
            assert rows.first == 0
            assert rows.above == 0
        if rows.at_end:
            self.is_at_its_end()


WindowOverRows.TestCase.settings = settings(deadline=None, max_examples=80, stateful_step_count=30)
TestWindowOverRows = WindowOverRows.TestCase
