"""First groups of the recommendations that are in no theme; nothing is filed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from facilitator.domain.numbers import Number
from facilitator.grouping import finished

from .board import read_board
from .progress import Progress


@dataclass(frozen=True, slots=True)
class FirstGroup:
    """A name, the recommendations in the order of the register, and the number and words of the most central one."""

    name: str
    members: tuple[Number, ...]
    central: Number
    wording: str


def first_groups(path: Path, progress: Progress) -> tuple[FirstGroup, ...]:
    """Propose groups, the largest first. Raises as `read_board`."""
    board = read_board(path)
    told = []
    for group in finished(board.index.groups(), progress):
        inside = set(group.members)
        members = tuple(number for key, number in board.numbers.items() if key in inside)
        told.append(FirstGroup(group.name, members, board.numbers[group.central], board.index.text(group.central)))
    return tuple(told)
