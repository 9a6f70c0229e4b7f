"""The window: it composes the frame and the places, and does no work of its own."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from facilitator.domain.errors import FacilitatorError, NotWritable, SecondFolderAbsent

from .frame.banner import Banner
from .frame.field_undo import FieldUndo
from .frame.overlays import Overlays
from .frame.rail import Rail
from .frame.status_line import StatusLine
from .frame.step_names import StepNames
from .frame.top_bar import TopBar
from .guard import guarded
from .notices import Notice, WayOut
from .opening import tell_medium, tell_read_only, ways_out
from .places import PLACES, RESTORE, SETTINGS, START
from .translation import sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from facilitator.domain.backups import Round
    from facilitator.domain.finding import FillInRow

    from .bridge import Failure, Opened
    from .context import Context
    from .fill_ins import FillIns
    from .place import Place

BEGIN = "capture"
"""Where a workshop opens the first time."""
STARTING = {"new": "begin_new", "open": "ask_file", "sample": "open_sample"}
"""Which method of the start page carries out which command."""
PRINTS = {"programme": "day", "wall": "outcome", "recommendations": "matrix"}
"""Which report a place prints; the others print the summary of the current session."""
OTHERS = START, SETTINGS, RESTORE
"""Places of the computer, not of the workshop."""
LISTED = {place.name: place for place in (*PLACES, *OTHERS)}


@guarded
class MainWindow(QMainWindow):
    """One window, one workshop. `go` turns to a place; what was left comes back."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._places: dict[str, Place] = {}
        self._here = ""
        self._is_closing = False
        self._may_lose = False
        self._is_opening = False
        self._refused: set[tuple[bytes | None, str]] = set()
        self._refused_before: set[tuple[bytes | None, str]] = set()
        """What could not be saved in the file that is open, and before it was opened."""
        self.top_bar = TopBar(context)
        self.rail = Rail(context)
        self.status_line = StatusLine(context)
        self._stack = QStackedWidget()
        self._compose()
        self._overlays = Overlays(context, self)
        self._steps = StepNames(context, self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            FieldUndo(application, self)
        self._bind()
        bridge = context.bridge
        bridge.opened.connect(self._opened)
        bridge.failed.connect(self._failed)
        bridge.saved.connect(self._saved)
        context.backups.answered.connect(self._backed_up)
        self.status_line.fill_in_asked.connect(self._next_fill_in)
        bridge.idle.connect(self._all_told)
        self.resize(1366, 768)
        self.restoreGeometry(context.preferences.remembered_bytes("geometry"))

    @property
    def place(self) -> Place:
        """The place that is on the screen."""
        return self._places[self._here]

    @cached_property
    def fill_ins(self) -> FillIns:
        """The way through what is still open; made when it is first asked for."""
        from .fill_ins import FillIns

        return FillIns(self.context, self.go, self)

    def begin(self, path: Path | None) -> None:
        """What is painted first: the line that takes keys while a workshop is being opened, else the start page."""
        self._is_opening = path is not None
        if path is not None:
            self.status_line.show_opening(path.name)
        self.go(START.name if path is None else BEGIN)

    def preparations(self) -> tuple[Callable[[], object], ...]:
        """What the place on the screen and the top bar can make without a workshop, each for a turn of its own."""
        here = self.place.preparations() if self._here else ()
        return (*here, self.top_bar.prepare)

    def go(self, name: str) -> Place:
        """Show a place and put the focus where work begins there."""
        if self._here and self._here != name:
            self.place.flush()
        self._overlays.step_back()
        place = self._made(name)
        self._here = name
        if self.context.bridge.is_open and name not in {place.name for place in OTHERS}:
            self.context.preferences.remember("place", name)
            self.context.preferences.write_soon()
        self._is_opening = self._is_opening and name == BEGIN
        self._stack.setCurrentWidget(place)
        self.rail.show_place(name)
        self.rail.setVisible(self.context.bridge.is_open or self._is_opening)
        self.top_bar.show_workshop(is_open=self.context.bridge.is_open)
        place.enter()
        self.context.actions.refresh()
        return place

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window has no room for the words of the rail."""
        super().resizeEvent(event)
        self.rail.fit(event.size().width())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close once everything that was typed is on the disk; if it cannot be saved, say so and stay."""
        if self._may_lose or not self._has_unsaved():
            self._leave()
            event.accept()
            return
        event.ignore()
        self._is_closing = self.context.bridge.is_waiting
        if not self._is_closing:
            self._tell_unsaved()

    def _tell_unsaved(self) -> None:
        text = self.tr("Something that you typed is not saved. Try again, or close without it.")
        ways = (WayOut(self.tr("Close without saving"), self._close_anyway),)
        self.context.notices.say(Notice("closing", text, "danger", ways))

    def _has_unsaved(self) -> bool:
        self.context.bridge.flushing.emit()
        return self.context.bridge.is_waiting or self._keeps_unsaved()

    def _keeps_unsaved(self) -> bool:
        return any(place.unsaved() for place in self._places.values())

    def _all_told(self) -> None:
        """Nothing is waited for any more: what kept the window open may be done."""
        is_closing, self._is_closing = self._is_closing, False
        if self._keeps_unsaved():
            if is_closing:
                # To close once more would try once more, and so on for ever.
                self._tell_unsaved()
            return
        self.context.notices.take_back("closing")
        if is_closing:
            # Not from within the answer that has just come: closing joins the thread that gave it.
            QTimer.singleShot(0, self.close)

    def _leave(self) -> None:
        preferences = self.context.preferences
        preferences.remember_bytes("geometry", self.saveGeometry())
        preferences.remember("rail folded", "yes" if self.rail.wants_folded else "")
        for name, place in self._places.items():
            preferences.remember(f"place {name}", place.remembered())
        preferences.write()
        self.context.bridge.close()
        self.context.backups.stop()
        self.context.worker.stop()

    def _made(self, name: str) -> Place:
        if name not in self._places:
            place = LISTED[name].make(self.context)
            place.gap_asked.connect(self._go_to_gap)
            place.leads.connect(lambda where, key: self.go(where).go_to(key))
            place.come_back_to(self.context.preferences.remembered(f"place {name}"))
            self._places[name] = place
            self._stack.addWidget(place)
        return self._places[name]

    def _compose(self) -> None:
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(Banner(self.context))
        middle.addWidget(self._stack, 1)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self.rail)
        across.addLayout(middle, 1)
        whole = QWidget()
        down = QVBoxLayout(whole)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.top_bar)
        down.addLayout(across, 1)
        down.addWidget(self.status_line)
        self.setCentralWidget(whole)
        self.rail.fold(bool(self.context.preferences.remembered("rail folded")))

    def _bind(self) -> None:
        actions, bridge, look = self.context.actions, self.context.bridge, self.context.look
        for place in PLACES:
            self._bind_one(f"go.{place.name}", lambda name=place.name: self.go(name), needs_workshop=True)
        self._bind_one("go.settings", lambda: self.go(SETTINGS.name))
        self._bind_one("restore", lambda: self.go(RESTORE.name))
        self._bind_one("go.start", lambda: self.go(START.name))
        for command, method in STARTING.items():
            self._bind_one(command, partial(self._start, method))
        actions.bind("undo", bridge.undo, owner=self, possible=lambda: self._steps.can_undo and not bridge.is_read_only)
        actions.bind("redo", bridge.redo, owner=self, possible=lambda: self._steps.can_redo and not bridge.is_read_only)
        self._bind_one("back-up", self.context.backups.back_up, needs_workshop=True)
        self._bind_one("zoom-in", look.zoom_in)
        self._bind_one("zoom-out", look.zoom_out)
        self._bind_one("zoom-reset", look.zoom_reset)
        self._bind_one("fold-rail", lambda: self.rail.fold(not self.rail.is_folded))
        self._bind_one("palette", self._overlays.open_palette)
        self._bind_one("shortcuts", self._overlays.open_sheet)
        self._bind_one("search", self._overlays.open_search, needs_workshop=True)
        self._bind_one("fill-in", self._next_fill_in, needs_workshop=True)
        record = lambda: bridge.is_open and not bridge.is_read_only and self.context.current.session is not None  # noqa: E731
        actions.bind("capture.off-record", self._turn_off_record, owner=self, possible=record)
        self._bind_one("replace", self._overlays.open_replacing, needs_workshop=True)
        self._bind_one("print", self._print, needs_workshop=True)
        self._bind_one("full-screen", self._turn_full_screen)
        self._bind_one("step-back", self._step_back)
        self._bind_one("quit", self.close)
        actions.refresh()

    def _bind_one(self, command: str, do: object, *, needs_workshop: bool = False) -> None:
        if callable(do):
            bridge = self.context.bridge
            possible = (lambda: bridge.is_open) if needs_workshop else None
            self.context.actions.bind(command, do, owner=self, possible=possible)

    def _start(self, method: str) -> None:
        """What the start page does, from wherever it is asked for."""
        getattr(self.go(START.name), method)()

    def _turn_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def _turn_off_record(self) -> None:
        """From wherever one is: the capture place shows that nothing is stored as nothing else does."""
        from .capture.place import CapturePlace

        place = self.go(BEGIN)
        if isinstance(place, CapturePlace):
            place.turn_off_record()

    def _print(self) -> None:
        """In the reports the pages that are shown; elsewhere what belongs to the place, ready to print."""
        from .reports.place import ReportsPlace

        before = self._here
        place = self.go("reports")
        if not isinstance(place, ReportsPlace):
            return
        if before == "reports":
            place.print_now()
        elif before in PRINTS:
            place.offer(PRINTS[before])
        elif self.context.current.session is not None:
            place.summarise(self.context.current.session)

    def _next_fill_in(self) -> None:
        self.fill_ins.next()

    def _go_to_gap(self, gap: FillInRow) -> None:
        self.fill_ins.go_to(gap)

    def _step_back(self) -> None:
        if self._overlays.step_back() or self._overlays.come_back():
            return
        if not self.place.step_back() and self.isFullScreen():
            self.showNormal()

    def _opened(self, opened: Opened) -> None:
        self._refused_before |= self._refused
        self._refused.clear()
        self.context.notices.turn_to(self.context.bridge.ask(lambda reads: reads.workshop().id))
        self.setWindowTitle(opened.path.stem)
        self.context.preferences.opened(opened.path)
        tell_read_only(self.context)
        tell_medium(self.context, opened)
        is_begun = self._is_opening and self.place.is_begun()
        self._is_opening = False
        # Before one of them is turned to: else it would read everything for the workshop before, and once more.
        for place in self._places.values():
            place.opened()
        if is_begun:
            self.go(BEGIN)
            return
        left_at = self.context.preferences.remembered("place")
        self.go(left_at if left_at in {place.name for place in PLACES} else BEGIN)

    def _failed(self, failure: Failure) -> None:
        if self.context.bridge.is_read_only and isinstance(failure.error, NotWritable):
            tell_read_only(self.context)
            return
        ways = ways_out(self.context, self.context.bridge.path, failure.error)
        if failure.again is not None:
            ways = (*ways, WayOut(self.tr("Try again"), failure.again))
        if self._is_closing:
            self._is_closing = False
            ways = (*ways, WayOut(self.tr("Close without saving"), self._close_anyway))
        text = sentence(failure.error)
        if failure.label:
            refused = self.context.notices.workshop, failure.label
            self._refused.add(refused)
            self._refused_before.discard(refused)
            text = self.tr("Not saved: %1. %2").replace("%1", failure.label).replace("%2", text)
        whose = failure.again is not None
        self.context.notices.say(Notice(failure.label or failure.error.code, text, "danger", ways, of_workshop=whose))

    def _saved(self, label: str) -> None:
        """What could not be saved before the file was opened again is made again: to try it would make it twice."""
        before = self.context.notices.workshop, label
        if before in self._refused_before:
            self._refused_before.remove(before)
            self.context.notices.take_back(label)

    def _backed_up(self, made: Round) -> None:
        """The person has asked for a backup: what kept it from being made is said at once."""
        self.context.notices.take_back("back-up")
        for place in (made.first, made.second):
            # That the stick is away is seen in the status line, and is no fault.
            if isinstance(place, FacilitatorError) and not isinstance(place, SecondFolderAbsent):
                again = WayOut(self.tr("Try again"), self.context.backups.back_up)
                self.context.notices.say(Notice("back-up", sentence(place), "danger", (again,)))

    def _close_anyway(self) -> None:
        self._may_lose = True
        self.close()
