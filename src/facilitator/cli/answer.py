"""What a command answers: one object for scripts, lines for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """`data` is the object of `--json`, `lines` are the same for a person, made only when they are printed.

    `warned` makes exit 1 under `--strict`. `exit_code` with `complaint`, a sentence for standard error, is for what
    has an answer although something is not well.
    """

    data: Mapping[str, object]
    lines: Iterable[str]
    warned: bool = False
    exit_code: int = 0
    complaint: str = ""
