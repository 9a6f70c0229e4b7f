"""The wall on the screen: 20,000 cards in 30 themes, worst of five.

Prints the milliseconds from opening to paint, of a frame while scrolling, of one card and of 1,000 cards that have been
moved (without the commit), and of a key in the filter until it is painted, each against its limit, and what each took
of the processor, in which other programs do not count; returns 1 when one is missed.
"""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import wall
from capture_view import Took, timed
from PySide6.QtWidgets import QApplication

from facilitator.app import begin, make_window
from facilitator.desktop.main_window import MainWindow
from facilitator.desktop.wall.place import WallPlace
from facilitator.workspace.opening import open_workspace

ROUNDS, MANY, COLUMNS = 5, 1_000, 30
LIMITS = {"open to paint": 150, "scroll frame": 16, "one card moved": 16, "1,000 cards moved": 200, "filter key": 16}


def settle(application: QApplication, window: MainWindow) -> None:
    """Let everything that was asked for be answered and painted."""
    application.processEvents()
    while window.context.bridge.is_waiting:
        application.processEvents()
    application.processEvents()


def opened(application: QApplication, path: Path) -> tuple[MainWindow, WallPlace]:
    """A window with the wall of a file."""
    window = make_window(application)
    window.context.preferences.remember("place", "wall")
    window.show()
    begin(window, path)
    while not window.context.bridge.is_open:
        application.processEvents()
    settle(application, window)
    place = window.place
    if not isinstance(place, WallPlace):
        raise SystemExit("the window does not show the wall")
    return window, place


def reopening(application: QApplication, place: WallPlace) -> Took:
    """Read the wall and paint it."""

    def do() -> None:
        place.load()
        place.board.repaint()
        application.processEvents()

    return timed(do)


def scrolling(place: WallPlace) -> Took:
    """The slowest of thirty frames of every column that can be seen."""
    columns = [column for column in (place.board.column(theme.key) for theme in place.themes) if column.isVisible()]
    frames = []
    for step in range(30):

        def frame(step: int = step) -> None:
            for column in columns[:5]:
                column.list.verticalScrollBar().setValue(step * 90)
                column.list.viewport().repaint()

        frames.append(timed(frame))
    return max(frames)


def moving(application: QApplication, window: MainWindow, place: WallPlace, count: int, turn: int) -> Took:
    """Bring cards that have been moved to where they are now; what the disk takes is not counted."""
    source, target = place.themes[turn], place.themes[turn + 1]
    rest = [theme.key for theme in place.themes if theme.key != target.key]
    keys = [card.key for key in (source.key, *rest) for card in place.cards.whole(key)][:count]
    done: list[None] = []
    window.context.bridge.edit(
        "Move", lambda edits: edits.recommendations.file(keys, target.key), origin=place, then=done.append
    )
    settle(application, window)

    def show() -> None:
        place.filing.cards_changed.emit(keys)
        application.processEvents()

    return timed(show)


def filtering(application: QApplication, place: WallPlace) -> Took:
    """The slowest of the keys of a word; what was typed first shows all cards again afterwards."""
    place.bar.begin_filter()
    application.processEvents()
    keys = []
    for end in range(1, len("plan 77") + 1):

        def key(end: int = end) -> None:
            place.bar.field.setText("plan 77"[:end])
            # What is painted, and no timer: the columns that nobody sees come in a turn of their own.
            application.sendPostedEvents()

        keys.append(timed(key))
        application.processEvents()
    place.bar.end_filter()
    return max(keys)


def measured(path: Path) -> dict[str, Took]:
    """Every figure, the worst of five."""
    application = QApplication([])
    window, place = opened(application, path)
    figures = {
        "open to paint": [reopening(application, place) for _ in range(ROUNDS)],
        "scroll frame": [scrolling(place) for _ in range(ROUNDS)],
        "one card moved": [moving(application, window, place, 1, turn) for turn in range(ROUNDS)],
        "1,000 cards moved": [moving(application, window, place, MANY, turn) for turn in range(ROUNDS)],
        "filter key": [filtering(application, place) for _ in range(ROUNDS)],
    }
    window.close()
    settle(application, window)
    return {name: max(times) for name, times in figures.items()}


def main() -> int:
    """Make the workshop, measure, compare."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FACILITATOR_HOME"] = folder
        path = Path(folder) / "wall.workshop"
        wall.THEMES = COLUMNS
        wall.fill(path)
        open_workspace(path).close()
        figures = measured(path)
    for name, figure in figures.items():
        missed = ", missed" if figure.wall > LIMITS[name] else ""
        print(f"{name}: {figure.wall:.1f} ms (processor {figure.processor:.1f}), limit {LIMITS[name]}{missed}")
    return any(figure.wall > LIMITS[name] for name, figure in figures.items())


if __name__ == "__main__":
    sys.exit(main())
