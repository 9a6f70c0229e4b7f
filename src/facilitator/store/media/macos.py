"""macOS: `mount` says which volumes are of this computer, `diskutil info -plist` what such a volume is made of."""

from __future__ import annotations

import plistlib
import re
from collections.abc import Callable
from pathlib import PurePosixPath
from xml.parsers.expat import ExpatError

from facilitator.domain.medium import Medium

LINE = re.compile(r"^(?P<device>.+?) on (?P<point>/.*) \((?P<options>[^()]*)\)$")
INTERNAL, PULLED_OUT = "Internal", ("RemovableMedia", "Removable", "RemovableMediaOrExternalDevice")
IMAGE = "Disk Image"


def volume_of(folder: PurePosixPath, table: str) -> tuple[str, frozenset[str]] | None:
    """The device of the volume on which a folder lies, and the words of its line in the answer of `mount`."""
    found = [match for line in table.splitlines() if (match := LINE.match(line))]
    around = [match for match in found if folder.is_relative_to(match["point"])]
    if not around:
        return None
    deepest = max(around, key=lambda match: len(PurePosixPath(match["point"]).parts))
    return deepest["device"], frozenset(word.strip() for word in deepest["options"].split(","))


def medium(folder: PurePosixPath, table: str, about: Callable[[str], bytes]) -> Medium:
    """What a folder lies on; `about` gives the property list of a device of this computer."""
    volume = volume_of(folder, table)
    if volume is None:
        return Medium.FIXED
    device, options = volume
    if "local" not in options:
        return Medium.NETWORK
    # the volumes of the system are many, and none of them can be pulled out
    if "root data" in options or "sealed" in options or not device.startswith("/dev/"):
        return Medium.FIXED
    return _of_device(about(device))


def _of_device(answer: bytes) -> Medium:
    try:
        said = plistlib.loads(answer)
    except (plistlib.InvalidFileException, ExpatError, ValueError):
        return Medium.FIXED
    if said.get("BusProtocol") == IMAGE:
        return Medium.FIXED
    pulled_out = any(said.get(key) for key in PULLED_OUT) or said.get(INTERNAL) is False
    return Medium.REMOVABLE if pulled_out else Medium.FIXED
