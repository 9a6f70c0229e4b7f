"""Paint the few icons that the style sheet names into resources/styles/marks, once for each palette.

A style sheet of Qt can show a file but not recolour it. Run `python3 packaging/paint_marks.py` after a change of the
colours in resources/styles/tokens.toml.
"""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
MARKS = RESOURCES / "styles" / "marks"
DRAWN = {
    # the name of the mark: the icon, the token that colours it, and the width of its stroke on the grid of 24
    "check": ("check", "on-accent", "3"),
    "minus": ("minus", "on-accent", "3"),
    "tick": ("check", "accent", "2"),
    "chevron-down": ("chevron-down", "text", "2"),
    "chevron-left": ("chevron-left", "text", "2"),
    "chevron-right": ("chevron-right", "text", "2"),
    "chevron-up": ("chevron-up", "text", "2"),
}


def drawing(icon: str, colour: str, stroke: str) -> str:
    """The icon in this colour and width."""
    source = (RESOURCES / "icons" / f"{icon}.svg").read_text(encoding="utf-8")
    return source.replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{stroke}"')


def main() -> None:
    """Replace the marks of the checkout."""
    with (RESOURCES / "styles" / "tokens.toml").open("rb") as stream:
        palettes = tomllib.load(stream)
    shutil.rmtree(MARKS, ignore_errors=True)
    MARKS.mkdir(parents=True)
    for palette, tokens in palettes.items():
        for mark, (icon, token, stroke) in DRAWN.items():
            text = drawing(icon, tokens[token], stroke)
            (MARKS / f"{mark}-{palette}.svg").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
