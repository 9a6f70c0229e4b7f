"""Pictures of every place of the window, as a person would see it; run by the Python of `.venv`.

`pictures.py FOLDER [--all] WORKSHOP...`: each place in the usual look and size, named after the place; with `--all` in
every palette and both sizes, named PLACE-PALETTE-SIZE-WORKSHOP. Prints the path of each picture.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

    from PySide6.QtCore import QMessageLogContext, QtMsgType
    from PySide6.QtWidgets import QApplication

    from facilitator.desktop.main_window import MainWindow
    from facilitator.domain.errors import FacilitatorError
    from facilitator.settings import Palette

SIZES = ((1366, 768), (1920, 1080))
PALETTES: tuple[Palette, ...] = ("paper", "slate", "contrast")
QUIET = 0.25
"""Seconds in which nothing on the window changes before its picture is taken."""
LONGEST = 10.0


class NotShown(Exception):
    """A workshop could not be opened for its pictures, or a view has failed; the message says why."""


@dataclass(frozen=True)
class Shot:
    """One look at the window."""

    palette: Palette
    size: tuple[int, int]
    suffix: str


class Photographer:
    """Drives one window through its places. The person's own settings are out of its reach, see `main`."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        from facilitator.app import make_window

        self._application = application
        self._folder = folder
        # A blinking caret would make no two pictures alike.
        application.setCursorFlashTime(0)
        self._window: MainWindow = make_window(application)
        self._window.show()

    def open(self, workshop: Path) -> None:
        """Turn to another workshop. Raises NotShown."""
        refusals: list[FacilitatorError] = []
        bridge = self._window.context.bridge
        bridge.open(workshop, otherwise=refusals.append)
        self._wait(lambda: not bridge.is_waiting)
        if refusals or bridge.path != workshop:
            raise NotShown("; ".join(str(refusal) for refusal in refusals) or str(workshop))

    def take(self, shot: Shot) -> Iterator[Path]:
        """A picture of each place; gives the path once it is written."""
        from facilitator.desktop.places import PLACES, SETTINGS, START

        self._window.context.look.choose_palette(shot.palette)
        self._window.resize(*shot.size)
        for place in (*PLACES, START, SETTINGS):
            self._window.go(place.name)
            self._settle()
            path = self._folder / f"{place.name}{shot.suffix}.png"
            self._window.grab().save(str(path))
            yield path

    def leave(self) -> None:
        """Close the window, which ends its threads and processes."""
        self._window.close()

    def _settle(self) -> None:
        """Wait until the window has looked the same for a while: pages and counts come from other processes."""
        bridge = self._window.context.bridge
        until, since, last = time.monotonic() + LONGEST, time.monotonic(), self._window.grab().toImage()
        while time.monotonic() < until and (bridge.is_waiting or time.monotonic() - since < QUIET):
            self._application.processEvents()
            time.sleep(0.02)
            now = self._window.grab().toImage()
            if now != last:
                since, last = time.monotonic(), now

    def _wait(self, is_there: Callable[[], bool]) -> None:
        until = time.monotonic() + LONGEST
        while time.monotonic() < until and not is_there():
            self._application.processEvents()
            time.sleep(0.01)


_faults: list[BaseException] = []


def _note_fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """What Qt calls can only report its errors: a picture of half a view must not pass for a good one."""
    _faults.append(error)
    sys.__excepthook__(kind, error, trace)


def _hear(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """What Qt has to say, but for what it says of every window that has no screen."""
    if "propagateSizeHints" not in text:
        print(text, file=sys.stderr)


def shots(workshop: Path, *, every: bool) -> list[Shot]:
    """The looks to take of one workshop."""
    if not every:
        return [Shot("paper", SIZES[0], "")]
    return [
        Shot(palette, size, f"-{palette}-{size[0]}x{size[1]}-{workshop.stem}") for palette in PALETTES for size in SIZES
    ]


def photograph(folder: Path, workshops: list[Path], *, every: bool) -> None:
    """Take all pictures and print where they are. Raises NotShown."""
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    qInstallMessageHandler(_hear)
    folder.mkdir(parents=True, exist_ok=True)
    photographer = Photographer(QApplication(["pictures"]), folder.absolute())
    try:
        for workshop in workshops:
            photographer.open(workshop.absolute())
            for shot in shots(workshop, every=every):
                for path in photographer.take(shot):
                    print(path, flush=True)
    finally:
        photographer.leave()
    if _faults:
        raise NotShown(f"{len(_faults)} errors, the first of them above.")


def main() -> int:
    """Take the pictures that the arguments ask for; returns 1 with a sentence when a workshop does not open."""
    parser = argparse.ArgumentParser(description="Pictures of every place of the window.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("workshops", type=Path, nargs="+")
    parser.add_argument("--all", action="store_true", help="in every palette and both sizes")
    arguments = parser.parse_args()
    # No window pops up before somebody at work, and no screen is too small.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    sys.excepthook = _note_fault
    with tempfile.TemporaryDirectory() as home:
        os.environ["FACILITATOR_HOME"] = home
        try:
            photograph(arguments.folder, arguments.workshops, every=arguments.all)
        except NotShown as reason:
            print(reason, file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
