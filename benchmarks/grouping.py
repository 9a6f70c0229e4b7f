"""The wall's proposals: milliseconds and megabytes against their limits, on the processor of this process.

Cards are some 26 words of a made-up language in which few words are frequent and many rare; each theme prefers some of
them. Half of the cards are in themes. A suggestion is measured with its reasons, right after a card was changed.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import accumulate

from facilitator.grouping import Index, Steps

THEMES, VOCABULARY, WORDS, OWN_WORDS = 30, 8000, 26, 60
SUGGESTED = 200
SUGGEST_LIMIT = {2_000: 25.0, 10_000: 60.0}
EDIT, STEP, GROUPS, DUPLICATES, MEMORY = 2.0, 20.0, 5_000.0, 10_000.0, 250.0
SYLLABLES = ["ba", "ke", "mi", "tor", "na", "ve", "lin", "gro", "sa", "pu", "den", "oc", "ri", "ta", "wo", "al", "ter"]
chance = random.Random(8)


def key(place: int) -> bytes:
    """Keys in the order of the cards."""
    return place.to_bytes(4, "big")


def vocabulary() -> list[str]:
    """Words of two to four syllables."""
    return ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(VOCABULARY)]


def cards(words: list[str], count: int) -> Iterator[tuple[str, bytes]]:
    """Texts, each with the theme it is about."""
    weights = list(accumulate(1 / (rank + 3) for rank in range(VOCABULARY)))
    own = [chance.sample(words, OWN_WORDS) for _ in range(THEMES)]
    for _ in range(count):
        theme = chance.randrange(THEMES)
        common = chance.choices(words, cum_weights=weights, k=WORDS * 3 // 4)
        yield " ".join(common + chance.choices(own[theme], k=WORDS // 4)), key(1_000_000 + theme)


def spent(do: Callable[[], object]) -> float:
    """Milliseconds on the processor."""
    start = time.process_time()
    do()
    return (time.process_time() - start) * 1000


def share(times: list[float], part: float) -> float:
    """What so many of the times stay below."""
    return sorted(times)[min(len(times) - 1, int(len(times) * part))]


def filled(count: int) -> tuple[Index, list[tuple[str, bytes]]]:
    """An index of so many cards, every other in a theme, and more cards."""
    words = vocabulary()
    made = list(cards(words, count + SUGGESTED))
    index = Index()
    for theme in range(THEMES):
        index.rename(key(1_000_000 + theme), words[theme])
    for place, (text, theme) in enumerate(made[:count]):
        index.add(key(place), text, theme if place % 2 else None)
    return index, made[count:]


def answered(index: Index, text: str) -> None:
    """What a card on the wall asks for."""
    index.explain(text, [one.theme for one in index.suggest(text).ranked[:3]])


def asked(count: int) -> dict[str, tuple[float, float]]:
    """Suggestions and edits among so many cards."""
    index, more = filled(count)
    suggested, edited = [], []
    for place, (text, theme) in enumerate(more, count):
        edited.append(spent(partial(index.add, key(place), text, theme)))
        edited.append(spent(partial(index.relabel, key(place), None)))
        edited.append(spent(partial(index.remove, key(place - count))))
        suggested.append(spent(partial(answered, index, text)))
    figures = {
        f"suggestion with reasons, {count:,} cards, p95": (share(suggested, 0.95), SUGGEST_LIMIT[count]),
        f"one card edited, {count:,} cards, p95": (share(edited, 0.95), EDIT),
    }
    if count == max(SUGGEST_LIMIT):
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        figures[f"memory of the process, {count:,} cards, MB"] = (memory, MEMORY)
    return figures


def walked(name: str, steps: Steps[object], limit: float) -> dict[str, tuple[float, float]]:
    """A long task and its slowest step."""
    times: list[float] = []
    while True:
        start = time.process_time()
        going = next(steps, None)
        times.append((time.process_time() - start) * 1000)
        if going is None:
            return {name: (sum(times), limit), f"slowest of its {len(times):,} steps": (max(times), STEP)}


def searched() -> dict[str, tuple[float, float]]:
    """The long tasks over 2,000 cards of which none is in a theme."""
    index = Index()
    for place, (text, _) in enumerate(cards(vocabulary(), 2_000)):
        index.add(key(place), text)
    return {
        **walked("first groups of 2,000 cards", index.groups(), GROUPS),
        **walked("near-duplicates, all against all, 2,000 cards", index.duplicates(), DUPLICATES),
    }


PARTS: dict[str, Callable[[], dict[str, tuple[float, float]]]] = {
    "few": lambda: asked(2_000),
    "many": lambda: asked(10_000),
    "all": searched,
}


def main() -> int:
    """Each part in a process of its own, for the memory; returns 1 when a limit is missed."""
    if len(sys.argv) < 2:
        codes = [subprocess.run([sys.executable, __file__, part], check=False).returncode for part in PARTS]
        return max(codes)
    missed = False
    for name, (figure, limit) in PARTS[sys.argv[1]]().items():
        missed |= figure > limit
        print(f"{name:52} {figure:9.1f} of {limit:g}{'  missed' if figure > limit else ''}", flush=True)
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
