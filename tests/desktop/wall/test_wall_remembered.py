"""The wall comes back as it was left, and follows what others do."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot
from tests.desktop.rooms import closed, opened
from tests.desktop.wall.conftest import Wall

from facilitator.desktop.wall.digit_keys import digit_of
from facilitator.desktop.wall.place import WallPlace
from facilitator.desktop.wall.remembered import Remembered, read
from facilitator.domain.kinds import NoteKind
from facilitator.store.edits import Edits


def test_selection_folds_density_and_panel_come_back(wall: Wall) -> None:
    wall.select(4, 6)
    wall.place.board.fold([wall.theme("Monitoring")])
    wall.place.context.actions.trigger("wall.density")
    wall.place.open_panel()
    left = wall.place.remembered()

    other = WallPlace(wall.place.context)
    other.come_back_to(left)
    other.refresh()
    other.panel.hide()
    assert other.remembered() == left.replace('"has_panel": true', '"has_panel": false')
    assert other.panel.key == wall.key(4)
    other.deleteLater()


@pytest.mark.parametrize("text", ["", "nothing", "[1]", '{"selected": "x", "current": 7, "folded": ["zz"]}'])
def test_what_is_not_understood_is_left_alone(text: str) -> None:
    assert read(text) == Remembered()


def test_the_selection_stays_when_another_hand_adds_cards(wall: Wall) -> None:
    wall.select(4, 6)

    def action(edits: Edits) -> None:
        edits.recommendations.add("One more", [edits.themes.named("Financing")])

    wall.window.context.bridge.edit("Add", action)
    wall.settle()
    assert wall.column("Financing") == [1, 2, 9]
    assert sorted(wall.selected) == [4, 6]


def test_a_wording_that_another_place_changes_is_on_the_card(wall: Wall) -> None:
    key = wall.key(4)
    wall.window.context.bridge.edit("Reword", lambda edits: edits.recommendations.reword(key, "Translate it all"))
    wall.settle()

    card = wall.place.cards.get(key)
    assert card is not None
    assert card.wording == "Translate it all"


def test_a_card_that_is_gone_to_is_shown_from_behind_filter_and_fold(wall: Wall) -> None:
    wall.place.board.fold([wall.theme("Financing")])
    wall.press(Qt.Key.Key_Slash)
    wall.type("police")
    wall.place.go_to(wall.key(2))

    assert (wall.selected, wall.column("")) == ([2], [3, 4, 5, 6, 7, 8])
    assert wall.place.board.column(wall.theme("Financing")).list.hasFocus()


def test_one_session_shows_only_what_was_said_in_it(wall: Wall) -> None:
    def action(edits: Edits) -> None:
        session = edits.sessions.add("Panel")
        edits.notes.capture(session.id, NoteKind.RECOMMENDATION, "Said in the panel")

    wall.window.context.bridge.edit("Capture", action)
    wall.settle()
    wall.place.load()
    sessions = wall.window.context.bridge.ask(lambda reads: reads.sessions())
    assert sessions is not None
    wall.place.bar.session_chosen.emit(sessions[0].id)
    assert (wall.column(""), wall.column("Financing")) == ([9], [])

    wall.place.board.select([wall.key(9)], wall.key(9))
    wall.place.board.take_focus()
    wall.press(Qt.Key.Key_1)
    assert wall.column("Financing") == [9]


def test_an_empty_column_says_which_key_fills_it(wall: Wall) -> None:
    assert "3" in wall.place.board.column(wall.theme("Monitoring")).list.hint


def test_the_place_of_a_key_decides_which_digit_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    shifted = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Exclam, Qt.KeyboardModifier.ShiftModifier, 10, 0, 0, "!")
    letter = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, 38, 0, 0, "a")
    with_ctrl = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier, 10, 0, 0, "")

    assert [digit_of(event) for event in (shifted, letter, with_ctrl)] == [1, None, None]


def test_the_window_opens_on_the_wall_as_it_was_left(qtbot: QtBot, path: Path, faces: None) -> None:
    window = opened(qtbot, path, "wall")
    place = window.place
    assert isinstance(place, WallPlace)
    key = place.cards.whole(None)[2].key
    place.board.select([key], key)
    closed(qtbot, window)

    again = opened(qtbot, path, "wall")
    assert isinstance(again.place, WallPlace)
    assert again.place.board.selected == [key]
    closed(qtbot, again)
