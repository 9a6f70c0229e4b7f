"""The places of the rail, in its order; each is loaded when it is first gone to."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP

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
    Listed(
        "programme", QT_TRANSLATE_NOOP("Places", "Programme"), "calendar-days", "programme.place:ProgrammePlace"
    ),
    Listed("capture", QT_TRANSLATE_NOOP("Places", "Capture"), "pen-line", "capture.place:CapturePlace"),
    Listed("wall", QT_TRANSLATE_NOOP("Places", "Wall"), "columns-3", "wall.place:WallPlace"),
    Listed(
        "recommendations",
        QT_TRANSLATE_NOOP("Places", "Recommendations"),
        "list-checks",
        "recommendations.place:RecommendationsPlace",
    ),
    Listed("people", QT_TRANSLATE_NOOP("Places", "People"), "users", "people.place:PeoplePlace"),
    Listed("reports", QT_TRANSLATE_NOOP("Places", "Reports"), "file-text", "reports.place:ReportsPlace"),
)
START = Listed("start", QT_TRANSLATE_NOOP("Places", "Start"), "folder-open", "start.place:StartPlace")
SETTINGS = Listed("settings", QT_TRANSLATE_NOOP("Places", "Settings"), "settings-2", "settings.place:SettingsPlace")
