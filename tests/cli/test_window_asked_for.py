"""Which command lines open the window, and what they say where there is none."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.cli import asks_for_window


@pytest.mark.parametrize("argv", [[], ["day.workshop"], ["gone.workshop"], ["folder/day"], ["day"]])
def test_no_command_or_the_name_of_a_file_asks_for_the_window(
    argv: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "day").touch()

    assert asks_for_window(argv)


@pytest.mark.parametrize(
    "argv", [["show"], ["suggest"], ["--help"], ["--json"], ["exprot"], ["day"], ["show", "a.workshop"], ["a", "b"]]
)
def test_commands_options_and_what_was_mistyped_do_not(
    argv: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    # A file that happens to be named like a command nearly is.
    (tmp_path / "exprot").touch()

    assert not asks_for_window(argv)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a screen")
@pytest.mark.parametrize(
    "start",
    [
        ["-m", "facilitator"],
        ["-c", "import sys; from facilitator.__main__ import open_window; sys.exit(open_window())"],
    ],
)
def test_without_a_screen_one_sentence_says_what_to_do(start: list[str], tmp_path: Path) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    settings = {name: value for name, value in os.environ.items() if name not in hidden}

    done = subprocess.run([sys.executable, *start], cwd=tmp_path, env=settings, capture_output=True, encoding="utf-8")

    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr.startswith("There is no screen here")
    assert len(done.stderr.splitlines()) == 1
