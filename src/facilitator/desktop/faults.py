"""The one place for what nobody foresaw: text on the screen is saved, the log is named, and the app goes on."""

from __future__ import annotations

import logging
import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal

from facilitator.logs import log_file

from .notices import Notice

if TYPE_CHECKING:
    from types import TracebackType

    from .context import Context

log = logging.getLogger(__name__)
PAUSE = 1000
"""Milliseconds in which further mistakes go to the log alone."""


class Faults(QObject):
    """Stands in for `sys.excepthook` while the window is there."""

    _met = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._before = sys.excepthook
        self._is_telling = False
        # Told from the event loop, because a hook may be called in any thread, and within a paint.
        self._met.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        sys.excepthook = self._catch
        threading.excepthook = lambda thrown: self._catch(thrown.exc_type, _error_of(thrown), thrown.exc_traceback)

    def leave(self) -> None:
        """Give the hook back."""
        sys.excepthook = self._before
        threading.excepthook = threading.__excepthook__

    def _catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        # The log keeps kinds and places, never the words of a note.
        log.error("a bug", exc_info=(kind, error, trace))
        # A paint can fail sixty times a second, and each telling paints anew.
        if not self._is_telling:
            self._is_telling = True
            self._met.emit()

    def _tell(self) -> None:
        place = log_file()
        sentence = self.tr(
            "There is a mistake in the program. What you typed is kept. Please send %1 with a word on what you did."
        ).replace("%1", str(place or self.tr("a picture of the screen")))
        self._context.notices.say(Notice("fault", sentence, "danger"))
        QTimer.singleShot(PAUSE, self, self._listen_again)
        self._context.bridge.flushing.emit()

    def _listen_again(self) -> None:
        self._is_telling = False


def _error_of(thrown: threading.ExceptHookArgs) -> BaseException:
    return thrown.exc_value or thrown.exc_type()
