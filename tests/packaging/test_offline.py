"""The app never needs, and never opens, a way to another machine."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Facilitator = Callable[..., subprocess.CompletedProcess[str]]

WATCHED = """
import socket, sys

def watch(event, arguments):
    if event == "socket.__new__" and arguments[1] in (socket.AF_INET, socket.AF_INET6):
        raise SystemExit("a socket was opened")
    if event in ("socket.connect", "socket.getaddrinfo", "urllib.Request"):
        raise SystemExit(event)

sys.addaudithook(watch)
"""
COMMANDS = (
    ["sample", "a.workshop"],
    ["export", "a.workshop", "day", "-o", "day.pdf"],
    ["export", "a.workshop", "outcome", "-o", "outcome.docx"],
    ["export", "a.workshop", "workshop", "-o", "a.json"],
    ["import", "b.workshop", "a.json"],
    ["check", "b.workshop"],
)


def without_network() -> tuple[str, ...]:
    """The words before a command that leave it without any network, where the system permits that."""
    unshare = shutil.which("unshare")
    if unshare is None:
        pytest.skip("there is no unshare on this system")
    # Root may do it anywhere, also in a chroot; anyone else as the root of a namespace of users.
    for words in ((unshare, "--net"), (unshare, "--net", "--map-root-user")):
        if subprocess.run([*words, "true"], capture_output=True).returncode == 0:
            return words
    pytest.skip("this account may not make a network namespace")


def test_every_command_works_where_there_is_no_network(facilitator: Facilitator) -> None:
    before = without_network()

    for command in COMMANDS:
        done = facilitator(*command, before=before)
        assert (done.returncode, done.stderr) == (0, ""), command


def watched(folder: Path, code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", WATCHED + code], cwd=folder, capture_output=True, text=True)


def test_no_command_opens_a_socket_to_a_network(tmp_path: Path) -> None:
    for command in COMMANDS:
        done = watched(tmp_path, f"from facilitator.__main__ import main; sys.exit(main({command!r}))")
        assert (done.returncode, done.stderr) == (0, ""), command


def test_the_watch_would_see_a_socket(tmp_path: Path) -> None:
    done = watched(tmp_path, "socket.socket(socket.AF_INET)")

    assert (done.returncode, done.stderr) == (1, "a socket was opened\n")
