"""The fonts that the app brings along, so that every script shows on a system that has none."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QFont, QFontDatabase

from facilitator import paths

FAMILY = "Noto Sans"
FIRST = ("NotoSans-Regular.ttf", "NotoSans-SemiBold.ttf")
"""What the first paint needs; each face costs up to a millisecond."""
BOLD = "NotoSans-Bold.ttf"
SCRIPTS = ("Thai", "Arabic", "Lao", "Khmer", "Myanmar", "Devanagari", "Bengali", "Tamil", "Sinhala")
SIGNS = ("NotoSansMath-Regular.ttf", "NotoSansSymbols-Regular.ttf", "NotoSansSymbols2-Regular.ttf")
"""Arrows, ticks and the signs of sums, which people write into notes too."""


def load_first() -> None:
    """Load the faces that the window is drawn with."""
    # Qt complains of every face that it asks in vain for a script, though the next one in the row has it.
    QLoggingCategory.setFilterRules("qt.text.font.db=false")
    _load(FIRST)


def load_rest() -> None:
    """Load the faces of the other scripts; after the first paint."""
    _load((BOLD,))
    _load([f"NotoSans{script}-{weight}.ttf" for script in SCRIPTS for weight in ("Regular", "Bold")])
    _load(SIGNS)


def families() -> list[str]:
    """The families in the order in which a character is looked for."""
    return [FAMILY, *(f"{FAMILY} {name}" for name in (*SCRIPTS, "Math", "Symbols", "Symbols2"))]


def font(pixels: int, *, semibold: bool = False) -> QFont:
    """A font of this size in device-independent pixels, with figures of equal width as Noto Sans has them."""
    # A copy, so that nobody changes the one that is kept: painting asks for some at every line.
    return QFont(_made(pixels, semibold))


@cache
def _made(pixels: int, semibold: bool) -> QFont:
    chosen = QFont(families())
    chosen.setPixelSize(pixels)
    chosen.setWeight(QFont.Weight.DemiBold if semibold else QFont.Weight.Normal)
    return chosen


def _load(names: tuple[str, ...] | list[str]) -> None:
    folder = paths.resources() / "fonts"
    for name in names:
        QFontDatabase.addApplicationFont(str(folder / name))
