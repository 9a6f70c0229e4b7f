"""Workbooks for the tests: made by openpyxl, then changed by hand where no program would write such a file."""

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping

from openpyxl import Workbook

SHEET = "xl/worksheets/sheet1.xml"


def saved(workbook: Workbook) -> bytes:
    """The bytes of the file."""
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def workbook(rows: Iterable[Iterable[object]]) -> bytes:
    """A workbook with one sheet of these rows."""
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    return saved(made)


def altered(data: bytes, changes: Mapping[str, Callable[[bytes], bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The same archive with some of its parts, or new ones, made from what was there."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w", method) as target:
        for name in source.namelist():
            target.writestr(name, changes.get(name, bytes)(source.read(name)))
        for name in changes.keys() - set(source.namelist()):
            target.writestr(name, changes[name](b""))
    return stream.getvalue()


def with_sheet(data: bytes, *replacements: tuple[str, str]) -> bytes:
    """The same workbook with its first sheet's XML changed; each text replaced must be there."""

    def change(part: bytes) -> bytes:
        text = part.decode()
        for old, new in replacements:
            assert old in text
            text = text.replace(old, new)
        return text.encode()

    return altered(data, {SHEET: change})
