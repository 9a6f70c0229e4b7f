"""A backup is a proven copy, made while others write, and never written over another one."""

import threading
from contextlib import closing
from pathlib import Path

import pytest
from tests.workshops import ask, lying_in, make_workshop

from facilitator.domain.errors import DamagedFile, FacilitatorError, LeftBehind, NotAWorkshop, TargetExists
from facilitator.domain.kinds import NoteKind
from facilitator.store import backup as backup_module
from facilitator.store.backup import back_up, copy_workshop
from facilitator.store.recognise import examine
from facilitator.store.shelf import shelf
from facilitator.workspace.opening import open_workspace


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "room").mkdir()
    return make_workshop(tmp_path / "room" / "water.workshop")


def test_a_backup_holds_what_the_workshop_holds_and_is_counted(path: Path, tmp_path: Path) -> None:
    before = lying_in(path.parent)
    made = back_up(path, tmp_path / "stick" / "new")

    assert (made.notes, made.recommendations) == (12, 2)
    assert lying_in(path.parent) == before
    assert list((tmp_path / "stick" / "new").iterdir()) == [made.path]
    assert examine(made.path).workshop_id == examine(path).workshop_id
    for table in ("note", "entry", "operation", "numbering"):
        assert ask(made.path, f"SELECT * FROM {table}") == ask(path, f"SELECT * FROM {table}")


def test_without_a_folder_it_goes_to_the_shelf_of_the_workshop(path: Path) -> None:
    assert back_up(path).path.parent == shelf(path)


def test_two_backups_in_one_second_are_two_files(path: Path, tmp_path: Path) -> None:
    made = {back_up(path, tmp_path / "stick").path for _ in range(3)}
    assert len(made) == 3 == len(list((tmp_path / "stick").iterdir()))


def test_what_is_in_the_log_only_is_in_the_backup(path: Path, tmp_path: Path) -> None:
    with closing(open_workspace(path)) as workspace:
        with workspace.edit("Rename") as edits:
            edits.workshop.change(title="Now")
        made = back_up(path, tmp_path / "stick")
    assert ask(made.path, "SELECT title FROM workshop") == [("Now",)]


def test_a_backup_made_while_notes_are_taken_is_one_moment_of_them(path: Path, tmp_path: Path) -> None:
    stop = threading.Event()

    def type_on() -> None:
        with closing(open_workspace(path)) as workspace:
            with workspace.read() as reads:
                session = reads.content().sessions[0].id
            while not stop.is_set():
                with workspace.edit("Note") as edits:
                    edits.notes.capture(session, NoteKind.RECOMMENDATION, "More")

    writer = threading.Thread(target=type_on)
    writer.start()
    try:
        made = [back_up(path, tmp_path / "stick") for _ in range(3)]
    finally:
        stop.set()
        writer.join()

    for one in made:
        assert one.notes - 12 == one.recommendations - 2
        assert ask(one.path, "SELECT count(*) FROM note") == [(one.notes,)]


def test_the_copy_gets_a_room_of_its_own(path: Path, tmp_path: Path) -> None:
    made = back_up(path, tmp_path / "stick").path
    # The place alone does not tell: once the first file is gone, the system may give its inode to the copy.
    assert ask(made, "SELECT place FROM identity") == [("",)]
    with closing(open_workspace(made)) as workspace, workspace.edit("Rename") as edits:
        edits.workshop.change(title="Elsewhere")

    assert ask(made, "SELECT room FROM identity") != ask(path, "SELECT room FROM identity")
    assert len(ask(made, "SELECT DISTINCT room FROM entry")) == 2


def test_of_a_damaged_file_no_backup_is_made(path: Path, tmp_path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096 * 3 : 4096 * 5] = bytes(8192)
    path.write_bytes(content)

    with pytest.raises(DamagedFile) as caught:
        back_up(path, tmp_path / "stick")
    assert str(path) in str(caught.value)
    assert list((tmp_path / "stick").iterdir()) == []


def test_damage_that_only_the_copy_shows_is_told_of_the_source(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = examine(path)
    content = bytearray(path.read_bytes())
    content[4096 * 3 : 4096 * 5] = bytes(8192)
    path.write_bytes(content)
    # The look before is short for a large file: here it is as if it had seen nothing of the bad pages.
    monkeypatch.setattr(backup_module, "examine", lambda looked: whole if looked == path else examine(looked))

    with pytest.raises(FacilitatorError) as caught:
        copy_workshop(path, tmp_path / "new.workshop")
    assert caught.value.exit_code == 5
    assert str(path) in str(caught.value)
    assert not (tmp_path / "new.workshop").exists()


def test_a_copy_is_never_written_over_what_is_there(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "new.workshop"
    target.write_bytes(b"mine")
    with pytest.raises(TargetExists):
        copy_workshop(path, target)
    assert target.read_bytes() == b"mine"


def test_a_log_beside_the_new_name_is_refused(path: Path, tmp_path: Path) -> None:
    (tmp_path / "new.workshop-wal").write_bytes(b"old")
    with pytest.raises(LeftBehind):
        copy_workshop(path, tmp_path / "new.workshop")


def test_only_a_workshop_is_copied(tmp_path: Path) -> None:
    (tmp_path / "text.workshop").write_text("hello")
    with pytest.raises(NotAWorkshop):
        copy_workshop(tmp_path / "text.workshop", tmp_path / "new.workshop")


def test_a_folder_that_cannot_be_made_is_said(path: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(FacilitatorError) as caught:
        back_up(path, tmp_path / "file" / "folder")
    assert caught.value.exit_code == 4
