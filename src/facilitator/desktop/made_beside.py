"""A file that is made of a workshop in the process beside the window, and then opened in its place."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from facilitator.domain.errors import FacilitatorError
    from facilitator.workspace.workspace import Workspace

    from .context import Context


class Made(Protocol):
    """What a job tells of the file that it made."""

    @property
    def path(self) -> Path:
        """Where it lies."""


M = TypeVar("M", bound=Made)


@dataclass(frozen=True, slots=True)
class MadeBeside(Generic[M]):
    """Nothing that is entered into `source` while the file is made stays there alone.

    The process cannot see what the writer thread does meanwhile, and a file without a log it would read half written.
    So what it has made counts only when nothing was asked of the writer thread since; otherwise that thread makes it
    once more, and what is entered then waits for it.
    """

    context: Context
    source: Path
    job: Callable[..., M]
    arguments: tuple[object, ...]
    then: Callable[[M], object]
    """Called when it is open."""
    otherwise: Callable[[FacilitatorError], object]
    cancelled: Callable[[], object]

    def begin(self) -> None:
        """Have it made, once all that waits is written."""
        bridge = self.context.bridge
        bridge.flushing.emit()
        was_open = bridge.path == self.source
        bridge.do(lambda: None, then=lambda _: self._run(asked, was_open=was_open), otherwise=self.otherwise)
        asked = bridge.asked

    def _run(self, asked: int, *, was_open: bool) -> None:
        bridge = self.context.bridge

        def refused(error: FacilitatorError) -> None:
            if was_open and bridge.asked != asked:
                # It may have been read while it was written.
                done(None)
            else:
                self.otherwise(error)

        def done(made: M | None) -> None:
            if made is not None and not was_open:
                bridge.open(made.path, then=lambda: self.then(made), otherwise=self.otherwise)
            elif bridge.path == self.source:
                # Whoever has opened another one meanwhile is not called away from it.
                self._move(made, asked)

        task = self.context.worker.run(self.job, *self.arguments)
        task.done.connect(done)
        task.refused.connect(refused)
        task.cancelled.connect(self.cancelled)

    def _move(self, made: M | None, asked: int) -> None:
        """From the workshop that is open into what was made of it; None when it is still to be made."""
        bridge = self.context.bridge
        kept = []

        def current() -> Workspace:
            from .first_questions import opened_and_asked

            # This job was asked for too.
            if made is not None and bridge.asked == asked + 1:
                kept.append(made)
            else:
                if made is not None:
                    with suppress(OSError):
                        made.path.unlink()
                kept.append(self.job(*self.arguments))
            return opened_and_asked(kept[0].path)

        bridge.open(current, then=lambda: self.then(kept[0]), otherwise=self.otherwise)
