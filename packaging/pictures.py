"""Pictures of every place of the window, as a person would see it; run by the Python of `.venv`.

`pictures.py FOLDER [--all] WORKSHOP...`: each place in the usual look and size, named after the place; with `--all` in
every palette and both sizes, named PLACE-PALETTE-SIZE-WORKSHOP; with `--guide` what the guide shows instead. Prints the
path of each picture.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import guide_pictures
from PySide6.QtCore import QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

if TYPE_CHECKING:
    from types import TracebackType

    from facilitator.desktop.main_window import MainWindow
    from facilitator.domain.errors import FacilitatorError
    from facilitator.settings import Palette

SIZES = ((1366, 768), (1920, 1080))
PALETTES: tuple[Palette, ...] = ("paper", "slate", "contrast")
QUIET = 0.25
"""Seconds in which nothing on the window changes before its picture is taken."""
LONGEST = 10.0
HOME = "~"
SMALLEST = 0
"""The quality at which a PNG, which loses nothing, is made as small as it gets."""


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
        self._home = os.environ["FACILITATOR_HOME"]
        # A blinking caret would make no two pictures alike.
        application.setCursorFlashTime(0)
        self.window: MainWindow = make_window(application)
        self._is_working = False
        self._typed_into: QWidget | None = None
        self.window.context.worker.began.connect(lambda _: self._work(is_on=True))
        self.window.context.worker.ended.connect(lambda: self._work(is_on=False))
        self.window.show()
        self.window.activateWindow()

    def open(self, workshop: Path) -> None:
        """Turn to another workshop. Raises NotShown."""
        refusals: list[FacilitatorError] = []
        bridge = self.window.context.bridge
        bridge.open(workshop, otherwise=refusals.append)
        self._wait(lambda: not bridge.is_waiting)
        if refusals or bridge.path != workshop:
            raise NotShown("; ".join(str(refusal) for refusal in refusals) or str(workshop))

    def take(self, shot: Shot) -> Iterator[Path]:
        """A picture of each place; gives the path once it is written."""
        from facilitator.desktop.places import PLACES, SETTINGS, START

        self.window.context.look.choose_palette(shot.palette)
        self.window.resize(*shot.size)
        for place in (*PLACES, START, SETTINGS):
            self.window.go(place.name)
            self.settle()
            yield self.save(self._folder / f"{place.name}{shot.suffix}.png")

    def save(self, path: Path, *, colours: int = 0) -> Path:
        """Write what the window shows now; with so many of its colours it takes a quarter of the room."""
        labels: list[QLabel | QLineEdit] = [*self.window.findChildren(QLabel), *self.window.findChildren(QLineEdit)]
        for label in labels:
            # Where the pictures are taken is nobody's home.
            if self._home in label.text():
                label.blockSignals(True)
                label.setText(label.text().replace(self._home, HOME))
                label.blockSignals(False)
        picture = self.window.grab().toImage()
        (_reduced(picture, colours) if colours else picture).save(str(path), "PNG", SMALLEST)  # type: ignore[call-overload]
        return path

    def press(self, key: Qt.Key) -> None:
        """A key, where the focus is."""
        QTest.keyClick(self.window.focusWidget(), key)
        self.settle()

    def type(self, text: str) -> None:
        """Letters, where the focus is."""
        self._typed_into = self.window.focusWidget()
        QTest.keyClicks(self._typed_into, text)

    def clear_field(self) -> None:
        """Take away what was typed last."""
        field, self._typed_into = self._typed_into, None
        if isinstance(field, (QLineEdit, QPlainTextEdit)):
            field.clear()

    def leave(self) -> None:
        """Close the window, which ends its threads and processes."""
        self.window.close()

    def settle(self) -> None:
        """Wait until the window has looked the same for a while: pages and counts come from other processes."""
        bridge = self.window.context.bridge
        until, since, last = time.monotonic() + LONGEST, time.monotonic(), self.window.grab().toImage()
        while time.monotonic() < until and (bridge.is_waiting or self._is_working or time.monotonic() - since < QUIET):
            self._application.processEvents()
            time.sleep(0.02)
            now = self.window.grab().toImage()
            if now != last:
                since, last = time.monotonic(), now

    def _work(self, *, is_on: bool) -> None:
        self._is_working = is_on

    def _wait(self, is_there: Callable[[], bool]) -> None:
        until = time.monotonic() + LONGEST
        while time.monotonic() < until and not is_there():
            self._application.processEvents()
            time.sleep(0.01)


def _reduced(picture: QImage, colours: int) -> QImage:
    """The picture in the colours that it has most of; Qt would choose them without looking at it."""
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(picture.constBits()).cast("I"))
    table = [colour for colour, _ in counted.most_common(colours)]
    return picture.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.ThresholdDither)


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


def photograph(folder: Path, workshops: list[Path], *, every: bool, guide: bool) -> None:
    """Take all pictures and print where they are. Raises NotShown."""
    qInstallMessageHandler(_hear)
    folder.mkdir(parents=True, exist_ok=True)
    photographer = Photographer(QApplication(["pictures"]), folder.absolute())
    try:
        for workshop in workshops:
            photographer.open(workshop.absolute())
            for path in _taken(photographer, folder, [] if guide else shots(workshop, every=every)):
                print(path, flush=True)
    finally:
        photographer.leave()
    if _faults:
        raise NotShown(f"{len(_faults)} errors, the first of them above.")


def _taken(photographer: Photographer, folder: Path, wanted: list[Shot]) -> Iterator[Path]:
    """The pictures of one workshop: those of the guide where no others are wanted."""
    if not wanted:
        yield from guide_pictures.take(photographer, folder)
    for shot in wanted:
        yield from photographer.take(shot)


def main() -> int:
    """Take the pictures that the arguments ask for; returns 1 with a sentence when a workshop does not open."""
    parser = argparse.ArgumentParser(description="Pictures of every place of the window.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("workshops", type=Path, nargs="+")
    parser.add_argument("--all", action="store_true", help="in every palette and both sizes")
    parser.add_argument("--guide", action="store_true", help="what the guide shows")
    arguments = parser.parse_args()
    # No window pops up before somebody at work, and no screen is too small.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    sys.excepthook = _note_fault
    with tempfile.TemporaryDirectory() as home:
        os.environ["FACILITATOR_HOME"] = os.environ["HOME"] = home
        try:
            photograph(arguments.folder, arguments.workshops, every=arguments.all, guide=arguments.guide)
        except NotShown as reason:
            print(reason, file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
