"""Help for the wall that proposes and never decides: themes for a card, near-duplicates, first groups.

Pure and without a clock: texts go in under keys, and frozen answers come out that another process can send.
"""

from .answers import Alike, Chips, Group, Pair, Proposal, Reason, Suggestion, Unknown
from .index import Index
from .steps import Steps, finished

__all__ = [
    "Alike",
    "Chips",
    "Group",
    "Index",
    "Pair",
    "Proposal",
    "Reason",
    "Steps",
    "Suggestion",
    "Unknown",
    "finished",
]
