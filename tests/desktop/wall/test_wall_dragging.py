"""Cards are put down where the line is, one or many, in a theme, in the tray, or as a further theme."""

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.desktop.wall.conftest import Wall

from facilitator.desktop.wall.card_column import CardColumn

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


def drop(wall: Wall, name: str, y: int, *numbers: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Take cards up and let them go over a column at this height."""
    wall.select(*numbers)
    wall.place.board.desk.moving = frozenset(wall.key(number) for number in numbers)
    column = wall.place.board.column(wall.theme(name)).list
    event = QDropEvent(QPointF(20, y), Qt.DropAction.MoveAction, QMimeData(), Qt.MouseButton.LeftButton, modifiers)
    column.dropEvent(event)
    wall.place.board.desk.moving = frozenset()
    wall.settle()


def middle(column: CardColumn, row: int) -> int:
    return column.visualRect(column.cards.index(row, 0)).center().y()


def test_a_card_goes_between_two_others_where_the_line_is(wall: Wall) -> None:
    financing = wall.place.board.column(wall.theme("Financing")).list
    drop(wall, "Financing", middle(financing, 0) + 10, 5)

    assert wall.column("Financing") == [1, 5, 2]


def test_above_the_middle_of_the_first_card_is_the_top(wall: Wall) -> None:
    drop(wall, "Financing", 2, 5)

    assert wall.column("Financing") == [5, 1, 2]


def test_below_the_last_card_is_the_end(wall: Wall) -> None:
    drop(wall, "Financing", 600, 5)

    assert wall.column("Financing") == [1, 2, 5]


def test_many_go_together_in_their_order_and_are_one_step(wall: Wall) -> None:
    financing = wall.place.board.column(wall.theme("Financing")).list
    drop(wall, "Financing", middle(financing, 0) + 10, 4, 6, 8)
    assert wall.column("Financing") == [1, 4, 6, 8, 2]
    assert sorted(wall.selected) == [4, 6, 8]

    wall.undo()
    assert (wall.column("Financing"), wall.column("")) == ([1, 2], [3, 4, 5, 6, 7, 8])


def test_cards_change_places_within_a_column(wall: Wall) -> None:
    drop(wall, "Financing", 600, 1)

    assert wall.column("Financing") == [2, 1]


def test_shift_while_dropping_adds_a_theme_and_the_card_stays_at_home(wall: Wall) -> None:
    drop(wall, "Localization", 30, 1, modifiers=SHIFT)

    card = wall.place.cards.get(wall.key(1))
    assert card is not None
    assert (wall.column("Financing"), card.further) == ([1, 2], (wall.theme("Localization"),))


def test_the_tray_takes_cards_back_in_the_order_of_the_register(wall: Wall) -> None:
    drop(wall, "", 10, 2)

    assert (wall.column(""), wall.column("Financing")) == ([2, 3, 4, 5, 6, 7, 8], [1])


def test_a_folded_column_takes_cards_too(wall: Wall) -> None:
    column = wall.place.board.column(wall.theme("Localization"))
    column.fold(True)
    wall.select(5)
    wall.place.board.desk.moving = frozenset([wall.key(5)])
    event = QDropEvent(QPointF(20, 200), Qt.DropAction.MoveAction, QMimeData(), Qt.MouseButton.LeftButton, NONE)
    column.dropEvent(event)
    wall.settle()

    assert wall.column("Localization") == [5]


def test_the_line_and_the_ground_show_where_it_would_go_and_go_away(wall: Wall) -> None:
    column = wall.place.board.column(wall.theme("Financing")).list
    wall.select(3)
    wall.place.board.desk.moving = frozenset([wall.key(3)])
    column.set_target(middle(column, 0) + 10)
    assert column.is_target

    column.set_target(None)
    assert not column.is_target


def test_a_click_on_one_of_several_selected_cards_selects_it_alone(wall: Wall) -> None:
    wall.select(3, 4, 1)
    column = wall.place.board.tray.list
    place = column.visualRect(column.cards.index(1, 0)).center()
    QTest.mouseClick(column.viewport(), Qt.MouseButton.LeftButton, NONE, place)
    QApplication.processEvents()

    assert wall.selected == [4]


def test_a_click_with_ctrl_selects_across_columns(wall: Wall) -> None:
    column = wall.place.board.column(wall.theme("Financing")).list
    place = column.visualRect(column.cards.index(0, 0)).center()
    QTest.mouseClick(column.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place)
    QApplication.processEvents()

    assert sorted(wall.selected) == [1, 3]
