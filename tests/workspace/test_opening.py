"""From a path to a workspace, and new files that are there as a whole or not at all."""

import os
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from tests.workshops import ask, fill, lying_in, make_workshop

from facilitator.domain.errors import (
    CannotRead,
    EmptyText,
    LeftBehind,
    NotWritable,
    OlderWorkshop,
    TargetExists,
    WorkshopHeld,
)
from facilitator.domain.kinds import Rule
from facilitator.store import recognise, released
from facilitator.store.shelf import backups_of
from facilitator.workspace import opening
from facilitator.workspace.opening import building, create_workspace, open_workspace


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_workshop(tmp_path / "water.workshop")


def test_a_new_workshop_says_what_it_was_given(tmp_path: Path) -> None:
    target = tmp_path / "new.workshop"
    with closing(
        create_workspace(target, title="Wáter", time_zone="Asia/Bangkok", attribution=Rule.CHATHAM, prefix="B")
    ) as workspace:
        with workspace.read() as reads:
            workshop = reads.content().workshop
        assert workspace.undo() is None

    assert (workshop.title, workshop.time_zone, workshop.attribution) == ("Wáter", "Asia/Bangkok", Rule.CHATHAM)
    assert workshop.prefix == "B"
    assert [file.name for file in tmp_path.iterdir()] == ["new.workshop"]


def test_a_workshop_needs_a_title(tmp_path: Path) -> None:
    with pytest.raises(EmptyText):
        create_workspace(tmp_path / "new.workshop", title="  ")
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "new.workshop").write_bytes(b"mine")
    before = lying_in(tmp_path)
    with pytest.raises(TargetExists):
        create_workspace(tmp_path / "new.workshop", title="Water")
    assert lying_in(tmp_path) == before


@pytest.mark.parametrize("ending", recognise.SIDE_FILES)
def test_a_log_of_an_earlier_file_is_not_mixed_into_a_new_one(tmp_path: Path, ending: str) -> None:
    (tmp_path / f"new.workshop{ending}").write_bytes(b"old")
    before = lying_in(tmp_path)
    with pytest.raises(LeftBehind, match=ending):
        create_workspace(tmp_path / "new.workshop", title="Water")
    assert lying_in(tmp_path) == before


def test_a_file_that_is_being_built_has_no_name_until_all_is_in_it(tmp_path: Path) -> None:
    target = tmp_path / "new.workshop"
    with building(target, title="Water") as workspace:
        with workspace.edit("Fill") as edits:
            fill(edits)
        assert not target.exists()

    assert [file.name for file in tmp_path.iterdir()] == ["new.workshop"]
    assert len(ask(target, "SELECT id FROM note")) == 12


@pytest.mark.parametrize("failure", [ValueError, KeyboardInterrupt])
def test_a_file_whose_building_fails_was_never_there(tmp_path: Path, failure: type[BaseException]) -> None:
    with pytest.raises(failure), building(tmp_path / "new.workshop", title="Water") as workspace:
        with workspace.edit("Fill") as edits:
            fill(edits)
        raise failure
    assert list(tmp_path.iterdir()) == []


def test_one_program_writes_and_others_may_read(path: Path) -> None:
    with closing(open_workspace(path)) as writer:
        with pytest.raises(WorkshopHeld):
            open_workspace(path)
        with writer.edit("Rename") as edits:
            edits.workshop.change(title="Now")
        with closing(open_workspace(path, read_only=True)) as reader, reader.read() as reads:
            assert reads.content().workshop.title == "Now"

    open_workspace(path).close()


def test_reading_leaves_the_file_and_its_folder_as_they_were(path: Path) -> None:
    before = lying_in(path.parent)
    with closing(open_workspace(path, read_only=True)) as reader, reader.read() as reads:
        reads.overview()
    assert lying_in(path.parent) == before


def test_writing_leaves_nothing_beside_the_file(path: Path) -> None:
    with closing(open_workspace(path)) as workspace, workspace.edit("Rename") as edits:
        edits.workshop.change(title="Now")
    assert list(path.parent.iterdir()) == [path]


def test_a_link_to_a_workshop_is_that_workshop(path: Path, tmp_path: Path) -> None:
    (tmp_path / "links").mkdir()
    link = tmp_path / "links" / "link.workshop"
    link.symlink_to(path)
    with closing(open_workspace(link)) as workspace:
        with workspace.edit("Rename") as edits:
            edits.workshop.change(title="Now")
        with recognise.reading(link) as connection:
            assert connection.execute("SELECT title FROM workshop").fetchone() == ("Now",)
    assert list(link.parent.iterdir()) == [link]


class ReadOnlyFolder:
    """`os.access` of a person who may not write, for tests that run as root, whom nothing stops."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(os, "access", lambda *_: False)


def test_on_a_medium_that_cannot_be_written_a_closed_file_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ReadOnlyFolder(monkeypatch)
    with closing(open_workspace(path, read_only=True)) as reader, reader.read() as reads:
        assert reads.overview().title == "Water"


def test_there_a_file_whose_last_edits_lie_beside_it_is_refused(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    medium = tmp_path / "medium"
    medium.mkdir()
    with closing(open_workspace(path)) as writer:
        with writer.edit("Rename") as edits:
            edits.workshop.change(title="Now")
        for ending in ("", "-wal"):
            shutil.copy(recognise.beside(path, ending), medium)
    ReadOnlyFolder(monkeypatch)

    with pytest.raises(CannotRead, match="last edits"):
        open_workspace(medium / path.name, read_only=True)


@pytest.fixture
def old(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of the version before, made by letting the app be one version ahead of what it has tables for."""
    monkeypatch.setattr(opening, "SCHEMA_VERSION", released.SCHEMA_VERSION + 1)
    return path


def test_an_older_file_is_backed_up_before_it_is_brought_up_to_date(old: Path) -> None:
    before = ask(old, "SELECT text FROM note")
    open_workspace(old).close()
    (backup,) = backups_of(old)
    assert ask(backup, "SELECT text FROM note") == before


def test_an_older_file_cannot_be_brought_up_to_date_by_reading(old: Path) -> None:
    before = lying_in(old.parent)
    with pytest.raises(OlderWorkshop):
        open_workspace(old, read_only=True)
    assert lying_in(old.parent) == before


def test_without_a_backup_nothing_is_brought_up_to_date(old: Path, own_folders: Path) -> None:
    own_folders.joinpath("data").write_text("a file where the folder of backups should be")
    before = lying_in(old.parent)
    with pytest.raises(Exception, match="cannot be written|no folder"):
        open_workspace(old)
    assert lying_in(old.parent) == before


@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_that_may_not_be_written_is_read_or_refused_and_nothing_is_left_beside_it(
    path: Path, monkeypatch: pytest.MonkeyPatch, read_only: bool
) -> None:
    # Whoever runs the tests may have the right to write whatever the file says.
    may = os.access
    monkeypatch.setattr(os, "access", lambda place, mode: Path(place) != path and may(place, mode))
    before = lying_in(path.parent)

    if read_only:
        with closing(open_workspace(path, read_only=True)) as workspace, workspace.read() as reads:
            assert reads.workshop().title
            assert lying_in(path.parent) == before
    else:
        with pytest.raises(NotWritable, match="Permission denied"):
            open_workspace(path)
    assert lying_in(path.parent) == before
