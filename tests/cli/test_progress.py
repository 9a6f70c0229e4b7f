"""Progress is seen by a person who waits at a terminal, and by nobody else."""

import io
import sys

import pytest

from facilitator.cli import progress
from facilitator.jobs.progress import untold


class Terminal(io.StringIO):
    """Standard error of somebody who sits there."""

    def isatty(self) -> bool:
        """Whether somebody sits there."""
        return True


def at_a_terminal(monkeypatch: pytest.MonkeyPatch, patience: float, *, quiet: bool = False) -> str:
    """What is seen of work that tells its progress once."""
    # Set here and not in a fixture: between the two pytest puts its own standard error in place.
    made = Terminal()
    monkeypatch.setattr(sys, "stderr", made)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(progress, "PATIENCE", patience)
    with progress.shown("import", quiet=quiet) as tell:
        tell(3, 10)
    return made.getvalue()


def test_work_that_takes_long_shows_a_bar_and_takes_it_away(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = at_a_terminal(monkeypatch, -1.0)

    assert "import" in seen
    assert "30%" in seen
    assert seen.endswith("\x1b[2K")


def test_work_that_is_done_soon_and_quiet_work_show_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert at_a_terminal(monkeypatch, 3600.0) == ""
    assert at_a_terminal(monkeypatch, -1.0, quiet=True) == ""


def test_into_a_file_nothing_is_shown() -> None:
    with progress.shown("import", quiet=False) as tell:
        assert tell is untold
