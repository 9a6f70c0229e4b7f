"""The table of recommendations says what each lacks, and lists those that are not ready or still in brackets."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.rooms import closed, made, opened, settled

from facilitator.desktop.main_window import MainWindow
from facilitator.desktop.recommendations.place import RecommendationsPlace
from facilitator.desktop.recommendations.register_model import Column
from facilitator.domain.kinds import NoteKind, Status
from facilitator.store.edits import Edits

WORDINGS = (
    "Ministries publish ten indicators by 2027",
    "Promote [peace / security] and raise awareness",
    "ควรเผยแพร่งบประมาณ",
    "Publish the budget [each year]",
    "More money",
)


def fill(edits: Edits) -> None:
    """R1 is ready; R2 to R5 each lack something; R5 is merged into R4."""
    session = edits.sessions.add("Panel")
    for wording in WORDINGS:
        edits.notes.capture(session.id, NoteKind.RECOMMENDATION, wording)
    first = edits.recommendations.add("An answer to all")
    edits.recommendations.set_status(first.id, Status.PARKED)


@dataclass
class Register:
    """The table, and the hand and eye of who works with it."""

    qtbot: QtBot
    window: MainWindow
    place: RecommendationsPlace

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is, and let what it asked for be done."""
        focus = QApplication.focusWidget()
        assert isinstance(focus, QWidget)
        QTest.keyClick(focus, key, modifiers)
        settled(self.qtbot, self.window)

    def cell(self, number: str, column: Column) -> str:
        """What a cell says of a recommendation."""
        return self._data(number, column, Qt.ItemDataRole.DisplayRole)

    def reason(self, number: str) -> str:
        """What hovering over "what is missing" tells."""
        return self._data(number, Column.MISSING, Qt.ItemDataRole.ToolTipRole)

    def _data(self, number: str, column: Column, role: Qt.ItemDataRole) -> str:
        model = self.place.table.model()
        return str(model.data(model.index(self.numbers.index(number), column), role))

    @property
    def numbers(self) -> list[str]:
        """The numbers in the table, from the top."""
        model = self.place.table.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def list_only(self, name: str, of: str = "Still to be done") -> None:
        """Choose what the table lists, with the keys."""
        choice = next(one for one in self.place.findChildren(QComboBox) if one.accessibleName() == of)
        choice.setFocus()
        QTest.keyClick(choice, Qt.Key.Key_Home)
        for _ in range(choice.findText(name)):
            QTest.keyClick(choice, Qt.Key.Key_Down)

    def sort_by(self, column: Column) -> None:
        """Click on a heading."""
        header = self.place.table.horizontalHeader()
        at = QPoint(header.sectionViewportPosition(column) + 20, header.height() // 2)
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)

    def shows(self, *numbers: str) -> None:
        """Wait until the table shows these, in this order."""
        self.qtbot.waitUntil(lambda: self.numbers == list(numbers))


@pytest.fixture(scope="session")
def worded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workshop file, which nobody opens."""
    return made(tmp_path_factory.mktemp("register") / "water.workshop", fill)


@pytest.fixture
def register(qtbot: QtBot, worded: Path, tmp_path: Path, faces: None) -> Iterator[Register]:
    """The table is shown, and has the focus."""
    window = opened(qtbot, Path(shutil.copy(worded, tmp_path / "water.workshop")), "recommendations")
    place = window.place
    assert isinstance(place, RecommendationsPlace)
    window.activateWindow()
    place.take_focus()
    yield Register(qtbot, window, place)
    closed(qtbot, window)


def test_what_is_missing_is_said_in_words_with_the_reasons_on_hover(register: Register) -> None:
    assert register.cell("R1", Column.MISSING) == "addressee"
    assert register.cell("R2", Column.MISSING) == "verb, one action, addressee, time, measurable"
    assert "“Promote” leaves open what is to be done." in register.reason("R2")
    assert "“each year” is still in brackets, so the time is open." in register.reason("R4")


def test_what_cannot_be_checked_is_said_apart(register: Register) -> None:
    assert register.cell("R3", Column.MISSING) == "addressee; not checked: verb, one action, time, measurable"


def test_of_what_was_put_aside_nothing_is_asked(register: Register) -> None:
    assert register.cell("R6", Column.MISSING) == ""


def test_those_that_are_not_ready_are_listed_and_leave_once_they_are(register: Register) -> None:
    register.list_only("Not ready")
    register.shows("R1", "R2", "R3", "R4", "R5")
    register.place.table.setFocus()
    register.press(Qt.Key.Key_Home)
    register.press(Qt.Key.Key_Return)
    register.place.panel.matrix.fields["addressed_to"].setFocus()
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, "Ministries")
    with register.qtbot.waitSignal(register.window.context.bridge.saved):
        pass
    register.qtbot.waitUntil(lambda: register.cell("R1", Column.MISSING) == "ready")

    # It is ready now, and stays as long as somebody works on it.
    assert register.place.panel.number.text() == "R1"
    assert register.numbers[0] == "R1"
    register.press(Qt.Key.Key_PageDown)
    assert register.place.panel.number.text() == "R2"
    register.place.load()
    register.shows("R2", "R3", "R4", "R5")


def test_those_in_which_brackets_are_open_are_listed(register: Register) -> None:
    register.list_only("Brackets open")
    register.shows("R2", "R4")
    register.list_only("Ready or not")
    register.shows("R1", "R2", "R3", "R4", "R5", "R6")


def test_those_of_one_status_are_listed(register: Register) -> None:
    register.list_only("Parked", of="Status")
    register.shows("R6")


def test_a_list_is_filtered_by_words_as_well(register: Register) -> None:
    register.list_only("Brackets open")
    register.place._text.setText("budget")
    register.shows("R4")


def test_a_click_on_the_heading_puts_what_lacks_most_first(register: Register) -> None:
    register.sort_by(Column.MISSING)
    register.shows("R2", "R5", "R4", "R1", "R3", "R6")
    register.sort_by(Column.MISSING)
    register.shows("R6", "R1", "R3", "R4", "R2", "R5")
    register.sort_by(Column.NUMBER)
    register.shows("R1", "R2", "R3", "R4", "R5", "R6")


def test_a_recommendation_that_the_list_hides_is_gone_to_all_the_same(register: Register) -> None:
    key = next(row.key for row in register.place.rows if row.counted == 1)
    register.list_only("Brackets open")
    register.shows("R2", "R4")
    register.sort_by(Column.MISSING)
    register.window.go("recommendations").go_to(key)

    assert register.place.panel.number.text() == "R1"
    assert len(register.numbers) == 6
    # What was asked before is answered only now, and is not wanted any more.
    answers: list[int] = []
    register.window.context.bridge.ask_aside("test", lambda _: 1, answers.append)
    register.qtbot.waitUntil(lambda: bool(answers))
    assert len(register.numbers) == 6


def test_who_works_on_one_that_the_filter_hides_goes_on_with_it(register: Register) -> None:
    register.place._text.setText("indicators")
    register.shows("R1")
    register.place.table.setFocus()
    register.press(Qt.Key.Key_Return)
    register.place._text.setText("security")
    register.shows("R2")

    assert register.place.panel.number.text() == "R1"
