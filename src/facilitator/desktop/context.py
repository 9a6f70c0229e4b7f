"""What every part of the window is given: one bundle instead of five arguments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .backups import Backups
    from .bridge import Bridge
    from .commands.actions import Actions
    from .current import Current
    from .look.look import Look
    from .notices import Notices
    from .preferences import Preferences
    from .worker import Worker


@dataclass(frozen=True, slots=True)
class Context:
    """The door to the workshop, how things look, what can be done, said and chosen, who works aside, and backups."""

    bridge: Bridge
    look: Look
    actions: Actions
    current: Current
    notices: Notices
    preferences: Preferences
    worker: Worker
    backups: Backups
