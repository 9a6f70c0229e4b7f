"""A backup made by hand."""

from contextlib import closing
from pathlib import Path

from tests.workshops import make_workshop

from facilitator.jobs.backup import backup
from facilitator.jobs.check import check
from facilitator.store.shelf import shelf
from facilitator.workspace.opening import open_workspace


def test_a_backup_goes_to_the_shelf_or_where_it_is_told(tmp_path: Path) -> None:
    path = make_workshop(tmp_path / "water.workshop")

    for made, folder in ((backup(path), shelf(path)), (backup(path, tmp_path / "stick"), tmp_path / "stick")):
        assert (made.path.parent, made.notes, made.recommendations) == (folder, 12, 2)
        assert check(made.path).ok


def test_a_backup_is_made_while_the_workshop_is_open_elsewhere(tmp_path: Path) -> None:
    path = make_workshop(tmp_path / "water.workshop")
    with closing(open_workspace(path)):
        assert backup(path).notes == 12
