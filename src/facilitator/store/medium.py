"""What a folder lies on, asked of the system that runs."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path, PurePosixPath

from facilitator.domain.medium import Medium

from .media import linux, macos, windows

SECONDS = 5.0
"""How long a tool of the system may take to say what a disk is."""


def medium_of(folder: Path) -> Medium:
    """What a folder that is there lies on; a disk of this computer where the system does not say. Raises OSError."""
    place = folder.resolve()
    return _asked(place, place.stat().st_dev)


@cache
def _asked(folder: Path, _device: int) -> Medium:
    # the device is a part of the question: another stick may have come to the same place
    try:
        if sys.platform == "win32":
            return windows.medium(str(folder), _drive_type)
        if sys.platform == "darwin":
            return macos.medium(PurePosixPath(folder), _said("/sbin/mount").decode(errors="replace"), _about)
        table = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape")
        return linux.medium(PurePosixPath(folder), table)
    except (OSError, subprocess.SubprocessError):
        return Medium.FIXED


def _drive_type(root: str) -> int:
    if sys.platform == "win32":
        import ctypes

        return int(ctypes.windll.kernel32.GetDriveTypeW(root))
    raise OSError("drives have types on Windows alone")


def _about(device: str) -> bytes:
    return _said("/usr/sbin/diskutil", "info", "-plist", device)


def _said(*command: str) -> bytes:
    return subprocess.run(command, capture_output=True, check=True, timeout=SECONDS).stdout  # noqa: S603 - our own words and a device that the system named
