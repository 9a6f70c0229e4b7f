"""A disk that fails under the window: the line says why, what was entered stays on the screen and goes in later."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.desktop.hands import capture_of, enter, notice_on, settle, take_way_out, texts
from tests.faults.mounted import fail, recorded_disk
from tests.workshops import make_workshop

from facilitator.desktop.main_window import MainWindow

FOR_GOOD = 1_000_000
ANSWERS = {
    errno.EIO: "The disk does not answer as it should for",
    errno.EROFS: "The disk does not answer as it should for",
    errno.ENOSPC: "There is no room left on the disk for",
}


@pytest.mark.parametrize("number", ANSWERS, ids=["input and output", "read only", "full"])
def test_what_is_entered_while_the_disk_fails_stays_on_the_screen_and_goes_in_once_it_works_again(
    qtbot: QtBot, opened: Callable[[Path], MainWindow], tmp_path: Path, number: int
) -> None:
    with recorded_disk(tmp_path / "disk", tmp_path / "record"):
        path = make_workshop(tmp_path / "disk" / "water.workshop")
        window = opened(path)
        fail(path.parent, at=1, number=number, times=FOR_GOOD)
        enter(qtbot, window, "One")
        enter(qtbot, window, "Two")

        assert texts(window)[-2:] == ["One", "Two"]
        sentence, ways = notice_on(window)
        assert ANSWERS[number] in sentence
        assert "water.workshop" in sentence
        assert "Try again" in ways

        fail(path.parent, at=0, number=0, times=0)
        while (ways := notice_on(window)[1]) and "Try again" not in ways:
            take_way_out(window, "Dismiss")
        take_way_out(window, "Try again")
        settle(qtbot, window)
        rows = capture_of(window).view.notes.rows[-2:]
        assert [(str(row.number), row.text) for row in rows] == [("S1.13", "One"), ("S1.14", "Two")]
        window.context.bridge.close()
