"""The records in the pages of a database, whichever tree they belong to; a cell that makes no sense is passed over.

https://www.sqlite.org/fileformat2.html sections 1.6 (cells, overflow) and 2.1 (records).
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator

from .pages import Pages

TABLE_LEAF, INDEX_LEAF, INDEX_INNER = 0x0D, 0x0A, 0x02
FILE_HEADER = 100
MOST_COLUMNS = 64
WHOLE = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
"""How many bytes a whole number has, by its type in a record."""
SENSELESS = (LookupError, ValueError, struct.error)

Value = bytes | str | int | float | None
Record = tuple[Value, ...]


def records(pages: Pages) -> Iterator[tuple[bool, Record]]:
    """Every record, and whether it stands in a table with row numbers (else in an index or a table without)."""
    for number, page in pages:
        kind, cells = _cells(number, page)
        for place in cells if kind in {TABLE_LEAF, INDEX_LEAF, INDEX_INNER} else ():
            try:
                yield kind == TABLE_LEAF, _record(_payload(pages, page, kind, _number(page, place, 2)))
            except SENSELESS:
                continue


def is_whole(pages: Pages, is_wanted: Callable[[Record], bool]) -> bool:
    """Whether all of a tree without row numbers is there, known by its records: every page that an inner one leads to.

    Of a whole tree there is just one page to which none leads, its root, and in each every cell can be read.
    """
    there: set[int] = set()
    led_to: list[int] = []
    for number, page in pages:
        kind, cells = _cells(number, page)
        if kind not in {INDEX_LEAF, INDEX_INNER}:
            continue
        try:
            found = [_record(_payload(pages, page, kind, _number(page, place, 2))) for place in cells]
            if not any(is_wanted(record) for record in found):
                continue
            there.add(number)
            if kind == INDEX_INNER:
                led_to += [_number(page, _number(page, place, 2), 4) for place in cells]
                led_to.append(_number(page, 8, 4))
        except SENSELESS:
            # it may be of this tree, and then what it held is lost
            return False
    return set(led_to) < there and len(there) == len(led_to) + 1


def _cells(number: int, page: bytes) -> tuple[int, range]:
    """The kind of a page, and the places in it that say where its cells are."""
    start = FILE_HEADER if number == 1 else 0
    kind = page[start]
    first = start + (12 if kind == INDEX_INNER else 8)
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    return kind, range(first, min(first + 2 * count, len(page) - 1), 2)


def _payload(pages: Pages, page: bytes, kind: int, place: int) -> bytes:
    """The bytes of one cell, those that flowed over into other pages too."""
    place += 4 if kind == INDEX_INNER else 0
    size, place = _varint(page, place)
    if kind == TABLE_LEAF:
        _, place = _varint(page, place)
    usable = pages.usable
    most = usable - 35 if kind == TABLE_LEAF else (usable - 12) * 64 // 255 - 23
    if size <= most:
        return _cut(page, place, size)
    least = (usable - 12) * 32 // 255 - 23
    here = least + (size - least) % (usable - 4)
    here = here if here <= most else least
    content = bytearray(_cut(page, place, here))
    following = _number(page, place + here, 4)
    while len(content) < size:
        if following not in pages.pages or len(content) > len(pages.pages) * usable:
            raise ValueError("the rest is not there")
        over = pages.pages[following]
        content += over[4 : 4 + min(size - len(content), usable - 4)]
        following = _number(over, 0, 4)
    if following:
        raise ValueError("the rest is longer than it says")
    return bytes(content)


def _record(payload: bytes) -> Record:
    end, place = _varint(payload, 0)
    types = []
    while place < end:
        kind, place = _varint(payload, place)
        types.append(kind)
    if place != end or len(types) > MOST_COLUMNS:
        raise ValueError("the header of a record does not fit")
    values = []
    for kind in types:
        value, place = _value(payload, place, kind)
        values.append(value)
    if place != len(payload):
        raise ValueError("a record does not fill its cell")
    return tuple(values)


def _value(payload: bytes, place: int, kind: int) -> tuple[Value, int]:
    if kind in WHOLE:
        width = WHOLE[kind]
        return int.from_bytes(_cut(payload, place, width), "big", signed=True), place + width
    if kind == 7:
        return float(struct.unpack(">d", _cut(payload, place, 8))[0]), place + 8
    if kind >= 12:
        width = (kind - 12) // 2
        content = _cut(payload, place, width)
        return (content if kind % 2 == 0 else _text(content)), place + width
    return {0: None, 8: 0, 9: 1}[kind], place


def _text(content: bytes) -> str:
    # what the app writes has no such character: it is what is left of a page that was wiped
    if b"\0" in content:
        raise ValueError("a text with zeros")
    return content.decode()


def _varint(data: bytes, place: int) -> tuple[int, int]:
    value = 0
    for width in range(8):
        byte = data[place + width]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + width + 1
    return value << 8 | data[place + 8], place + 9


def _number(data: bytes, place: int, width: int) -> int:
    return int.from_bytes(_cut(data, place, width), "big")


def _cut(data: bytes, place: int, width: int) -> bytes:
    part = data[place : place + width]
    if len(part) != width:
        raise ValueError("a page ends before its content")
    return part
