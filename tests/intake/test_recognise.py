"""What a source is taken for, and what is said when its ending is wrong."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from facilitator.domain.errors import UnknownSource, WrongContent
from facilitator.intake.recognise import Recognised, SourceForm, SourceKind, kind_of

from .sentences import read_or_refused

NOTES = Recognised(SourceKind.NOTES, SourceForm.TEXT)
PEOPLE_CSV = Recognised(SourceKind.PEOPLE, SourceForm.CSV)
PEOPLE_XLSX = Recognised(SourceKind.PEOPLE, SourceForm.XLSX)
WORKSHOP = Recognised(SourceKind.WORKSHOP, SourceForm.JSON)


def workbook() -> bytes:
    stream = io.BytesIO()
    Workbook().save(stream)
    return stream.getvalue()


def packed(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "head", "expected"),
    [
        ("notes.txt", b"! Publish", NOTES),
        ("Notes.MD", b"# Title", NOTES),
        ("-", b"! Publish", NOTES),
        ("folder/people.csv", b"Name,Role", PEOPLE_CSV),
        ("people.CSV", b"", PEOPLE_CSV),
        ("people.xlsx", workbook(), PEOPLE_XLSX),
        ("w.json", b"{}", WORKSHOP),
        ("empty.txt", b"", NOTES),
    ],
)
def test_the_ending_says_what_a_source_is(name: str, head: bytes, expected: Recognised) -> None:
    assert kind_of(name, head) == expected


@pytest.mark.parametrize(
    ("name", "head", "wanted", "expected"),
    [
        ("list.txt", b"Name\tRole", SourceKind.PEOPLE, PEOPLE_CSV),
        ("notes.log", b"hello", SourceKind.NOTES, NOTES),
        ("list.csv", b"a,b", SourceKind.NOTES, NOTES),
        ("-", b"Name,Role", SourceKind.PEOPLE, PEOPLE_CSV),
        ("-", workbook(), SourceKind.PEOPLE, PEOPLE_XLSX),
        ("-", b"{}", SourceKind.WORKSHOP, WORKSHOP),
        ("people.xlsx", workbook(), SourceKind.PEOPLE, PEOPLE_XLSX),
        ("list", workbook(), SourceKind.PEOPLE, PEOPLE_XLSX),
    ],
)
def test_what_a_person_says_counts_more(name: str, head: bytes, wanted: SourceKind, expected: Recognised) -> None:
    assert kind_of(name, head, wanted) == expected


@pytest.mark.parametrize(
    ("name", "head", "found"),
    [
        ("people.csv", workbook(), "an Excel workbook"),
        ("notes.txt", workbook(), "an Excel workbook"),
        ("w.json", workbook(), "an Excel workbook"),
        ("-", workbook(), "an Excel workbook"),
        ("people.xlsx", b"Name,Role\n", "not an Excel workbook"),
        ("people.xlsx", b"", "empty"),
        ("people.xlsx", b"<html><table>", "a web page"),
        ("people.csv", b"\xef\xbb\xbf <!DOCTYPE html>", "a web page"),
        ("people.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "an old or protected Office file"),
        ("notes.txt", b"%PDF-1.7", "a PDF document"),
        ("notes.txt", b"\x89PNG\r\n\x1a\n", "a picture"),
        ("notes.txt", packed("word/document.xml"), "a Word document"),
        ("notes.docx", packed("[Content_Types].xml", "word/document.xml"), "a Word document"),
        ("notes.txt", packed("photos/1.jpg"), "a packed archive"),
        ("people.xlsx", packed("photos/1.jpg"), "a packed archive"),
        ("notes.rtf", b"{\\rtf1", "a document in rich text"),
        ("w.json", b"SQLite format 3\0", "a workshop file"),
    ],
)
def test_content_that_is_not_what_the_ending_says_is_named_in_one_sentence(name: str, head: bytes, found: str) -> None:
    with pytest.raises(WrongContent) as caught:
        kind_of(name, head)
    assert found in str(caught.value)
    assert caught.value.exit_code == 3
    assert "\n" not in str(caught.value)


def test_an_excel_workbook_holds_no_notes() -> None:
    with pytest.raises(WrongContent, match="--as people"):
        kind_of("people.xlsx", workbook(), SourceKind.NOTES)
    with pytest.raises(WrongContent, match="--as people"):
        kind_of("-", workbook())


@pytest.mark.parametrize("name", ["notes", "notes.log", ".csv.bak"])
def test_an_ending_that_says_nothing_is_asked_about(name: str) -> None:
    with pytest.raises(UnknownSource, match="--as"):
        kind_of(name, b"hello")


@given(
    st.sampled_from(["a.txt", "a.csv", "a.xlsx", "a.json", "a", "-", ""]),
    st.binary(max_size=80) | st.binary(max_size=40).map(b"PK\x03\x04".__add__),
    st.none() | st.sampled_from(SourceKind),
)
@settings(deadline=None, max_examples=200)
def test_any_name_and_bytes_are_recognised_or_refused_in_a_sentence(
    name: str, head: bytes, wanted: SourceKind | None
) -> None:
    with read_or_refused():
        assert isinstance(kind_of(name, head, wanted), Recognised)
