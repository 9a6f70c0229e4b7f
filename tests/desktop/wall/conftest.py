"""A wall with six cards in the tray, two in Financing, and two more themes."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.rooms import closed, made, opened, settled

from facilitator.desktop.main_window import MainWindow
from facilitator.desktop.wall.place import WallPlace
from facilitator.domain.nouns import Key
from facilitator.store.edits import Edits

THEMES = ("Financing", "Localization", "Monitoring")
FILED = ("Cost every action", "Publish the budget")
LOOSE = ("Train police", "Translate the plan", "Record heat", "Pair ministries", "Open shelters", "Pay interpreters")


def fill(edits: Edits) -> None:
    """The themes and cards of this wall: R1 and R2 in Financing, R3 to R8 in the tray."""
    themes = [edits.themes.named(name) for name in THEMES]
    for wording in FILED:
        edits.recommendations.add(wording, [themes[0]])
    for wording in LOOSE:
        edits.recommendations.add(wording)


@dataclass
class Wall:
    """The wall of a window, and the hand and eye of who works on it."""

    qtbot: QtBot
    window: MainWindow
    place: WallPlace

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is, and let what it asked for be done."""
        focus = QApplication.focusWidget()
        assert isinstance(focus, QWidget)
        QTest.keyClick(focus, key, modifiers)
        self.settle()

    def type(self, text: str) -> None:
        """Type where the focus is."""
        focus = QApplication.focusWidget()
        assert isinstance(focus, QWidget)
        QTest.keyClicks(focus, text)
        QApplication.processEvents()

    def settle(self) -> None:
        """All is on the disk and on the screen."""
        settled(self.qtbot, self.window)
        QApplication.processEvents()

    def undo(self) -> None:
        """Ctrl+Z."""
        self.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    def key(self, number: int) -> Key:
        """The key of a recommendation by its number."""
        cards = [card for column in (None, *self.theme_keys) for card in self.place.cards.whole(column)]
        return next(card.key for card in cards if card.counted == number)

    @property
    def theme_keys(self) -> list[Key]:
        """The themes in the order of the wall."""
        return [theme.key for theme in self.place.themes]

    @property
    def names(self) -> list[str]:
        """Their names."""
        return [theme.name for theme in self.place.themes]

    def column(self, name: str) -> list[int]:
        """The numbers of the cards that a column shows; the tray without a name."""
        return [card.counted for card in self.place.board.column(self.theme(name)).list.cards.rows]

    def theme(self, name: str) -> Key | None:
        """The key of a theme by its name."""
        return next((theme.key for theme in self.place.themes if theme.name == name), None)

    def select(self, *numbers: int) -> None:
        """Select these cards, the first of them as the current one, and put the focus there."""
        keys = [self.key(number) for number in numbers]
        self.place.board.select(keys, keys[0])
        self.place.board.take_focus()
        QApplication.processEvents()

    @property
    def selected(self) -> list[int]:
        """The numbers of the selected cards."""
        found = (self.place.cards.get(key) for key in self.place.board.selected)
        return [card.counted for card in found if card is not None]


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workshop file, which nobody opens."""
    return made(tmp_path_factory.mktemp("wall") / "water.workshop", fill)


@pytest.fixture
def path(filled: Path, tmp_path: Path) -> Path:
    """A workshop file of one test."""
    return Path(shutil.copy(filled, tmp_path / "water.workshop"))


@pytest.fixture
def wall(qtbot: QtBot, path: Path, faces: None) -> Iterator[Wall]:
    """The wall, open, with the focus on the first card of the tray."""
    window = opened(qtbot, path, "wall")
    assert isinstance(window.place, WallPlace)
    wall = Wall(qtbot, window, window.place)
    window.activateWindow()
    wall.select(3)
    yield wall
    closed(qtbot, window)
