"""The net that `conftest.py` spreads below every test, tried on tests of its own."""

import subprocess
import sys
from pathlib import Path

TESTS = """
import logging, pytest

def test_quiet(): pass
def test_warns(): logging.getLogger("x").warning("odd")
@pytest.mark.expects_log
def test_warns_as_it_should(): logging.getLogger("x").warning("odd")
@pytest.mark.expects_log
def test_is_silent_where_it_should_warn(): pass
"""


def test_a_warning_in_the_log_fails_a_test_that_does_not_expect_it_and_only_that(tmp_path: Path) -> None:
    net = Path(__file__).with_name("conftest.py").read_text(encoding="utf-8")
    (tmp_path / "conftest.py").write_text(net, encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = expects_log\n", encoding="utf-8")
    (tmp_path / "test_it.py").write_text(TESTS, encoding="utf-8")

    command = [sys.executable, "-m", "pytest", "-q", "-rE", "-p", "no:cacheprovider", "."]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)

    failed = [line.split()[1] for line in done.stdout.splitlines() if line.startswith("ERROR test_it")]
    assert failed == ["test_it.py::test_warns", "test_it.py::test_is_silent_where_it_should_warn"]
