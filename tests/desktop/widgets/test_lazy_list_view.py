"""The list as a person meets it: what is painted, what a wheel, a key, a click and a drag do, what stays."""

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QPoint, QPointF, QRect, QStringListModel, Qt
from PySide6.QtGui import QColor, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHBoxLayout, QPlainTextEdit, QScrollArea, QStyle, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.widgets.many_rows import Column, MakeColumn, Row, rows_of

from facilitator.desktop.widgets.edge_scroll import STRIP

Hint = QAbstractItemView.ScrollHint
Key = Qt.Key
CTRL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)


@pytest.fixture
def column(qtbot: QtBot) -> MakeColumn:
    return lambda rows, **how: Column(qtbot, rows, **how)


def wheel(view: QWidget, notches: int) -> None:
    at = QPointF(50, 50)
    turned = QPoint(0, -120 * notches)
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(at, view.mapToGlobal(at), QPoint(), turned, Qt.MouseButton.NoButton, NONE, phase, False)
    QApplication.sendEvent(view, event)


# What is painted and measured


def test_of_a_hundred_thousand_rows_only_those_on_the_screen_are_measured(column: MakeColumn) -> None:
    several = column(rows_of(range(100_000)))
    seen = {row for row, _ in several.paint()}

    assert 4 <= len(seen) <= 15
    assert set(several.painter.measured) == seen


def test_rows_follow_each_other_with_the_spacing_between_them(column: MakeColumn) -> None:
    several = column(rows_of(range(3)), spacing_below=8)

    assert several.paint() == [(0, 0), (1, 28), (2, 93)]
    assert several.rect(1) == (28, 57)


def test_only_rows_that_need_it_are_painted(column: MakeColumn, qtbot: QtBot) -> None:
    several = column(rows_of(range(100)))
    places = dict(several.paint())
    several.painter.seen.clear()

    several.view.viewport().repaint(QRect(0, places[2] + 1, 10, 5))

    assert [row for row, _, _ in several.painter.seen] == [2]


def test_the_selected_and_the_current_row_are_painted_so(column: MakeColumn) -> None:
    several = column(rows_of(range(5)))
    several.view.setCurrentIndex(several.model.index(1, 0))
    several.paint()

    states = several.painter.states
    assert [row for row in states if states[row] & QStyle.StateFlag.State_Selected] == [1]
    assert [row for row in states if states[row] & QStyle.StateFlag.State_HasFocus] == [1]


def test_a_few_rows_lie_at_the_bottom_where_the_list_grows_upwards(column: MakeColumn) -> None:
    several = column(rows_of(range(2)), grows_up=True)
    heights = [row.height for row in several.model.rows]

    assert several.paint() == [(0, several.page - sum(heights)), (1, several.page - heights[1])]
    assert not several.view.indexAt(QPoint(5, 5)).isValid()
    assert several.view.indexAt(QPoint(5, several.page - 1)).row() == 1


# Staying in place


def test_scrolling_up_into_rows_that_nobody_has_seen_moves_each_row_by_as_much(column: MakeColumn) -> None:
    several = column(rows_of(range(5000)))
    several.view.scrollTo(several.model.index(3000, 0), Hint.PositionAtTop)
    before = dict(several.paint())

    for _ in range(60):
        wheel(several.view.viewport(), -1)
        after = dict(several.paint())
        shared = before.keys() & after.keys()
        assert shared
        assert len({after[row] - before[row] for row in shared}) == 1
        assert all(after[row] > before[row] for row in shared)
        before = after


def test_a_list_that_follows_stays_at_its_end_until_somebody_scrolls_away_and_comes_back(column: MakeColumn) -> None:
    several = column(rows_of(range(200)), follows=True, grows_up=True)
    assert several.paint()[-1][0] == 199

    several.model.append(rows_of([200])[0])
    assert several.paint()[-1][0] == 200

    several.scroll(-150)
    before = several.paint()
    several.model.append(rows_of([201])[0])
    assert several.paint() == before

    several.view.scrollToBottom()
    several.model.append(rows_of([202])[0])
    assert several.paint()[-1][0] == 202


def test_a_list_that_follows_keeps_its_end_when_it_gets_narrower(column: MakeColumn) -> None:
    several = column(rows_of(range(200)), follows=True)

    several.view.resize(140, 200)

    row, top = several.paint()[-1]
    assert (row, top + several.rect(row)[1]) == (199, several.page)


