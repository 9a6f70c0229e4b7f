"""The Word document: real headings and tables, every number found again, nothing of a person behind it."""

import io
import itertools
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from tests.domain.contents import ELEVEN, Room, small_workshop

from facilitator.domain.attribution import attribute
from facilitator.domain.kinds import NoteKind, Rule
from facilitator.domain.nouns import Content
from facilitator.report.builders import day_in_one_page, matrix, minutes, outcome, session_summary
from facilitator.report.builders.options import ReportOptions
from facilitator.report.labels import Labels
from facilitator.report.model import Report
from facilitator.report.writers.docx import Paper, count, write

ENGLISH = Labels.load("en")
OPTIONS = ReportOptions(state_at=ELEVEN)
BUILDERS = (session_summary, day_in_one_page, outcome, matrix, minutes)


def written(reports: tuple[Report, ...]) -> bytes:
    stream = io.BytesIO()
    write(reports, stream)
    return stream.getvalue()


def built(builder, content: Content | None = None, asked: Rule | None = None) -> tuple[Report, ...]:
    return builder.build(attribute(content or small_workshop(), asked), ENGLISH, OPTIONS)


def opened(reports: tuple[Report, ...]) -> Document:
    return docx.Document(io.BytesIO(written(reports)))


def of_notes(*texts: str) -> Content:
    room = Room()
    session = room.session()
    for text in texts:
        room.note(session, text)
    return room.content()


def styled(document: Document, style: str) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if paragraph.style and paragraph.style.name == style]


@pytest.mark.parametrize("builder", BUILDERS)
def test_every_expected_number_is_found_in_the_finished_file(builder, tmp_path: Path) -> None:
    reports, path = built(builder), tmp_path / "report.docx"
    path.write_bytes(written(reports))
    expected: dict[str, int] = {}
    for report in reports:
        for kind, numbers in report.expected.items():
            expected[kind] = expected.get(kind, 0) + len(numbers)

    assert count(path, reports) == expected


def test_a_number_that_stands_only_in_contents_headings_and_remarks_is_missed(tmp_path: Path) -> None:
    (report,), path = built(outcome), tmp_path / "report.docx"
    document = opened((report,))
    for paragraph in document.paragraphs:
        if paragraph.text.startswith("R3\t"):
            paragraph._p.getparent().remove(paragraph._p)
    document.save(str(path))

    assert count(path, (report,))["recommendations"] == len(report.expected["recommendations"]) - 1


def test_headings_and_title_have_the_styles_of_word() -> None:
    document = opened(built(outcome))

    assert styled(document, "Title") == ["Peace plans in Asia"]
    headings = [text.partition("\t")[2] for text in styled(document, "Heading 1")]
    assert headings == [
        "Key conclusions",
        "Financing  R1",
        "Localizing: Districts  R2",
        "Not yet under a theme  R3",
        "Not agreed, parked, merged  2",
        "About this export",
    ]


def test_tables_repeat_their_head_and_break_no_row() -> None:
    (table,) = opened(built(matrix)).tables
    heads = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows]

    assert heads == [True] + [False] * (len(heads) - 1)
    assert all(row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in table.rows)
    assert [cell.text for cell in table.rows[0].cells][:2] == ["No.", "Recommendation"]


def test_a_recommendation_stands_whole_on_one_page_and_never_parts_from_its_lines() -> None:
    paragraphs = opened(built(outcome)).paragraphs
    first = next(place for place, one in enumerate(paragraphs) if one.text.startswith("R1\t"))
    *above, last = paragraphs[first : first + 1 + len(lines_below(paragraphs, first))]

    assert len(above) > 1
    assert all(one.paragraph_format.keep_with_next for one in above)
    assert not last.paragraph_format.keep_with_next
    assert all(one.paragraph_format.keep_together for one in (*above, last))


def lines_below(paragraphs: list[Paragraph], place: int) -> list[Paragraph]:
    """The small lines and reservations of what stands at a place."""
    below = itertools.takewhile(
        lambda one: one.style is not None and one.style.name in ("Small Line", "Reservation"), paragraphs[place + 1 :]
    )
    return list(below)


def test_what_a_theme_begins_with_stays_with_its_first_recommendation() -> None:
    paragraphs = opened(built(outcome)).paragraphs
    digest = next(one for one in paragraphs if one.text == "Money first.")

    assert digest.paragraph_format.keep_with_next


def test_the_attribution_note_stands_between_two_rules() -> None:
    ruled = [one.text for one in opened(built(outcome)).paragraphs if one._p.find(f".//{qn('w:pBdr')}") is not None]

    assert ruled[0].startswith("Attribution: ")
    assert ruled[-1] == "Sample workshop: all notes are illustrations."


def test_the_matrix_lies_across_and_other_reports_stand_upright() -> None:
    assert opened(built(matrix)).sections[0].page_width > opened(built(matrix)).sections[0].page_height
    assert opened(built(outcome)).sections[0].page_width < opened(built(outcome)).sections[0].page_height


@pytest.mark.parametrize(("paper", "sides"), [("a4", (595.0, 842.0)), ("letter", (612.0, 792.0))])
def test_pages_have_the_size_of_the_paper_and_their_tables_keep_to_it(paper: Paper, sides: tuple[float, float]) -> None:
    for builder, (width, height) in ((outcome, sides), (matrix, sides[::-1])):
        stream = io.BytesIO()
        write(built(builder), stream, paper)
        document = docx.Document(stream)
        section = document.sections[0]
        assert (section.page_width.pt, section.page_height.pt) == (width, height)
        room = width - section.left_margin.pt - section.right_margin.pt
        for table in document.tables:
            assert sum(column.width.pt for column in table.columns) <= room + 1


