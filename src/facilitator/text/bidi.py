"""Which way a text runs."""

from __future__ import annotations

import unicodedata
from typing import Literal

Direction = Literal["ltr", "rtl"]


def direction(text: str) -> Direction:
    """The direction of the first strong letter; left to right when there is none.

    Rules P2 and P3 of UAX #9, without isolates.
    """
    if text.isascii():
        return "ltr"
    for character in text:
        bidi_class = unicodedata.bidirectional(character)
        if bidi_class == "L":
            return "ltr"
        if bidi_class in {"R", "AL"}:
            return "rtl"
    return "ltr"
