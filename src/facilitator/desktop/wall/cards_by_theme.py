"""Which card lies in which column, in which order, and what of it a filter leaves. Knows nothing of the screen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import groupby
from operator import attrgetter

from facilitator.domain.cards import Card
from facilitator.domain.nouns import Key

Column = Key | None
"""A theme's key; None is the tray."""


_KEY = attrgetter("key")
_PLACE = attrgetter("position", "prefix", "counted")


class CardsByTheme:
    """The cards of the wall, dealt to columns in one pass; afterwards only what has changed is dealt again."""

    def __init__(self) -> None:
        self._columns: dict[Column, list[Card]] = {}
        self._homes: dict[Key, Column] = {}
        self._words: tuple[str, ...] = ()
        self._folded: dict[Column, list[str]] = {}

    def deal(self, cards: Iterable[Card]) -> None:
        """Take these cards, sorted by theme as `Reads.cards` gives them, instead of those that were here."""
        self._columns = {home: list(some) for home, some in groupby(cards, key=attrgetter("home"))}
        self._homes = {key: home for home, some in self._columns.items() for key in map(_KEY, some)}
        self._folded.clear()

    @property
    def count(self) -> int:
        """How many cards there are."""
        return len(self._homes)

    @property
    def grouped(self) -> int:
        """How many of them lie in a theme."""
        return self.count - len(self._columns.get(None, ()))

    @property
    def is_filtered(self) -> bool:
        """Whether some may be hidden."""
        return bool(self._words)

    def __contains__(self, key: object) -> bool:
        return key in self._homes

    def column_of(self, key: Key) -> Column:
        """Where a card lies. Raises KeyError for one that is not here."""
        return self._homes[key]

    def get(self, key: Key | None) -> Card | None:
        """One card, None when it is not here."""
        if key is None or key not in self._homes:
            return None
        return next(card for card in self._columns[self._homes[key]] if card.key == key)

    def whole(self, column: Column) -> list[Card]:
        """All cards of a column."""
        return self._columns.get(column, [])

    def shown(self, column: Column) -> list[Card]:
        """The cards of a column that the filter leaves."""
        cards = self._columns.get(column, [])
        if not self._words:
            return cards
        pairs = zip(cards, self._texts(column), strict=True)
        first, *more = self._words
        if not more:
            return [card for card, text in pairs if first in text]
        second, *more = more
        return [card for card, text in pairs if first in text and second in text and _all_in(more, text)]

    def prepare(self) -> None:
        """Make ready what a filter compares, before the first key of it is pressed."""
        for column in self._columns:
            self._texts(column)

    def search_for(self, text: str) -> bool:
        """Leave only cards in whose wording or number each word stands; whether that is another filter."""
        words = tuple(text.casefold().split())
        if words == self._words:
            return False
        self._words = words
        return True

    def replace(self, keys: Collection[Key], fresh: Mapping[Key, Card]) -> set[Column]:
        """These cards are as in `fresh` now, or gone; returns the columns that are no longer as they were."""
        touched = self._take_out(keys)
        for card in fresh.values():
            self._homes[card.key] = card.home
            touched.add(card.home)
            self._columns.setdefault(card.home, []).append(card)
        for column in touched:
            # Nearly sorted already, which is what Python's sort is quickest at.
            self._columns.get(column, []).sort(key=_PLACE)
            self._folded.pop(column, None)
        return touched

    def _take_out(self, keys: Collection[Key]) -> set[Column]:
        gone = set(keys)
        there = {key for key in gone if key in self._homes}
        touched = {self._homes[key] for key in there}
        for column in touched:
            self._columns[column] = [card for card in self._columns[column] if card.key not in gone]
        for key in there:
            del self._homes[key]
        return touched

    def _texts(self, column: Column) -> list[str]:
        texts = self._folded.get(column)
        if texts is None:
            cards = self.whole(column)
            texts = self._folded[column] = [f"{card[1]}{card[2]} {card[3]}".casefold() for card in cards]
        return texts


def _all_in(words: Iterable[str], text: str) -> bool:
    return all(word in text for word in words)
