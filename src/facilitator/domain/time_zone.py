"""The time zone of a workshop by its name."""

from __future__ import annotations

from datetime import UTC, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


@cache
def time_zone(name: str) -> tzinfo:
    """The zone, or UTC when this computer does not know it, as when its tables are older than the workshop."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC
