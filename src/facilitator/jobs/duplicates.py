"""Recommendations that nearly say the same; nothing is merged."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from facilitator.domain.numbers import Number
from facilitator.grouping import finished

from .board import read_board
from .progress import Progress


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two recommendations with their wordings, the older first; see `grouping.Pair`."""

    numbers: tuple[Number, Number]
    wordings: tuple[str, str]
    score: float
    negations: tuple[str, ...]
    numerals: tuple[str, ...]


def duplicates(path: Path, progress: Progress) -> tuple[Likeness, ...]:
    """All pairs of near-duplicates, best first. Raises as `read_board`."""
    board = read_board(path)
    return tuple(
        Likeness(
            (board.numbers[pair.a], board.numbers[pair.b]),
            (board.index.text(pair.a), board.index.text(pair.b)),
            pair.score,
            pair.negations,
            pair.numbers,
        )
        for pair in finished(board.index.duplicates(), progress)
    )
