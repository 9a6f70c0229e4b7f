"""The index behind the wall's proposals: cards by their features, and themes as the sums of their cards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from typing import Final

from facilitator.domain.nouns import Key
from facilitator.text import clean_lines

from .answers import Alike, Chips, Group, Pair, Proposal, Reason, Suggestion, Unknown
from .differing import differing
from .features import SHORTEST, WORD, Features, features, plain_words, unspaced
from .groups import Near, first_groups
from .postings import Postings
from .shingles import shared, shingles
from .steps import Steps
from .suggesting import chips, evidence
from .theme import Theme

CANDIDATES: Final = 10
"""So many cards are compared letter by letter: those that have most in common, by what is rare."""
DUPLICATE: Final = 0.5
"""From this score on two cards nearly say the same: what is typed anew in haste reaches .51, with a slip or two .70."""
NEIGHBOURS: Final = 8
"""So many neighbours of each card make the graph of the first groups."""
WORDS_TOLD: Final = 4
TELLING: Final = 0.1
"""A word with less than this share of what the strongest says explains nothing."""


@dataclass(slots=True)
class _Card:
    text: str
    theme: Key | None


class Index:
    """Cards under their keys, in a theme or in the tray. What it answers depends on what it holds, not on its past.

    A key that is unknown, or in `add` one that is known, raises KeyError: either is a mistake of the program.
    """

    def __init__(self) -> None:
        self._cards: dict[Key, _Card] = {}
        self._themes: dict[Key, Theme] = {}
        self._postings = Postings()
        # how many cards in themes, and names of themes, are written in a script
        self._scripts: Counter[str] = Counter()

    def __len__(self) -> int:
        return len(self._cards)

    def __contains__(self, key: Key) -> bool:
        return key in self._cards

    def text(self, key: Key) -> str:
        """The words of a card."""
        return self._cards[key].text

    def add(self, key: Key, text: str, theme: Key | None = None) -> None:
        """Take a card in, into its theme or, with None, into the tray."""
        if key in self._cards:
            raise KeyError(key)
        card = self._cards[key] = _Card(clean_lines(text), None)
        self._postings.add(key, features(card.text))
        self.relabel(key, theme)

    def remove(self, key: Key) -> None:
        """Forget a card."""
        self.relabel(key, None)
        self._postings.remove(key, features(self._cards.pop(key).text))

    def relabel(self, key: Key, theme: Key | None) -> None:
        """Move a card to another theme or, with None, to the tray."""
        card = self._cards[key]
        found = features(card.text)
        if card.theme is not None:
            self._themes[card.theme].give_up(found)
            self._scripts[found.script] -= 1
            self._forget_if_blank(card.theme)
        card.theme = theme
        if theme is not None:
            self._themes.setdefault(theme, Theme()).take(found)
            self._scripts[found.script] += 1

    def rename(self, theme: Key, name: str) -> None:
        """Say what a theme is called, which counts as one card of it; nothing when it is deleted."""
        known = self._themes.setdefault(theme, Theme())
        self._scripts[features(known.name).script] -= 1
        known.rename(clean_lines(name))
        self._scripts[features(known.name).script] += 1
        self._forget_if_blank(theme)

    def suggest(self, text: str) -> Suggestion:
        """The themes that fit a text, which need not be a card's."""
        found = features(clean_lines(text))
        unknown = self._unknown(found)
        if unknown is not None:
            return Suggestion((), Chips.NONE, unknown)
        scores = {key: sum(parts.values()) for key, parts in self._evidence(found).items()}
        ranked = tuple(Proposal(key, scores[key]) for key in sorted(scores, key=lambda one: (-scores[one], one)))
        return Suggestion(ranked, chips(ranked))

    def explain(self, text: str, themes: Sequence[Key]) -> tuple[Reason, ...]:
        """Why each of these themes fits a text."""
        text = clean_lines(text)
        found = features(text)
        said = {} if unspaced(found.script) else self._evidence(found.words_alone())
        shown = dict(reversed(plain_words(text)))
        nearest: dict[Key | None, tuple[float, Key]] = {}
        for near in self._postings.near(found):
            theme = self._cards[near[1]].theme
            nearest[theme] = min(nearest.get(theme, near), near)
        return tuple(
            Reason(self._strongest(said.get(theme, {}), shown), nearest[theme][1] if theme in nearest else None)
            for theme in themes
        )

    def _strongest(self, said: Mapping[str, float], shown: Mapping[str, str]) -> tuple[str, ...]:
        """The words that say most for a theme, as they stand in the text."""
        telling = [name for name in said if len(name) > SHORTEST and not self._postings.common(name)]
        worth = {name.removeprefix(WORD): said[name] for name in telling}
        best = sorted(worth, key=lambda word: (-worth[word], word))[:WORDS_TOLD]
        return tuple(shown[word] for word in best if worth[word] >= TELLING * worth[best[0]])

    def similar(self, text: str, besides: Key | None = None) -> tuple[Alike, ...]:
        """At most ten cards that are like a text, the most like first, without the card `besides`."""
        text = clean_lines(text)
        own = shingles(text)
        near = [one for one in self._postings.near(features(text)) if one[1] != besides]
        scores = {key: shared(own, shingles(self._cards[key].text)) for _, key in nsmallest(CANDIDATES, near)}
        return tuple(Alike(key, scores[key]) for key in sorted(scores, key=lambda one: (-scores[one], one)))

    def duplicates(self) -> Steps[tuple[Pair, ...]]:
        """The pairs of cards that nearly say the same, best first. Of many that are one, not each with each other."""
        scores: dict[tuple[Key, Key], float] = {}
        for done, key in enumerate(sorted(self._cards), 1):
            for other in self.similar(self._cards[key].text, besides=key):
                if other.score >= DUPLICATE:
                    scores[min(key, other.key), max(key, other.key)] = other.score
            yield done, len(self._cards)
        pairs = []
        for pair in sorted(scores, key=lambda one: (-scores[one], one)):
            pairs.append(Pair(*pair, scores[pair], *differing(*(self._cards[key].text for key in pair))))
            yield len(self._cards), len(self._cards)
        return tuple(pairs)

    def groups(self) -> Steps[tuple[Group, ...]]:
        """First groups of the cards in the tray, the largest first; a card that is like no other is in none."""
        texts = {key: card.text for key, card in sorted(self._cards.items()) if card.theme is None}
        near: dict[Key, Near] = {}
        for key, text in texts.items():
            met = [one for one in self._postings.near(features(text)) if one[1] in texts and one[1] != key]
            near[key] = [(other, -minus) for minus, other in nsmallest(NEIGHBOURS, met)]
            yield len(near), len(texts)
        return (yield from first_groups(texts, near))

    def _evidence(self, found: Features) -> Mapping[Key, Mapping[str, float]]:
        return evidence(found, self._themes, self._postings.rarity)

    def _unknown(self, found: Features) -> Unknown | None:
        if not self._themes:
            return Unknown.NO_THEMES
        if not found.script:
            return Unknown.NO_WORDS
        return None if self._scripts[found.script] else Unknown.SCRIPT

    def _forget_if_blank(self, theme: Key) -> None:
        if self._themes[theme].blank:
            del self._themes[theme]
