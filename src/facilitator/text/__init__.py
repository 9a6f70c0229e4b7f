"""Unicode in one place: cleaning, identity, folding for search, direction, words.

The module `words` is imported by its own name, since it alone loads ICU.
"""

from .bidi import direction
from .cleaner import WHITE_SPACE, clean, clean_lines, trim
from .matching import begins_anywhere, fold_needed, folded, identity, places, word_starts

__all__ = [
    "WHITE_SPACE",
    "begins_anywhere",
    "clean",
    "clean_lines",
    "direction",
    "fold_needed",
    "folded",
    "identity",
    "places",
    "trim",
    "word_starts",
]
