"""A disk that is full at the n-th page, or that cannot be written: one sentence, and what was there is as it was."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

PROGRAM = Path(__file__).with_name("small_disk.py")
Trial = dict[str, Any]


def own_mounts() -> list[str] | None:
    """The command under which a program may mount, and nobody else sees it; None where the system does not allow it."""
    if sys.platform != "linux":
        return None
    for command in (["unshare", "-m"], ["unshare", "-Urm"]):
        with tempfile.TemporaryDirectory() as folder:
            probe = [*command, "mount", "-t", "tmpfs", "none", folder]
            try:
                if subprocess.run(probe, capture_output=True).returncode == 0:
                    return command
            except FileNotFoundError:
                return None
    return None


@pytest.fixture(scope="module")
def trials(tmp_path_factory: pytest.TempPathFactory) -> list[Trial]:
    """What happened on the small disk."""
    command = own_mounts()
    if command is None:
        pytest.skip("this system lets no program mount a disk of its own")
    folder = tmp_path_factory.mktemp("disk")
    environment = {**os.environ, "FACILITATOR_HOME": str(tmp_path_factory.mktemp("home"))}
    arguments = [*command, sys.executable, str(PROGRAM), str(folder)]
    done = subprocess.run(arguments, capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def of(trials: list[Trial], act: str) -> list[Trial]:
    """The trials of one sort, at least one of them."""
    chosen = [trial for trial in trials if trial["act"] == act]
    assert chosen
    return chosen


def test_an_edit_on_a_full_disk_happens_or_does_not_and_is_told_in_one_sentence(trials: list[Trial]) -> None:
    edits = of(trials, "edit")
    for trial in edits:
        assert trial["ok"], trial
        if trial["error"] is not None:
            assert (trial["error"], trial["exit"], trial["after"]) == ("DiskFull", 4, trial["before"]), trial
            assert trial["sentence"].count("water.workshop") == 1

    # The disk was really full, and really had room at last.
    assert {trial["error"] for trial in edits} == {None, "DiskFull"}
    assert len([trial for trial in edits if trial["error"]]) >= 6


def test_the_same_workspace_goes_on_once_there_is_room(trials: list[Trial]) -> None:
    (trial,) = of(trials, "goes on")
    assert trial["after"] == trial["before"] + 1
    assert trial["ok"]


def test_a_new_file_or_a_backup_on_a_full_disk_is_whole_or_not_there(trials: list[Trial]) -> None:
    for trial in of(trials, "new file"):
        assert trial["ok"], trial
        assert trial["made"] == (trial["error"] is None), trial
        assert trial["error"] in {None, "DiskFull"}, trial
    assert {trial["error"] for trial in of(trials, "new file")} == {None, "DiskFull"}


def test_on_a_disk_that_cannot_be_written_reading_goes_on(trials: list[Trial]) -> None:
    (read,), (checked,) = of(trials, "read"), of(trials, "check")
    assert read["error"] is None
    assert checked["ok"]


def test_there_every_writing_is_refused_in_one_sentence_and_leaves_nothing(trials: list[Trial]) -> None:
    for trial in of(trials, "write"):
        assert (trial["error"], trial["exit"]) == ("NotWritable", 4), trial
    (listing,) = of(trials, "listing")
    assert listing["same"]
