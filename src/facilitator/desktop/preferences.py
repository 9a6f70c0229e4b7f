"""What was chosen for this computer, and where the window was left."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings, QTimer, Signal

from facilitator import paths, settings
from facilitator.domain.errors import FacilitatorError
from facilitator.settings import Settings

RECENT = 12
"""So many workshops are remembered."""


class Preferences(QObject):
    """The settings, which a person may read and edit, and the window's memory, which nobody needs to.

    `complaints` says what in the settings file could not be used.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        loaded = settings.load()
        self.complaints: tuple[FacilitatorError, ...] = loaded.complaints
        self._settings = loaded.settings
        self._memory = QSettings(str(paths.config_folder() / "window.ini"), QSettings.Format.IniFormat)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.write)

    @property
    def settings(self) -> Settings:
        """The choices as they stand."""
        return self._settings

    def choose(self, chosen: Settings) -> None:
        """Take other choices and write them down. Raises what `settings.save` raises; they hold all the same."""
        if chosen == self._settings:
            return
        self._settings = chosen
        self.changed.emit()
        settings.save(chosen)

    @property
    def recent(self) -> list[Path]:
        """Workshops opened on this computer, the last first; some may have gone."""
        kept = self._memory.value("recent", [])
        names = [kept] if isinstance(kept, str) else kept if isinstance(kept, list) else []
        return [Path(str(name)) for name in names if name]

    def opened(self, path: Path) -> None:
        """Remember that this workshop was opened."""
        self._set_recent([path, *(other for other in self.recent if other != path)])

    def forget(self, path: Path) -> None:
        """Take a workshop from the list; its file stays where it is."""
        self._set_recent([other for other in self.recent if other != path])

    def remember(self, key: str, value: str) -> None:
        """Keep something about the window, such as the place that was shown."""
        self._memory.setValue(key, value)

    def remembered(self, key: str) -> str:
        """What was kept, empty when nothing was."""
        value = self._memory.value(key, "")
        return value if isinstance(value, str) else ""

    def remember_bytes(self, key: str, value: QByteArray) -> None:
        """Keep what Qt itself tells of a window or splitter."""
        self._memory.setValue(key, value)

    def remembered_bytes(self, key: str) -> QByteArray:
        """What was kept, empty when nothing was."""
        value = self._memory.value(key, QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()

    def write(self) -> None:
        """Bring the window's memory to the disk, and wait for it."""
        self._soon.stop()
        self._memory.sync()

    def write_soon(self) -> None:
        """Bring the window's memory to the disk once what has just changed is painted."""
        self._soon.start()

    def _set_recent(self, recent: list[Path]) -> None:
        self._memory.setValue("recent", [str(path) for path in recent[:RECENT]])
