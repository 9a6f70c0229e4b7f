"""What every test stands on: one locale, folders of its own, and no warning in the log that nobody has asked for."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ["LC_ALL"] = "C.UTF-8"


class _Complaints(logging.Handler):
    """Keeps what is logged as a warning or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home for settings, logs and backups that no other test has; also for the programs that a test starts."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("FACILITATOR_HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in the log is a finding, unless the test is marked `expects_log`; then there must be one."""
    complaints = _Complaints()
    root = logging.getLogger()
    root.addHandler(complaints)
    try:
        yield
    finally:
        root.removeHandler(complaints)
    expected = request.node.get_closest_marker("expects_log") is not None
    if complaints.lines and not expected:
        pytest.fail("in the log: " + "; ".join(complaints.lines))
    if expected and not complaints.lines:
        pytest.fail("nothing in the log, where this test expects something")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`make faults` asks for more of what is tried by chance."""
    parser.addoption("--many", type=int, default=1, help="so many times as many power cuts and kills")


@pytest.fixture
def many(request: pytest.FixtureRequest) -> int:
    """How many times as often as usual something is tried."""
    return int(request.config.getoption("--many"))
