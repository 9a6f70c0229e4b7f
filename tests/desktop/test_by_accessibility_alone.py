"""The program as a screen reader drives it: every control has a role and a name, and a whole day needs no mouse."""

import os
import shutil
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

if not sys.platform.startswith("linux"):
    pytest.skip("AT-SPI is the voice of Linux alone", allow_module_level=True)

from tests.desktop.spoken import FOCUSABLE, SHOWING, Reader

LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
PROGRAMS = "Xvfb", "xdotool", "dbus-daemon", LAUNCHER
CONTROLS = frozenset(
    {"push button", "check box", "radio button", "combo box", "text", "spin button", "list", "table", "toggle button"}
)
PLACES = "Programme", "Capture", "Wall", "Recommendations", "People", "Reports"


@dataclass(frozen=True)
class Room:
    """A screen with a keyboard, a screen reader, and the program."""

    reader: Reader
    settings: dict[str, str]

    def key(self, *keys: str) -> None:
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], env=self.settings, check=True, timeout=30)

    def type(self, text: str) -> None:
        subprocess.run(["xdotool", "type", "--delay", "5", text], env=self.settings, check=True, timeout=60)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    missing = [program for program in PROGRAMS if shutil.which(program) is None]
    if missing:
        warnings.warn(f"NOT TESTED: no screen reader can be heard without {', '.join(missing)}", stacklevel=1)
        pytest.skip(f"{', '.join(missing)} is missing")
    with tempfile.TemporaryDirectory() as short:
        settings = {
            **os.environ,
            # The name of a socket ends at 107 bytes.
            "XDG_RUNTIME_DIR": short,
            "FACILITATOR_HOME": str(tmp_path / "home"),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        screen = ["Xvfb", "-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
        bus = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]
        with _started(screen, settings) as display:
            settings["DISPLAY"] = f":{_first_line(display)}"
            with _started(bus, settings) as session:
                settings["DBUS_SESSION_BUS_ADDRESS"] = _first_line(session)
                reader = Reader(settings["DBUS_SESSION_BUS_ADDRESS"])
                program = [sys.executable, "-m", "facilitator"]
                with _started(program, settings) as running:
                    yield Room(reader, settings)
                    running.terminate()
                reader.close()
                session.terminate()
            display.terminate()


def _started(command: list[str], settings: dict[str, str]) -> subprocess.Popen[str]:
    return subprocess.Popen(command, env=settings, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def _first_line(running: subprocess.Popen[str]) -> str:
    assert running.stdout is not None
    return running.stdout.readline().strip()


def test_three_notes_are_taken_grouped_and_printed_by_accessibility_and_keys_alone(room: Room, tmp_path: Path) -> None:
    reader = room.reader
    reader.press("push button", "Look at the sample")
    reader.focus("text", "Note")
    for number in range(14, 17):
        room.type(f"! Fund the plan {number}")
        room.key("Return")
        assert f"S1.{number}" in reader.hear("S1.")

    reader.find("push button", "Open: 15 to fill in · 3 ungrouped")
    reader.press("radio button", "Wall")
    reader.focus("list", "Ungrouped")
    room.key("ctrl+a", "1")
    reader.find("push button", "Open: 15 to fill in · 0 ungrouped")

    target = tmp_path / "outcome.pdf"
    reader.press("radio button", "Reports")
    reader.press("push button", "Save as PDF")
    reader.find("push button", "Save")
    room.type(str(target))
    room.key("Return")
    assert "outcome.pdf" in reader.hear("outcome.pdf")
    assert target.read_bytes().startswith(b"%PDF")


def test_every_control_of_every_place_has_a_role_and_a_name(room: Room) -> None:
    reader = room.reader
    reader.press("push button", "Look at the sample")
    reader.find("text", "Note")
    nameless = {}
    for place in PLACES:
        reader.press("radio button", place)
        reader.find("radio button", place)
        shown = [one for one in reader.things() if one.role in CONTROLS and one.is_in(SHOWING)]
        assert len(shown) > 8
        nameless[place] = [one for one in shown if one.is_in(FOCUSABLE) and not one.name]
    assert nameless == {place: [] for place in PLACES}
