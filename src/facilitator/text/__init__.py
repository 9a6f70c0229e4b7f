"""Unicode in one place: cleaning, identity, folding for search, direction, words.

The module `words` is imported by its own name, since it alone loads ICU.
"""

from .bidi import direction
from .cleaner import WHITE_SPACE, clean, clean_lines, trim
from .matching import folded, identity

__all__ = ["WHITE_SPACE", "clean", "clean_lines", "direction", "folded", "identity", "trim"]
