"""What is known of the backups of a workshop, and when one is due or missed."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from .errors import FacilitatorError

BETWEEN = timedelta(minutes=10)
"""So long after a backup, or an attempt at one, the next is made if something has changed."""
OVERDUE = timedelta(minutes=30)
"""A change that is in no proven backup for so long is shown as a danger."""


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A backup, which was opened again and counted; `at` by the clock on the wall, as in its name."""

    at: datetime
    path: Path


@dataclass(frozen=True, slots=True)
class Round:
    """What one round has brought to the usual folder, and to the second one; None when no second one is chosen."""

    first: BackedUp | FacilitatorError
    second: BackedUp | FacilitatorError | None

    @property
    def last(self) -> BackedUp | None:
        """The proven copy that it has left, wherever that is."""
        return next((made for made in (self.first, self.second) if isinstance(made, BackedUp)), None)


@dataclass(frozen=True, slots=True)
class Proof:
    """How far the work is proven: when the last backup was made, and when the first change came that is in none.

    Both by the clock on the wall. `problem` kept the last round from proving anything; `behind` is what keeps the
    second folder from having the newest backup.
    """

    last: datetime | None = None
    unproven_since: datetime | None = None
    problem: FacilitatorError | None = None
    behind: FacilitatorError | None = None

    def is_overdue(self, now: datetime) -> bool:
        """Whether a change has waited too long."""
        return self.unproven_since is not None and now - self.unproven_since >= OVERDUE


@dataclass(frozen=True, slots=True)
class Inside:
    """What a file of a workshop holds, counted; `steps` are those of its ledger."""

    workshop_id: bytes
    notes: int
    recommendations: int
    people: int
    steps: int


@dataclass(frozen=True, slots=True)
class Found:
    """A backup of the workshop `name`: the file to read, and whether it stands in the usual and the second folder.

    `inside` is an error where it could not be read.
    """

    name: str
    at: datetime
    path: Path
    in_first: bool
    in_second: bool
    inside: Inside | FacilitatorError

    @property
    def key(self) -> bytes:
        """What tells it from the others."""
        return os.fsencode(self.path)


def difference(then: Inside, now: Inside) -> Inside | None:
    """What the present file has more than a backup, negative where it has less; None when they are two workshops."""
    if then.workshop_id != now.workshop_id:
        return None
    return Inside(
        now.workshop_id,
        now.notes - then.notes,
        now.recommendations - then.recommendations,
        now.people - then.people,
        now.steps - then.steps,
    )
