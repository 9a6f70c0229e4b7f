"""What the banner offers belongs to one workshop: it goes when another is opened, and comes back with its own."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot
from tests.desktop.hands import asked, enter, file_away, notice_on, press, settle, take_way_out, texts, type_text
from tests.desktop.hands import capture_of as capture
from tests.workshops import make_workshop

from facilitator.desktop.left_behind import LeftBehind
from facilitator.desktop.main_window import MainWindow
from facilitator.desktop.opening import open_workshop

NOTHING = ("", [])


@pytest.fixture
def turn(qtbot: QtBot, window: MainWindow) -> Callable[[Path], None]:
    """Opens another workshop in the window, as from the start page."""

    def turn_to(path: Path) -> None:
        with qtbot.waitSignal(window.context.bridge.opened):
            open_workshop(window.context, path)
        settle(qtbot, window)

    return turn_to


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Another workshop."""
    return make_workshop(tmp_path / "other.workshop")


def sessions(window: MainWindow) -> list[str]:
    return [session.title for session in asked(window, lambda reads: reads.sessions())]


def test_trying_again_writes_into_the_workshop_in_which_it_was_refused(
    qtbot: QtBot, window: MainWindow, workshop: Path, other: Path, turn: Callable[[Path], None]
) -> None:
    with file_away(window):
        window.context.bridge.edit("New session", lambda edits: edits.sessions.add("Of the first"))
        settle(qtbot, window)
        refused = notice_on(window)
        assert "New session" in refused[0]
        assert "Try again" in refused[1]
    turn(other)
    assert notice_on(window) == NOTHING
    # The same of another workshop is another matter.
    window.context.bridge.edit("New session", lambda edits: edits.sessions.add("Of the second"))
    settle(qtbot, window)

    turn(workshop)
    assert notice_on(window) == refused
    take_way_out(window, "Try again")
    settle(qtbot, window)
    assert sessions(window) == ["Opening", "Of the first"]
    assert notice_on(window) == NOTHING
    turn(other)
    assert sessions(window) == ["Opening", "Of the second"]


def test_a_note_that_was_refused_waits_for_its_own_workshop(
    qtbot: QtBot, window: MainWindow, workshop: Path, other: Path, turn: Callable[[Path], None]
) -> None:
    with file_away(window):
        capture(window).desk.line.setFocus()
        type_text("Said in the first")
        press(Qt.Key.Key_Return)
        settle(qtbot, window)
        assert "The note is not saved" in notice_on(window)[0]
    turn(other)
    assert notice_on(window) == NOTHING
    enter(qtbot, window, "Said in the second")
    assert notice_on(window) == NOTHING
    assert texts(window)[12:] == ["Said in the second"]
    turn(workshop)
    assert texts(window)[12:] == ["Said in the first"]
    assert notice_on(window) == NOTHING


def test_a_field_that_was_refused_is_not_written_with_one_of_another_workshop(
    qtbot: QtBot, window: MainWindow, workshop: Path, other: Path, turn: Callable[[Path], None]
) -> None:
    left = LeftBehind(window.context, QObject(window))

    def name(title: str) -> None:
        left.edit(
            "New session",
            lambda edits: edits.sessions.add(title),
            topic="field",
            join="",
            then=lambda _: None,
            otherwise=lambda _: False,
        )
        settle(qtbot, window)

    with file_away(window):
        name("Of the first")
    turn(other)
    assert notice_on(window) == NOTHING
    with file_away(window):
        name("Of the second")
    take_way_out(window, "Try again")
    settle(qtbot, window)
    assert sessions(window) == ["Opening", "Of the second"]
    assert left.is_unsaved
    turn(workshop)
    take_way_out(window, "Try again")
    settle(qtbot, window)
    assert sessions(window) == ["Opening", "Of the first"]
    assert not left.is_unsaved
