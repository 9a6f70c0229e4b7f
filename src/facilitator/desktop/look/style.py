"""Qt's own widgets in our colours: a palette for Fusion, and one style sheet filled from the tokens."""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QDir
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

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
_SIDE = "leading|trailing|palette"
_WORD = re.compile(rf"@({_SIDE}|[a-z]+(?:-[a-z]+)*)")


def qt_palette(tokens: Tokens) -> QPalette:
    """The palette that Fusion paints with."""
    palette = QPalette()
    for role, token in ROLES.items():
        palette.setColor(QPalette.ColorRole[role], QColor(tokens[token]))
    for role in FADED:
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole[role], QColor(tokens["off"]))
    return palette


def style_sheet(palette: str, tokens: Tokens, *, is_mirrored: bool = False) -> str:
    """The template with each `@token` replaced by its colour, and with its sides as the direction of reading has them.

    Raises KeyError for a word after an at sign that is no token.
    """
    # Qt mirrors what lies in a layout, but no edge and no padding of a style sheet.
    leading, trailing = ("right", "left") if is_mirrored else ("left", "right")
    words = {**tokens, "palette": palette, "leading": leading, "trailing": trailing}
    return _WORD.sub(lambda found: words[found[1]], _template())


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the sheet asks for, and have the widget and all that lies in it styled anew."""
    before = widget.property(name)
    # Nothing set and nothing to be set look the same: the first paint does not wait for styling that changes nothing.
    if before == value or not (before or value):
        return
    widget.setProperty(name, value)
    # Qt does not do so by itself, and not for a rule of what lies within, such as the words of a banner.
    for styled in (widget, *widget.findChildren(QWidget)):
        styled.style().unpolish(styled)
        styled.style().polish(styled)


@cache
def _template() -> str:
    # The pictures are named by a search path: where the app lies may have characters that end a url.
    QDir.setSearchPaths("marks", [str(paths.resources() / "styles" / "marks")])
    return (paths.resources() / "styles" / "facilitator.qss").read_text(encoding="utf-8")