def test_the_top_row_stays_when_the_list_gets_narrower_and_when_the_text_grows(column: MakeColumn) -> None:
    several = column(rows_of(range(2000)))
    several.view.scrollTo(several.model.index(1000, 0), Hint.PositionAtTop)

    several.view.resize(140, 280)
    assert several.paint()[0] == (1000, 0)

    several.view.resize(240, 300)
    several.painter.zoom = 3
    several.view.remeasure()
    assert several.paint()[0] == (1000, 0)


@pytest.mark.parametrize(
    "numbers",
    [
        [*range(5000, 5005), *range(2000)],
        [*range(100), 7777, *range(100, 2000)],
        range(30, 2000),
        [*range(200, 300), *range(200), *range(300, 2000)],
    ],
    ids=["many at the top", "one above", "fewer above", "moved above"],
)
def test_what_comes_goes_and_moves_above_moves_nothing_that_is_seen(column: MakeColumn, numbers: list[int]) -> None:
    several = column(rows_of(range(2000)))
    several.view.scrollTo(several.model.index(1000, 0), Hint.PositionAtTop)
    several.scroll(10)
    before = several.place_of(1000), several.place_of(1001)

    several.model.replace(rows_of(dict.fromkeys(numbers)))

    assert (several.place_of(1000), several.place_of(1001)) == before


def test_a_card_that_is_put_at_the_very_top_is_seen(column: MakeColumn) -> None:
    several = column(rows_of(range(100)))

    several.model.insert(0, rows_of([555]))

    assert several.place_of(555) == 0


def test_a_row_whose_text_grows_is_higher_at_once(column: MakeColumn) -> None:
    several = column(rows_of(range(100)))
    before = several.place_of(3)

    several.model.update(Row(1, several.model.rows[1].height + 50))

    assert several.place_of(3) == before + 50


def test_a_delegate_says_that_a_row_is_higher_now(column: MakeColumn) -> None:
    several = column(rows_of(range(100)))
    several.model.rows[1] = Row(1, 150)

    several.painter.sizeHintChanged.emit(several.model.index(1, 0))

    assert several.rect(1)[1] == 150


# Lists that are not on the screen


def test_a_list_that_nobody_sees_measures_nothing(column: MakeColumn) -> None:
    several = column(rows_of(range(100)), shows=False)
    several.model.append(rows_of([100])[0])
    several.model.remove(3)

    assert several.painter.measured == []


def test_a_place_that_was_asked_for_before_the_list_is_shown_is_there_when_it_is(
    column: MakeColumn, qtbot: QtBot
) -> None:
    several = column(rows_of(range(1000)), shows=False)
    qtbot.addWidget(several.view)
    several.view.scrollTo(several.model.index(500, 0), Hint.PositionAtTop)

    with qtbot.waitExposed(several.view):
        several.view.show()

    assert several.paint()[0] == (500, 0)


def test_a_column_out_of_sight_is_measured_when_it_is_scrolled_into_sight(column: MakeColumn, qtbot: QtBot) -> None:
    near, far = column(rows_of(range(50)), shows=False), column(rows_of(range(50)), shows=False)
    area, box = QScrollArea(), QWidget()
    beside = QHBoxLayout(box)
    for several in (near, far):
        several.view.setFixedSize(200, 200)
        beside.addWidget(several.view)
    area.setWidget(box)
    area.resize(180, 260)
    qtbot.addWidget(area)
    area.show()
    qtbot.waitUntil(lambda: bool(near.painter.seen))
    assert far.painter.measured == []

    area.horizontalScrollBar().setValue(area.horizontalScrollBar().maximum())

    qtbot.waitUntil(lambda: bool(far.painter.seen))
    assert far.paint()[0] == (0, 0)


# Scrolling


def test_the_bar_comes_with_the_rows_and_goes_with_them(column: MakeColumn, qtbot: QtBot) -> None:
    several = column(rows_of(range(2)))
    several.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    bar = several.view.verticalScrollBar()
    assert not bar.isVisible()

    several.model.replace(rows_of(range(50)))
    qtbot.waitUntil(bar.isVisible)
    assert several.rect(0)[1] == several.model.rows[0].height

    several.model.replace(rows_of(range(2)))
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_the_end_of_the_bar_is_the_end_of_the_rows(column: MakeColumn) -> None:
    several = column(rows_of(range(3000)))
    bar = several.view.verticalScrollBar()

    bar.setValue(bar.maximum())
    row, top = several.paint()[-1]
    assert (row, top + several.model.rows[row].height) == (2999, several.page)

    bar.setValue(0)
    assert several.paint()[0] == (0, 0)


