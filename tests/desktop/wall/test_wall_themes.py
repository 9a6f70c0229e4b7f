"""Themes are made, named, ordered, nested, coloured and deleted where they stand."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from tests.desktop.wall.conftest import Wall

from facilitator.desktop.wall.column_header import ColumnHeader
from facilitator.desktop.wall.theme_menu import ThemeMenu


def header(wall: Wall, name: str) -> ColumnHeader:
    return wall.place.board.column(wall.theme(name)).header


def choose(wall: Wall, name: str, *texts: str) -> None:
    """Open the menu of a theme and choose from it."""
    wall.place.board.menu_asked.emit(wall.theme(name), QPoint(0, 0))
    menu = wall.place.findChildren(ThemeMenu)[-1]
    action = _action(menu, texts[0])
    for text in texts[1:]:
        inner = action.menu()
        assert isinstance(inner, QMenu)
        action = _action(inner, text)
    assert action.isEnabled()
    # As Qt does it: the menu is gone before what was chosen happens.
    menu.close()
    wall.window.activateWindow()
    wall.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    action.trigger()
    wall.settle()


def _action(menu: QMenu, text: str) -> QAction:
    return next(action for action in menu.actions() if action.text() == text)


def test_n_names_a_new_theme_without_a_dialog_and_its_digit_files_at_once(wall: Wall) -> None:
    wall.press(Qt.Key.Key_N)
    wall.qtbot.waitUntil(lambda: QApplication.focusWidget() is not wall.place.board.tray.list)
    wall.type("Climate")
    wall.press(Qt.Key.Key_Return)
    assert wall.names[-1] == "Climate"
    assert wall.place.board.tray.list.hasFocus()

    wall.press(Qt.Key.Key_4)
    assert wall.column("Climate") == [3]


def test_esc_leaves_the_name_and_nothing_is_made(wall: Wall) -> None:
    wall.press(Qt.Key.Key_N)
    wall.type("Clim")
    wall.press(Qt.Key.Key_Escape)

    assert len(wall.names) == 3
    assert wall.place.board.tray.list.hasFocus()


def test_a_double_click_on_the_head_renames(wall: Wall) -> None:
    head = header(wall, "Localization")
    QTest.mouseDClick(head, Qt.MouseButton.LeftButton, pos=QPoint(60, 20))
    wall.type("Provinces")
    wall.press(Qt.Key.Key_Return)

    assert wall.names == ["Financing", "Provinces", "Monitoring"]


def test_f2_on_the_head_renames_and_up_leads_there(wall: Wall) -> None:
    wall.select(1)
    wall.press(Qt.Key.Key_Up)
    assert header(wall, "Financing").hasFocus()

    wall.press(Qt.Key.Key_F2)
    wall.type("Money")
    wall.press(Qt.Key.Key_Return)
    assert wall.names[0] == "Money"

    wall.undo()
    assert wall.names[0] == "Financing"


def test_a_name_that_is_taken_is_refused_with_a_sentence(wall: Wall) -> None:
    header(wall, "Localization").setFocus()
    wall.press(Qt.Key.Key_F2)
    wall.type("financing")
    wall.press(Qt.Key.Key_Return)

    assert wall.names == ["Financing", "Localization", "Monitoring"]
    notice = wall.window.context.notices.newest
    assert notice is not None
    assert "financing" in notice.text


def test_deleting_sends_the_cards_back_to_the_tray_and_undo_brings_all_back(wall: Wall) -> None:
    choose(wall, "Financing", "Delete, cards go back to the tray")
    assert wall.names == ["Localization", "Monitoring"]
    assert wall.column("") == [1, 2, 3, 4, 5, 6, 7, 8]

    wall.undo()
    assert wall.names == ["Financing", "Localization", "Monitoring"]
    assert (wall.column("Financing"), wall.column("")) == ([1, 2], [3, 4, 5, 6, 7, 8])


def test_a_theme_moves_and_the_digits_follow_the_order(wall: Wall) -> None:
    choose(wall, "Monitoring", "Move towards the tray")
    assert wall.names == ["Financing", "Monitoring", "Localization"]

    choose(wall, "Financing", "Move away from the tray")
    assert wall.names == ["Monitoring", "Financing", "Localization"]
    assert header(wall, "Monitoring").key == "1"


def test_a_head_that_is_dropped_on_another_column_stands_beside_it(wall: Wall) -> None:
    board = wall.place.board
    board.theme_dropped.emit(wall.theme("Monitoring"), wall.theme("Financing"), False)
    wall.settle()
    assert wall.names == ["Monitoring", "Financing", "Localization"]

    board.theme_dropped.emit(wall.theme("Monitoring"), wall.theme("Localization"), True)
    wall.settle()
    assert wall.names == ["Financing", "Localization", "Monitoring"]


def test_a_theme_is_put_under_another_and_lifted_out(wall: Wall) -> None:
    choose(wall, "Monitoring", "Put under", "Financing")
    assert wall.names == ["Financing", "Monitoring", "Localization"]
    assert "under Financing" in header(wall, "Monitoring").accessibleName()

    choose(wall, "Monitoring", "Lift out")
    assert wall.names == ["Financing", "Localization", "Monitoring"]


def test_a_theme_takes_another_hue_with_its_symbol(wall: Wall) -> None:
    choose(wall, "Financing", "Colour", "Teal")

    assert (wall.place.themes[0].colour, wall.place.themes[0].symbol) == ("teal", "triangle down")


def test_a_digest_is_written_at_the_head(wall: Wall) -> None:
    choose(wall, "Financing", "Write the digest")
    wall.type("Money first")
    wall.press(Qt.Key.Key_Return)

    assert header(wall, "Financing").accessibleDescription() == "Money first"


@pytest.mark.parametrize("text", ["Rename", "Write the digest"])
def test_a_folded_column_offers_no_field(wall: Wall, text: str) -> None:
    wall.place.board.fold([wall.theme("Financing")])
    wall.place.board.menu_asked.emit(wall.theme("Financing"), QPoint(0, 0))
    menu = wall.place.findChildren(ThemeMenu)[-1]

    assert text not in [action.text() for action in menu.actions()]
    menu.close()
