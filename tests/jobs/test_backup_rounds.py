"""A round of backups: to the usual folder and to a second one, and how far the work is proven by it."""

import os
import time
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.workshops import ask, make_workshop

from facilitator.domain.backups import OVERDUE, BackedUp, Proof, Round
from facilitator.domain.errors import FacilitatorError, SecondFolderAbsent
from facilitator.files import STALE_SECONDS
from facilitator.jobs.backup import back_up_round, proof
from facilitator.jobs.restore import backups_named, bring_back, names_of_backups
from facilitator.store.recognise import examine
from facilitator.store.shelf import backups_of, shelf
from facilitator.workspace.opening import open_workspace
from facilitator.workspace.workspace import Workspace

NOON = datetime.fromisoformat("2023-08-09T12:00")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "room").mkdir()
    return make_workshop(tmp_path / "room" / "water.workshop")


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def proven(made: BackedUp | FacilitatorError | None) -> Path:
    assert isinstance(made, BackedUp)
    return made.path


def rename(workspace: Workspace, title: str) -> None:
    with workspace.edit("Rename") as edits:
        edits.workshop.change(title=title)


def proof_of(path: Path) -> Proof:
    with closing(open_workspace(path)) as workspace, workspace.read() as reads:
        return proof(reads, path)


def test_one_backup_stands_in_both_folders(path: Path, stick: Path) -> None:
    made = back_up_round(path, stick, renew=True)

    assert proven(made.first) == backups_of(path)[0]
    assert proven(made.second) == shelf(path, stick) / proven(made.first).name
    examine(proven(made.second))
    assert ask(proven(made.second), "SELECT count(*) FROM note") == [(12,)]


def test_what_a_killed_backup_left_on_a_shelf_goes_with_the_next_one_a_day_later(path: Path, stick: Path) -> None:
    back_up_round(path, stick, renew=True)
    names = (".water-20230809-120000.workshop.01234567.part", ".water-20230809-120000.workshop.01234567.part-journal")
    parts = [home / name for home in (shelf(path), shelf(path, stick)) for name in names]
    mine = shelf(path) / "of mine.part"
    for file in (*parts, mine):
        file.touch()
    back_up_round(path, stick, renew=True)
    # They might be of a program that goes on.
    assert all(part.exists() for part in parts)
    for file in (*parts, mine):
        os.utime(file, (time.time() - 2 * STALE_SECONDS,) * 2)
    back_up_round(path, stick, renew=True)
    assert not any(part.exists() for part in parts)
    assert mine.exists()
    assert len(backups_of(path)) == 3


def test_a_stick_that_is_absent_is_told_and_made_up_for_without_a_new_backup(path: Path, stick: Path) -> None:
    stick.rmdir()
    missed = back_up_round(path, stick, renew=True)
    assert isinstance(missed.second, SecondFolderAbsent)
    assert not stick.exists()

    stick.mkdir()
    made = back_up_round(path, stick, renew=False)
    again = back_up_round(path, stick, renew=False)

    assert proven(made.first) == proven(missed.first)
    assert proven(made.second).name == proven(made.first).name
    assert again == made


def test_the_second_folder_gets_a_backup_of_its_own_where_the_usual_one_refuses(
    path: Path, stick: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("FACILITATOR_HOME", str(tmp_path / "file"))

    made = back_up_round(path, stick, renew=True)

    assert isinstance(made.first, FacilitatorError)
    assert made.last == made.second
    assert ask(proven(made.second), "SELECT count(*) FROM note") == [(12,)]


def test_a_damaged_copy_gets_no_name(path: Path, stick: Path) -> None:
    first = proven(back_up_round(path, None, renew=True).first)
    first.write_bytes(first.read_bytes()[:20_000])

    made = back_up_round(path, stick, renew=False)

    assert isinstance(made.second, FacilitatorError)
    assert [file for file in stick.rglob("*") if file.is_file()] == []


def test_what_was_changed_after_the_last_backup_is_unproven_also_after_opening_again(path: Path) -> None:
    assert proof_of(path).last is None
    assert proof_of(path).unproven_since is not None

    back_up_round(path, None, renew=True)
    assert proof_of(path).last is not None
    assert proof_of(path).unproven_since is None

    before = datetime.now()  # noqa: DTZ005 - the clock on the wall, as in the names
    with closing(open_workspace(path)) as workspace:
        rename(workspace, "B")
    since = proof_of(path).unproven_since
    assert since is not None
    assert since >= before - timedelta(seconds=1)


def test_a_backup_that_cannot_be_read_proves_nothing(path: Path) -> None:
    made = proven(back_up_round(path, None, renew=True).first)
    made.write_bytes(b"")

    found = proof_of(path)

    assert (found.last, found.problem is None, found.unproven_since is None) == (None, False, False)


@given(waited=st.timedeltas(timedelta(0), timedelta(days=3)))
def test_a_change_is_overdue_after_thirty_minutes_and_not_before(waited: timedelta) -> None:
    assert Proof(unproven_since=NOON).is_overdue(NOON + waited) == (waited >= OVERDUE)
    assert not Proof(last=NOON).is_overdue(NOON + waited)


def test_a_round_in_which_all_failed_has_left_nothing(path: Path) -> None:
    error = SecondFolderAbsent(folder=path)
    assert Round(error, error).last is None


def test_backups_of_both_folders_are_listed_once_with_what_is_in_them(path: Path, stick: Path) -> None:
    first = proven(back_up_round(path, stick, renew=True).first)
    with closing(open_workspace(path)) as workspace:
        rename(workspace, "B")
    (stick / "other-20230809-140200.workshop").write_bytes(first.read_bytes())

    found, now = backups_named("water", path, stick)

    assert set(names_of_backups(stick)) == {"water", "other"}
    assert [(one.path, one.in_first, one.in_second) for one in found] == [(first, True, True)]
    inside = found[0].inside
    assert not isinstance(inside, FacilitatorError)
    assert (inside.notes, inside.recommendations, inside.people) == (12, 2, 0)
    assert now is not None
    assert now.steps == inside.steps + 1
    (other,), _ = backups_named("other", None, stick)
    assert (other.at, other.in_first, other.in_second) == (NOON.replace(hour=14, minute=2), False, True)


def test_a_backup_is_brought_back_beside_under_a_name_that_is_free(path: Path) -> None:
    first = proven(back_up_round(path, None, renew=True).first)
    before = path.read_bytes()

    made = [bring_back(first, path, NOON).name for _ in range(2)]

    assert made == ["water 2023-08-09 12.00.workshop", "water 2023-08-09 12.00 (2).workshop"]
    assert path.read_bytes() == before
