"""A theme as the sum of its cards and of its name."""

from __future__ import annotations

from .features import Features, features


class Theme:
    """`sums` are the weights of all its cards by feature, `square` the squared length of that vector.

    Its name counts as one card. A card is given up with the very features that it was taken with.
    """

    __slots__ = ("cards", "name", "square", "sums")

    def __init__(self) -> None:
        self.cards = 0
        self.name = ""
        self.sums: dict[str, int] = {}
        self.square = 0

    @property
    def blank(self) -> bool:
        """Whether nothing is known of it."""
        return not self.cards and not self.name

    def take(self, card: Features) -> None:
        """Count a card in."""
        self.cards += 1
        self._count(card, 1)

    def give_up(self, card: Features) -> None:
        """Take a card out."""
        self.cards -= 1
        self._count(card, -1)

    def rename(self, name: str) -> None:
        """Be called otherwise, or with an empty name nothing."""
        self._count(features(self.name), -1)
        self.name = name
        self._count(features(name), 1)

    def _count(self, card: Features, sign: int) -> None:
        sums, square = self.sums, self.square
        for name, weight in zip(card.names, card.weights, strict=True):
            before = sums.get(name, 0)
            after = before + sign * weight
            square += after * after - before * before
            if after:
                sums[name] = after
            else:
                del sums[name]
        self.square = square
