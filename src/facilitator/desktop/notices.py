"""What the window has to say: sentences that stay until they are dealt with, never a dialog."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import QObject, Signal

Weight = Literal["ok", "warn", "danger"]


@dataclass(frozen=True, slots=True)
class WayOut:
    """A button of a notice: a verb, and what it does."""

    text: str
    take: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence for the person, with ways out. Of one `topic` only the newest is shown."""

    topic: str
    text: str
    weight: Weight = "warn"
    ways_out: tuple[WayOut, ...] = field(default=(), compare=False)


class Notices(QObject):
    """Keeps the notices; the banner shows the newest, and a screen reader speaks it."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices: dict[str, Notice] = {}

    @property
    def newest(self) -> Notice | None:
        """The one to show."""
        return next(reversed(self._notices.values()), None)

    @property
    def count(self) -> int:
        """How many wait."""
        return len(self._notices)

    def say(self, notice: Notice) -> None:
        """Show it, in place of an earlier one of its topic."""
        self._notices.pop(notice.topic, None)
        self._notices[notice.topic] = notice
        self.changed.emit()

    def take_back(self, topic: str) -> None:
        """It is dealt with; nothing happens when there is none."""
        if self._notices.pop(topic, None) is not None:
            self.changed.emit()
