"""The window is killed in the middle of typing, fifteen times: every note that had its number is in the file."""

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.workshops import make_workshop

from facilitator.jobs.check import check
from facilitator.workspace.opening import open_workspace

PROGRAM = Path(__file__).with_name("typist.py")
RUNS = 15
LONGEST = 0.3
"""Seconds from a note to the kill."""


@pytest.fixture(scope="module")
def typist(tmp_path_factory: pytest.TempPathFactory) -> Iterator[subprocess.Popen[str]]:
    """The program that types, with everything loaded once for all runs."""
    home = tmp_path_factory.mktemp("home")
    settings = {**os.environ, "FACILITATOR_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, str(PROGRAM)], env=settings, encoding="utf-8", **pipes) as program:  # type: ignore[call-overload]
        yield program
        program.stdin.close()


@pytest.mark.parametrize("first", range(RUNS))
def test_every_note_that_had_its_number_is_there_after_a_kill(
    typist: subprocess.Popen[str], tmp_path: Path, first: int, many: int
) -> None:
    for seed in range(first, RUNS * many, RUNS):
        kill_once(typist, tmp_path / f"{seed}.workshop", seed)


def kill_once(typist: subprocess.Popen[str], path: Path, seed: int) -> None:
    """Type, be killed, and look at what is there."""
    make_workshop(path)
    chance = random.Random(seed)
    notes, seconds = chance.randint(0, 6), chance.uniform(0.0, LONGEST)
    print(f"seed {seed}, killed {seconds:.3f} s after {notes} notes")
    numbers = acknowledged(typist, path, {"seed": seed, "notes": notes, "seconds": seconds})
    print(f"{len(numbers)} notes had their number")

    assert check(path).ok
    with closing(open_workspace(path)) as workspace, workspace.read() as reads:
        found = {note.id.hex(): str(note.number) for note in reads.content().notes}
        draft = "".join(reads.drafts().values())
    assert len(numbers) >= notes
    assert numbers.items() <= found.items()
    # What was not entered comes back as far as it was typed.
    assert "said ".startswith(draft[:5])


def acknowledged(typist: subprocess.Popen[str], path: Path, how: dict[str, object]) -> dict[str, str]:
    """Let it type and be killed; the notes that it told of, by their keys."""
    assert typist.stdin is not None
    assert typist.stdout is not None
    typist.stdin.write(json.dumps({"path": str(path), **how}) + "\n")
    typist.stdin.flush()
    lines = []
    while not (line := typist.stdout.readline()).startswith("end"):
        assert line, "the typist has ended"
        lines.append(line.strip())
    assert line == "end 1\n", "it ended by itself"
    assert lines[0] == "typing"
    return {key: number for number, key in (line.split("\t") for line in lines[1:])}
