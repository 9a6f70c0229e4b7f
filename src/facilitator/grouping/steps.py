"""Long work in short steps, between which whoever carries it out may stop or do something else."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TypeAlias, TypeVar

T = TypeVar("T")

Steps: TypeAlias = Generator[tuple[int, int], None, T]
"""Yields what is done and the whole after each step of a few milliseconds, and returns the answer at the end."""


def finished(steps: Steps[T], told: Callable[[int, int], object] = lambda _done, _whole: None) -> T:
    """Go through all steps, telling of each, and give the answer."""
    try:
        while True:
            told(*next(steps))
    except StopIteration as end:
        answer: T = end.value
        return answer
