"""Checking, as a person asks for it."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from tests.workshops import lying_in, make_workshop, run_sql

from facilitator.domain.errors import NewerWorkshop, WorkshopMissing
from facilitator.jobs.check import CheckResult, check
from facilitator.store.released import SCHEMA_VERSION
from facilitator.workspace.opening import open_workspace


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_workshop(tmp_path / "water.workshop")


def test_a_good_file_is_ok_and_left_as_it_is(path: Path) -> None:
    before = lying_in(path.parent)
    assert check(path) == CheckResult(True, ())
    assert lying_in(path.parent) == before


def test_a_file_that_is_open_elsewhere_is_checked_with_its_last_edits(path: Path) -> None:
    with closing(open_workspace(path)) as workspace:
        with workspace.edit("Rename") as edits:
            edits.workshop.change(title="Now")
        assert check(path).ok


def test_a_file_left_by_a_killed_program_is_checked_and_left_as_it_is(path: Path, tmp_path: Path) -> None:
    killed = tmp_path / "killed"
    killed.mkdir()
    with closing(open_workspace(path)) as workspace:
        with workspace.edit("Rename") as edits:
            edits.workshop.change(title="Now")
        for file in path.parent.glob("water.workshop*"):
            if not file.name.endswith("-shm"):
                shutil.copy(file, killed)
    before = lying_in(killed)

    assert check(killed / path.name).ok
    assert lying_in(killed) == before


def test_damage_is_a_result_and_no_error(path: Path) -> None:
    run_sql(path, "UPDATE note SET text = 'other'")
    result = check(path)
    assert not result.ok
    assert {finding.what for finding in result.findings} == {"ledger"}


def test_what_cannot_be_checked_is_an_error(path: Path) -> None:
    with pytest.raises(WorkshopMissing):
        check(path.with_name("none"))
    run_sql(path, f"PRAGMA user_version={SCHEMA_VERSION + 1}")
    with pytest.raises(NewerWorkshop):
        check(path)