@pytest.mark.parametrize("row", [0, 40, 2500, 2999])
def test_a_row_is_brought_where_it_is_wanted(column: MakeColumn, row: int) -> None:
    several = column(rows_of(range(3000)))
    index, height = several.model.index(row, 0), several.model.rows[row].height
    places = {}
    for hint in (Hint.PositionAtTop, Hint.PositionAtBottom, Hint.PositionAtCenter):
        several.view.scrollTo(index, hint)
        assert row in dict(several.paint())
        places[hint] = several.rect(row)[0]

    if row == 0:
        assert set(places.values()) == {0}
    if row in {40, 2500}:
        assert places[Hint.PositionAtTop] == 0
        assert abs(places[Hint.PositionAtCenter] - (several.page - height) // 2) <= 1
    if row > 0:
        assert places[Hint.PositionAtBottom] == several.page - height


def test_bringing_into_sight_what_is_in_sight_moves_nothing(column: MakeColumn) -> None:
    several = column(rows_of(range(3000)))
    several.view.scrollTo(several.model.index(1500, 0), Hint.PositionAtCenter)
    before = several.paint()

    several.view.scrollTo(several.model.index(1500, 0))
    assert several.paint() == before

    several.view.scrollTo(several.model.index(1400, 0))
    assert several.paint()[0] == (1400, 0)


def test_a_row_that_is_higher_than_the_window_can_be_read_to_its_end(column: MakeColumn) -> None:
    several = column([*rows_of(range(10)), Row(10, 900), *rows_of(range(11, 20))])
    several.view.setCurrentIndex(several.model.index(10, 0))
    several.view.scrollTo(several.model.index(10, 0), Hint.PositionAtTop)
    several.scroll(300)
    before = several.paint()

    several.view.scrollTo(several.model.index(10, 0))

    assert before == several.paint() == [(10, -300)]


# Keys


def test_arrows_home_end_and_page_keys_lead_on(column: MakeColumn) -> None:
    several = column(rows_of(range(3000)))

    def press(key: Qt.Key) -> int:
        QTest.keyClick(several.view, key)
        row = several.view.currentIndex().row()
        assert row in dict(several.paint())
        return row

    assert [press(key) for key in (Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_Up)] == [1, 2, 1, 0]
    assert press(Key.Key_End) == 2999
    assert press(Key.Key_Down) == 2999
    up = press(Key.Key_PageUp)
    heights = sum(row.height for row in several.model.rows[up + 1 : 3000])
    assert heights <= several.page < heights + several.model.rows[up].height + several.model.rows[up + 1].height
    assert press(Key.Key_PageDown) == 2999
    assert press(Key.Key_Home) == 0
    assert press(Key.Key_PageUp) == 0
    assert press(Key.Key_PageDown) > 2


def test_who_comes_by_tab_is_at_the_newest_row_of_a_list_that_follows_and_at_the_top_of_another(
    column: MakeColumn,
) -> None:
    follows, other = column(rows_of(range(100)), follows=True), column(rows_of(range(100)))

    assert follows.view.currentIndex().row() == 99
    assert follows.paint()[-1][0] == 99
    assert other.view.currentIndex().row() == 0


def test_shift_and_a_key_selects_all_on_the_way(column: MakeColumn) -> None:
    several = column(rows_of(range(5000)))
    several.view.setCurrentIndex(several.model.index(2, 0))

    QTest.keyClick(several.view, Key.Key_Down, SHIFT)
    assert sorted(index.row() for index in several.view.selectedIndexes()) == [2, 3]
    QTest.keyClick(several.view, Key.Key_End, SHIFT)
    assert sorted(index.row() for index in several.view.selectedIndexes()) == list(range(2, 5000))
    QTest.keyClick(several.view, Key.Key_Home, SHIFT)
    assert sorted(index.row() for index in several.view.selectedIndexes()) == [0, 1, 2]


def test_letters_look_up_nothing(column: MakeColumn) -> None:
    several = column(rows_of(range(50)))
    several.view.setCurrentIndex(several.model.index(30, 0))

    QTest.keyClicks(several.view, "row 1")

    assert several.view.currentIndex().row() == 30


def test_an_empty_list_takes_every_key(column: MakeColumn) -> None:
    several = column([])

    for key in (Key.Key_Down, Key.Key_End, Key.Key_PageUp):
        QTest.keyClick(several.view, key)

    assert not several.view.currentIndex().isValid()
    assert several.view.drop_place(10) == (0, 1)


# The mouse


def test_clicks_select_one_row_several_rows_and_a_stretch(column: MakeColumn) -> None:
    several = column(rows_of(range(50)))
    several.scroll(120)
    places = dict(several.paint())
    first, *_, last = [row for row, top in places.items() if 0 < top < several.page - 5]

    def click(row: int, modifier: Qt.KeyboardModifier = NONE) -> list[int]:
        at = QPoint(20, places[row] + 3)
        QTest.mouseClick(several.view.viewport(), Qt.MouseButton.LeftButton, modifier, at)
        return sorted(index.row() for index in several.view.selectedIndexes())

    assert click(first) == [first]
    assert click(last, SHIFT) == list(range(first, last + 1))
    assert click(first + 1, CTRL) == [row for row in range(first, last + 1) if row != first + 1]
    assert click(last) == [last]


def test_a_click_beside_the_rows_selects_nothing(column: MakeColumn) -> None:
    several = column(rows_of(range(2)))
    several.view.setCurrentIndex(several.model.index(1, 0))

    QTest.mouseClick(several.view.viewport(), Qt.MouseButton.LeftButton, NONE, QPoint(20, several.page - 5))

    assert several.view.selectedIndexes() == []


def test_a_rectangle_beside_the_rows_selects_nothing_and_one_over_them_does(column: MakeColumn) -> None:
    several = column(rows_of(range(3)))
    select = QItemSelectionModel.SelectionFlag.ClearAndSelect

    several.view.setSelection(QRect(0, 200, 10, 50), select)
    assert several.view.selectedIndexes() == []

    several.view.setSelection(QRect(0, 30, 10, 250), select)
    assert [index.row() for index in several.view.selectedIndexes()] == [1, 2]


def test_the_row_under_the_pointer_is_painted_so(column: MakeColumn, monkeypatch: pytest.MonkeyPatch) -> None:
    several = column(rows_of(range(5)))
    places = dict(several.paint())
    at = QPoint(20, places[2] + 3)
    QTest.mouseMove(several.view.viewport(), at)
    QApplication.processEvents()
    several.paint()

    states = several.painter.states
    assert [row for row in states if states[row] & QStyle.StateFlag.State_MouseOver] == [2]


def test_what_has_to_be_painted_for_a_large_selection_is_on_the_screen(column: MakeColumn) -> None:
    several = column(rows_of(range(5000)))
    several.view.scrollTo(several.model.index(2500, 0), Hint.PositionAtTop)
    shown = [row for row, _ in several.paint()]
    several.view.selectAll()

    region = several.view.visualRegionForSelection(several.view.selectionModel().selection())

    assert region.boundingRect().top() == 0
    assert region.boundingRect().bottom() == sum(several.rect(shown[-1])) - 1


# Editing where it stands


def editing(several: Column, row: int) -> QPlainTextEdit:
    several.view.setCurrentIndex(several.model.index(row, 0))
    several.view.edit(several.model.index(row, 0))
    editor = several.view.viewport().findChild(QPlainTextEdit)
    assert isinstance(editor, QPlainTextEdit)
    return editor


def test_the_editor_of_a_row_goes_with_it(column: MakeColumn, qtbot: QtBot) -> None:
    several = column(rows_of(range(300)))
    several.scroll(500)
    row = several.paint()[3][0]
    editor = editing(several, row)
    editor.setPlainText("half a sen")

    def is_on_its_row() -> bool:
        rect = several.view.visualRect(several.model.index_of(Row(row, 1).key))
        return editor.geometry().top() == rect.top() and editor.isVisible()

    assert is_on_its_row()
    several.scroll(-40)
    assert is_on_its_row()
    visible = several.paint()[1][0]
    several.model.update(Row(visible, 200))
    assert is_on_its_row()
    several.model.insert(visible, rows_of([600, 601]))
    assert is_on_its_row()
    several.view.resize(240, 500)
    assert is_on_its_row()
    several.model.replace([*rows_of(range(700, 760)), *several.model.rows])
    assert is_on_its_row()
    assert editor.toPlainText() == "half a sen"


def test_what_is_being_typed_stays_when_another_hand_changes_the_row(column: MakeColumn, qtbot: QtBot) -> None:
    several = column(rows_of(range(30)))
    editor = editing(several, 2)
    editor.setPlainText("half a sen")

    several.model.update(Row(2, 44, "another wording"))
    several.model.replace([Row(row.number, row.height, "all are other") for row in several.model.rows])

    assert editor.toPlainText() == "half a sen"


def test_the_editor_of_a_row_that_goes_away_closes(column: MakeColumn, qtbot: QtBot) -> None:
    several = column(rows_of(range(30)))
    editor = editing(several, 2)

    with qtbot.waitSignal(editor.destroyed):
        several.model.remove(2)


# Other rows


def test_a_selection_that_vanishes_with_many_rows_is_told(column: MakeColumn, qtbot: QtBot) -> None:
    several = column(rows_of(range(100)))
    several.view.selectAll()

    with qtbot.waitSignal(several.view.selectionModel().selectionChanged):
        several.model.replace(rows_of(range(50, 150)))

    assert len(several.view.selectedIndexes()) == 50


def test_another_model_is_shown_and_the_former_one_no_longer_matters(column: MakeColumn) -> None:
    several = column(rows_of(range(100)))
    former = several.model
    several.view.setModel(QStringListModel(["one", "two"], several.view))

    former.append(rows_of([500])[0])
    former.remove(0, 50)
    former.replace(rows_of(range(200)))

    assert several.view.visualRect(several.view.model().index(1, 0)).isValid()
    assert several.view._rows.count == 2


def test_all_rows_can_go_and_others_come(column: MakeColumn) -> None:
    several = column(rows_of(range(1000)))
    several.scroll(5000)

    several.model.replace([])
    assert several.paint() == []

    several.model.replace(rows_of(range(5)))
    assert several.paint()[0] == (0, 0)


# Dragging


def over(y: int) -> QDragMoveEvent:
    return QDragMoveEvent(QPoint(20, y), Qt.DropAction.MoveAction, QMimeData(), Qt.MouseButton.LeftButton, NONE)


def test_the_gap_that_something_is_put_into_is_the_nearer_one(column: MakeColumn) -> None:
    several = column(rows_of(range(3)), spacing_below=8)

    assert several.view.drop_place(2) == (0, 1)
    assert several.view.drop_place(20) == (1, 24)
    assert several.view.drop_place(30) == (1, 24)
    assert several.view.drop_place(80) == (2, 89)
    assert several.view.drop_place(290)[0] == 3


def test_a_line_of_two_pixels_marks_the_gap(column: MakeColumn, qtbot: QtBot) -> None:
    several = column(rows_of(range(3)))

    several.view.show_drop_line(60, QColor("red"))
    picture = several.view.viewport().grab().toImage()
    assert [picture.pixelColor(100, y).name() == "#ff0000" for y in (58, 59, 60, 61)] == [False, True, True, False]

    several.view.show_drop_line(None, QColor("red"))
    assert several.view.viewport().grab().toImage().pixelColor(100, 60).name() != "#ff0000"


def test_dragging_near_an_edge_scrolls_until_the_drag_ends(column: MakeColumn, qtbot: QtBot) -> None:
    several = column(rows_of(range(300)))
    view, bar = several.view, several.view.verticalScrollBar()
    view.setAcceptDrops(True)
    view.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)

    with qtbot.waitSignals([view.edges.scrolled] * 4):
        view.dragMoveEvent(over(several.page - STRIP // 2))
    assert bar.value() > 0

    view.dragMoveEvent(over(several.page // 2))
    assert not view.edges.is_scrolling

    view.dragMoveEvent(over(3))
    qtbot.waitUntil(lambda: bar.value() == 0)

    view.show_drop_line(40, QColor("red"))
    view.dragLeaveEvent(QDragLeaveEvent())
    assert not view.edges.is_scrolling
    assert view.viewport().grab().toImage().pixelColor(100, 40).name() != "#ff0000"


def test_a_drop_ends_the_scrolling(column: MakeColumn, qtbot: QtBot) -> None:
    several = column(rows_of(range(300)))
    several.view.setAcceptDrops(True)
    several.view.dragMoveEvent(over(several.page - 1))
    assert several.view.edges.is_scrolling

    at = QPointF(20, several.page - 1)
    several.view.dropEvent(QDropEvent(at, Qt.DropAction.MoveAction, QMimeData(), Qt.MouseButton.LeftButton, NONE))

    assert not several.view.edges.is_scrolling


def test_the_deeper_in_the_strip_the_faster_it_scrolls(column: MakeColumn, qtbot: QtBot) -> None:
    several = column(rows_of(range(3000)))
    bar, edges = several.view.verticalScrollBar(), several.view.edges

    def one_step(depth: int) -> int:
        before = bar.value()
        with qtbot.waitSignal(edges.scrolled):
            edges.hold(several.page - STRIP + depth, several.page)
        edges.stop()
        return bar.value() - before

    assert 0 < one_step(1) < one_step(14) < one_step(28) == one_step(200)
