"""Themes for the recommendations that are in none; nothing is filed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from facilitator.domain.nouns import Key
from facilitator.domain.numbers import Number
from facilitator.grouping import Chips, Unknown

from .board import Board, read_board
from .progress import Progress


@dataclass(frozen=True, slots=True)
class ProposedTheme:
    """A theme for a recommendation: how well it fits (0 to 1), which words say so, and its nearest card there."""

    theme: str
    score: float
    words: tuple[str, ...]
    nearest: Number | None


@dataclass(frozen=True, slots=True)
class Proposed:
    """What is proposed for one recommendation, best first, and how sure that is; or why nothing can be."""

    number: Number
    wording: str
    themes: tuple[ProposedTheme, ...]
    chips: Chips
    unknown: Unknown | None


def suggest(path: Path, progress: Progress) -> tuple[Proposed, ...]:
    """Propose themes for each recommendation in the tray, in the order of the register. Raises as `read_board`."""
    board = read_board(path)
    found = []
    for done, key in enumerate(board.loose):
        progress(done, len(board.loose))
        found.append(_proposed(board, key))
    return tuple(found)


def _proposed(board: Board, key: Key) -> Proposed:
    text = board.index.text(key)
    answer = board.index.suggest(text)
    return Proposed(board.numbers[key], text, tuple(_themes(board, key)), answer.chips, answer.unknown)


def _themes(board: Board, key: Key) -> Iterator[ProposedTheme]:
    text = board.index.text(key)
    ranked = board.index.suggest(text).ranked
    reasons = board.index.explain(text, [one.theme for one in ranked])
    for one, reason in zip(ranked, reasons, strict=True):
        nearest = None if reason.nearest is None else board.numbers[reason.nearest]
        yield ProposedTheme(board.themes[one.theme], one.score, reason.words, nearest)
