"""The program that has a workshop open is suspended in the middle of a step: nobody waits for it, and it goes on."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.workshops import make_workshop

from facilitator.domain.errors import WorkshopHeld
from facilitator.jobs.backup import backup
from facilitator.jobs.check import check
from facilitator.workspace.opening import open_workspace

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="this system suspends no program by a signal")

IN_A_STEP = """
import sys
from pathlib import Path
from facilitator.domain.kinds import NoteKind
from facilitator.workspace.opening import open_workspace

workspace = open_workspace(Path(sys.argv[1]))
with workspace.read() as reads:
    session = reads.sessions()[0].id
with workspace.edit("Note") as edits:
    edits.notes.capture(session, NoteKind.POINT, "Said before the lid was closed")
    print("in a step", flush=True)
    sys.stdin.readline()
print("on the disk", flush=True)
workspace.close()
"""


@pytest.fixture
def suspended(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A program that has been suspended in the middle of a step."""
    path = make_workshop(tmp_path / "water.workshop")
    command = [sys.executable, "-c", IN_A_STEP, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"in a step\n"
        os.kill(program.pid, signal.SIGSTOP)
        os.waitpid(program.pid, os.WUNTRACED)
        yield program
        program.kill()


def test_while_a_program_is_suspended_in_a_step_others_read_what_was_before_and_its_step_is_kept(
    suspended: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    path = tmp_path / "water.workshop"
    with pytest.raises(WorkshopHeld) as caught:
        open_workspace(path)
    assert f"(process {suspended.pid})" in str(caught.value)
    assert "Close it there first; reading is possible meanwhile." in str(caught.value)
    with closing(open_workspace(path, read_only=True)) as reader, reader.read() as reads:
        assert reads.overview().title == "Water"
        assert len(reads.content().notes) == 12
    assert check(path).ok
    assert backup(path).notes == 12

    os.kill(suspended.pid, signal.SIGCONT)
    said, _ = suspended.communicate(b"\n")
    assert said == b"on the disk\n"
    with closing(open_workspace(path)) as workspace, workspace.read() as reads:
        assert reads.content().notes[-1].text == "Said before the lid was closed"
    assert check(path).ok
