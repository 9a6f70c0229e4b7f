"""A backup every ten minutes in which something changed."""

from contextlib import closing
from pathlib import Path

import pytest
from tests.workshops import ask, make_workshop

from facilitator.store.shelf import backups_of
from facilitator.workspace.opening import open_workspace
from facilitator.workspace.rhythm import SECONDS, Rhythm, due


@pytest.mark.parametrize(("now", "is_due"), [(100.0, False), (100.0 + SECONDS - 1, False), (100.0 + SECONDS, True)])
def test_a_backup_is_due_after_ten_minutes(now: float, is_due: bool) -> None:
    assert due(100.0, now) == is_due


def test_a_change_after_ten_minutes_is_in_the_backup_that_it_makes(tmp_path: Path) -> None:
    path = make_workshop(tmp_path / "water.workshop")
    times = iter([0.0, 1.0, SECONDS, SECONDS + 1.0, 2 * SECONDS])
    made = []
    with closing(open_workspace(path)) as workspace:
        workspace.subscribe(Rhythm(workspace.back_up_now, clock=lambda: next(times)))
        for title in ("A", "B", "C", "D"):
            with workspace.edit("Rename") as edits:
                edits.workshop.change(title=title)
            made.append([ask(file, "SELECT title FROM workshop") for file in backups_of(path)])

    assert made == [[], [[("B",)]], [[("B",)]], [[("D",)], [("B",)]]]
