"""How a shortcut is written on a key cap."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence


def key_text(keys: str | QKeySequence) -> str:
    """The keys with spaces between them, as `Ctrl K`; empty for no shortcut."""
    written = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    # The last character may itself be a plus sign.
    spaced = written[:-1].replace("+", " ") + written[-1:]
    return spaced.replace("Return", QCoreApplication.translate("Keys", "Enter"))
