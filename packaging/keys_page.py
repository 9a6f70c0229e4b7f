"""Writes docs/guide/keys.md from the list of commands, so that the page says what keys do; run after a change of it.

Run by the Python of `.venv`: `.venv/bin/python packaging/keys_page.py`. A test says when the page is behind.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.desktop.commands.command import Command

PAGE = Path(__file__).resolve().parent.parent / "docs" / "guide" / "keys.md"
HEAD = """# Keys

Every key, from the same list as the sheet of F1 (`packaging/keys_page.py` makes this page). Plain letters, digits and
signs work where a list has the focus, so that they can be typed in a field.

![The sheet of F1](pictures/shortcuts.png)
"""
HEADINGS = {
    "": "Everywhere",
    "programme": "Programme",
    "capture": "Capture: the line",
    "note": "Capture: the list of notes",
    "wall": "Wall",
    "card": "Card panel, on the wall and in Recommendations",
    "people": "People",
    "search": "Search",
}
WRITTEN = {"Return": "Enter", "Del": "Delete", "Ins": "Insert", "PgDown": "PgDn"}


def page() -> str:
    """The whole page."""
    from facilitator.desktop.commands.listing import COMMANDS

    with_keys = [command for command in COMMANDS if command.keys]
    parts = [HEAD]
    for section, commands in groupby(with_keys, key=_section):
        rows = "\n".join(_rows(list(commands)))
        parts.append(f"## {HEADINGS[section]}\n\n| key | does |\n|---|---|\n{rows}\n")
    return "\n".join(parts)


def _section(command: Command) -> str:
    # What is done with a note belongs to the list, all else of capture to the line.
    return "note" if command.id.startswith("note.") else command.place


def _rows(commands: list[Command]) -> list[str]:
    """One row for each thing that is done; what nine keys do, in one."""
    keys: dict[str, list[str]] = {}
    for command in commands:
        keys.setdefault(command.text, []).extend(command.keys)
    return [f"| {_told(those)} | {text} |" for text, those in keys.items()]


def _told(keys: list[str]) -> str:
    shown = [f"`{'+'.join(WRITTEN.get(part, part) for part in _parts(key))}`" for key in keys]
    return " ".join(shown) if len(shown) < 3 else f"{shown[0]} to {shown[-1]}"


def _parts(key: str) -> list[str]:
    # The last character may itself be a plus sign.
    return [*key[:-1].split("+")[:-1], key[:-1].split("+")[-1] + key[-1]]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
