"""The composition root of the desktop: settings, look, window; then, once that is on the screen, the workshop."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QScrollArea

from facilitator import logs
from facilitator.desktop.backups import Backups
from facilitator.desktop.bridge import Bridge
from facilitator.desktop.commands.actions import Actions
from facilitator.desktop.context import Context
from facilitator.desktop.current import Current
from facilitator.desktop.faults import Faults
from facilitator.desktop.first_paint import FirstPaint
from facilitator.desktop.look.fonts import load_first, load_rest
from facilitator.desktop.look.look import Look
from facilitator.desktop.main_window import MainWindow
from facilitator.desktop.notices import Notice, Notices
from facilitator.desktop.opening import open_workshop
from facilitator.desktop.preferences import Preferences
from facilitator.desktop.translation import sentence, speak
from facilitator.desktop.worker import Worker
from facilitator.domain.errors import FacilitatorError, NoScreen

STYLE = ("-style", "fusion")
"""Only Fusion is the same on every system, and takes a palette of ours; as an argument it costs the start nothing."""
LOG_OUT = 2.0
"""Seconds in which everything that was typed is written when the person logs out."""
WARM = 3000
"""Milliseconds after the first paint in which the processor is left to opening the workshop."""

REST = 40
"""Milliseconds after the first paint in which the faces of other scripts are not missed, and keys come first."""
VIEWS = (
    "desktop.capture.session_room",
    "desktop.capture.line_highlighter",
    "desktop.capture.line_reader",
    "desktop.frame.workshop_bar",
    "jobs.line_filing",
)
"""What is shown and done first in a workshop; it is loaded beside the window."""
TURN = 0.001
"""Seconds after which a thread that computes lets the window's thread go on."""


def main(argv: list[str] | None = None) -> int:
    """Open the window: with the workshop that is named, else the last one, else the start page. Gives the exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    if not _has_screen():
        sys.stderr.write(f"{NoScreen()}\n")
        return NoScreen.exit_code
    with logs.kept_in_file():
        application = QApplication(["facilitator", *STYLE, *arguments])
        window = make_window(application)
        faults = Faults(window.context)
        # At log-out the system waits for nobody for long.
        application.commitDataRequest.connect(lambda _: window.context.bridge.settle(LOG_OUT))
        path = _chosen(window, Path(arguments[0]) if arguments else None)
        window.begin(path)
        # Neither the store nor further fonts may delay it.
        FirstPaint(window, lambda: begin_after_paint(window, path))
        window.show()
        try:
            return application.exec()
        finally:
            faults.leave()


def make_window(application: QApplication) -> MainWindow:
    """The window with all that it stands on; nothing is open in it yet."""
    application.setApplicationName("facilitator")
    load_first()
    preferences = Preferences()
    settings = preferences.settings
    speak(application, settings.language)
    look = Look(application, settings.palette, settings.text_size)
    bridge = Bridge()
    context = Context(
        bridge=bridge,
        look=look,
        actions=Actions(look),
        current=Current(),
        notices=Notices(),
        preferences=preferences,
        worker=Worker(),
        backups=Backups(bridge, preferences),
    )
    return MainWindow(context)


def begin(window: MainWindow, path: Path | None) -> None:
    """What comes after the first paint: the other scripts, what was wrong with the settings, the workshop."""
    context = window.context
    QTimer.singleShot(REST, load_rest)
    for complaint in context.preferences.complaints:
        context.notices.say(Notice(f"settings {complaint}", sentence(complaint), "warn"))
    chosen = _chosen(window, path)
    if chosen is None:
        window.go("start")
        return
    _meet_widgets()
    # Pages are wanted sooner or later, and the process that makes them takes a second to be ready.
    QTimer.singleShot(WARM, window, lambda: _warm(window))
    # No refusal can come of it: it touches no file.
    context.bridge.do(
        _load_views, then=lambda _: _prepare(window, window.preparations(), chosen), otherwise=_refuse_nothing
    )


def _prepare(window: MainWindow, steps: Sequence[Callable[[], object]], path: Path) -> None:
    """First what is shown, a step in each turn, then the workshop: while that is opened, all takes twice as long.

    Between the steps the writer thread is asked for nothing, so that the window is waiting all the while.
    """
    bridge = window.context.bridge
    if not steps:
        open_workshop(window.context, path)
        return
    steps[0]()
    bridge.do(_do_nothing, then=lambda _: _prepare(window, steps[1:], path), otherwise=_refuse_nothing)


def begin_after_paint(window: MainWindow, path: Path | None) -> None:
    """Turn from the start to the work: `begin`, with Python's own housekeeping as suits a window."""
    gc.freeze()
    gc.enable()
    # What is loaded for a workshop stays for good, too: to look through all that takes 60 ms, in the middle of a word.
    window.context.bridge.opened.connect(lambda _: gc.freeze())
    # While the store is loaded in its thread, the window is to have its turn more often than by default.
    sys.setswitchinterval(TURN)
    begin(window, path)


def _chosen(window: MainWindow, path: Path | None) -> Path | None:
    """The workshop to open: the one that is named, else the last one that is still there."""
    return path or next((recent for recent in window.context.preferences.recent if recent.exists()), None)


def _load_views() -> None:
    """Load the modules that are shown with a workshop; in the thread that opens it, because that takes many frames."""
    for module in VIEWS:
        import_module(f"facilitator.{module}")


def _meet_widgets() -> None:
    """Ask Qt for the first widget that is not of our making: to know its kind, PySide makes the classes of all kinds.

    That takes 13 ms, and twice as much once the store is being loaded beside; here it is done before, by itself.
    """
    QScrollArea().viewport()


def _do_nothing() -> None:
    """What the writer thread does between two steps."""


def _refuse_nothing(_error: FacilitatorError) -> None:
    """Modules are loaded or a bug is met."""


def _has_screen() -> bool:
    """Whether Qt finds something to draw on; where it does not, it ends the process with a line that helps nobody."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _warm(window: MainWindow) -> None:
    # Whoever looked in for a moment only has closed it meanwhile, and nothing would end the process any more.
    if window.isVisible():
        window.context.worker.warm()
        window.context.backups.worker.warm()
