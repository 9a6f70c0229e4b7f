"""The one place for what nobody foresaw: text on the screen is saved, the log is named, and the app goes on."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from facilitator.logs import log_file

from .notices import Notice

if TYPE_CHECKING:
    from types import TracebackType

    from .context import Context

log = logging.getLogger(__name__)


class Faults(QObject):
    """Stands in for `sys.excepthook` while the window is there."""

    _met = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._before = sys.excepthook
        self._is_telling = False
        # A signal, because a hook may be called in any thread, and within a paint.
        self._met.connect(self._tell)
        sys.excepthook = self._catch

    def leave(self) -> None:
        """Give the hook back."""
        sys.excepthook = self._before

    def _catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        # The log keeps kinds and places, never the words of a note.
        log.error("a bug", exc_info=(kind, error, trace))
        self._met.emit()

    def _tell(self) -> None:
        # What is shown could fail again, in a paint sixty times a second.
        if self._is_telling:
            return
        self._is_telling = True
        try:
            self._context.bridge.flushing.emit()
            place = log_file()
            sentence = self.tr(
                "There is a mistake in the program. What you typed is kept. Please send %1 with a word on what you did."
            ).replace("%1", str(place or self.tr("a picture of the screen")))
            self._context.notices.say(Notice("fault", sentence, "danger"))
        finally:
            self._is_telling = False
