"""The window on a disk that is full, and on one that cannot be written: nothing leaves the screen that is not saved."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.faults.test_small_disk import own_mounts

PROGRAM = Path(__file__).with_name("window_on_small_disk.py")
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def looks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What the window showed, one look after the other."""
    command = own_mounts()
    if command is None:
        pytest.skip("this system lets no program mount a disk of its own")
    paths = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    settings = {
        **os.environ,
        "FACILITATOR_HOME": str(tmp_path_factory.mktemp("home")),
        "PYTHONPATH": paths,
        "QT_QPA_PLATFORM": "offscreen",
    }
    arguments = [*command, sys.executable, str(PROGRAM), str(tmp_path_factory.mktemp("disk"))]
    done = subprocess.run(arguments, capture_output=True, text=True, env=settings, timeout=100)
    assert done.returncode == 0, done.stderr
    told = [json.loads(line) for line in done.stdout.splitlines()]
    return {look["what"]: look for look in told}


def test_what_is_entered_on_a_full_disk_stays_on_the_screen(looks: dict[str, dict[str, Any]]) -> None:
    full = looks["full"]
    assert full["notes"] == ["0", "1", "2"]
    assert full["line"] == "Being typed"
    assert "There is no room left on the disk for" in full["sentence"]
    assert "Try again" in full["ways"]


def test_the_window_does_not_close_over_it_unasked(looks: dict[str, dict[str, Any]]) -> None:
    assert looks["closing"]["visible"]


def test_once_there_is_room_all_of_it_goes_in_in_its_order(looks: dict[str, dict[str, Any]]) -> None:
    again = looks["room again"]
    assert again["notes"] == [["S1.13", "0"], ["S1.14", "1"], ["S1.15", "2"]]
    assert looks["closed"]["ok"]


def test_where_nothing_can_be_written_reading_is_offered(looks: dict[str, dict[str, Any]]) -> None:
    refused, reading = looks["read only"], looks["reading"]
    assert refused["place"] == "start"
    assert "cannot be written" in refused["sentence"]
    assert "Open for reading" in refused["ways"]
    assert (reading["place"], reading["notes"], reading["enabled"]) == ("capture", 15, False)
