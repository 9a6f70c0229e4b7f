"""Cards are filed, walked over and read by keys alone."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication
from tests.desktop.wall.conftest import Wall

from facilitator.desktop.commands.actions import Actions
from facilitator.desktop.wall.overlays import CardOverlay

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def over(wall: Wall) -> list[str]:
    """The titles of what lies over the wall."""
    return [one.accessibleName() for one in wall.window.findChildren(CardOverlay) if one.isVisible()]


def test_a_digit_files_the_card_and_the_next_one_is_selected(wall: Wall) -> None:
    wall.press(Qt.Key.Key_2)
    wall.press(Qt.Key.Key_3)

    assert (wall.column("Localization"), wall.column("Monitoring")) == ([3], [4])
    assert wall.column("") == [*wall.selected, 6, 7, 8] == [5, 6, 7, 8]


def test_digits_pressed_before_the_disk_has_answered_are_for_one_card_each(wall: Wall) -> None:
    for digit in (1, 2, 3):
        wall.place.context.actions.trigger(f"wall.file-{digit}")
    wall.settle()

    assert (wall.column("Financing"), wall.column("Localization"), wall.column("Monitoring")) == ([1, 2, 3], [4], [5])


def test_many_selected_cards_are_filed_in_one_step_of_undo(wall: Wall) -> None:
    wall.press(Qt.Key.Key_Down, SHIFT)
    wall.press(Qt.Key.Key_Down, SHIFT)
    assert wall.selected == [3, 4, 5]

    wall.press(Qt.Key.Key_2)
    assert wall.column("Localization") == [3, 4, 5]

    wall.undo()
    assert (wall.column("Localization"), wall.column("")) == ([], [3, 4, 5, 6, 7, 8])


def test_zero_puts_a_card_back_into_the_tray_and_x_too(wall: Wall) -> None:
    wall.select(1)
    wall.press(Qt.Key.Key_0)
    assert wall.column("Financing") == wall.selected == [2]

    wall.press(Qt.Key.Key_X)
    assert wall.column("Financing") == []
    assert wall.column("") == [1, 2, 3, 4, 5, 6, 7, 8]


def test_x_in_the_tray_only_lets_the_card_go(wall: Wall) -> None:
    wall.press(Qt.Key.Key_X)

    assert (wall.selected, wall.column("")) == ([], [3, 4, 5, 6, 7, 8])


def test_shift_with_a_digit_adds_a_further_theme_and_the_home_stays(wall: Wall) -> None:
    wall.select(1)
    wall.press(Qt.Key.Key_2, SHIFT)

    card = wall.place.cards.get(wall.key(1))
    assert card is not None
    assert (card.home, card.further) == (wall.theme("Financing"), (wall.theme("Localization"),))
    spoken = wall.place.board.column(card.home).list.cards.index_of(card.key).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "also in Localization" in spoken


def test_a_digit_without_a_theme_does_nothing(wall: Wall) -> None:
    wall.press(Qt.Key.Key_9)

    assert (wall.column(""), wall.selected) == ([3, 4, 5, 6, 7, 8], [3])


def test_g_files_by_the_first_letters_of_a_name(wall: Wall) -> None:
    wall.press(Qt.Key.Key_G)
    wall.type("mon")
    wall.press(Qt.Key.Key_Return)

    assert wall.column("Monitoring") == [3]
    assert wall.selected == [4]


def test_enter_alone_makes_no_theme_and_its_own_row_does(wall: Wall) -> None:
    wall.press(Qt.Key.Key_G)
    wall.type("Climate")
    wall.press(Qt.Key.Key_Return)
    assert wall.names == ["Financing", "Localization", "Monitoring"]

    wall.press(Qt.Key.Key_Down)
    wall.press(Qt.Key.Key_Return)
    assert wall.names[-1] == "Climate"
    assert wall.column("Climate") == [3]

    wall.undo()
    assert wall.names == ["Financing", "Localization", "Monitoring"]
    assert wall.column("")[0] == 3


def test_arrows_walk_from_column_to_column_and_over_empty_ones(wall: Wall) -> None:
    wall.press(Qt.Key.Key_Right)
    assert wall.selected == [1]

    wall.press(Qt.Key.Key_Right)
    assert wall.selected == [1]

    wall.press(Qt.Key.Key_Left)
    assert wall.selected == [3]


def test_shift_extends_into_the_next_column_and_ctrl_walks_without_selecting(wall: Wall) -> None:
    wall.press(Qt.Key.Key_Right, SHIFT)
    assert sorted(wall.selected) == [1, 3]

    wall.press(Qt.Key.Key_Down, CTRL)
    assert sorted(wall.selected) == [1, 3]
    assert wall.place.board.current == wall.key(2)

    wall.press(Qt.Key.Key_Up)
    assert wall.selected == [1]


def test_in_a_language_read_from_the_right_the_arrows_follow_the_eye(wall: Wall) -> None:
    wall.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    wall.press(Qt.Key.Key_Left)

    assert wall.selected == [1]


def test_space_shows_the_card_large_and_esc_closes_it(wall: Wall) -> None:
    wall.press(Qt.Key.Key_Space)
    assert over(wall) == ["R3 · raw"]

    wall.press(Qt.Key.Key_Escape)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert wall.window.findChildren(CardOverlay) == []
    assert wall.place.board.tray.list.hasFocus()


def test_d_shows_two_cards_and_needs_two(wall: Wall) -> None:
    wall.press(Qt.Key.Key_D)
    assert over(wall) == []

    wall.select(1, 2)
    wall.press(Qt.Key.Key_D)
    assert over(wall) == ["R1 · R2"]
    wall.press(Qt.Key.Key_X)
    assert wall.column("")[:2] == [3, 4], "no key goes on to the wall below"


def test_m_lets_the_current_card_stand_for_all_and_undo_brings_them_back(wall: Wall) -> None:
    wall.select(3, 4, 5)
    wall.press(Qt.Key.Key_M)
    assert wall.column("") == [3, 6, 7, 8]

    wall.undo()
    assert wall.column("") == [3, 4, 5, 6, 7, 8]


def test_f_folds_the_column_and_unfolds_it_from_its_head(wall: Wall) -> None:
    wall.select(1)
    column = wall.place.board.column(wall.theme("Financing"))
    wall.press(Qt.Key.Key_F)
    assert column.is_folded
    assert column.header.hasFocus()

    wall.place.context.actions.trigger("wall.fold")
    assert not column.is_folded


def test_the_filter_leaves_the_cards_with_all_its_words_and_esc_shows_all(wall: Wall) -> None:
    wall.press(Qt.Key.Key_Slash)
    wall.type("PLAN trans")
    assert (wall.column(""), wall.column("Financing")) == ([4], [])

    wall.press(Qt.Key.Key_Return)
    assert wall.place.board.tray.list.hasFocus()

    wall.press(Qt.Key.Key_Escape)
    assert wall.column("") == [3, 4, 5, 6, 7, 8]


def test_the_filter_holds_for_a_column_beyond_the_edge_too(wall: Wall) -> None:
    wall.window.resize(700, 600)
    for number in range(6):
        wall.place.filing.file_in_new([wall.key(4)], f"Beyond {number}")
        wall.settle()
    wall.select(3)
    assert not wall.place.board.column(wall.theme("Beyond 5")).is_in_sight

    wall.press(Qt.Key.Key_Slash)
    wall.type("heat")
    assert (wall.column(""), wall.column("Beyond 5")) == ([5], [])
    wall.press(Qt.Key.Key_Escape)
    assert wall.column("Beyond 5") == [4]


def test_the_filter_finds_a_card_by_its_number(wall: Wall) -> None:
    wall.press(Qt.Key.Key_Slash)
    wall.type("r7")

    assert wall.column("") == [7]


def test_every_key_of_the_wall_is_carried_out_by_somebody(wall: Wall) -> None:
    actions: Actions = wall.place.context.actions
    wall.select(3, 4)
    beyond = {f"wall.{verb}-{digit}" for verb in ("file", "also") for digit in range(4, 10)}
    of_the_wall = {command for command in actions.commands if command.startswith("wall.")}

    assert {command for command in of_the_wall if not actions.is_possible(command)} == beyond


def test_what_happens_is_said_below(wall: Wall) -> None:
    wall.select(3, 4)
    QApplication.processEvents()
    assert "2" in wall.place.key_line.accessibleName()

    wall.select(5)
    assert "R5" in wall.place.key_line.accessibleName()
