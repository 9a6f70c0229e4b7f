"""A damaged workshop is opened: the banner offers to save what can be read, and says what is missing."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.desktop import jobs_for_worker
from tests.desktop.hands import enter, notice_on, settle, take_way_out, texts

from facilitator.desktop import asking_files
from facilitator.desktop.main_window import MainWindow
from facilitator.desktop.salvaging import save_readable
from facilitator.desktop.worker import Task

PAGE = 4096


def first_page_lost(content: bytearray) -> None:
    content[:PAGE] = bytes(PAGE)


def end_lost(content: bytearray) -> None:
    del content[-3 * PAGE :]


def leaf_lost(content: bytearray) -> None:
    """A page of a table with row numbers."""
    lose(content, 0x0D)


def index_lost(content: bytearray) -> None:
    lose(content, 0x0A)


def lose(content: bytearray, kind: int) -> None:
    place = max(place for place in range(PAGE, len(content), PAGE) if content[place] == kind)
    content[place : place + PAGE] = b"\xff" * PAGE


@pytest.mark.parametrize("harm", [first_page_lost, end_lost, leaf_lost, index_lost])
def test_what_can_be_read_of_a_damaged_workshop_is_opened_under_a_new_name(
    qtbot: QtBot,
    begun: Callable[[Path], MainWindow],
    workshop: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    harm: Callable[[bytearray], None],
) -> None:
    content = bytearray(workshop.read_bytes())
    harm(content)
    workshop.write_bytes(content)
    window = begun(workshop)
    sentence, ways = notice_on(window)
    assert "water.workshop is" in sentence
    assert "It was left as it is." in sentence
    assert "Save what can be read" in ways
    assert window.place.name == "start"

    monkeypatch.setattr(asking_files, "ask_name", lambda *_: tmp_path / "saved")
    with qtbot.waitSignal(window.context.bridge.opened):
        take_way_out(window, "Save what can be read")
    settle(qtbot, window)
    assert window.context.bridge.path == tmp_path / "saved.workshop"
    assert notice_on(window)[0].startswith("This is what could be read in water.workshop: notes 12, recommendations 2.")
    assert set(texts(window)) == {f"Said {number}" for number in range(12)}
    enter(qtbot, window, "It goes on")
    assert texts(window)[-1] == "It goes on"
    assert workshop.read_bytes() == content


@pytest.fixture
def offered(begun: Callable[[Path], MainWindow], workshop: Path) -> tuple[MainWindow, str]:
    """The window that was begun with a damaged workshop, and what its banner says."""
    content = bytearray(workshop.read_bytes())
    leaf_lost(content)
    workshop.write_bytes(content)
    window = begun(workshop)
    sentence, ways = notice_on(window)
    assert "Save what can be read" in ways
    return window, sentence


def test_it_is_offered_again_when_it_was_cancelled(
    qtbot: QtBot, offered: tuple[MainWindow, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, sentence = offered
    tasks: list[Task] = []
    window.context.worker.began.connect(tasks.append)
    window.context.worker.run(jobs_for_worker.wait_for, tmp_path / "sign")
    monkeypatch.setattr(asking_files, "ask_name", lambda *_: tmp_path / "saved")
    take_way_out(window, "Save what can be read")
    settle(qtbot, window)
    assert notice_on(window) == ("", [])
    # What it waits for first, then itself.
    tasks[0].cancel()
    tasks[1].cancel()
    assert notice_on(window)[0] == sentence

    with qtbot.waitSignal(window.context.bridge.opened):
        take_way_out(window, "Save what can be read")
    settle(qtbot, window)
    assert notice_on(window)[0].startswith("This is what could be read in water.workshop")


def test_it_is_offered_again_when_no_name_was_given(
    offered: tuple[MainWindow, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    window, sentence = offered
    monkeypatch.setattr(asking_files, "ask_name", lambda *_: None)
    take_way_out(window, "Save what can be read")
    assert notice_on(window)[0] == sentence
    assert "Save what can be read" in notice_on(window)[1]


def test_a_name_that_is_taken_is_said_and_another_can_be_given(
    qtbot: QtBot, offered: tuple[MainWindow, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, _ = offered
    monkeypatch.setattr(asking_files, "ask_name", lambda *_: tmp_path / "water.workshop")
    take_way_out(window, "Save what can be read")
    qtbot.waitUntil(lambda: "Save what can be read" in notice_on(window)[1])
    assert "is there already and was left as it is" in notice_on(window)[0]


def test_no_note_waits_for_the_reading_of_a_damaged_file(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    slow = tmp_path / "slow.workshop"
    os.mkfifo(slow)
    refused: list[object] = []
    save_readable(window.context, slow, tmp_path / "saved.workshop", refused.append)
    settle(qtbot, window)
    try:
        enter(qtbot, window, "Said meanwhile")
        assert texts(window)[-1] == "Said meanwhile"
    finally:
        slow.write_bytes(bytes(PAGE))
    qtbot.waitUntil(lambda: "slow.workshop" in str(refused))
