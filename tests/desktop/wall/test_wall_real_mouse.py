"""A card is dragged over the wall by a real mouse on a screen of X11."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.desktop.rooms import made
from tests.desktop.wall.conftest import fill

# Starts the program unchanged, tells where things are, and what the wall holds after each step that was saved.
TOLD = """
import json, sys
from PySide6.QtCore import QTimer
from facilitator import app

def place(column, row):
    index = column.list.cards.index(row, 0)
    point = column.list.viewport().mapToGlobal(column.list.visualRect(index).center())
    return [point.x(), point.y()]

def tell(window):
    wall = window.place
    columns = [wall.board.tray, *(wall.board.column(theme.key) for theme in wall.themes)]
    told = [
        {"cards": [card.counted for card in one.list.cards.rows],
         "places": [place(one, row) for row in range(len(one.list.cards.rows))],
         "focus": window.isActiveWindow()}
        for one in columns
    ]
    print(json.dumps(told), flush=True)

def begin(window, path):
    bridge = window.context.bridge
    window.context.preferences.remember("place", "wall")
    bridge.opened.connect(lambda _: QTimer.singleShot(400, lambda: tell(window)))
    bridge.saved.connect(lambda _: QTimer.singleShot(100, lambda: tell(window)))
    original(window, path)

original, app.begin = app.begin, begin
sys.exit(app.main([sys.argv[1]]))
"""


@pytest.fixture
def screen() -> Iterator[dict[str, str]]:
    """The environment of a screen that nobody sees, with a mouse on it."""
    server, mouse = shutil.which("Xvfb"), shutil.which("xdotool")
    if server is None or mouse is None:
        pytest.skip("Xvfb or xdotool is not installed")
    command = [server, "-displayfd", "1", "-screen", "0", "1400x800x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as running:
        assert running.stdout is not None
        display = f":{running.stdout.readline().strip()}"
        yield {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        running.terminate()


@pytest.fixture
def wall(screen: dict[str, str], tmp_path: Path) -> Iterator[Callable[[], list[dict[str, list[int]]]]]:
    """Reads what the program tells next."""
    path = made(tmp_path / "water.workshop", fill)
    command = [sys.executable, "-c", TOLD, str(path)]
    with subprocess.Popen(command, env=screen, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        lines = program.stdout
        yield lambda: json.loads(lines.readline())
        program.terminate()


def mouse(screen: dict[str, str], *words: object) -> None:
    subprocess.run(["xdotool", *map(str, words)], env=screen, check=True, timeout=30)


def drag(screen: dict[str, str], start: list[int], end: list[int]) -> None:
    """Press, move in small steps as a hand does, and let go."""
    mouse(screen, "mousemove", *start, "mousedown", 1)
    for step in range(1, 13):
        x, y = (round(a + (b - a) * step / 12) for a, b in zip(start, end, strict=True))
        mouse(screen, "mousemove", x, y, "sleep", 0.03)
    mouse(screen, "sleep", 0.1, "mouseup", 1)


def test_a_card_of_the_tray_is_dropped_between_two_of_a_theme(
    screen: dict[str, str], wall: Callable[[], list[dict[str, list[int]]]]
) -> None:
    tray, financing, *_ = wall()
    (x, y), (end_x, end_y) = tray["places"][2], financing["places"][0]
    drag(screen, [x, y], [end_x, end_y + 20])

    tray, financing, *_ = wall()
    assert (tray["cards"], financing["cards"]) == ([3, 4, 6, 7, 8], [1, 5, 2])
