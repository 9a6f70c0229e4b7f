"""What a person writes short: a word that stands for a longer one as soon as a space follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.text import identity

if TYPE_CHECKING:
    from collections.abc import Mapping

AROUND = "([{\"'“‘«"
"""What may stand before a short form."""


class Abbreviations:
    """The short forms of the settings, found whatever their case."""

    def __init__(self, chosen: Mapping[str, str]) -> None:
        self._long = {identity(short): long for short, long in chosen.items()}

    def find(self, before: str) -> tuple[str, str] | None:
        """The short form that ends at the cursor, as typed, and what it stands for; None when there is none."""
        if not self._long or not before or before[-1].isspace():
            return None
        word = before.split()[-1].lstrip(AROUND)
        long = self._long.get(identity(word)) if word else None
        return None if long is None else (word, long)
