import errno
import os
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator import files
from facilitator.domain.errors import DiskFull, FolderMissing, NotAFile, NotWritable, PlaceError, TargetExists


def failing(number: int) -> Callable[..., NoReturn]:
    """A call of the system that fails."""

    def call(*_: object, **__: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return call


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A file that is there before."""
    path = tmp_path / "minutes.pdf"
    path.write_bytes(b"before")
    return path


def only(target: Path) -> bool:
    """Nothing else lies beside the file, and it is as it was."""
    return list(target.parent.iterdir()) == [target] and target.read_bytes() == b"before"


def test_the_target_is_replaced_at_the_end_and_not_before(target: Path) -> None:
    with files.writing(target) as part:
        part.write_bytes(b"after")
        assert target.read_bytes() == b"before"

    assert target.read_bytes() == b"after"
    assert list(target.parent.iterdir()) == [target]


def test_the_part_lies_beside_the_target_and_is_hidden(target: Path) -> None:
    with files.writing(target) as part:
        assert part.parent == target.parent
        assert part.name.startswith(".minutes.pdf.")
        assert part.suffix == ".part"


@pytest.mark.parametrize("failure", [ValueError, KeyboardInterrupt, OSError])
def test_whatever_is_raised_while_writing_leaves_all_as_it_was(target: Path, failure: type[BaseException]) -> None:
    with pytest.raises(failure), files.writing(target) as part:
        part.write_bytes(b"half")
        raise failure

    assert only(target)


def test_what_sqlite_leaves_beside_a_part_goes_with_it(target: Path) -> None:
    with pytest.raises(ValueError, match="bad"), files.writing(target) as part:
        for side in files.SIDE_FILES:
            part.with_name(part.name + side).touch()
        raise ValueError("bad")

    assert only(target)


def test_a_part_that_does_not_pass_its_check_never_reaches_the_target(target: Path) -> None:
    seen = []

    def verify(part: Path) -> None:
        seen.append(part.read_bytes())
        raise ValueError("not what it should be")

    with pytest.raises(ValueError, match="not what"), files.writing(target, verify) as part:
        part.write_bytes(b"after")

    assert seen == [b"after"]
    assert only(target)


def test_the_part_is_on_the_disk_before_it_takes_the_name(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    sync, replace = os.fsync, Path.replace
    monkeypatch.setattr(
        os, "fsync", lambda number: (calls.append(stat.S_ISDIR(os.fstat(number).st_mode)), sync(number))
    )
    monkeypatch.setattr(Path, "replace", lambda self, to: (calls.append("rename"), replace(self, to))[1])

    with files.writing(target) as part:
        part.write_bytes(b"after")

    assert calls == [False, "rename", True]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_a_sentence_and_changes_nothing(target: Path, number: int) -> None:
    with pytest.raises(DiskFull, match="minutes.pdf"), files.writing(target):
        failing(number)()

    assert only(target)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_a_device_that_is_full_is_told_as_a_full_disk(target: Path) -> None:
    with pytest.raises(DiskFull), files.writing(target), Path("/dev/full").open("wb", buffering=0) as full:
        full.write(b"x")


@pytest.mark.parametrize(
    ("number", "kind"),
    [(errno.ENOSPC, DiskFull), (errno.EROFS, NotWritable), (errno.EIO, NotWritable), (errno.ENOENT, FolderMissing)],
)
def test_a_failure_of_the_last_steps_is_a_sentence_and_changes_nothing(
    target: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[PlaceError]
) -> None:
    monkeypatch.setattr(Path, "replace", failing(number))

    with pytest.raises(kind), files.writing(target) as part:
        part.write_bytes(b"after")

    assert only(target)


def test_what_is_wrong_elsewhere_is_not_told_as_a_fault_of_the_target(target: Path) -> None:
    with pytest.raises(FileNotFoundError), files.writing(target):
        (target.parent / "source.csv").read_bytes()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FolderMissing, match="There is no folder .*gone"), files.writing(tmp_path / "gone" / "a.pdf"):
        pass


def test_a_file_in_the_place_of_the_folder_is_told_as_a_missing_folder(target: Path) -> None:
    with pytest.raises(PlaceError), files.writing(target / "a.pdf"):
        pass


def test_a_folder_is_never_replaced_by_a_file(tmp_path: Path) -> None:
    with pytest.raises(NotAFile), files.writing(tmp_path):
        pass


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_a_pipe_or_a_device_is_never_replaced_by_a_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(NotAFile), files.writing(tmp_path / "pipe"):
        pass
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_a_file_that_the_person_made_read_only_stays(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: path != target)

    with pytest.raises(NotWritable), files.writing(target):
        pass
    assert only(target)


def test_the_file_keeps_the_rights_that_it_had(target: Path) -> None:
    target.chmod(0o640)

    with files.writing(target):
        pass

    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_has_the_rights_that_the_system_gives_to_new_files(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()

    with files.writing(tmp_path / "new"):
        pass

    assert (tmp_path / "new").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_link_stays_a_link_and_its_file_is_replaced(target: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.pdf"
    link.symlink_to(target)

    with files.writing(link) as part:
        part.write_bytes(b"after")

    assert link.is_symlink()
    assert target.read_bytes() == b"after"


def test_a_part_of_a_program_that_died_days_ago_is_removed_and_no_other_file(target: Path) -> None:
    old, young, foreign = (
        target.with_name(name) for name in (".minutes.pdf.01234567.part", ".minutes.pdf.89abcdef.part", ".x.part")
    )
    for path in (old, young, foreign):
        path.touch()
    for path in (old, foreign):
        os.utime(path, (time.time() - 2 * files.STALE_SECONDS,) * 2)

    with files.writing(target):
        pass

    assert sorted(target.parent.iterdir()) == sorted([target, young, foreign])


@given(st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=80))
def test_any_name_that_the_file_system_takes_can_be_written(
    tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    folder = tmp_path_factory.mktemp("names")
    path = folder / name
    try:
        path.touch()
    except OSError:
        return
    if not path.is_file():
        return
    with files.writing(path) as part:
        part.write_bytes(b"after")

    assert path.read_bytes() == b"after"
    assert list(folder.iterdir()) == [path]


@pytest.mark.parametrize("name", ["a" * 255, "ភ" * 85])
def test_the_longest_name_that_the_file_system_takes_can_be_written(tmp_path: Path, name: str) -> None:
    with files.writing(tmp_path / name) as part:
        part.write_bytes(b"after")

    assert (tmp_path / name).read_bytes() == b"after"


def test_a_part_that_is_renamed_is_no_longer_there_under_its_old_name(tmp_path: Path) -> None:
    part, target = tmp_path / "part", tmp_path / "target"
    part.write_bytes(b"after")

    files.rename_new(part, target)

    assert list(tmp_path.iterdir()) == [target]


def test_a_new_file_is_refused_early_where_one_is_there(target: Path) -> None:
    reached = False
    with pytest.raises(TargetExists, match="left as it is"), files.writing(target, new=True):
        reached = True

    assert not reached
    assert only(target)


@pytest.mark.parametrize("links", [True, False])
def test_a_file_that_appears_in_the_meantime_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    if not links:
        monkeypatch.setattr(os, "link", failing(errno.EPERM))
    target = tmp_path / "minutes.pdf"

    with pytest.raises(TargetExists), files.writing(target, new=True) as part:
        part.write_bytes(b"mine")
        target.write_bytes(b"before")

    assert only(target)


@pytest.mark.parametrize("links", [True, False])
def test_a_new_file_gets_its_name_with_and_without_hard_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    if not links:
        monkeypatch.setattr(os, "link", failing(errno.EPERM))
    target = tmp_path / "minutes.pdf"

    with files.writing(target, new=True) as part:
        part.write_bytes(b"mine")

    assert target.read_bytes() == b"mine"
    assert list(tmp_path.iterdir()) == [target]
    assert target.stat().st_nlink == 1


def test_a_claimed_name_is_given_back_when_the_part_cannot_take_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", failing(errno.EPERM))
    monkeypatch.setattr(Path, "replace", failing(errno.EIO))
    target = tmp_path / "minutes.pdf"

    with pytest.raises(NotWritable), files.writing(target, new=True):
        pass

    assert list(tmp_path.iterdir()) == []
