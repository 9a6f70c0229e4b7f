"""The workshop that is open goes on in a copy, which is made beside while everybody goes on writing."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject

from facilitator.domain.errors import FacilitatorError, NoWorkshopOpen

from .aside import Aside

if TYPE_CHECKING:
    from facilitator.workspace.workspace import Workspace

    from .bridge import Bridge

Make: TypeAlias = Callable[["Workspace", Callable[[int, "int | None"], None]], Path]
"""Makes a proven copy of an open workshop in any thread, and tells its progress, which may raise."""


class Stopped(Exception):
    """Nobody wants the copy any more."""


class Move(QObject):
    """All that takes long is done in a thread of its own; the writer thread takes over what was written meanwhile.

    One of two is called when it does not come to that: `otherwise`, or `cancelled`, also when another workshop was
    opened. Nothing is left of the copy then.
    """

    def __init__(
        self,
        bridge: Bridge,
        make: Make,
        *,
        otherwise: Callable[[FacilitatorError], object],
        cancelled: Callable[[], object],
    ) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._make = make
        self._otherwise = otherwise
        self._cancelled = cancelled
        self._aside = Aside(self)
        self._path: Path | None = None
        self._copy: Workspace | None = None
        self._is_wanted = True
        bridge.closed.connect(self._end)

    def begin(self) -> None:
        """Have the copy made, and go on in it."""
        self._bridge.run(lambda workspace: workspace, then=self._begin, otherwise=self._refuse)

    def cancel(self) -> None:
        """Stay in the file that is open."""
        self._is_wanted = False

    def _begin(self, source: Workspace) -> None:
        self._aside.ask("copy", lambda: self._prepare(source), lambda _: self._go_over(source), self._refuse)

    def _prepare(self, source: Workspace) -> None:
        """In the thread beside."""
        with suppress(Stopped):
            self._go_on(0, None)
            self._path = self._make(source, self._go_on)
            self._go_on(1, None)
            from .first_questions import opened_and_asked

            self._copy = opened_and_asked(self._path)
            # What was written while it was proven; so the writer thread has next to nothing left to do.
            self._copy.follow(source)

    def _go_over(self, source: Workspace) -> None:
        if self._is_wanted:
            self._bridge.open(lambda: self._finished(source), then=self._end, otherwise=self._refuse)
        else:
            self._refuse(NoWorkshopOpen())

    def _finished(self, source: Workspace) -> Workspace:
        """In the writer thread, in one short turn."""
        if self._copy is None or not self._is_wanted:
            raise NoWorkshopOpen
        self._copy.follow(source)
        self._copy.bring_drafts(source)
        # From now on it is not ours to remove.
        copy, self._copy, self._path = self._copy, None, None
        return copy

    def _refuse(self, error: FacilitatorError) -> None:
        self._end()
        if isinstance(error, NoWorkshopOpen):
            self._cancelled()
        else:
            self._otherwise(error)

    def _go_on(self, _done: int, _whole: int | None) -> None:
        if not self._is_wanted:
            raise Stopped

    def _end(self) -> None:
        """End the thread, and leave nothing of a copy that nobody goes on in."""
        self._is_wanted = False
        self._aside.end()
        if self._copy is not None:
            with suppress(FacilitatorError):
                self._copy.close()
        if self._path is not None:
            with suppress(OSError):
                self._path.unlink(missing_ok=True)
        self._copy = self._path = None
        self.deleteLater()
