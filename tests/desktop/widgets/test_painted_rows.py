"""What has been painted is moved on the screen; whatever happens, the screen shows what painting all would show."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint
from PySide6.QtGui import QColor, QCursor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QPushButton, QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot
from tests.desktop.widgets.many_rows import Column, Painter, Row, rows_of

from facilitator.desktop.guard import guarded

GROUND = QColor("white")


@guarded
class Coloured(Painter):
    """Gives each row a colour of its own, another for each height and state."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        row = self._model.rows[index.row()]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(option.rect, QColor.fromHsv(row.number * 47 % 360, 200, 120 if chosen else 220))
        painter.fillRect(option.rect.adjusted(3, 3, -row.height, -3), GROUND)


@pytest.fixture
def painted(qtbot: QtBot) -> Callable[[int], Column]:
    def make(count: int) -> Column:
        several = Column(qtbot, rows_of(range(count)), follows=True, grows_up=True, spacing_below=2)
        several.painter = Coloured(several.model)
        several.view.setItemDelegate(several.painter)
        several.view.paint_ground(lambda: GROUND)
        # Wherever the pointer is, another row lies under it after a scroll, and that one is painted.
        QCursor.setPos(several.view.mapToGlobal(several.view.rect().bottomRight()) + QPoint(50, 50))
        QApplication.processEvents()
        return several

    return make


@pytest.fixture
def one_column(painted: Callable[[int], Column]) -> Column:
    return painted(0)


def on_screen(several: Column) -> QImage:
    """What the person sees now."""
    QApplication.processEvents()
    return several.view.screen().grabWindow(several.view.winId()).toImage()


def painted_anew(several: Column) -> QImage:
    """The same with every pixel painted again."""
    several.view.viewport().update()
    return on_screen(several)


def rows_painted(several: Column, do: Callable[[], object]) -> set[int]:
    """The numbers of the rows that are painted because of something."""
    several.painter.seen.clear()
    do()
    QApplication.processEvents()
    return {several.model.rows[row].number for row, _, _ in several.painter.seen}


def test_a_row_that_comes_at_the_end_is_all_that_is_painted(painted: Callable[[int], Column]) -> None:
    several = painted(40)

    assert rows_painted(several, lambda: several.model.append(Row(40, 30))) == {40}
    assert on_screen(several) == painted_anew(several)


def test_a_row_that_is_another_is_all_that_is_painted(painted: Callable[[int], Column]) -> None:
    several = painted(40)
    last = several.model.rows[-1]

    assert rows_painted(several, lambda: several.model.update(Row(39, last.height, "other"))) == {39}
    assert len(rows_painted(several, lambda: several.model.update(Row(39, last.height + 9)))) > 1
    assert on_screen(several) == painted_anew(several)


def test_scrolling_paints_what_comes_into_sight(painted: Callable[[int], Column]) -> None:
    several = painted(200)
    seen = len({row for row, _ in several.paint()})

    assert len(rows_painted(several, lambda: several.scroll(-8))) <= 2 < seen
    assert on_screen(several) == painted_anew(several)


def test_what_lies_on_the_rows_stays_where_it_is(painted: Callable[[int], Column]) -> None:
    several = painted(60)
    button = QPushButton("3 new", several.view.viewport())
    button.move(20, 40)
    button.show()
    on_screen(several)

    several.scroll(-35)

    assert button.pos().y() == 40
    assert on_screen(several) == painted_anew(several)


steps = st.one_of(
    st.tuples(st.just("append"), st.integers(20, 90)),
    st.tuples(st.just("scroll"), st.integers(-400, 400)),
    st.tuples(st.just("change"), st.integers(20, 90)),
    st.tuples(st.just("insert"), st.integers(20, 90)),
    st.tuples(st.just("remove"), st.integers(0, 100)),
    st.tuples(st.just("choose"), st.integers(0, 100)),
    st.tuples(st.just("paint"), st.just(0)),
)


def take(several: Column, step: str, amount: int) -> None:
    """Something that happens to a column."""
    rows = several.model.rows
    numbers = {row.number for row in rows}
    match step:
        case "append":
            several.model.append(Row(max(numbers, default=0) + 1, amount))
        case "insert":
            several.model.insert(len(rows) // 2, [Row(max(numbers, default=0) + 1, amount)])
        case "scroll":
            several.scroll(amount)
        case "change" if rows:
            place = min(len(rows) - 1, several.view.indexAt(several.view.viewport().rect().center()).row())
            several.model.update(Row(rows[place].number, amount))
        case "remove" if rows:
            several.model.remove(amount % len(rows))
        case "choose" if rows:
            several.view.setCurrentIndex(several.model.index(amount % len(rows), 0))
        case "paint":
            on_screen(several)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(count=st.integers(0, 30), taken=st.lists(steps, max_size=12))
def test_whatever_happens_the_screen_shows_what_painting_all_would(
    one_column: Column, count: int, taken: list[tuple[str, int]]
) -> None:
    one_column.model.replace(rows_of(range(count)))
    for step, amount in taken:
        take(one_column, step, amount)

    assert on_screen(one_column) == painted_anew(one_column)
