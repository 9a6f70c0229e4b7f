"""The start page: a new workshop, one that was open before, one that is dropped, the sample, a backup."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.desktop.hands import CTRL, asked, press, settle, texts, type_text
from tests.workshops import make_workshop

from facilitator.app import begin, make_window
from facilitator.desktop.main_window import MainWindow
from facilitator.desktop.start.new_workshop import NewWorkshop
from facilitator.desktop.start.place import StartPlace
from facilitator.domain.kinds import Rule


@pytest.fixture
def bare(qapp: QApplication, qtbot: QtBot, faces: None) -> Iterator[MainWindow]:
    """The window as it begins the first time, with nothing open."""
    window = make_window(qapp)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    begin(window, None)
    yield window
    settle(qtbot, window)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    window.deleteLater()
    qapp.setStyleSheet("")


def start_of(window: MainWindow) -> StartPlace:
    assert isinstance(window.place, StartPlace)
    return window.place


def form_of(window: MainWindow) -> NewWorkshop:
    return start_of(window)._new


def test_the_window_begins_with_the_start_page_where_nothing_was_open(bare: MainWindow) -> None:
    assert bare.place.name == "start"
    assert not bare.rail.isVisible()
    assert not bare.context.actions.is_possible("search")


def test_a_new_workshop_is_made_by_the_form_alone(qtbot: QtBot, bare: MainWindow, tmp_path: Path) -> None:
    press(Qt.Key.Key_N, CTRL)
    form = form_of(bare).form
    type_text("Wasser: Flüsse? น้ำ")
    form.folder.setText(str(tmp_path))
    form.place.setText("Hanoi")
    form.first_day.setDate(QDate(2026, 3, 2))
    form.last_day.setDate(QDate(2026, 3, 4))
    form.chatham.setChecked(True)
    assert form.file_name.text() == "Wasser Flüsse น้ำ.workshop"
    with qtbot.waitSignal(bare.context.bridge.opened):
        press(Qt.Key.Key_Return, CTRL)
    settle(qtbot, bare)

    assert bare.context.bridge.path == tmp_path / "Wasser Flüsse น้ำ.workshop"
    workshop = asked(bare, lambda reads: reads.workshop())
    assert (workshop.title, workshop.place, workshop.attribution) == ("Wasser: Flüsse? น้ำ", "Hanoi", Rule.CHATHAM)
    days = {session.day for session in asked(bare, lambda reads: reads.session_list())}
    assert days <= {date(2026, 3, day) for day in (2, 3, 4)}
    assert bare.place.name == "capture"


def test_a_name_that_is_taken_is_told_in_the_form_and_what_was_typed_stays(
    qtbot: QtBot, bare: MainWindow, tmp_path: Path
) -> None:
    make_workshop(tmp_path / "Water.workshop")
    press(Qt.Key.Key_N, CTRL)
    form = form_of(bare).form
    type_text("Water")
    form.folder.setText(str(tmp_path))
    form.create.click()
    qtbot.waitUntil(lambda: form.problem.text() != "")
    assert "is there already" in form.problem.text()
    assert form.title.text() == "Water"

    form.folder.setText(str(tmp_path / "nowhere"))
    form.create.click()
    qtbot.waitUntil(lambda: "There is no folder" in form.problem.text())
    assert form.create.isEnabled()


def test_without_a_title_nothing_can_be_made_and_esc_goes_back(bare: MainWindow) -> None:
    press(Qt.Key.Key_N, CTRL)
    assert not form_of(bare).form.create.isEnabled()
    press(Qt.Key.Key_Escape)
    assert not form_of(bare).isVisible()


def test_the_days_that_the_form_tells_are_those_that_are_made(qtbot: QtBot, bare: MainWindow, tmp_path: Path) -> None:
    press(Qt.Key.Key_N, CTRL)
    form = form_of(bare).form
    type_text("Long")
    form.folder.setText(str(tmp_path))
    form.first_day.setDate(QDate(2026, 3, 2))
    form.last_day.setDate(QDate(2026, 5, 30))
    assert form.days.text() == "14 days"
    with qtbot.waitSignal(bare.context.bridge.opened):
        press(Qt.Key.Key_Return, CTRL)
    settle(qtbot, bare)

    assert {session.day for session in asked(bare, lambda reads: reads.session_list())} == {
        date(2026, 3, day) for day in range(2, 16)
    }


def drop(place: StartPlace, *files: Path) -> bool:
    """Drag files over the page and let them go; whether it takes them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    at = place.rect().center()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(at, Qt.DropAction.CopyAction, data, left, none)
    over.setAccepted(False)
    QApplication.sendEvent(place, over)
    if over.isAccepted():
        QApplication.sendEvent(place, QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, left, none))
    return over.isAccepted()


def test_a_workshop_that_is_dropped_is_opened_and_other_files_are_not_taken(
    qtbot: QtBot, bare: MainWindow, tmp_path: Path
) -> None:
    workshop = make_workshop(tmp_path / "water.workshop")
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"")
    assert not drop(start_of(bare), picture)
    with qtbot.waitSignal(bare.context.bridge.opened):
        assert drop(start_of(bare), picture, workshop)
    settle(qtbot, bare)

    assert len(texts(bare)) == 12


def test_recent_workshops_are_one_enter_away_and_delete_forgets_them(
    qtbot: QtBot, bare: MainWindow, tmp_path: Path
) -> None:
    here, gone = make_workshop(tmp_path / "water.workshop"), tmp_path / "gone.workshop"
    for path in (gone, here):
        bare.context.preferences.opened(path)
    start = bare.go("start")
    assert isinstance(start, StartPlace)
    settle(qtbot, bare)
    shown = start._recent.files.rows
    assert [(file.title, file.below, file.problem) for file in shown] == [
        ("Water", "12 notes, 2 recommendations", False),
        ("gone", "not there now; is the stick plugged in?", True),
    ]

    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Delete)
    assert bare.context.preferences.recent == [here]
    settle(qtbot, bare)
    with qtbot.waitSignal(bare.context.bridge.opened):
        press(Qt.Key.Key_Return)
    settle(qtbot, bare)
    assert bare.context.bridge.path == here


def test_the_sample_is_made_once_and_opened_again(qtbot: QtBot, bare: MainWindow) -> None:
    for _ in range(2):
        with qtbot.waitSignal(bare.context.bridge.opened, timeout=20_000):
            bare.context.actions.trigger("sample")
        settle(qtbot, bare)
        bare.go("start")
    assert asked(bare, lambda reads: len(reads.sessions())) > 3
