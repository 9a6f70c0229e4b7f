"""One writer at a time, whoever it is, and the second is told who the first is."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.domain.errors import PlaceError, WorkshopHeld
from facilitator.workspace.lock import Lock, holder

HOLD = (
    "import sys; from pathlib import Path; from facilitator.workspace.lock import Lock\n"
    "lock = Lock(Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "water.workshop"


def hold(path: Path) -> "subprocess.Popen[bytes]":
    """Another program that holds the workshop."""
    process = subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"held\n"
    return process


def test_a_second_program_is_told_who_holds_the_workshop(path: Path) -> None:
    with hold(path) as process:
        with pytest.raises(WorkshopHeld) as caught:
            Lock(path)
        assert caught.value.parameters["pid"] == str(process.pid)
        assert caught.value.exit_code == 4
        assert process.stdin is not None
        process.stdin.close()


def test_a_second_window_of_the_same_program_is_refused_too(path: Path) -> None:
    first = Lock(path)
    with pytest.raises(WorkshopHeld, match=str(os.getpid())):
        Lock(path)
    first.release()


def test_after_kill_9_the_workshop_is_free(path: Path) -> None:
    with hold(path) as process:
        process.send_signal(signal.SIGKILL)
        process.wait()
        Lock(path).release()


def test_nothing_is_left_in_the_folder_and_giving_back_twice_is_harmless(path: Path) -> None:
    lock = Lock(path)
    assert [file.name for file in path.parent.iterdir()] == [".water.workshop.lock"]
    lock.release()
    other = Lock(path)
    lock.release()

    with pytest.raises(WorkshopHeld):
        Lock(path)
    other.release()
    assert list(path.parent.iterdir()) == []


def test_two_names_of_one_file_have_one_lock(path: Path) -> None:
    path.touch()
    link = path.with_name("link.workshop")
    link.symlink_to(path)
    lock = Lock(link)
    with pytest.raises(WorkshopHeld):
        Lock(path)
    lock.release()


def test_a_folder_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(PlaceError, match="no folder"):
        Lock(tmp_path / "none" / "water.workshop")


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b'{"pid": {}}', b"[" * 5000])
def test_a_signature_that_cannot_be_read_is_no_obstacle(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert set(holder(path)) == {"program", "pid", "user", "host", "since"}
