"""Words in square brackets, on which nobody has agreed yet."""

from __future__ import annotations

import re

_BRACKET = re.compile(r"\[[^\[\]]*\]")


def brackets(text: str) -> list[tuple[int, int]]:
    """Start and end of each pair of brackets with what is in it, in characters."""
    return [found.span() for found in _BRACKET.finditer(text)]


def next_bracket(text: str, after: int) -> tuple[int, int] | None:
    """The first pair that begins at or behind a place, else the first of all; None without any."""
    found = brackets(text)
    return next((span for span in found if span[0] >= after), found[0] if found else None)
