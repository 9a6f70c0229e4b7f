"""The inks in which theme symbols are printed: the hues of the screen's Paper palette, dark enough for white paper."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# Each keeps its hue and has a contrast of 7:1 to white or more; blue, teal, red, petrol and olive are darkened for it.
INKS: Mapping[str, str] = MappingProxyType(
    {
        "ochre": "6B3F00",
        "green": "14613A",
        "blue": "2D56A5",
        "magenta": "792C51",
        "violet": "361E57",
        "teal": "0A625E",
        "red": "923D47",
        "petrol": "10607A",
        "rust": "561200",
        "olive": "4B6004",
        "indigo": "3537A4",
        "umber": "38302B",
    }
)
"""Hexadecimal RGB by the name of a colour in `domain.signs`."""
