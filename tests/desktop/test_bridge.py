"""Between the window and the writer thread: order, echo, refusals, and a door that closes with everything written."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.workshops import make_workshop

from facilitator.desktop.bridge import Bridge, Failure
from facilitator.domain.errors import (
    FacilitatorError,
    FileReplaced,
    NotAWorkshop,
    NoWorkshopOpen,
    WorkshopMissing,
)
from facilitator.store.edits import Edits
from facilitator.store.reads import Reads
from facilitator.workspace.opening import open_workspace
from facilitator.workspace.workspace import Changes


@pytest.fixture
def bridge(qtbot: QtBot) -> Iterator[Bridge]:
    """A bridge with nothing open."""
    made = Bridge()
    yield made
    made.close()


@pytest.fixture
def open_bridge(qtbot: QtBot, bridge: Bridge, workshop: Path) -> Bridge:
    """A bridge to the workshop."""
    opened_on(qtbot, bridge, workshop)
    return bridge


def opened_on(qtbot: QtBot, bridge: Bridge, path: Path, *, read_only: bool = False) -> None:
    with qtbot.waitSignal(bridge.opened):
        bridge.open(path, read_only=read_only, otherwise=lambda error: pytest.fail(str(error)))


def rename(title: str) -> Callable[[Edits], None]:
    return lambda edits: edits.workshop.change(title=title)


def title(reads: Reads) -> str:
    return reads.workshop().title


def test_without_a_workshop_nothing_is_read_and_an_edit_is_refused(qtbot: QtBot, bridge: Bridge) -> None:
    assert (bridge.is_open, bridge.path, bridge.next_steps()) == (False, None, (None, None))
    with pytest.raises(NoWorkshopOpen):
        bridge.read(title)
    with qtbot.waitSignal(bridge.failed) as asked:
        assert bridge.ask(title) is None
    assert isinstance(asked.args[0].error, NoWorkshopOpen)

    refused: list[FacilitatorError] = []
    bridge.edit("Rename", rename("New"), otherwise=refused.append)
    qtbot.waitUntil(lambda: bool(refused))
    assert isinstance(refused[0], NoWorkshopOpen)


def test_an_edit_is_told_once_it_is_on_the_disk_in_the_windows_thread(qtbot: QtBot, open_bridge: Bridge) -> None:
    told: list[tuple[str, object]] = []
    here = threading.get_ident()

    def then(_: object) -> None:
        told.append(("then", threading.get_ident() == here))
        assert open_bridge.read(title) == "Rivers"

    open_bridge.saved.connect(lambda label: told.append(("saved", label)))
    open_bridge.changed.connect(lambda changes: told.append(("changed", changes.origin)))
    open_bridge.edit("Rename", rename("Rivers"), origin="who", then=then)
    assert open_bridge.is_waiting
    qtbot.waitSignal(open_bridge.idle).wait()

    assert told == [("changed", "who"), ("saved", "Rename"), ("then", True)]
    assert not open_bridge.is_waiting


def test_edits_are_carried_out_in_the_order_in_which_they_were_asked_for(qtbot: QtBot, open_bridge: Bridge) -> None:
    for number in range(20):
        open_bridge.edit("Rename", rename(str(number)))
    qtbot.waitSignal(open_bridge.idle).wait()

    assert open_bridge.read(title) == "19"


def test_changes_name_the_rows(qtbot: QtBot, open_bridge: Bridge) -> None:
    with qtbot.waitSignal(open_bridge.changed) as told:
        open_bridge.edit("Rename", rename("Rivers"))

    changes = told.args[0]
    assert isinstance(changes, Changes)
    assert list(changes.rows) == ["workshop"]
    assert list(changes.rows["workshop"].values()) == ["="]


def test_edits_with_one_join_are_one_step_and_undo_and_redo_take_them_together(
    qtbot: QtBot, open_bridge: Bridge
) -> None:
    for name in ("R", "Ri", "Riv"):
        open_bridge.edit("Rename", rename(name), join="title 1")
    qtbot.waitSignal(open_bridge.idle).wait()
    assert open_bridge.next_steps() == ("Rename", None)

    open_bridge.undo()
    qtbot.waitSignal(open_bridge.idle).wait()
    assert open_bridge.read(title) == "Water"
    assert open_bridge.next_steps() == ("Fill", "Rename")
    open_bridge.redo()
    qtbot.waitSignal(open_bridge.idle).wait()
    assert open_bridge.read(title) == "Riv"


def test_what_waits_in_a_field_is_written_before_undo(qtbot: QtBot, open_bridge: Bridge) -> None:
    waits = ["Typed"]

    def flush() -> None:
        if waits:
            open_bridge.edit("Rename", rename(waits.pop()))

    open_bridge.flushing.connect(flush)
    open_bridge.undo()
    qtbot.waitSignal(open_bridge.idle).wait()

    assert open_bridge.next_steps() == ("Fill", "Rename")


def test_what_is_refused_is_told_and_can_be_tried_again(qtbot: QtBot, open_bridge: Bridge) -> None:
    failures: list[Failure] = []
    open_bridge.failed.connect(failures.append)
    names = ["", "Rivers"]
    open_bridge.edit("Rename", lambda edits: edits.workshop.change(title=names.pop(0)))
    qtbot.waitUntil(lambda: bool(failures))
    assert (failures[0].label, failures[0].error.code) == ("Rename", "EmptyText")
    assert open_bridge.read(title) == "Water"

    assert failures[0].again is not None
    failures[0].again()
    qtbot.waitSignal(open_bridge.idle).wait()
    assert open_bridge.read(title) == "Rivers"


@pytest.mark.parametrize("make", [lambda path: None, lambda path: path.write_bytes(b"no workshop" * 100)])
def test_a_file_that_cannot_be_opened_leaves_the_open_one_open(
    qtbot: QtBot, open_bridge: Bridge, tmp_path: Path, make: Callable[[Path], object]
) -> None:
    other = tmp_path / "other.workshop"
    make(other)
    refused: list[FacilitatorError] = []
    open_bridge.open(other, otherwise=refused.append)
    qtbot.waitUntil(lambda: bool(refused))

    assert isinstance(refused[0], WorkshopMissing | NotAWorkshop)
    assert open_bridge.read(title) == "Water"


def test_another_workshop_takes_the_place_of_the_first_which_is_free_then(
    qtbot: QtBot, open_bridge: Bridge, workshop: Path, tmp_path: Path
) -> None:
    open_bridge.edit("Rename", rename("Rivers"))
    opened_on(qtbot, open_bridge, make_workshop(tmp_path / "other.workshop"))

    assert open_bridge.path == tmp_path / "other.workshop"
    workspace = open_workspace(workshop)
    with workspace.read() as reads:
        assert title(reads) == "Rivers"
    workspace.close()


def test_the_workshop_that_is_open_can_be_opened_again(qtbot: QtBot, open_bridge: Bridge, workshop: Path) -> None:
    opened_on(qtbot, open_bridge, workshop)
    open_bridge.edit("Rename", rename("Rivers"))
    qtbot.waitSignal(open_bridge.idle).wait()
    assert open_bridge.read(title) == "Rivers"

    opened_on(qtbot, open_bridge, workshop, read_only=True)
    assert open_bridge.is_read_only
    opened_on(qtbot, open_bridge, workshop)
    assert not open_bridge.is_read_only


def test_a_file_that_was_taken_away_does_not_keep_another_from_being_opened(
    qtbot: QtBot, open_bridge: Bridge, workshop: Path, tmp_path: Path
) -> None:
    workshop.unlink()
    failures: list[Failure] = []
    open_bridge.failed.connect(failures.append)
    open_bridge.edit("Rename", rename("Rivers"))
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0].error, FileReplaced)

    other = make_workshop(tmp_path / "other.workshop")
    opened_on(qtbot, open_bridge, other)
    open_bridge.edit("Rename", rename("Lakes"))
    qtbot.waitSignal(open_bridge.idle).wait()
    assert open_bridge.read(title) == "Lakes"


def test_opened_for_reading_nothing_is_written(qtbot: QtBot, bridge: Bridge, workshop: Path) -> None:
    before = workshop.read_bytes()
    opened_on(qtbot, bridge, workshop, read_only=True)
    refused: list[FacilitatorError] = []
    bridge.edit("Rename", rename("Rivers"), otherwise=refused.append)
    qtbot.waitUntil(lambda: bool(refused))

    assert refused[0].code == "NotWritable"
    assert bridge.read(title) == "Water"
    bridge.close()
    assert workshop.read_bytes() == before


def test_closing_writes_all_that_waits_and_leaves_one_free_file(
    qtbot: QtBot, open_bridge: Bridge, workshop: Path
) -> None:
    open_bridge.flushing.connect(lambda: open_bridge.edit("Rename", rename("Last")))
    open_bridge.close()
    open_bridge.close()

    assert [file.name for file in workshop.parent.iterdir()] == ["water.workshop"]
    workspace = open_workspace(workshop)
    with workspace.read() as reads:
        assert title(reads) == "Last"
    workspace.close()


def test_at_logging_out_what_waits_in_a_field_is_on_the_disk_before_anything_else_happens(
    open_bridge: Bridge, workshop: Path
) -> None:
    open_bridge.flushing.connect(lambda: open_bridge.edit("Rename", rename("Last")))
    assert open_bridge.settle(20)

    # As another program finds it, with no turn of the event loop in between.
    workspace = open_workspace(workshop, read_only=True)
    with workspace.read() as reads:
        assert title(reads) == "Last"
    workspace.close()


def test_a_mistake_in_an_edit_is_raised_in_the_windows_thread_and_the_thread_goes_on(
    qtbot: QtBot, open_bridge: Bridge
) -> None:
    def broken(_: Edits) -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        open_bridge.edit("Broken", broken)
        qtbot.waitSignal(open_bridge.idle).wait()
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]

    open_bridge.edit("Rename", rename("Rivers"))
    qtbot.waitSignal(open_bridge.idle).wait()
    assert open_bridge.read(title) == "Rivers"
