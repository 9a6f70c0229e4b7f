"""What a source is: told by its first bytes and its ending, and where these two disagree, by a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

from facilitator.domain.errors import UnknownSource, WrongContent

HEAD = 65_536
"""How many bytes from the start of a source are enough to recognise it."""


class SourceKind(StrEnum):
    """What the content is for: the words of `--as`."""

    NOTES = "notes"
    PEOPLE = "people"
    WORKSHOP = "workshop"


class SourceForm(StrEnum):
    """How the content is written."""

    TEXT = "text"
    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a source is for and how it is written."""

    kind: SourceKind
    form: SourceForm


_ENDINGS = {
    ".txt": Recognised(SourceKind.NOTES, SourceForm.TEXT),
    ".text": Recognised(SourceKind.NOTES, SourceForm.TEXT),
    ".md": Recognised(SourceKind.NOTES, SourceForm.TEXT),
    ".markdown": Recognised(SourceKind.NOTES, SourceForm.TEXT),
    ".csv": Recognised(SourceKind.PEOPLE, SourceForm.CSV),
    ".tsv": Recognised(SourceKind.PEOPLE, SourceForm.CSV),
    ".xlsx": Recognised(SourceKind.PEOPLE, SourceForm.XLSX),
    ".json": Recognised(SourceKind.WORKSHOP, SourceForm.JSON),
}
# How a kind is written where the ending does not say.
_PLAIN_FORMS = {
    SourceKind.NOTES: SourceForm.TEXT,
    SourceKind.PEOPLE: SourceForm.CSV,
    SourceKind.WORKSHOP: SourceForm.JSON,
}

_AS_TEXT = "Save its words as a text file (.txt), or its list as .xlsx or .csv, and import that."
_AS_XLSX = "Open it in Excel, save it as .xlsx without a password and import that."
_UNPACK = "Take the file you want out of it and import that."

_SIGNATURES = (
    (b"%PDF-", "a PDF document", _AS_TEXT),
    (b"\x89PNG\r\n\x1a\n", "a picture", _AS_TEXT),
    (b"\xff\xd8\xff", "a picture", _AS_TEXT),
    (b"GIF8", "a picture", _AS_TEXT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or protected Office file", _AS_XLSX),
    (b"{\\rtf", "a document in rich text format", _AS_TEXT),
    (b"SQLite format 3\0", "a workshop file or another database", "Export the workshop as .json and import that."),
    (b"\x1f\x8b\x08", "a packed archive", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a packed archive", _UNPACK),
    (b"Rar!\x1a\x07", "a packed archive", _UNPACK),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
# The names of parts stand unpacked in the archive, the first of them in its first bytes.
_ZIP_CONTENTS = (
    (b"word/", "a Word document", _AS_TEXT),
    (b"ppt/", "a PowerPoint presentation", _AS_TEXT),
    (b"vnd.oasis.opendocument", "an OpenDocument file", _AS_TEXT),
)
_XLSX_PARTS = (b"xl/", b"[Content_Types].xml", b"_rels/.rels")


def kind_of(name: str, head: bytes, wanted: SourceKind | None = None) -> Recognised:
    """What the source `name` (`-` for standard input) with the first bytes `head` is; `wanted` is what `--as` says.

    The first HEAD bytes are enough. Raises WrongContent when the content is something else than the ending says, and
    UnknownSource when neither ending nor `wanted` tells.
    """
    shown = "Standard input" if name == "-" else PurePath(name).name
    _refuse_binary(shown, head)
    told = _by_ending(name, wanted)
    if head.startswith(_ZIP):
        return _recognise_zip(shown, head, told)
    if told is None:
        raise UnknownSource(name=shown)
    if told.form is SourceForm.XLSX:
        raise WrongContent(name=shown, **_instead_of_workbook(head))
    if told.form is SourceForm.CSV and _is_web_page(head):
        raise WrongContent(name=shown, found="a web page, not a table", advice=_AS_XLSX)
    return told


def _by_ending(name: str, wanted: SourceKind | None) -> Recognised | None:
    ending = PurePath(name).suffix.casefold()
    told = _ENDINGS["." + SourceForm.TEXT] if name == "-" and wanted is None else _ENDINGS.get(ending)
    if wanted is None or (told is not None and told.kind is wanted):
        return told
    return Recognised(wanted, _PLAIN_FORMS[wanted])


def _refuse_binary(shown: str, head: bytes) -> None:
    for signature, found, advice in _SIGNATURES:
        if head.startswith(signature):
            raise WrongContent(name=shown, found=found, advice=advice)


def _recognise_zip(shown: str, head: bytes, told: Recognised | None) -> Recognised:
    for part, found, advice in _ZIP_CONTENTS:
        if part in head:
            raise WrongContent(name=shown, found=found, advice=advice)
    if not any(part in head for part in _XLSX_PARTS):
        raise WrongContent(name=shown, found="a packed archive", advice=_UNPACK)
    # An ending that says nothing can be overruled by a person; one that says something else would mislead the next.
    by_ending = _ENDINGS.get(PurePath(shown).suffix.casefold())
    if by_ending is not None and by_ending.form is not SourceForm.XLSX:
        found, advice = "an Excel workbook, whatever its ending says", "Give it the ending .xlsx and import it again."
        raise WrongContent(name=shown, found=found, advice=advice)
    if told is None or told.kind is not SourceKind.PEOPLE:
        raise WrongContent(name=shown, found="an Excel workbook", advice="People can be read from it: --as people.")
    return Recognised(SourceKind.PEOPLE, SourceForm.XLSX)


def _instead_of_workbook(head: bytes) -> dict[str, str]:
    if not head:
        return {"found": "empty", "advice": "Save the list in Excel again and import that."}
    if _is_web_page(head):
        return {"found": "a web page, not an Excel workbook", "advice": _AS_XLSX}
    return {
        "found": "not an Excel workbook, whatever its ending says",
        "advice": "If it is a table in plain text, give it the ending .csv; else save it in Excel as .xlsx.",
    }


def _is_web_page(head: bytes) -> bool:
    start = head[:512].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return start.startswith((b"<!doctype html", b"<html"))
