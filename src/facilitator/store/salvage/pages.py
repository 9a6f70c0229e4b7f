"""The pages of a database file, with what a log or a journal beside it holds; nothing of it need be whole.

https://www.sqlite.org/fileformat2.html sections 1.3 (header), 3 (journal) and 4 (log).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from facilitator.store.recognise import beside

PAGE_BYTES = 4096
"""Of every file that we have made; used when the header does not say."""
HEADER = 100
LOG_HEADER, FRAME_HEADER = 32, 24
LOG_MARKS = {0x377F0682: "<", 0x377F0683: ">"}
"""The first number of a log, and in which order its sums are taken."""
WORD = 0xFFFFFFFF
JOURNAL_MARK, JOURNAL_HEADER = bytes.fromhex("d9d505f920a163d7"), 28
SUM_STEP = 200
"""Of a page in a journal every so-manieth byte, from its end on, is in the sum."""


@dataclass(frozen=True, slots=True)
class Pages:
    """All pages by their number, from 1 on; `usable` bytes of each hold content."""

    pages: dict[int, bytes]
    size: int
    usable: int

    def __iter__(self) -> Iterator[tuple[int, bytes]]:
        return iter(self.pages.items())


def read_pages(path: Path) -> Pages:
    """Read a file, which is not opened as a database, and the log beside it. Raises OSError."""
    # a file that was cut short may end within its header, or before it
    content = path.read_bytes().ljust(HEADER, b"\0")
    size = _page_size(content)
    pages = {place // size + 1: content[place : place + size] for place in range(0, len(content), size)}
    pages[max(pages)] = pages[max(pages)].ljust(size, b"\0")
    log = beside(path, "-wal")
    if log.exists():
        pages.update(_committed(log.read_bytes(), size))
    journal = beside(path, "-journal")
    if journal.exists():
        _roll_back(pages, journal.read_bytes(), size)
    return Pages(pages, size, size - (content[20] if content[20] < 32 else 0))


def _page_size(content: bytes) -> int:
    said = int.from_bytes(content[16:18], "big")
    size = 65536 if said == 1 else said
    return size if size >= 512 and not size & (size - 1) else PAGE_BYTES


def _committed(log: bytes, size: int) -> dict[int, bytes]:
    """The newest page of each number in the transactions that were ended, as far as the log is whole."""
    if len(log) < LOG_HEADER or (order := LOG_MARKS.get(int.from_bytes(log[:4], "big"))) is None:
        return {}
    done: dict[int, bytes] = {}
    waiting: dict[int, bytes] = {}
    sums = _summed(log[: LOG_HEADER - 8], order, (0, 0))
    for start in range(LOG_HEADER, len(log) - FRAME_HEADER - size + 1, FRAME_HEADER + size):
        head, page = log[start : start + FRAME_HEADER], log[start + FRAME_HEADER : start + FRAME_HEADER + size]
        number, ends, *salt_and_sums = struct.unpack(">6I", head)
        sums = _summed(page, order, _summed(head[:8], order, sums))
        # frames of an earlier round have another salt, those that a power cut tore another sum
        if salt_and_sums != [*struct.unpack(">2I", log[16:24]), *sums]:
            break
        waiting[number] = page
        if ends:
            done.update(waiting)
            waiting = {}
    return done


def _roll_back(pages: dict[int, bytes], journal: bytes, size: int) -> None:
    """Take back the transaction that was under way: the pages as they were before it, the oldest of each."""
    place, before, first_count = 0, dict[int, bytes](), None
    while journal[place : place + 8] == JOURNAL_MARK and len(journal) >= place + JOURNAL_HEADER:
        count, nonce, pages_before, sector, _ = struct.unpack(">5I", journal[place + 8 : place + JOURNAL_HEADER])
        first_count = pages_before if first_count is None else first_count
        start = place + sector
        for _ in range(count):
            page = journal[start + 4 : start + 4 + size]
            ends = start + 4 + size
            if len(page) < size or (nonce + sum(page[size - SUM_STEP : 0 : -SUM_STEP])) & WORD != int.from_bytes(
                journal[ends : ends + 4], "big"
            ):
                break
            before.setdefault(int.from_bytes(journal[start : start + 4], "big"), page)
            start = ends + 4
        # the next part of a long transaction begins at the next sector
        place = -(-start // sector) * sector
    pages.update(before)
    for number in [number for number in pages if before and first_count and number > first_count]:
        del pages[number]


def _summed(data: bytes, order: str, sums: tuple[int, int]) -> tuple[int, int]:
    first, second = sums
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for one, other in zip(words[::2], words[1::2], strict=True):
        first = (first + one + second) & WORD
        second = (second + other + first) & WORD
    return first, second
