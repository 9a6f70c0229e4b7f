"""The line that is being typed: it comes back after a crash, and off the record nothing of it lies on the disk."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.desktop.hands import (
    CTRL,
    asked,
    capture_of,
    compose,
    enter,
    file_away,
    press,
    settle,
    take_way_out,
    texts,
    type_text,
)
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
    qtbot.waitUntil(lambda: list(kept_on_disk(workshop).values()) == ["Half a senten"])

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
    qtbot.waitUntil(lambda: list(kept_on_disk(workshop).values()) == [SECRET])
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


def with_two_sessions(path: Path) -> Path:
    workspace = open_workspace(path)
    with workspace.edit("Session") as edits:
        edits.sessions.add("Second")
    workspace.close()
    return path


def test_each_session_has_the_line_that_was_begun_in_it_also_after_a_crash(
    qtbot: QtBot, opened: Callable[[Path], MainWindow], workshop: Path
) -> None:
    window = opened(with_two_sessions(workshop))
    line = capture_of(window).desk.line
    type_text("ครึ่ง")
    # Faster than anything can be written: the writer thread is busy with something else.
    is_over = Event()
    window.context.bridge.run(lambda _: is_over.wait(20))
    for _ in range(3):
        press(Qt.Key.Key_Down, CTRL)
        assert line.toPlainText() in {"", "Of the second"}
        line.put("")
        type_text("Of the second")
        press(Qt.Key.Key_Up, CTRL)
        assert line.toPlainText() == "ครึ่ง"
    is_over.set()
    qtbot.waitUntil(lambda: sorted(kept_on_disk(workshop).values()) == ["Of the second", "ครึ่ง"])

    enter(qtbot, window, "")
    assert list(kept_on_disk(workshop).values()) == ["Of the second"]
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    again = opened(workshop)
    assert capture_of(again).desk.line.toPlainText() == ""
    press(Qt.Key.Key_Down, CTRL)
    assert capture_of(again).desk.line.toPlainText() == "Of the second"


def test_what_is_typed_in_one_session_and_left_off_the_record_lies_nowhere(
    qtbot: QtBot, opened: Callable[[Path], MainWindow], workshop: Path
) -> None:
    window = opened(with_two_sessions(workshop))
    press(Qt.Key.Key_F12)
    type_text(SECRET)
    press(Qt.Key.Key_Down, CTRL)
    press(Qt.Key.Key_Up, CTRL)
    type_text(SECRET)
    settle(qtbot, window)
    place = capture_of(window)
    assert (place.desk.line.toPlainText(), place.desk.is_off_record) == ("", True)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    for file in workshop.parent.iterdir():
        assert SECRET.encode() not in file.read_bytes()


def test_trying_again_keeps_the_line_that_was_begun_since(qtbot: QtBot, window: MainWindow, workshop: Path) -> None:
    type_text("One")
    qtbot.waitUntil(lambda: list(kept_on_disk(workshop).values()) == ["One"])
    with file_away(window):
        enter(qtbot, window, "")
    type_text("The next")
    qtbot.waitUntil(lambda: list(kept_on_disk(workshop).values()) == ["The next"])
    take_way_out(window, "Try again")
    settle(qtbot, window)
    assert (texts(window)[-1], list(kept_on_disk(workshop).values())) == ("One", ["The next"])

    enter(qtbot, window, "")
    assert (texts(window)[-2:], drafts(window)) == (["One", "The next"], {})


def test_a_line_that_could_not_be_kept_when_its_session_was_left_is_kept_with_the_next(
    qtbot: QtBot, opened: Callable[[Path], MainWindow], workshop: Path
) -> None:
    window = opened(with_two_sessions(workshop))
    type_text("Of the first")
    with file_away(window):
        press(Qt.Key.Key_Down, CTRL)
        settle(qtbot, window)
    assert list(kept_on_disk(workshop).values()) == []

    type_text("Of the second")
    qtbot.waitUntil(lambda: sorted(kept_on_disk(workshop).values()) == ["Of the first", "Of the second"])


def test_a_line_that_is_saved_at_the_second_try_does_not_come_back_as_a_draft(
    qtbot: QtBot, window: MainWindow, workshop: Path
) -> None:
    type_text("One")
    qtbot.waitUntil(lambda: list(kept_on_disk(workshop).values()) == ["One"])
    with file_away(window):
        enter(qtbot, window, "")
    take_way_out(window, "Try again")
    settle(qtbot, window)
    qtbot.waitUntil(lambda: kept_on_disk(workshop) == {})
    assert texts(window)[-1] == "One"


def test_a_word_that_is_being_composed_does_not_close_the_line_of_another_session(
    qtbot: QtBot, opened: Callable[[Path], MainWindow], workshop: Path
) -> None:
    window = opened(with_two_sessions(workshop))
    compose("かな")
    window.context.actions.trigger("capture.session-after")
    settle(qtbot, window)
    line = capture_of(window).desk.line
    line.setFocus()
    type_text("Typed on")
    assert line.toPlainText() == "Typed on"


def test_the_state_off_the_record_is_told_by_words_a_frame_and_a_closed_line(
    qtbot: QtBot, window: MainWindow, workshop: Path
) -> None:
    press(Qt.Key.Key_F12)
    settle(qtbot, window)
    place = capture_of(window)
    says = " ".join(label.text() for label in place.desk.off_record.findChildren(QLabel))
    assert "Off the record" in says
    assert "The line is closed" in says
    assert place.desk.off_record.isVisible()
    assert not place.desk.line.isVisible()
    assert place._frame.property("off") is True
    assert any(file.name.endswith("-wal") for file in workshop.parent.iterdir())
