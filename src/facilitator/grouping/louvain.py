"""Communities of a graph by the method of Louvain (Blondel and others, 2008), in steps.

Each node goes to the neighbouring community that raises modularity most, until none wants to; then communities become
nodes and it begins anew. NetworkX has it too, but in one piece that cannot be stopped.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Generator, Mapping, Sequence
from random import Random

Weights = Sequence[Mapping[int, float]]

ROUNDS = 10
STEP = 200
"""So many nodes are looked at between two pauses, in a millisecond or so."""
_LEAST = 1e-12


def communities(graph: Weights) -> Generator[None, None, list[int]]:
    """The community of each node; `graph` has for each node its neighbours, both ways, with a weight."""
    belongs = list(range(len(graph)))
    loops = [0.0] * len(graph)
    while True:
        found = yield from _settled(graph, loops)
        belongs = [found[node] for node in belongs]
        if len(set(found)) == len(graph):
            return belongs
        graph, loops = _drawn_together(graph, loops, found)


def _settled(graph: Weights, loops: Sequence[float]) -> Generator[None, None, list[int]]:
    degrees = [sum(near.values()) + loop for near, loop in zip(graph, loops, strict=True)]
    whole = sum(degrees) or 1.0
    at, totals = list(range(len(graph))), list(degrees)
    order = list(range(len(graph)))
    # an order that has nothing to do with that of the cards, and is the same each time
    Random(0).shuffle(order)  # noqa: S311 - nothing is kept secret by it
    for _ in range(ROUNDS):
        moved = False
        for place, node in enumerate(order):
            if place % STEP == 0:
                yield
            home = at[node]
            totals[home] -= degrees[node]
            at[node] = _best(graph[node], at, totals, degrees[node] / whole, home)
            totals[at[node]] += degrees[node]
            moved |= at[node] != home
        if not moved:
            break
    names = {name: place for place, name in enumerate(dict.fromkeys(at))}
    return [names[name] for name in at]


def _best(near: Mapping[int, float], at: Sequence[int], totals: Sequence[float], pull: float, home: int) -> int:
    """The community where a node gains most over what chance would give; its own when another gains no more."""
    ties: defaultdict[int, float] = defaultdict(float)
    for other, weight in near.items():
        ties[at[other]] += weight
    best, gain = home, ties.get(home, 0.0) - pull * totals[home]
    for name, weight in ties.items():
        if weight - pull * totals[name] > gain + _LEAST:
            best, gain = name, weight - pull * totals[name]
    return best


def _drawn_together(graph: Weights, loops: Sequence[float], found: Sequence[int]) -> tuple[Weights, list[float]]:
    size = max(found) + 1
    joined: list[defaultdict[int, float]] = [defaultdict(float) for _ in range(size)]
    within = [0.0] * size
    for node, near in enumerate(graph):
        name = found[node]
        within[name] += loops[node]
        for other, weight in near.items():
            if found[other] == name:
                within[name] += weight
            else:
                joined[name][found[other]] += weight
    return joined, within
