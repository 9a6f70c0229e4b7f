"""How well the wall proposes, against plain TF-IDF word centroids: an adapter for a bench of labelled sets.

The bench and its sets stand outside the project: `python benchmarks/theming.py BENCH.py SETS [SPLIT]` runs both models
and prints them beside each other. Without arguments there is nothing to measure with. As a module it offers what the
bench asks for: `fit`, `index` and `group`.
"""

from __future__ import annotations

import importlib.util
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace

from facilitator.grouping import Index, finished

SHOWN = ("top1", "top3", "recall1", "false_alarm", "V", "ARI")


def key(place: int) -> bytes:
    """Keys in the order of the cards."""
    return place.to_bytes(4, "big")


class Fitted:
    """Cards in their themes; a label is its theme's name."""

    def __init__(self, texts: Sequence[str], labels: Sequence[str]) -> None:
        self._labels = list(dict.fromkeys(labels))
        self.held = Index()
        places = {label: key(place) for place, label in enumerate(self._labels)}
        for label, theme in places.items():
            self.held.rename(theme, str(label).replace("_", " "))
        for place, (text, label) in enumerate(zip(texts, labels, strict=True)):
            self.held.add(key(place), text, places[label])

    def suggest(self, query: str) -> list[str]:
        """Labels, best first; those that nothing speaks for come last, since a ranking is of all."""
        ranked = [self._labels[int.from_bytes(one.theme, "big")] for one in self.held.suggest(query).ranked]
        return [*ranked, *(label for label in self._labels if label not in ranked)]


class Looked:
    """Cards to find near-duplicates among."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.held = Index()
        for place, text in enumerate(texts):
            self.held.add(key(place), text)

    def similar(self, query: str) -> list[tuple[int, float]]:
        """Places of cards with their scores, best first."""
        return [(int.from_bytes(one.key, "big"), one.score) for one in self.held.similar(query)]


def fit(texts: Sequence[str], labels: Sequence[str]) -> Fitted:
    """For suggestions."""
    return Fitted(texts, labels)


def index(texts: Sequence[str]) -> Looked:
    """For near-duplicates."""
    return Looked(texts)


def group(texts: Sequence[str]) -> list[int | None]:
    """For first groups: the group of each text, None where it is in none."""
    found: list[int | None] = [None] * len(texts)
    for number, one in enumerate(finished(Looked(texts).held.groups())):
        for member in one.members:
            found[int.from_bytes(member, "big")] = number
    return found


class Plain:
    """The yardstick: the cosine of TF-IDF vectors of words, themes as their mean; groups by the nearest of k seeds."""

    def __init__(self, texts: Sequence[str], labels: Sequence[str] = ()) -> None:
        counts = [Counter(re.findall(r"\w+", text.casefold())) for text in texts]
        self._known = Counter(word for one in counts for word in one)
        self._whole = len(texts)
        self._vectors = [self._vector(one) for one in counts]
        self._means: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for label, vector in zip(labels, self._vectors, strict=False):
            self._means[label].update(vector)

    def _vector(self, words: Mapping[str, int]) -> dict[str, float]:
        raw = {word: count * math.log((1 + self._whole) / (1 + self._known[word])) for word, count in words.items()}
        length = math.hypot(*raw.values()) or 1
        return {word: weight / length for word, weight in raw.items()}

    def _closeness(self, query: str, other: Mapping[str, float]) -> float:
        vector = self._vector(Counter(re.findall(r"\w+", query.casefold())))
        return sum(weight * other.get(word, 0) for word, weight in vector.items()) / (math.hypot(*other.values()) or 1)

    def suggest(self, query: str) -> list[str]:
        """Labels, best first."""
        return sorted(self._means, key=lambda label: -self._closeness(query, self._means[label]))

    def similar(self, query: str) -> list[tuple[int, float]]:
        """Places, best first."""
        scores = [(place, self._closeness(query, vector)) for place, vector in enumerate(self._vectors)]
        return sorted(scores, key=lambda one: -one[1])[:10]

    @staticmethod
    def group(texts: Sequence[str]) -> list[int]:
        """Each text to the nearest of twelve seeds that are far from each other, the seeds moved ten times."""
        plain = Plain(texts)
        means: list[Mapping[str, float]] = [plain._vectors[0]]
        far = [0.0] * len(texts)
        for _ in range(11):
            far = [best + _dot(vector, means[-1]) for best, vector in zip(far, plain._vectors, strict=True)]
            means.append(plain._vectors[far.index(min(far))])
        found = [0] * len(texts)
        for _ in range(10):
            found = [max(range(len(means)), key=lambda one: _dot(vector, means[one])) for vector in plain._vectors]
            sums: list[Counter[str]] = [Counter() for _ in means]
            for place, vector in zip(found, plain._vectors, strict=True):
                sums[place].update(vector)
            lengths = [math.hypot(*one.values()) or 1 for one in sums]
            means = [{w: x / length for w, x in one.items()} for one, length in zip(sums, lengths, strict=True)]
        return found


def _dot(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return sum(weight * other.get(word, 0) for word, weight in one.items())


def main() -> int:
    """Run the bench with both models; returns 1 where ours is not better than the yardstick."""
    if len(sys.argv) < 3:
        print("Nothing measured: name a bench and its sets.")
        return 0
    bench = _loaded(Path(sys.argv[1]))
    split = sys.argv[3] if len(sys.argv) > 3 else "dev"
    plain = SimpleNamespace(fit=Plain, index=Plain, group=Plain.group)
    ours = SimpleNamespace(fit=fit, index=index, group=group)
    reports = [bench.report(model, sys.argv[2], split, 10, None) for model in (ours, plain)]
    missed = False
    for name, figures in reports[0].items():
        pairs = {shown: (figures[shown], reports[1][name][shown]) for shown in SHOWN if shown in figures}
        behind = any(one < other for shown, (one, other) in pairs.items() if shown in {"top1", "recall1", "V"})
        missed |= behind
        told = "  ".join(f"{shown} {one:.3f} ({other:.3f})" for shown, (one, other) in pairs.items())
        print(f"{name:34} {told}{'  behind' if behind else ''}")
    return int(missed)


def _loaded(path: Path) -> SimpleNamespace:
    found = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(main())
