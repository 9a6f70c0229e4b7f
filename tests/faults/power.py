"""What is left on a recorded disk when the power goes."""

import random
from typing import Any, Literal

SECTOR = 512
Record = list[tuple[Any, ...]]
Left = Literal["all", "synced", "half"]
WAYS: tuple[Left, ...] = ("all", "synced", "half")
"""What a disk may have kept: every write, only what it was made to keep, or half the sectors of the rest."""


def power_cut(record: Record, moment: int, left: Left, dice: random.Random) -> tuple[dict[str, bytes], list[str]]:
    """The files after a cut at a moment of the record, and what had been acknowledged.

    Names are as they were at the last fsync; with `half`, as of some moment since, as a file system with a journal may
    leave them.
    """
    synced = [place for place, what in enumerate(record[:moment]) if what[0] == "sync"]
    last = synced[-1] if synced else 0
    named_until = {"all": moment, "synced": last, "half": dice.randint(last, moment)}[left]
    safe_until = {record[place][1]: place for place in synced}
    names: dict[str, int] = {}
    contents: dict[int, bytearray] = {}
    for place, (kind, *what) in enumerate(record[:moment]):
        is_safe = left == "all" or (kind in {"write", "cut"} and place < safe_until.get(what[0], -1))
        if kind == "write":
            _write(contents, is_safe, dice if left == "half" else None, *what)
        elif kind == "cut" and (is_safe or place < named_until):
            content = contents.setdefault(what[0], bytearray())
            content[:] = content[: what[1]].ljust(what[1], b"\0")
        elif place < named_until:
            _name(names, kind, what)
    said = [what[1].decode() for what in record[:moment] if what[0] == "mark"]
    return {name: bytes(contents.get(number, b"")) for name, number in names.items()}, "".join(said).split()


def _write(
    contents: dict[int, bytearray], safe: bool, dice: random.Random | None, number: int, offset: int, data: bytes
) -> None:
    content = contents.setdefault(number, bytearray())
    for start in range(0, len(data), SECTOR):
        if safe or (dice and dice.random() < 0.5):
            part, place = data[start : start + SECTOR], offset + start
            content.extend(bytes(max(0, place - len(content))))
            content[place : place + len(part)] = part


def _name(names: dict[str, int], kind: str, what: list[Any]) -> None:
    if kind == "create":
        names[what[0]] = what[1]
    elif kind == "unlink":
        names.pop(what[0], None)
    elif kind == "rename":
        names[what[1]] = names.pop(what[0])
