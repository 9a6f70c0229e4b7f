"""Time zones by name: that of this computer, and whether there is one of a given name."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import tzlocal

from facilitator.domain.errors import TimeZoneUnknown

UTC = "UTC"


def local_time_zone() -> str:
    """The time zone of this computer; UTC where it does not say, or says something that is none."""
    try:
        return checked_time_zone(tzlocal.get_localzone_name() or UTC)
    # tzlocal's own error, for settings that contradict each other, is a kind of LookupError or ValueError.
    except (LookupError, ValueError, OSError, TimeZoneUnknown):
        return UTC


def checked_time_zone(name: str) -> str:
    """The name, if there is such a time zone. Raises TimeZoneUnknown."""
    try:
        ZoneInfo(name)
    # A name that is a folder or leads out of the tables of time zones is an OSError or a ValueError.
    except (LookupError, ValueError, OSError) as error:
        raise TimeZoneUnknown(name=name) from error
    return name
