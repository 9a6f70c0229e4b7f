"""Which digit a key means: by its place on the keyboard, because Shift and other scripts put signs on the same keys."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

# The row of digits, by what each system calls the place of a key: 1 to 9, then 0.
_PLACES = {
    "linux": (10, 11, 12, 13, 14, 15, 16, 17, 18, 19),
    "win32": (2, 3, 4, 5, 6, 7, 8, 9, 10, 11),
}
_MAC_KEYS = (18, 19, 20, 21, 23, 22, 26, 28, 25, 29)


def digit_of(event: QKeyEvent) -> int | None:
    """0 to 9 when the key is one of the digits, with or without Shift and in any layout; None else."""
    others = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
    if event.modifiers() & others:
        return None
    if Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9:
        return event.key() - Qt.Key.Key_0.value
    place = event.nativeVirtualKey() if sys.platform == "darwin" else event.nativeScanCode()
    row = _MAC_KEYS if sys.platform == "darwin" else _PLACES.get(sys.platform, ())
    return (row.index(place) + 1) % 10 if place in row else None
