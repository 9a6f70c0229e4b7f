"""The line that is being typed: it comes back after a crash, and off the record nothing of it lies on the disk."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.desktop.hands import asked, capture_of, enter, press, settle, texts, type_text
from tests.workshops import make_workshop

from facilitator.desktop.main_window import MainWindow
from facilitator.workspace.opening import open_workspace

SECRET = "Ministerium47"


def drafts(window: MainWindow) -> dict[str, str]:
    return asked(window, lambda reads: reads.drafts())


def kept_on_disk(path: Path) -> dict[str, str]:
    """What another program finds in the file."""
    workspace = open_workspace(path, read_only=True)
    with workspace.read() as reads:
        found = reads.drafts()
    workspace.close()
    return found


def test_the_line_is_on_the_disk_without_leaving_it_and_gone_once_it_is_entered(
    qtbot: QtBot, window: MainWindow, workshop: Path
) -> None:
    type_text("Half a senten")
    # As another program would find it after a crash: the window does nothing more.
    qtbot.waitUntil(lambda: kept_on_disk(workshop) == {"capture": "Half a senten"})

    type_text("ce")
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    assert drafts(window) == {}


def test_the_line_comes_back_when_the_workshop_is_opened_again(
    qtbot: QtBot, opened: Callable[[Path], MainWindow], workshop: Path
) -> None:
    window = opened(workshop)
    type_text("ครึ่งประโยค")
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())

    again = opened(workshop)
    assert capture_of(again).desk.line.toPlainText() == "ครึ่งประโยค"
    enter(qtbot, again, "!")
    assert texts(again)[-1] == "ครึ่งประโยค!"


def test_each_workshop_has_the_line_that_was_begun_in_it(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    bridge, line = window.context.bridge, capture_of(window).desk.line
    first, other = bridge.path, make_workshop(tmp_path / "other.workshop")
    assert first is not None
    type_text("Of the first")
    for path, expected in ((other, ""), (first, "Of the first")):
        with qtbot.waitSignal(bridge.opened):
            bridge.open(path, otherwise=lambda error: None)
        settle(qtbot, window)
        assert line.toPlainText() == expected


def test_off_the_record_the_line_is_closed_and_nothing_of_it_stays_on_the_disk(
    qtbot: QtBot, window: MainWindow, workshop: Path
) -> None:
    line = capture_of(window).desk.line
    type_text(SECRET)
    qtbot.waitUntil(lambda: kept_on_disk(workshop) == {"capture": SECRET})
    press(Qt.Key.Key_F12)
    assert not line.isEnabled()
    settle(qtbot, window)

    assert drafts(window) == {}
    assert line.toPlainText() == ""
    session = asked(window, lambda reads: reads.session_list())[0]
    assert session.off_record_since is not None
    on_disk = b"".join(file.read_bytes() for file in workshop.parent.iterdir())
    assert SECRET.encode() not in on_disk


def test_nothing_that_is_typed_off_the_record_is_taken(qtbot: QtBot, window: MainWindow) -> None:
    press(Qt.Key.Key_F12)
    type_text("not for the file")
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    type_text("nor this")
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    assert len(texts(window)) == 12
    assert drafts(window) == {}

    press(Qt.Key.Key_F12)
    settle(qtbot, window)
    line = capture_of(window).desk.line
    assert line.isEnabled()
    assert line.toPlainText() == ""
    enter(qtbot, window, "On the record")
    assert texts(window)[-1] == "On the record"
