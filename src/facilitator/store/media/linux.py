"""Linux: the table of mounts names the kind of file system, `/sys` what is behind the device.

See proc_pid_mountinfo(5) and https://www.kernel.org/doc/Documentation/ABI/stable/sysfs-block.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from facilitator.domain.medium import Medium

SHARED = frozenset(
    [
        "9p",
        "afs",
        "beegfs",
        "ceph",
        "cifs",
        "coda",
        "fuse.ceph",
        "fuse.curlftpfs",
        "fuse.davfs",
        "fuse.glusterfs",
        "fuse.gvfsd-fuse",
        "fuse.kio-fuse",
        "fuse.rclone",
        "fuse.s3fs",
        "fuse.sshfs",
        "fuse.vmhgfs-fuse",
        "gfs2",
        "glusterfs",
        "lustre",
        "ncpfs",
        "nfs",
        "nfs4",
        "ocfs2",
        "smb3",
        "smbfs",
        "vboxsf",
        "vmhgfs",
    ]
)
"""Kinds of file systems whose files another computer, or the one around this one, may write at the same time."""
ESCAPE = re.compile(r"\\([0-7]{3})")
DEPTH = 8
"""A device may lie on another (encryption, volumes), but never so deep."""


@dataclass(frozen=True, slots=True)
class Mount:
    """One line of the table: the device as `major:minor`, where it is mounted, the kind of file system."""

    device: str
    point: PurePosixPath
    kind: str


def mounts(table: str) -> list[Mount]:
    """The lines of `/proc/self/mountinfo`; one that makes no sense is passed over."""
    found = []
    for line in table.splitlines():
        before, dash, after = line.partition(" - ")
        fields, kinds = before.split(" "), after.split(" ")
        if dash and len(fields) >= 6:
            found.append(Mount(fields[2], PurePosixPath(_plain(fields[4])), kinds[0]))
    return found


def mount_of(folder: PurePosixPath, table: str) -> Mount | None:
    """Where a folder, given without links, lies; of two mounts in one place the later covers the earlier."""
    around = [mount for mount in reversed(mounts(table)) if folder.is_relative_to(mount.point)]
    return max(around, key=lambda mount: len(mount.point.parts), default=None)


def medium(folder: PurePosixPath, table: str, sys: Path = Path("/sys")) -> Medium:
    """What a folder lies on; where nothing is known it is a disk of this computer, which a probe then tries."""
    mount = mount_of(folder, table)
    if mount is None:
        return Medium.FIXED
    if mount.kind in SHARED:
        return Medium.NETWORK
    return Medium.REMOVABLE if _can_be_pulled_out(sys, mount.device, DEPTH) else Medium.FIXED


def _can_be_pulled_out(sys: Path, device: str, depth: int) -> bool:
    """A stick or a card says so itself; a disk on a USB cable does not, but its place among the devices does."""
    entry = sys / "dev" / "block" / device
    if not entry.exists():
        return False
    place = entry.resolve()
    below = place / "slaves"
    if depth and below.is_dir() and (others := sorted(below.iterdir())):
        return any(_can_be_pulled_out(sys, _text(other / "dev"), depth - 1) for other in others)
    if any(re.fullmatch(r"usb\d+|mmc\d+", part) for part in place.parts) and not _is_built_in(place):
        return True
    # the whole disk says it, not its parts
    return "1" in {_text(place / "removable"), _text(place.parent / "removable")}


def _is_built_in(place: Path) -> bool:
    # the memory of many small computers is an MMC that is soldered in; a card says SD
    kinds = {_text(folder / "device" / "type") for folder in (place, place.parent)}
    return "MMC" in kinds


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""


def _plain(escaped: str) -> str:
    """Spaces, tabs and backslashes stand in the table as octal numbers."""
    return ESCAPE.sub(lambda found: chr(int(found[1], 8)), escaped)
