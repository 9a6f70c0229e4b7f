"""The limits of an Office file hold before a parser of Office files sees it."""

import io
import struct
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.errors import TooLarge, WorkbookUnreadable
from facilitator.intake import archive
from facilitator.intake.archive import ENTRY_LIMIT, open_checked
from facilitator.intake.xlsx_table import read_xlsx

from .sentences import read_or_refused
from .workbooks import SHEET, altered, with_sheet, workbook

PEOPLE = workbook([["Name", "Role"], ["Mai", "Chair"]])
LAUGHS = """<?xml version="1.0"?><!DOCTYPE worksheet [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>"""


def test_an_ordinary_workbook_passes() -> None:
    assert SHEET in open_checked(PEOPLE).namelist()


def test_an_archive_of_too_many_files_is_refused() -> None:
    crowd = {f"xl/media/{number}.txt": lambda _: b"x" for number in range(ENTRY_LIMIT)}
    with pytest.raises(WorkbookUnreadable, match=f"more than {ENTRY_LIMIT} files"):
        open_checked(altered(PEOPLE, crowd))


def test_a_bomb_is_refused_by_its_ratio() -> None:
    bomb = altered(PEOPLE, {"xl/media/image.bin": lambda _: bytes(5_000_000)})
    assert len(bomb) < 20_000
    with pytest.raises(WorkbookUnreadable, match="100 times its size"):
        open_checked(bomb)


def test_what_unpacks_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "UNPACKED_LIMIT", 30_000)
    with pytest.raises(WorkbookUnreadable, match="unpacked"):
        open_checked(altered(PEOPLE, {"xl/media/image.bin": lambda _: bytes(range(256)) * 200}))


def test_a_file_that_is_itself_too_large_is_refused_unopened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "UNPACKED_LIMIT", 100)
    with pytest.raises(TooLarge):
        open_checked(PEOPLE)


def test_a_declared_size_that_lies_does_not_help_a_bomb() -> None:
    bomb = bytearray(altered(PEOPLE, {"xl/media/image.bin": lambda _: bytes(5_000_000)}))
    for header, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        place = bomb.rfind(header)
        bomb[place + offset : place + offset + 4] = struct.pack("<I", 10)
    with pytest.raises(WorkbookUnreadable):
        open_checked(bytes(bomb))


@pytest.mark.parametrize(
    "part", [SHEET, "xl/sharedStrings.xml", "xl/workbook.xml", "[Content_Types].xml", "docProps/x.xml"]
)
def test_entities_are_refused_in_every_part(part: str) -> None:
    bomb = altered(PEOPLE, {part: lambda data: LAUGHS.encode() + (data.partition(b"?>")[2] or b"<worksheet/>")})
    with pytest.raises(WorkbookUnreadable, match="entities"):
        read_xlsx(bomb)


def test_entities_are_refused_in_another_encoding_of_xml_too() -> None:
    text = LAUGHS.replace('"1.0"', '"1.0" encoding="utf-16"') + "<worksheet>&b;</worksheet>"
    with pytest.raises(WorkbookUnreadable, match="entities"):
        read_xlsx(altered(PEOPLE, {SHEET: lambda _: text.encode("utf-16")}))


def test_a_protected_archive_is_refused() -> None:
    locked = bytearray(PEOPLE)
    for header, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        place = -1
        while (place := locked.find(header, place + 1)) >= 0:
            locked[place + offset] |= 1
    with pytest.raises(WorkbookUnreadable, match="password"):
        open_checked(bytes(locked))


def test_an_unusual_packing_is_refused_since_it_unpacks_without_bounds() -> None:
    with pytest.raises(WorkbookUnreadable, match="unusual"):
        open_checked(altered(PEOPLE, {}, zipfile.ZIP_LZMA))


def test_an_archive_within_the_archive_is_refused() -> None:
    with pytest.raises(WorkbookUnreadable, match="another archive"):
        open_checked(altered(PEOPLE, {"xl/media/more.zip": lambda _: PEOPLE}))


@pytest.mark.parametrize("cut", [0, 1, 30, len(PEOPLE) // 2, len(PEOPLE) - 1])
def test_a_file_that_is_cut_off_is_refused(cut: int) -> None:
    with pytest.raises(WorkbookUnreadable, match="damaged"):
        open_checked(PEOPLE[:cut])


def test_broken_xml_is_refused_with_the_name_of_the_part() -> None:
    with pytest.raises(WorkbookUnreadable, match="sheet1.xml in it is damaged"):
        read_xlsx(with_sheet(PEOPLE, ("</sheetData>", "</sheet>")))


@given(st.integers(0, len(PEOPLE) - 1), st.binary(min_size=1, max_size=4))
@settings(deadline=None, max_examples=150)
def test_a_damaged_workbook_is_read_or_refused_in_a_sentence(place: int, noise: bytes) -> None:
    with read_or_refused():
        read_xlsx(PEOPLE[:place] + noise + PEOPLE[place + len(noise) :])


@given(st.sampled_from(zipfile.ZipFile(io.BytesIO(PEOPLE)).namelist()), st.data())
@settings(deadline=None, max_examples=150)
def test_a_workbook_with_a_changed_part_is_read_or_refused_in_a_sentence(part: str, data: st.DataObject) -> None:
    def change(content: bytes) -> bytes:
        start = data.draw(st.integers(0, len(content)))
        end = data.draw(st.integers(start, min(len(content), start + 12)))
        return (
            content[:start]
            + data.draw(st.sampled_from([b"", b"9", b"-1", b"x", b'"', b"<a/>", b"&#0;"]))
            + content[end:]
        )

    with read_or_refused():
        read_xlsx(altered(PEOPLE, {part: change}))
