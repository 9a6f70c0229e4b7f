"""First groups for cards that are in none: neighbours drawn together, with a name that tells them from the others."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Generator, Mapping, Sequence

from facilitator.domain.nouns import Key
from facilitator.text.scripts import script

from .answers import Group
from .features import COMMONEST, SHORTEST, plain_words, unspaced
from .louvain import communities
from .steps import Steps

Near = Sequence[tuple[Key, float]]
Terms = Mapping[str, str]

NAMED_BY = 3
"""So many words, or pairs of words, make a name."""
_SHARED = 0.15
_PAIR = 1.25


def first_groups(texts: Mapping[Key, str], near: Mapping[Key, Near]) -> Steps[tuple[Group, ...]]:
    """Groups of two and more cards, the largest first, from the nearest of each card with how near they are."""
    keys = list(near)
    done = (len(keys), len(keys))
    found = yield from _telling(communities(_graph(keys, near)), done)
    members: defaultdict[int, list[Key]] = defaultdict(list)
    terms: dict[Key, Terms] = {}
    everywhere: Counter[str] = Counter()
    for key, number in zip(keys, found, strict=True):
        members[number].append(key)
        terms[key] = _terms(texts[key])
        everywhere.update(terms[key].keys())
        yield done
    groups: list[Group] = []
    for cards in members.values():
        if len(cards) > 1:
            groups.append(Group(_name(cards, terms, everywhere), _central(cards, near), tuple(cards)))
            yield done
    return tuple(sorted(groups, key=lambda group: (-len(group.members), group.central)))


def _telling(steps: Generator[None, None, list[int]], done: tuple[int, int]) -> Steps[list[int]]:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: list[int] = end.value
            return found
        yield done


def _graph(keys: Sequence[Key], near: Mapping[Key, Near]) -> list[dict[int, float]]:
    places = {key: place for place, key in enumerate(keys)}
    graph: list[dict[int, float]] = [{} for _ in keys]
    for place, key in enumerate(keys):
        for other, weight in near[key]:
            graph[place][places[other]] = graph[places[other]][place] = weight
    return graph


def _central(members: Sequence[Key], near: Mapping[Key, Near]) -> Key:
    """The card that is nearest to the others of its group."""
    inside = set(members)
    ties: defaultdict[Key, float] = defaultdict(float)
    for key in members:
        for other, weight in near[key]:
            if other in inside:
                ties[key] += weight
                ties[other] += weight
    return min(members, key=lambda key: (-ties[key], key))


def _terms(text: str) -> dict[str, str]:
    """The words of a text and the pairs of them, as compared, pairs with a space, and as they stand there."""
    found: dict[str, str] = {}
    before: tuple[str, str] | None = None
    for bare, shown in plain_words(text):
        spaced = not unspaced(script(bare[0]))
        if bare.isnumeric() or (spaced and len(bare) < SHORTEST):
            before = None
            continue
        found.setdefault(bare, shown)
        if before:
            found.setdefault(f"{before[0]} {bare}", f"{before[1]}{' ' if spaced else ''}{shown}")
        before = (bare, shown)
    return found


def _name(members: Sequence[Key], terms: Mapping[Key, Terms], everywhere: Counter[str]) -> str:
    """The words that are frequent in the group and rare outside, those that say the same once."""
    inside = Counter(term for key in members for term in terms[key])
    least = max(2, _SHARED * len(members))
    shared = Counter({term: count for term, count in inside.items() if count >= least})
    # two cards may be alike in their letters and have no word in common
    scores = _scores(shared, everywhere, len(members), len(terms)) or _scores(
        inside, everywhere, len(members), len(terms)
    )
    picked: list[str] = []
    for term in sorted(scores, key=lambda one: (-scores[one], one)):
        if len(picked) < NAMED_BY and not any(_overlap(term, other) for other in picked):
            picked.append(term)
    shown = ", ".join(_shown(term, members, terms) for term in picked)
    return shown[:1].upper() + shown[1:]


def _scores(inside: Counter[str], everywhere: Counter[str], size: int, whole: int) -> dict[str, float]:
    """How well each of these words tells a group of this size from all other cards."""
    scores = {}
    for term, count in inside.items():
        others = everywhere[term] - count
        share, elsewhere = count / size, (others + 0.5) / (whole - size + 1)
        if others <= COMMONEST * (whole - size) and share > elsewhere:
            scores[term] = share * math.log(share / elsewhere) ** 2 * (_PAIR if " " in term else 1)
    return scores


def _overlap(one: str, other: str) -> bool:
    """Whether two terms have a word in common, or one is part of the other as in budget and budgets."""
    return one in other or other in one or not set(one.split()).isdisjoint(other.split())


def _shown(term: str, members: Sequence[Key], terms: Mapping[Key, Terms]) -> str:
    forms = Counter(terms[key][term] for key in members if term in terms[key])
    return min(forms, key=lambda form: (-forms[form], form))
