"""A new workshop, empty but for its name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from facilitator.domain.kinds import Rule
from facilitator.workspace.opening import create_workspace

from .local_time import checked_time_zone, local_time_zone


@dataclass(frozen=True, slots=True)
class Made:
    """A workshop file that was made, and the title that it has."""

    path: Path
    title: str


def make_workshop(
    path: Path, title: str, *, time_zone: str | None = None, attribution: Rule = Rule.NAMED, prefix: str = ""
) -> Made:
    """Make an empty workshop; without `time_zone` it has that of this computer.

    Raises TimeZoneUnknown and what `create_workspace` raises.
    """
    zone = local_time_zone() if time_zone is None else checked_time_zone(time_zone)
    workspace = create_workspace(path, title=title, time_zone=zone, attribution=attribution, prefix=prefix)
    try:
        with workspace.read() as reads:
            return Made(path, reads.workshop().title)
    finally:
        workspace.close()
