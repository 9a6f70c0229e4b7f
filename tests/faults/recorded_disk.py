"""A disk in memory that remembers every write and every fsync, so that any power cut can be made afterwards.

    python recorded_disk.py MOUNTPOINT RECORD [KIND]

Mounted by FUSE under an unchanged program, which takes it for a disk of this computer, or with a KIND such as `sshfs`
for what the table of mounts then calls `fuse.sshfs`. Files are numbered, because a name may move while a file is open.
The record is written when the disk is unmounted. What is written to the file `faults` (COUNT ERRNO TIMES) makes the
disk fail: at the so-manieth change from then on, with that answer, so often.
"""

import errno
import pickle
import stat
import sys
from pathlib import Path
from typing import Any

import mfusepy

MARKS, FAULTS = "/marks", "/faults"
"""What the program writes to the first was acknowledged at that moment; the second is the switch for failures."""
OURS = frozenset({MARKS, FAULTS})
SHARED_MEMORY = "-shm"
"""The system brings it to the disk when it likes; nobody waits for it, and it is not what a cut leaves."""
Record = list[tuple[Any, ...]]


class Disk(mfusepy.Operations):
    """Each operation as FUSE asks for it, and its line in the record."""

    use_ns = True

    def __init__(self, target: Path) -> None:
        self.target = target
        self.names: dict[str, int] = {}
        self.contents: list[bytearray] = []
        self.quiet: set[int] = set()
        self.record: Record = []
        self.left, self.answer, self.times = 0, 0, 0

    def getattr(self, path: str, fh: int | None = None) -> dict[str, Any]:
        if path == "/":
            return {"st_mode": stat.S_IFDIR | 0o755, "st_nlink": 2}
        if path not in self.names:
            raise mfusepy.FuseOSError(errno.ENOENT)
        number = self.names[path]
        links, size = list(self.names.values()).count(number), len(self.contents[number])
        return {"st_mode": stat.S_IFREG | 0o644, "st_nlink": links, "st_size": size, "st_ino": number + 10}

    def readdir(self, path: str, fh: int) -> list[str]:
        return [".", "..", *(name[1:] for name in self.names)]

    def create(self, path: str, mode: int, fi: object = None) -> int:
        number = len(self.contents)
        if path in OURS or path.endswith(SHARED_MEMORY):
            self.quiet.add(number)
        self.change(number)
        self.names[path] = number
        self.contents.append(bytearray())
        self.record.append(("create", path, number))
        return number

    def open(self, path: str, flags: int) -> int:
        return self.names[path]

    def read(self, path: str, size: int, offset: int, fh: int) -> bytes:
        return bytes(self.contents[fh][offset : offset + size])

    def write(self, path: str, data: bytes, offset: int, fh: int) -> int:
        self.change(fh)
        if self.names.get(FAULTS) == fh:
            self.left, self.answer, self.times = (int(word) for word in data.split())
            return len(data)
        content = self.contents[fh]
        content.extend(bytes(max(0, offset - len(content))))
        content[offset : offset + len(data)] = data
        self.record.append(("mark", data) if self.names.get(MARKS) == fh else ("write", fh, offset, data))
        return len(data)

    def truncate(self, path: str, length: int, fh: int | None = None) -> int:
        number = self.names[path] if fh is None else fh
        self.change(number)
        self.contents[number][:] = self.contents[number][:length].ljust(length, b"\0")
        self.record.append(("cut", number, length))
        return 0

    def fsync(self, path: str, datasync: int, fh: int) -> int:
        self.change(fh)
        self.record.append(("sync", fh))
        return 0

    def fsyncdir(self, path: str, datasync: int, fh: int) -> int:
        self.record.append(("sync", None))
        return 0

    def link(self, target: str, source: str) -> int:
        self.change(self.names[source])
        self.names[target] = self.names[source]
        self.record.append(("create", target, self.names[source]))
        return 0

    def unlink(self, path: str) -> int:
        self.change(self.names[path])
        del self.names[path]
        self.record.append(("unlink", path))
        return 0

    def rename(self, old: str, new: str, flags: int = 0) -> int:
        self.change(self.names[old])
        self.names[new] = self.names.pop(old)
        self.record.append(("rename", old, new))
        return 0

    def change(self, number: int) -> None:
        """Something is about to be other than it was; this is where the disk fails, if it is to."""
        if number in self.quiet or not self.times:
            return
        self.left -= 1
        if self.left <= 0:
            self.times -= 1
            raise mfusepy.FuseOSError(self.answer)

    def statfs(self, path: str) -> dict[str, int]:
        # how many failures are still to come stands where a disk says how many files it has room for
        size = {"f_bsize": 4096, "f_frsize": 4096, "f_blocks": 1 << 20, "f_bavail": 1 << 19, "f_bfree": 1 << 19}
        return {**size, "f_files": self.times}

    def destroy(self, path: str) -> None:
        self.target.write_bytes(pickle.dumps(self.record))


if __name__ == "__main__":
    kind = {"subtype": sys.argv[3]} if len(sys.argv) > 3 else {}
    mfusepy.FUSE(Disk(Path(sys.argv[2])), sys.argv[1], foreground=True, nothreads=True, hard_remove=True, **kind)