def test_each_report_of_one_file_has_a_head_of_its_own() -> None:
    document = opened(built(session_summary))
    heads = [section.header.paragraphs[1].text.partition("\t")[0] for section in document.sections]

    assert heads == ["S1 Financing: session summary", "S2 Group work: session summary", "S4 Adoption: session summary"]


def test_pages_are_counted_by_fields() -> None:
    header = opened(built(outcome)).sections[0].header._element
    fields = [code.text.strip() for code in header.iter(qn("w:instrText"))]

    assert fields == ["PAGE", "NUMPAGES"]
    assert header.xpath("string(.)").count("Page ") == 1


def test_contents_lead_to_bookmarks_that_are_there() -> None:
    body = opened(built(outcome)).element.body
    asked = {code.text.split()[1] for code in body.iter(qn("w:instrText")) if "PAGEREF" in code.text}
    there = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]

    assert len(there) == len(set(there))
    assert asked == set(there)


def test_properties_name_the_program_and_nobody_else() -> None:
    properties = opened(built(outcome, asked=Rule.CHATHAM)).core_properties

    assert (properties.author, properties.last_modified_by, properties.comments) == ("facilitator", "facilitator", "")
    assert (properties.title, properties.language) == ("Peace plans in Asia", "en")


@pytest.mark.parametrize("builder", BUILDERS)
def test_no_part_of_the_file_holds_a_name_under_a_stricter_rule(builder) -> None:
    with zipfile.ZipFile(io.BytesIO(written(built(builder)))) as parts:
        whole = "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())

    assert [name for name in ("Kim", "Rosa", "Peace Now", "pn.org", "Anan", "Somebody") if name in whole] == []


def test_the_same_report_gives_the_same_bytes() -> None:
    assert written(built(outcome)) == written(built(outcome))


@pytest.mark.parametrize(
    "text",
    [
        "<b>bold</b> & <img src='x'>",
        "=cmd()",
        "]]>",
        "&amp;",
        "a\tb",
        "  spaces  kept  ",
        "\u202eturned\u202c",
        "{n}",
        "x" * 100_000,
    ],
)
def test_any_text_comes_back_as_it_was(text: str) -> None:
    document = opened(built(minutes, of_notes(text)))

    assert any(text in paragraph.text for paragraph in document.paragraphs)


def test_what_xml_cannot_hold_becomes_a_replacement_character() -> None:
    document = opened(built(minutes, of_notes("a\x00b\x0bc\ud800d\uffffe")))

    assert any("a\ufffdb\ufffdc\ufffdd\ufffde" in paragraph.text for paragraph in document.paragraphs)


@pytest.mark.parametrize(
    ("text", "font", "language"),
    [
        ("ผู้หญิงรู้ก่อน", "Noto Sans Thai", "th-TH"),
        ("ແມ່ຍິງ", "Noto Sans Lao", "lo-LA"),
        ("ស្ត្រី", "Noto Sans Khmer", "km-KH"),
        ("အမျိုးသမီး", "Noto Sans Myanmar", "my-MM"),
        ("महिला", "Noto Sans Devanagari", "hi-IN"),
        ("নারী", "Noto Sans Bengali", "bn-BD"),
        ("பெண்", "Noto Sans Tamil", "ta-IN"),
        ("කාන්තා", "Noto Sans Sinhala", "si-LK"),
    ],
)
def test_complex_scripts_have_the_font_and_the_language_that_word_needs(text: str, font: str, language: str) -> None:
    body = opened(built(minutes, of_notes(f"They said: {text} (aloud)"))).element.body
    (run,) = [run for run in body.iter(qn("w:r")) if "".join(t.text for t in run.iter(qn("w:t"))) == text]

    assert run.find(f"{qn('w:rPr')}/{qn('w:cs')}") is not None
    assert run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}").get(qn("w:cs")) == font
    assert run.find(f"{qn('w:rPr')}/{qn('w:lang')}").get(qn("w:bidi")) == language


# What the standard (ISO 29500, CT_RPr and CT_PPr) has in one order only; Word refuses a file in another.
ORDERS = {
    "rPr": ("rFonts", "b", "bCs", "color", "sz", "szCs", "cs", "lang"),
    "pPr": ("pStyle", "keepNext", "keepLines", "widowControl", "pBdr", "tabs", "spacing", "ind", "jc", "sectPr"),
    "trPr": ("cantSplit", "trHeight", "tblHeader"),
    "tblPr": ("tblW", "tblInd", "tblBorders", "tblLayout", "tblCellMar"),
    "tcPr": ("tcW", "gridSpan"),
    "sectPr": ("headerReference", "footerReference", "type", "pgSz", "pgMar", "cols", "docGrid"),
}


@pytest.mark.parametrize("builder", BUILDERS)
def test_properties_stand_in_the_order_of_the_standard(builder) -> None:
    with zipfile.ZipFile(io.BytesIO(written(built(builder)))) as parts:
        roots = [
            ET.fromstring(parts.read(name)) for name in parts.namelist() if re.match(r"word/(doc|head|foot)", name)
        ]

    for root in roots:
        for parent, order in ORDERS.items():
            for found in root.iter(qn(f"w:{parent}")):
                names = [child.tag.partition("}")[2] for child in found]
                assert set(names) <= set(order)
                assert names == sorted(names, key=order.index)


def test_a_long_document_is_written_in_one_pass() -> None:
    room = Room()
    session = room.session()
    for number in range(300):
        room.note(session, f"Note {number}", kind=list(NoteKind)[number % 9])
    document = opened(built(minutes, room.content()))

    assert len(styled(document, "Numbered Item")) == 300
