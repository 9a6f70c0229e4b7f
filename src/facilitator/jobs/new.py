"""A new workshop, empty but for its name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from facilitator.domain.kinds import Rule
from facilitator.workspace.opening import building, open_workspace

from .ending import refuse_other_ending
from .local_time import checked_time_zone, local_time_zone


@dataclass(frozen=True, slots=True)
class Made:
    """A workshop file that was made, and the title that it has."""

    path: Path
    title: str


def make_workshop(
    path: Path,
    title: str,
    *,
    time_zone: str | None = None,
    attribution: Rule = Rule.NAMED,
    prefix: str = "",
    place: str = "",
    days: Iterable[date] = (),
) -> Made:
    """Make a workshop; without `time_zone` it has that of this computer. Each of `days` begins with one plenary.

    Raises WorkshopEnding, TimeZoneUnknown and what `create_workspace` raises.
    """
    refuse_other_ending(path)
    zone = local_time_zone() if time_zone is None else checked_time_zone(time_zone)
    with building(path, title=title, time_zone=zone, attribution=attribution, prefix=prefix) as workspace:
        if place or days:
            with workspace.edit("New workshop", undoable=False) as edits:
                if place:
                    edits.workshop.change(place=place)
                for number, day in enumerate(days, 1):
                    edits.sessions.add(f"Day {number}", day=day)
    workspace = open_workspace(path)
    try:
        with workspace.read() as reads:
            return Made(path, reads.workshop().title)
    finally:
        workspace.close()
