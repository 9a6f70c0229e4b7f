"""A file that is held, taken away or damaged: a sentence, the ways out, the text kept, and the window goes on."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.desktop.hands import (
    CTRL,
    asked,
    capture_of,
    enter,
    file_away,
    notice_on,
    press,
    settle,
    take_way_out,
    texts,
    type_text,
)
from tests.workshops import make_workshop

from facilitator.desktop.main_window import MainWindow
from facilitator.desktop.restore.place import RestorePlace
from facilitator.desktop.start.place import StartPlace
from facilitator.jobs.backup import backup
from facilitator.store.recognise import beside

HOLD = (
    "import sys; from pathlib import Path; from facilitator.workspace.opening import open_workspace\n"
    "workspace = open_workspace(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read(); workspace.close()"
)


@pytest.fixture
def holder(workshop: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Another program that has the workshop open for writing."""
    command = [sys.executable, "-c", HOLD, str(workshop)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"open\n"
        yield program
        program.kill()


def test_a_workshop_that_another_program_holds_can_be_read_and_later_written(
    qtbot: QtBot, begun: Callable[[Path], MainWindow], workshop: Path, holder: subprocess.Popen[bytes]
) -> None:
    window = begun(workshop)
    assert window.place.name == "start"
    sentence, ways = notice_on(window)
    assert f"(process {holder.pid})" in sentence
    assert "water.workshop is open in" in sentence
    assert ways[:2] == ["Open for reading", "Open again"]

    take_way_out(window, "Open for reading")
    qtbot.waitUntil(lambda: window.context.bridge.is_open)
    settle(qtbot, window)
    assert texts(window) == [f"Said {number}" for number in range(12)]
    assert notice_on(window)[0] == "This workshop is open for reading: nothing can be changed here."

    holder.communicate(b"")
    take_way_out(window, "Open for writing")
    qtbot.waitUntil(lambda: not window.context.bridge.is_read_only)
    settle(qtbot, window)
    assert notice_on(window) == ("", [])
    enter(qtbot, window, "Now I can")
    assert texts(window)[-1] == "Now I can"


def test_what_is_open_for_reading_takes_no_line_and_no_edit(qtbot: QtBot, opened: object, workshop: Path) -> None:
    assert callable(opened)
    window = opened(workshop)
    assert isinstance(window, MainWindow)
    with qtbot.waitSignal(window.context.bridge.opened):
        window.context.bridge.open(workshop, read_only=True, otherwise=lambda error: None)
    settle(qtbot, window)
    view = capture_of(window).view
    assert not capture_of(window).desk.line.isEnabled()
    assert view.hasFocus()

    assert view.choose(view.notes.rows[3].key)
    for letter in "p!jx":
        type_text(letter)
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_F12):
        press(key)
    press(Qt.Key.Key_Z, CTRL)
    settle(qtbot, window)

    assert texts(window) == [f"Said {number}" for number in range(12)]
    assert notice_on(window)[0] == "This workshop is open for reading: nothing can be changed here."


def test_an_edit_from_elsewhere_is_refused_by_the_same_quiet_sentence(
    qtbot: QtBot, opened: Callable[[Path], MainWindow], workshop: Path
) -> None:
    window = opened(workshop)
    with qtbot.waitSignal(window.context.bridge.opened):
        window.context.bridge.open(workshop, read_only=True, otherwise=lambda error: None)
    window.context.notices.take_back("read only")
    window.context.bridge.edit("Rename", lambda edits: edits.workshop.change(title="Rivers"))
    settle(qtbot, window)

    assert notice_on(window)[0] == "This workshop is open for reading: nothing can be changed here."


def put_another_there(path: Path) -> None:
    shutil.copy(path, path.with_name("other"))
    path.with_name("other").replace(path)


def remove_log(path: Path) -> None:
    beside(path, "-wal").unlink()


