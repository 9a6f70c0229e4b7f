"""An Office file as what it is, a ZIP archive of XML, held to its limits before a parser of Office files sees it."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import NoReturn, Protocol
from xml.parsers import expat

from defusedxml.common import DTDForbidden

from facilitator.domain.errors import TooLarge, WorkbookUnreadable

ENTRY_LIMIT = 200
"""How many files an archive may hold."""
UNPACKED_LIMIT = 50_000_000
"""How large all of them together may become, in bytes."""
RATIO_LIMIT = 100
"""How many times its own size an archive may become, from a million bytes on."""

# Below this a high ratio is harmless, and that of small files with much boilerplate is high.
_RATIO_FROM = 1_000_000
_CHUNK = 65_536
_CENTRAL_HEADER = b"PK\x01\x02"
# Bit 0 of the general purpose flags (ZIP application note 4.4.4).
_ENCRYPTED = 0x1
# zipfile inflates the others (bzip2, LZMA) in one go, however much comes out.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ARCHIVE_ENDINGS = (".zip", ".gz", ".7z", ".rar", ".bz2", ".xz")

# All that zipfile raises on archives that are cut, patched or made up.
BROKEN_ARCHIVE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    IndexError,
    KeyError,
    NotImplementedError,
    RuntimeError,
    OverflowError,
)


class PartTarget(Protocol):
    """What hears of the elements and texts of an XML part; a tag is its namespace, `}` and its local name."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def data(self, text: str) -> None:
        """Text between tags, maybe in pieces."""

    def end(self, tag: str) -> None:
        """An element ends."""


def open_checked(data: bytes) -> zipfile.ZipFile:
    """The archive, after every entry was inflated and counted and every XML part was found free of entities.

    Raises TooLarge and WorkbookUnreadable. Declared sizes are not believed: what is counted is what comes out.
    """
    if len(data) > UNPACKED_LIMIT:
        raise TooLarge(limit=f"{UNPACKED_LIMIT // 1_000_000} MB of an Excel workbook")
    # Counted before zipfile builds an object for each of what may be millions.
    if data.count(_CENTRAL_HEADER) > ENTRY_LIMIT:
        raise WorkbookUnreadable(reason=f"it holds more than {ENTRY_LIMIT} files")
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        _check_entries(archive, min(UNPACKED_LIMIT, max(_RATIO_FROM, RATIO_LIMIT * len(data))))
    except BROKEN_ARCHIVE as error:
        raise WorkbookUnreadable(reason="the file is damaged or not an Excel workbook") from error
    return archive


def parse_part(archive: zipfile.ZipFile, name: str, target: PartTarget | None, allowed: int = UNPACKED_LIMIT) -> int:
    """Feeds one XML part to `target`, if there is one, and returns its size in bytes.

    Raises WorkbookUnreadable for a document type (without one there are no entities), for broken XML and beyond
    `allowed` bytes. A target says that the part is wrong by a ValueError.
    """
    parser = _guarded_parser(target)
    size = 0
    try:
        with archive.open(name) as part:
            while chunk := part.read(_CHUNK):
                size = _grown(size, len(chunk), allowed)
                parser.Parse(chunk, False)
        # Some programs leave an empty part behind, which no parser would take.
        if size:
            parser.Parse(b"", True)
    except DTDForbidden as error:
        raise WorkbookUnreadable(reason=f"{name} in it declares entities, which no list needs") from error
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise WorkbookUnreadable(reason=f"{name} in it is damaged") from error
    return size


def _guarded_parser(target: PartTarget | None) -> expat.XMLParserType:
    # defusedxml's own parser has the same rule and takes three times as long for a million rows.
    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartDoctypeDeclHandler = _forbid_dtd
    if target is not None:
        parser.StartElementHandler = target.start
        parser.CharacterDataHandler = target.data
        parser.EndElementHandler = target.end
    return parser


def _forbid_dtd(name: str, system_id: str | None, public_id: str | None, has_internal_subset: int) -> NoReturn:
    raise DTDForbidden(name, system_id, public_id)


def _check_entries(archive: zipfile.ZipFile, allowed: int) -> None:
    unpacked = 0
    for entry in archive.infolist():
        _check_kind(entry)
        if entry.filename.endswith((".xml", ".rels")):
            unpacked += parse_part(archive, entry.filename, None, allowed - unpacked)
        else:
            unpacked += _inflated_size(archive, entry, allowed - unpacked)


def _check_kind(entry: zipfile.ZipInfo) -> None:
    if entry.flag_bits & _ENCRYPTED:
        raise WorkbookUnreadable(reason="it is protected by a password")
    if entry.compress_type not in _METHODS:
        raise WorkbookUnreadable(reason=f"{entry.filename} in it is packed in an unusual way")
    if entry.filename.lower().endswith(_ARCHIVE_ENDINGS):
        raise WorkbookUnreadable(reason=f"it holds another archive, {entry.filename}")


def _inflated_size(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, allowed: int) -> int:
    size = 0
    with archive.open(entry) as part:
        while chunk := part.read(_CHUNK):
            size = _grown(size, len(chunk), allowed)
    return size


def _grown(size: int, more: int, allowed: int) -> int:
    if size + more > allowed:
        raise WorkbookUnreadable(
            reason=f"unpacked it is larger than {UNPACKED_LIMIT // 1_000_000} MB or {RATIO_LIMIT} times its size"
        )
    return size + more
