"""A backup becomes a workshop again."""

from contextlib import closing
from pathlib import Path

import pytest
from tests.workshops import ask, lying_in, make_workshop

from facilitator.domain.errors import DamagedFile, FolderMissing, LeftBehind, NotAWorkshop, TargetExists
from facilitator.jobs.backup import backup
from facilitator.jobs.check import check
from facilitator.jobs.restore import restore
from facilitator.workspace.opening import open_workspace


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_workshop(tmp_path / "water.workshop")


def test_what_was_backed_up_comes_back_under_a_new_name_with_its_past(path: Path, tmp_path: Path) -> None:
    copy = backup(path).path
    target = tmp_path / "restored.workshop"

    made = restore(copy, target)

    assert (made.path, made.notes, made.recommendations) == (target, 12, 2)
    assert check(target).ok
    with closing(open_workspace(target)) as workspace:
        assert workspace.undo() == "Fill"
        assert workspace.redo() == "Fill"
    assert check(target).ok
    assert ask(target, "SELECT room FROM identity") != ask(path, "SELECT room FROM identity")


def test_nothing_is_written_over_and_no_old_log_is_mixed_in(path: Path, tmp_path: Path) -> None:
    copy = backup(path).path
    (tmp_path / "b.workshop-wal").write_bytes(b"old")
    before = lying_in(tmp_path)

    for name, error in (
        ("water.workshop", TargetExists),
        ("b.workshop", LeftBehind),
        ("none/c.workshop", FolderMissing),
    ):
        with pytest.raises(error):
            restore(copy, tmp_path / name)
    assert lying_in(tmp_path) == before


@pytest.mark.parametrize(("keep", "error"), [(0, NotAWorkshop), (10_000, DamagedFile)])
def test_a_bad_backup_makes_no_file(path: Path, tmp_path: Path, keep: int, error: type[Exception]) -> None:
    copy = backup(path).path
    copy.write_bytes(copy.read_bytes()[:keep])
    with pytest.raises(error):
        restore(copy, tmp_path / "new.workshop")
    assert not (tmp_path / "new.workshop").exists()