@pytest.mark.parametrize(
    "take_away", [Path.unlink, put_another_there, remove_log], ids=["removed", "replaced", "log removed"]
)
def test_lines_stay_on_the_screen_when_the_file_is_taken_away_and_go_into_the_backup_that_is_brought_back(
    qtbot: QtBot, begun: Callable[[Path], MainWindow], workshop: Path, take_away: Callable[[Path], object]
) -> None:
    window = begun(workshop)
    enter(qtbot, window, "Before")
    kept = backup(workshop).path
    take_away(workshop)
    for text in ("After one", "After two"):
        enter(qtbot, window, text)

    assert texts(window)[-3:] == ["Before", "After one", "After two"]
    sentence, ways = notice_on(window)
    assert "water.workshop was moved, removed or replaced while it was open" in sentence
    assert {"Open again", "Bring back a backup", "Try again"} <= set(ways)
    window.go("wall")
    window.go("capture")
    assert texts(window)[-2:] == ["After one", "After two"]
    window.close()
    assert window.isVisible()
    assert "not saved" in notice_on(window)[0]

    restore = window.go("restore")
    assert isinstance(restore, RestorePlace)
    restore.bring_back_file(kept, workshop, datetime(2023, 8, 9, 14, 2))  # noqa: DTZ001
    qtbot.waitUntil(lambda: "water 2023-08-09 14.02.workshop" in notice_on(window)[0])
    with qtbot.waitSignal(window.context.bridge.opened):
        take_way_out(window, "Open it")
    settle(qtbot, window)
    window.go("capture")
    rows = capture_of(window).view.notes.rows
    assert [(str(row.number), row.text) for row in rows[-2:]] == [("S1.14", "After one"), ("S1.15", "After two")]
    assert notice_on(window) == ("", [])


def test_a_step_that_is_made_again_after_the_file_was_opened_again_is_not_called_unsaved_any_more(
    qtbot: QtBot, window: MainWindow
) -> None:
    rename = lambda: window.context.bridge.edit("Rename", lambda edits: edits.workshop.change(title="Rivers"))  # noqa: E731
    with file_away(window):
        rename()
        settle(qtbot, window)
        enter(qtbot, window, "Said meanwhile")
    with qtbot.waitSignal(window.context.bridge.opened):
        take_way_out(window, "Open again")
    settle(qtbot, window)
    assert notice_on(window)[0].startswith("Not saved: Rename.")
    window.context.bridge.edit("Another", lambda edits: edits.sessions.add("Second"))
    settle(qtbot, window)
    assert notice_on(window)[0].startswith("Not saved: Rename.")

    rename()
    settle(qtbot, window)
    assert notice_on(window) == ("", [])


def test_a_text_that_was_changed_stays_on_the_screen_until_it_can_be_saved(
    qtbot: QtBot, begun: Callable[[Path], MainWindow], workshop: Path
) -> None:
    window = begun(workshop)
    aside = workshop.with_name("aside")
    workshop.rename(aside)
    press(Qt.Key.Key_Up)
    type_text(" changed")
    press(Qt.Key.Key_Return)
    settle(qtbot, window)
    assert texts(window)[-1] == "Said 11 changed"
    window.go("wall")
    window.go("capture")
    assert texts(window)[-1] == "Said 11 changed"

    aside.rename(workshop)
    take_way_out(window, "Try again")
    settle(qtbot, window)
    assert notice_on(window) == ("", [])
    row = capture_of(window).view.notes.rows[-1]
    assert asked(window, lambda reads: reads.note_row(row.key).text) == "Said 11 changed"


def test_the_line_stays_when_it_cannot_be_kept_and_is_kept_later(
    qtbot: QtBot, begun: Callable[[Path], MainWindow], workshop: Path
) -> None:
    window = begun(workshop)
    aside = workshop.with_name("aside")
    workshop.rename(aside)
    type_text("Being typed")
    qtbot.waitUntil(lambda: notice_on(window)[0] != "")
    assert capture_of(window).desk.line.toPlainText() == "Being typed"

    aside.rename(workshop)
    capture_of(window).flush()
    settle(qtbot, window)
    assert list(asked(window, lambda reads: reads.drafts()).values()) == ["Being typed"]


def test_a_damaged_file_is_told_with_a_way_to_its_backups(begun: Callable[[Path], MainWindow], workshop: Path) -> None:
    content = bytearray(workshop.read_bytes())
    content[4096:8192] = b"\xff" * 4096
    workshop.write_bytes(content)
    window = begun(workshop)

    sentence, ways = notice_on(window)
    assert "water.workshop is damaged" in sentence
    assert "Bring back a backup" in ways
    assert window.place.name == "start"


def test_a_file_that_is_no_workshop_leaves_the_start_page_and_another_can_be_opened(
    qtbot: QtBot, begun: Callable[[Path], MainWindow], tmp_path: Path
) -> None:
    letter = tmp_path / "letter.workshop"
    letter.write_text("Dear all")
    window = begun(letter)
    assert "is not a workshop" in notice_on(window)[0]
    start = window.place
    assert isinstance(start, StartPlace)
    with qtbot.waitSignal(window.context.bridge.opened):
        start._open(make_workshop(tmp_path / "other.workshop"))
    settle(qtbot, window)

    assert notice_on(window) == ("", [])
    assert window.place.name == "capture"
