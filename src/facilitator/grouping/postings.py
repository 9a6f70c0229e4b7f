"""Which cards have which features, and so which cards are like a text."""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left
from collections import defaultdict
from itertools import count
from typing import Final

from facilitator.domain.nouns import Key

from .features import COMMONEST, Features

VISITS: Final = 6_000
"""Rare features say most and cost least; once so many entries have been gone through, the commoner ones are left out.

With more it was slower and found nothing better, with half of it the groups of 2,000 cards were worse.
"""
FAINT: Final = 0.05
"""What has less than this share of what the nearest has in common is not near: it would only have to be sorted."""
FEW: Final = 5
"""What no more cards than this have is not common, however few cards there are."""


class Postings:
    """For each feature the cards that have it."""

    def __init__(self) -> None:
        # a card's slot is higher than all before it, so that a list that is only added to stays sorted
        self._next = count()
        self._slots: dict[Key, int] = {}
        self._cards: dict[int, tuple[Key, float]] = {}
        self._lists: dict[str, array[int]] = {}

    def add(self, key: Key, card: Features) -> None:
        """Take a card in."""
        slot = self._slots[key] = next(self._next)
        self._cards[slot] = (key, math.sqrt(len(card.names)))
        for name in card.names:
            self._lists.setdefault(name, array("I")).append(slot)

    def remove(self, key: Key, card: Features) -> None:
        """Forget a card, by the features it was added with."""
        slot = self._slots.pop(key)
        del self._cards[slot]
        for name in card.names:
            posting = self._lists[name]
            del posting[bisect_left(posting, slot)]
            if not posting:
                del self._lists[name]

    def rarity(self, name: str) -> float:
        """1 for a feature that all cards have, and the more the fewer have it."""
        return math.log((1 + len(self._cards)) / (1 + len(self._lists.get(name, ())))) + 1

    def common(self, name: str) -> bool:
        """Whether so many cards have a feature that it tells a person nothing."""
        return len(self._lists.get(name, ())) > max(FEW, COMMONEST * len(self._cards))

    def near(self, card: Features) -> list[tuple[float, Key]]:
        """The cards that have rare features in common with this one, in no order: minus how much, and the key.

        So the smallest are the nearest, and of equals the lowest key. From -1 to 0.
        """
        lists, cards, whole = self._lists, self._cards, 2 + len(self._cards)
        met: defaultdict[int, float] = defaultdict(float)
        visits = 0
        for size, name in sorted([(len(lists[name]), name) for name in card.names if name in lists]):
            if visits > VISITS:
                break
            visits += size
            worth = math.log(whole / (1 + size)) ** 2
            for slot in lists[name]:
                met[slot] += worth
        most = math.sqrt(len(card.names)) * math.log(whole / 2) ** 2
        least = FAINT * max(met.values(), default=0.0)
        return [(-worth / (most * cards[slot][1]), cards[slot][0]) for slot, worth in met.items() if worth >= least]
