"""The finished file: its metadata, its bookmarks and links, what is counted in it, the same bytes each time."""

import math
from pathlib import Path

import pypdfium2
import pytest

from facilitator.domain.signs import SIGNS
from facilitator.report.inks import INKS
from facilitator.report.model import Column, Heading, Item, Late, LateRow, Level, Paragraph, Table
from facilitator.report.writers.pdf import PdfStyle, count, write
from facilitator.report.writers.pdf.marks import SHAPES

from .made import item, pdf_of, report, runs, squeezed, texts, themes, tool, whole_report


def test_the_same_report_gives_the_same_bytes() -> None:
    assert pdf_of(whole_report())[0] == pdf_of(whole_report())[0]


def test_the_file_is_sound_and_its_text_reads_back(tmp_path: Path) -> None:
    data, _ = pdf_of(whole_report())

    assert "No syntax or stream encoding errors" in tool("qpdf", "--check", data=data, folder=tmp_path)
    text = tool("pdftotext", "-raw", data=data, folder=tmp_path)
    assert squeezed("Parliaments give the national action plan a line of its own") in squeezed(text)
    assert "S12.123" in text


def test_metadata_name_the_title_the_language_and_nobody() -> None:
    data, _ = pdf_of(report())
    with pypdfium2.PdfDocument(data) as document:
        metadata = document.get_metadata_dict()

    assert (metadata["Title"], metadata["Author"], metadata["Creator"]) == ("Its title", "facilitator", "facilitator")
    assert (metadata["Subject"], metadata["Keywords"]) == ("", "")
    assert b"/Lang (en)" in data
    assert b"Helvetica" not in data


def test_bookmarks_lead_to_the_pages_of_headings_with_anchors() -> None:
    data, _ = pdf_of(report(*themes(9), Heading("Without", Level.SECTION), item(1)))
    pages = texts(data)
    with pypdfium2.PdfDocument(data) as document:
        marks = [(mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]

    assert [title for title, _ in marks] == [f"Theme {n}" for n in range(9)]
    assert all(f"Digest of {title.lower()}." in pages[page] for title, page in marks)


def test_several_reports_begin_on_a_new_page_each_with_its_own_count_and_bookmark() -> None:
    data, written = pdf_of((report(*themes(4), title="One"), report(*themes(4), title="Two")))
    pages = texts(data)
    with pypdfium2.PdfDocument(data) as document:
        marks = [(mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]

    half = written.pages // 2
    assert [f"Page {n} of {half}" in page for n, page in zip([*range(1, half + 1)] * 2, pages, strict=True)] == [
        True
    ] * len(pages)
    assert [mark for mark in marks if mark[0] == 0] == [(0, "One", 0), (0, "Two", half)]
    assert sum(mark[0] == 1 for mark in marks) == 8


def test_no_report_is_a_fault_of_the_caller() -> None:
    with pytest.raises(ValueError, match="no report"):
        pdf_of(())


def test_what_is_expected_is_counted_in_the_finished_file(tmp_path: Path) -> None:
    made, path = whole_report(), tmp_path / "report.pdf"
    data, written = pdf_of(made)
    path.write_bytes(data)

    assert count(path, made) == (written.pages, {"recommendations": 60, "notes": 2})


def test_a_number_is_not_found_in_a_longer_one(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf_of(report(Item("S3.12", runs("Said")), Item("R10", runs("Asked"))))[0])

    expected = {"notes": ("S3.1", "S3.12", "S3"), "recommendations": ("R1", "R10"), "themes": ("Its title", "ts tit")}
    assert count(path, report(expected=expected))[1] == {"notes": 1, "recommendations": 1, "themes": 1}


@pytest.mark.parametrize(("note", "recommendation"), [("S1.1", "R1"), ("S1.2", "R27"), ("SB12.345", "RB14")])
def test_a_number_beside_right_to_left_letters_is_found(tmp_path: Path, note: str, recommendation: str) -> None:
    expected = {"notes": (note, f"{note}9", "S2.1"), "recommendations": (recommendation, f"{recommendation}0")}
    words = runs("note \u05be0\u05c60\u061b0\u061b")
    made = report(Item(note, words, sign="!", by=recommendation), expected=expected)
    path = tmp_path / "mixed.pdf"
    path.write_bytes(pdf_of(made)[0])

    assert count(path, made) == (1, {"notes": 1, "recommendations": 1})


def test_characters_without_a_glyph_are_told_with_their_places_and_printed_by_their_codes() -> None:
    about = Table(
        (Column("", 1), Column("", 2)),
        (LateRow("Characters", Late.CHARACTERS, "All printed", "But {characters}"),),
        headless=True,
    )
    data, written = pdf_of(report(Item("S5.14", runs("An egg \U0001f9ff here")), about))

    assert written.missing == {"\U0001f9ff": ("S5.14",)}
    assert "But U+1F9FF (S5.14)" in texts(data)[0]


def test_nothing_is_missing_where_all_can_be_printed() -> None:
    about = Table(
        (Column("", 1), Column("", 2)), (LateRow("Characters", Late.CHARACTERS, "All printed", "But"),), headless=True
    )

    assert "Characters All printed" in texts(pdf_of(report(about))[0])[0]


def test_progress_is_told_each_page_and_may_give_up(tmp_path: Path) -> None:
    told: list[int] = []

    def stop(pages: int) -> None:
        told.append(pages)
        if pages == 3:
            raise KeyboardInterrupt

    with (tmp_path / "x.pdf").open("wb") as stream, pytest.raises(KeyboardInterrupt):
        write(report(*themes(40)), PdfStyle(), stream, stop)
    assert told == [1, 2, 3]


def test_text_is_never_taken_for_markup_or_code() -> None:
    nasty = "<b>bold</b> & (brackets) \\n %d {page} </p> ET BT"
    furniture_page = texts(pdf_of(report(Paragraph(runs(nasty))))[0])[0]

    assert squeezed(nasty) in squeezed(furniture_page)


def test_every_theme_has_an_ink_of_seven_to_one_and_a_shape() -> None:
    def luminance(ink: str) -> float:
        parts = [int(ink[place : place + 2], 16) / 255 for place in (0, 2, 4)]
        linear = [part / 12.92 if part <= 0.04045 else math.pow((part + 0.055) / 1.055, 2.4) for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    assert {colour for colour, _ in SIGNS} == set(INKS)
    assert {symbol for _, symbol in SIGNS} == set(SHAPES)
    assert all(1.05 / (luminance(ink) + 0.05) >= 7 for ink in INKS.values())
