"""A wall with one recommendation whose panel is open beside it."""

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

from facilitator.desktop.card.card_panel import CardPanel
from facilitator.desktop.main_window import MainWindow
from facilitator.desktop.wall.place import WallPlace
from facilitator.domain.kinds import NoteKind
from facilitator.domain.nouns import Recommendation
from facilitator.domain.rows import RecommendationDetail
from facilitator.store.edits import Edits

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


def fill(edits: Edits) -> None:
    """R1, which a note made, in Financing; R2 in the tray; and a note S1.2 that made nothing."""
    session = edits.sessions.add("Panel")
    financing = edits.themes.named("Financing")
    edits.themes.named("Monitoring")
    edits.notes.capture(session.id, NoteKind.RECOMMENDATION, "Cost every action", theme_ids=[financing])
    edits.notes.capture(session.id, NoteKind.POINT, "The second plan had no budget")
    edits.recommendations.add("Cost all actions", [financing])


@dataclass
class Panel:
    """The panel of a wall, and the hand and eye of who works in it."""

    qtbot: QtBot
    window: MainWindow
    place: WallPlace

    @property
    def panel(self) -> CardPanel:
        """The panel itself."""
        return self.place.panel

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

    def settle(self) -> None:
        """All is on the disk and on the screen."""
        settled(self.qtbot, self.window)
        QApplication.processEvents()

    def saved(self) -> None:
        """What was typed last has reached the disk by itself."""
        with self.qtbot.waitSignal(self.window.context.bridge.saved):
            pass
        self.settle()

    @property
    def detail(self) -> RecommendationDetail:
        """What the workshop says of the recommendation that is shown."""
        key = self.panel.key
        assert key is not None
        found = self.window.context.bridge.ask(lambda reads: reads.recommendation_detail(key))
        assert found is not None
        return found

    @property
    def card(self) -> Recommendation:
        """The recommendation itself."""
        return self.detail.recommendation


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workshop file, which nobody opens."""
    return made(tmp_path_factory.mktemp("card") / "water.workshop", fill)


@pytest.fixture
def panel(qtbot: QtBot, filled: Path, tmp_path: Path, faces: None) -> Iterator[Panel]:
    """R1 is open beside the wall; the focus is on its card."""
    window = opened(qtbot, Path(shutil.copy(filled, tmp_path / "water.workshop")), "wall")
    place = window.place
    assert isinstance(place, WallPlace)
    panel = Panel(qtbot, window, place)
    window.activateWindow()
    first = next(card for card in place.cards.whole(place.themes[0].key) if card.counted == 1)
    place.board.select([first.key], first.key)
    place.board.take_focus()
    panel.press(Qt.Key.Key_Return)
    yield panel
    closed(qtbot, window)
