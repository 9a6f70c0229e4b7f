"""A place of the window: what the rail leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.domain.finding import FillInRow
    from facilitator.workspace.workspace import Changes

    from .context import Context


class Place(QWidget):
    """One view of the workshop. It reads when it is shown, ignores the echo of its own edits, and is stale when hidden.

    A subclass sets `name` (as in `PLACES`), and writes `load` and, where it can do better, `apply`.
    """

    name: ClassVar[str] = ""
    gap_asked = Signal(object)
    """To where this `FillInRow` is filled in."""
    leads = Signal(str, object)
    """To another place, by its name, and to the thing of this key that is shown there."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._stale = True
        context.bridge.changed.connect(self._changed)
        context.bridge.flushing.connect(self.flush)

    def enter(self) -> None:
        """The person has come here: be up to date and take the focus where work begins."""
        self.refresh()
        self.take_focus()

    def preparations(self) -> tuple[Callable[[], object], ...]:
        """What can be made before there is a workshop, after the first paint, each for a turn of its own."""
        return ()

    def opened(self) -> None:
        """Another workshop is open, or the same one anew; the place that is turned to is entered right after."""
        self._stale = True

    def refresh(self) -> None:
        """Read again if something has changed since the last time."""
        if self._stale and self.context.bridge.is_open:
            self._stale = False
            self.load()

    def load(self) -> None:
        """Read and show everything anew, keeping selection and scroll."""
        raise NotImplementedError

    def apply(self, changes: Changes) -> None:
        """Rows have changed while this place is on the screen; reads everything unless a subclass knows better."""
        self.load()

    def take_focus(self) -> None:
        """Put the focus where work begins here."""
        self.setFocus()

    def go_to(self, key: bytes) -> None:
        """Show one thing of those that are shown here, as when it was searched for; nothing when it is not here."""

    def fill_in(self, gap: FillInRow) -> None:
        """Show where something that is still open is filled in, and put the focus there."""
        self.go_to(gap.key)

    def flush(self) -> None:
        """Write what waits in a field."""

    def unsaved(self) -> bool:
        """Whether something here could not be written and would be lost with the window."""
        return False

    def is_begun(self) -> bool:
        """Whether the person has begun something here, so that the window must not turn to another place by itself."""
        return False

    def step_back(self) -> bool:
        """Esc: close what is open here; False when there was nothing, and the window goes on."""
        return False

    def remembered(self) -> str:
        """What to come back to after a restart, as text."""
        return ""

    def come_back_to(self, remembered: str) -> None:
        """Take up again what `remembered` told; what is not understood is left alone."""

    def _changed(self, changes: Changes) -> None:
        if changes.origin is self:
            return
        if self.isVisible():
            self.apply(changes)
        else:
            self._stale = True
