"""The file, or its log, is moved, removed or replaced while it is open, or held by another program."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest
from tests.workshops import make_workshop

from facilitator.domain.errors import FacilitatorError, FileReplaced, WorkshopHeld
from facilitator.jobs.backup import backup
from facilitator.jobs.check import check
from facilitator.store.recognise import beside
from facilitator.workspace.opening import open_workspace
from facilitator.workspace.workspace import Workspace

HOLD = (
    "import sys; from pathlib import Path; from facilitator.workspace.opening import open_workspace\n"
    "workspace = open_workspace(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_workshop(tmp_path / "water.workshop")


def rename(workspace: Workspace, title: str) -> None:
    with workspace.edit("Rename") as edits:
        edits.workshop.change(title=title)


def put_another_there(path: Path) -> None:
    shutil.copy(path, path.with_name("other"))
    path.with_name("other").replace(path)


def test_a_file_that_came_back_is_written_on_and_keeps_what_was_committed_while_it_was_away(path: Path) -> None:
    with closing(open_workspace(path)) as workspace:
        with pytest.raises(FileReplaced), workspace.edit("Rename") as edits:
            edits.workshop.change(title="Committed")
            path.rename(path.with_name("moved"))
        path.with_name("moved").rename(path)
        with workspace.edit("Place") as edits:
            edits.workshop.change(place="Bangkok")

        with workspace.read() as reads:
            assert (reads.workshop().title, reads.workshop().place) == ("Committed", "Bangkok")


@pytest.mark.parametrize(
    "take_away",
    [
        Path.unlink,
        lambda path: path.rename(path.with_name("moved")),
        put_another_there,
        lambda path: beside(path, "-wal").unlink(),
        lambda path: beside(path, "-wal").rename(path.with_name("moved")),
    ],
    ids=["removed", "moved", "replaced", "log removed", "log moved"],
)
def test_nothing_is_said_to_be_saved_into_a_file_that_was_taken_away(
    path: Path, take_away: Callable[[Path], object]
) -> None:
    workspace = open_workspace(path)
    rename(workspace, "Before")
    take_away(path)

    for _ in range(2):
        with pytest.raises(FileReplaced) as caught:
            rename(workspace, "After")
        assert caught.value.exit_code == 4

    # What lies there now may be anybody's: closing says what it cannot do, and gives the name free.
    with suppress(FacilitatorError):
        workspace.close()
    assert not path.with_name(f".{path.name}.lock").exists()


def test_what_was_put_there_instead_is_not_touched(path: Path) -> None:
    workspace = open_workspace(path)
    rename(workspace, "Before")
    put_another_there(path)
    there = path.read_bytes()

    with pytest.raises(FileReplaced):
        rename(workspace, "After")
    with suppress(FacilitatorError):
        workspace.close()

    assert path.read_bytes() == there


def test_while_another_program_holds_it_a_workshop_is_read_checked_and_backed_up_but_not_written(path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"open\n"

        with pytest.raises(WorkshopHeld) as caught:
            open_workspace(path)
        assert caught.value.parameters["pid"] == str(holder.pid)
        with closing(open_workspace(path, read_only=True)) as reader, reader.read() as reads:
            assert reads.content().workshop.title == "Water"
        assert check(path).ok
        assert backup(path).notes == 12

        holder.kill()
    open_workspace(path).close()
