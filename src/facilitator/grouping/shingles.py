"""How much of their letters two texts share, whatever words they are made of."""

from __future__ import annotations

from facilitator.text import word_starts

LETTERS = 4


def shingles(text: str) -> set[str]:
    """All strings of four letters, over the ends of words; of a shorter text the whole."""
    whole = word_starts(text)[1:]
    return {whole[start : start + LETTERS] for start in range(max(1, len(whole) - LETTERS + 1))}


def shared(one: set[str], other: set[str]) -> float:
    """The share of what both have in what either has (Jaccard)."""
    common = len(one & other)
    return common / (len(one) + len(other) - common)
