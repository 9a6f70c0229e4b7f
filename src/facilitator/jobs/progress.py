"""How far a job has come, told to whoever shows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Progress: TypeAlias = Callable[[int, "int | None"], None]
"""Called now and then with what is done and with the whole, which is None where nobody knows it."""

OFTEN = 500
"""After so many small things progress is told: seldom enough to cost nothing."""


def untold(_done: int, _whole: int | None) -> None:
    """Progress that nobody wants to see."""
