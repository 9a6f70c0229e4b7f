"""What is known of the backups of a workshop."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A backup that was opened again and counted; `at` by the clock on the wall, as in its name."""

    at: datetime
    path: Path
    notes: int
    recommendations: int
