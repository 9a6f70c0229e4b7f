"""The places of the rail, in its order; each is loaded when it is first gone to."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

from .marking import N

if TYPE_CHECKING:
    from .context import Context
    from .place import Place


@dataclass(frozen=True, slots=True)
class Listed:
    """A place: its name, what the rail calls it, its icon, and the class that shows it, as module:class."""

    name: str
    text: str
    icon: str
    home: str

    def make(self, context: Context) -> Place:
        """The widget; its module is loaded only now, because the first paint does not wait for six views."""
        module, _, kind = self.home.partition(":")
        return cast("Place", getattr(import_module(f"facilitator.desktop.{module}"), kind)(context))


PLACES = (
    Listed("programme", N("Places", "Programme"), "calendar-days", "programme.place:ProgrammePlace"),
    Listed("capture", N("Places", "Capture"), "pen-line", "capture.place:CapturePlace"),
    Listed("wall", N("Places", "Wall"), "columns-3", "wall.place:WallPlace"),
    Listed(
        "recommendations",
        N("Places", "Recommendations"),
        "list-checks",
        "recommendations.place:RecommendationsPlace",
    ),
    Listed("people", N("Places", "People"), "users", "people.place:PeoplePlace"),
    Listed("reports", N("Places", "Reports"), "file-text", "reports.place:ReportsPlace"),
)
START = Listed("start", N("Places", "Start"), "folder-open", "start.place:StartPlace")
SETTINGS = Listed("settings", N("Places", "Settings"), "settings-2", "settings_page.place:SettingsPlace")
RESTORE = Listed("restore", N("Places", "Backups"), "history", "restore.place:RestorePlace")
