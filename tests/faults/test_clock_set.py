"""The clock of the computer is eleven days off, and is set right in the middle: nothing is lost or out of order."""

import time
from contextlib import closing
from pathlib import Path

import pytest
from tests.workshops import make_workshop

from facilitator.domain.kinds import NoteKind
from facilitator.jobs.check import check
from facilitator.store.backup import back_up
from facilitator.workspace.opening import open_workspace

DAYS = 11
NANOSECONDS = DAYS * 24 * 3600 * 10**9


@pytest.mark.parametrize("shifts", [(0, 1, 0, -1), (1, -1, 0), (-1, 1, -1)])
def test_notes_stand_in_the_order_in_which_they_were_captured_and_are_undone_in_that_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shifts: tuple[int, ...]
) -> None:
    path = make_workshop(tmp_path / "water.workshop", 1)
    right = time.time_ns
    for number, shift in enumerate(shifts):
        monkeypatch.setattr(time, "time_ns", lambda shift=shift: right() + shift * NANOSECONDS)
        with closing(open_workspace(path)) as workspace:
            with workspace.read() as reads:
                session = reads.sessions()[0].id
            with workspace.edit(f"Note {number}") as edits:
                edits.notes.capture(session, NoteKind.POINT, f"Note {number}")
            back_up(workspace.path, tmp_path / "stick")

    said = [f"Note {number}" for number in range(len(shifts))]
    with closing(open_workspace(path)) as workspace:
        with workspace.read() as reads:
            assert [row.text for row in reads.note_rows(session)] == ["Said 0", *said]
        assert [step.label for step in workspace.steps()][-len(said) :] == said
        assert [workspace.undo() for _ in said] == said[::-1]
        assert [workspace.redo() for _ in said] == said
        with workspace.read() as reads:
            assert [row.text for row in reads.note_rows(session)] == ["Said 0", *said]
    assert check(path).ok
    assert len(list((tmp_path / "stick").iterdir())) == len(shifts)
