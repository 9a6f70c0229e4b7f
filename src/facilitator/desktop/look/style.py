"""Qt's own widgets in our colours: a palette for Fusion, and one style sheet filled from the tokens."""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtGui import QColor, QPalette

from facilitator import paths

from .tokens import Tokens

ROLES = {
    "Window": "rail",
    "Base": "bg",
    "AlternateBase": "hover",
    "Text": "text",
    "WindowText": "text",
    "Button": "surface",
    "ButtonText": "text",
    "BrightText": "danger",
    "Highlight": "accent",
    "HighlightedText": "on-accent",
    "PlaceholderText": "quiet",
    "ToolTipBase": "surface",
    "ToolTipText": "text",
    "Light": "surface",
    "Midlight": "hover",
    "Mid": "line",
    "Dark": "strong",
    "Shadow": "line",
    "Link": "accent",
    "LinkVisited": "accent",
    "Accent": "accent",
}
FADED = ("Text", "WindowText", "ButtonText")


def qt_palette(tokens: Tokens) -> QPalette:
    """The palette that Fusion paints with."""
    palette = QPalette()
    for role, token in ROLES.items():
        palette.setColor(QPalette.ColorRole[role], QColor(tokens[token]))
    for role in FADED:
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole[role], QColor(tokens["strong"]))
    return palette


def style_sheet(tokens: Tokens) -> str:
    """The template with each `@token` replaced by its colour."""
    return re.sub(r"@([a-z-]+)", lambda found: tokens[found[1]], _template())


@cache
def _template() -> str:
    return (paths.resources() / "styles" / "facilitator.qss").read_text(encoding="utf-8")
