"""The colours and symbols by which themes are told apart: never by colour alone, so that print loses nothing."""

from __future__ import annotations

from collections.abc import Iterable

# In the order in which themes get them; the hues are those that stay apart for every kind of colour sight.
SIGNS: tuple[tuple[str, str], ...] = (
    ("ochre", "disc"),
    ("green", "triangle up"),
    ("blue", "three bars"),
    ("magenta", "ring"),
    ("violet", "star"),
    ("teal", "triangle down"),
    ("red", "square"),
    ("petrol", "plus"),
    ("rust", "diamond"),
    ("olive", "half disc"),
    ("indigo", "hexagon"),
    ("umber", "cross"),
)
COLOURS = tuple(colour for colour, _ in SIGNS)
SYMBOLS = tuple(symbol for _, symbol in SIGNS)


def sign(place: int) -> tuple[str, str]:
    """Colour and symbol of the theme at a place, from 0: after the table each symbol comes again with the next hue."""
    turn, index = divmod(place, len(SIGNS))
    return COLOURS[(index + turn) % len(SIGNS)], SYMBOLS[index]


def next_sign(taken: Iterable[tuple[str, str]]) -> tuple[str, str]:
    """The first colour and symbol that no theme has; with 144 themes all are taken and the first comes again."""
    there = set(taken)
    return next((sign(place) for place in range(len(SIGNS) ** 2) if sign(place) not in there), sign(0))
