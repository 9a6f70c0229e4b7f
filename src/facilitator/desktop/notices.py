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
    """A sentence for the person, with ways out. Of one `topic` only the newest is shown.

    One that is `of_workshop` is about the workshop that is open: it is not shown, nor can its ways be taken, while
    another one is.
    """

    topic: str
    text: str
    weight: Weight = "warn"
    ways_out: tuple[WayOut, ...] = field(default=(), compare=False)
    of_workshop: bool = False


class Notices(QObject):
    """Keeps the notices; the banner shows the newest, and a screen reader speaks it."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices: dict[tuple[str, bytes | None], Notice] = {}
        self._workshop: bytes | None = None

    @property
    def workshop(self) -> bytes | None:
        """Which workshop the window shows, in whatever file; also while answers about it come after it was left."""
        return self._workshop

    @property
    def newest(self) -> Notice | None:
        """The one to show."""
        return next(reversed(self._shown()), None)

    @property
    def count(self) -> int:
        """How many wait."""
        return len(self._shown())

    def turn_to(self, workshop: bytes | None) -> None:
        """Another workshop is shown, or the same in another file, to which what was said of it goes along."""
        self._workshop = workshop
        self.changed.emit()

    def say(self, notice: Notice) -> None:
        """Show it, in place of an earlier one of its topic."""
        self._forget(notice.topic)
        self._notices[notice.topic, self._workshop if notice.of_workshop else None] = notice
        self.changed.emit()

    def take_back(self, topic: str) -> None:
        """It is dealt with; nothing happens when there is none."""
        if self._forget(topic):
            self.changed.emit()

    def _shown(self) -> list[Notice]:
        return [notice for (_, whose), notice in self._notices.items() if whose in {None, self._workshop}]

    def _forget(self, topic: str) -> bool:
        there = [key for key in self._notices if key in {(topic, None), (topic, self._workshop)}]
        for key in there:
            del self._notices[key]
        return bool(there)
