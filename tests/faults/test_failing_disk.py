"""A write that fails, the first, the second, the third ...: one sentence, nothing half done, and the work goes on."""

import errno
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.faults.mounted import fail, failures_left, recorded_disk
from tests.workshops import make_workshop

from facilitator.domain.errors import DiskFault, FacilitatorError, NotWritable
from facilitator.domain.kinds import NoteKind
from facilitator.jobs.check import check
from facilitator.workspace.opening import open_workspace
from facilitator.workspace.workspace import Workspace

MOST = 400
FOR_GOOD = 1_000_000
ANSWERS = {"DiskFault": "The disk does not answer as it should for", "NotWritable": "cannot be written"}


@pytest.fixture(params=["", "sshfs"], ids=["with a log", "without a log"])
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    with recorded_disk(tmp_path / "disk", tmp_path / "record", request.param):
        yield tmp_path / "disk"


def texts(workspace: Workspace) -> list[str]:
    with workspace.read() as reads:
        session = reads.sessions()[0].id
        return [row.text for row in reads.note_rows(session)]


class Run:
    """One piece of work; every refusal is noted, and what was refused is tried again."""

    def __init__(self, path: Path, name: str) -> None:
        self.path = path
        self.name = name
        self.refusals: list[FacilitatorError] = []

    def carry_out(self) -> list[str]:
        """Open, capture, change and take that back, close; the texts as they must be then."""
        workspace: Workspace = self.until_done(lambda: open_workspace(self.path))
        with closing(workspace):
            expected = [*texts(workspace), self.name]
            for act in (self.capture, self.change, lambda it: it.undo()):
                before = texts(workspace)
                self.until_done(lambda act=act: act(workspace), lambda before=before: texts(workspace) == before)
        return expected

    def until_done(self, act: Callable[[], object], unchanged: Callable[[], bool] = lambda: True) -> object:
        for _ in range(3):
            try:
                return act()
            except FacilitatorError as error:
                self.refusals.append(error)
                if not unchanged():
                    return None
        raise AssertionError("it fails for ever")

    def capture(self, workspace: Workspace) -> None:
        with workspace.read() as reads:
            session = reads.content().sessions[0].id
        with workspace.edit("Note") as edits:
            edits.notes.capture(session, NoteKind.POINT, self.name)

    def change(self, workspace: Workspace) -> None:
        with workspace.read() as reads:
            last = reads.content().notes[-1].id
        with workspace.edit("Text") as edits:
            edits.notes.edit_text(last, "x" * 500)


def test_whichever_write_fails_it_is_told_in_one_sentence_and_no_note_is_lost(disk: Path) -> None:
    path = make_workshop(disk / "water.workshop", 1)
    refused = 0
    for number in range(1, MOST):
        fail(disk, at=number, number=errno.EIO)
        run = Run(path, f"Run {number}")
        try:
            expected = run.carry_out()
        except FacilitatorError as error:
            # The last write of all is that of closing; what was acknowledged stays acknowledged.
            run.refusals.append(error)
            expected = []
        is_over = bool(failures_left(disk))
        fail(disk, at=0, number=0, times=0)
        # as it lies there, by a program that writes nothing
        with closing(open_workspace(path, read_only=True)) as workspace:
            found = texts(workspace)
        assert found == expected or (not expected and found.count(run.name) == 1), (number, run.refusals)
        for refusal in run.refusals:
            assert refusal.code in ANSWERS, refusal
            assert ANSWERS[refusal.code] in str(refusal)
            assert str(refusal).count("water.workshop") == 1
        refused += bool(run.refusals)
        if is_over:
            break
    assert is_over, "no run has passed without a failure"
    assert check(path).ok
    print("writes that failed:", number - 1, "refusals:", refused)
    assert refused > 10


def test_while_a_disk_lets_nothing_be_written_any_more_reading_goes_on_and_later_all_of_it(disk: Path) -> None:
    path = make_workshop(disk / "water.workshop")
    with closing(open_workspace(path)) as workspace:
        run = Run(path, "Later")
        run.capture(workspace)
        fail(disk, at=1, number=errno.EROFS, times=FOR_GOOD)
        for _ in range(3):
            with pytest.raises((NotWritable, DiskFault)):
                run.capture(workspace)
            assert texts(workspace).count("Later") == 1
        fail(disk, at=0, number=0, times=0)
        run.capture(workspace)
        assert texts(workspace).count("Later") == 2
    assert check(path).ok
