"""The pages as they come out: what stands where, what is kept together, what goes on."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.report.model import (
    AttributionNote,
    Block,
    Column,
    Contents,
    Entry,
    Facts,
    GroupRow,
    Heading,
    Item,
    Layout,
    Level,
    Paragraph,
    Report,
    Row,
    Table,
)
from facilitator.report.type import Setting, Typesetter
from facilitator.report.writers.pdf import PdfStyle
from facilitator.report.writers.pdf.composition import compose
from facilitator.report.writers.pdf.page import Paper, page_of
from facilitator.report.writers.pdf.spans import Setter

from .made import DISC, FURNITURE, WORDS, boxes, day, item, pdf_of, report, runs, squeezed, texts, themes, whole_report

GROUPS = tuple(
    row
    for n in range(8)
    for row in (GroupRow(f"Theme {n}", DISC), *[Row((runs(f"R{n}{k}"), runs(WORDS), runs(WORDS))) for k in range(7)])
)
MATRIX = report(
    AttributionNote("Attribution", (runs(WORDS),)),
    Table((Column("No.", 42), Column("Recommendation", 192), Column("Action", 118)), GROUPS, full=True),
    layout=Layout.MATRIX,
)
REPORTS = {"text": whole_report(), "matrix": MATRIX, "day": day(sessions=5), "long day": day(sessions=30, side=90)}


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("name", REPORTS)
def test_text_stands_inside_frames_and_furniture_and_never_over_text(name: str, paper: Paper) -> None:
    made = REPORTS[name]
    page = page_of(made.layout, paper)

    for found in boxes(pdf_of(made, PdfStyle(paper))[0]):
        for box in found:
            assert box.left >= 50
            assert box.right <= page.right + 0.5, box
            in_head, in_foot = box.bottom <= 56, page.foot <= box.top
            assert in_head or in_foot or 69 <= box.top <= box.bottom <= page.body.bottom + 0.5, box
        assert [pair for pair in itertools.combinations(found, 2) if pair[0].overlaps(pair[1])] == []


@pytest.mark.parametrize("name", REPORTS)
def test_every_page_says_which_it_is_of_how_many(name: str) -> None:
    pages = texts(pdf_of(REPORTS[name])[0])

    assert [f"Page {number} of {len(pages)}" in page for number, page in enumerate(pages, 1)] == [True] * len(pages)


def last_lines(made: Report) -> list[str]:
    """The lowest text of the body on each page."""
    bottom = page_of(made.layout, "a4").body.bottom + 1
    return [
        max((box for box in page if box.bottom < bottom), key=lambda box: box.top).text
        for page in boxes(pdf_of(made)[0])
    ]


@pytest.mark.parametrize("shift", range(12))
def test_no_page_ends_with_a_heading(shift: int) -> None:
    made = report(*[Paragraph(runs("One line."))] * shift, *themes(14, items=3))

    assert [line for line in last_lines(made) if line.startswith("Theme")] == []


@pytest.mark.parametrize("fill", range(20, 32))
def test_no_page_ends_with_what_opens_a_theme(fill: int) -> None:
    opening = (Heading("Theme", Level.THEME), Paragraph(runs("Digest.")), item(1, 2))

    assert {"Theme", "Digest."}.isdisjoint(last_lines(report(*[Paragraph(runs("One line."))] * fill, *opening)))


@pytest.mark.parametrize("fill", range(16, 28))
def test_no_theme_row_stands_at_the_foot_of_a_page(fill: int) -> None:
    rows = (*[Row((runs("R0"), runs("short")))] * fill, GroupRow("Theme"), Row((runs("R1"), runs(WORDS))))
    made = report(Table((Column("No.", 42), Column("Words", 100)), rows), layout=Layout.MATRIX)

    assert "Theme" not in last_lines(made)


def test_a_theme_that_goes_on_is_named_again() -> None:
    pages = texts(pdf_of(report(*themes(1, items=30)))[0])

    assert len(pages) > 2
    assert all("Theme 0 continued" in page for page in pages[1:])


def test_a_kind_of_note_that_goes_on_is_named_again_with_its_sign() -> None:
    heading = Heading("Challenges", Level.SECTION, sign="~", count="60")
    pages = texts(pdf_of(report(heading, *[item(number, 2) for number in range(60)]))[0])

    assert len(pages) > 2
    assert all("~ Challenges continued" in page for page in pages[1:])
    assert "Challenges continued" not in pages[0]


def test_the_head_of_a_table_and_its_theme_stand_on_each_page() -> None:
    pages = texts(pdf_of(MATRIX)[0])

    assert len(pages) > 2
    assert all("No. Recommendation Action" in page for page in pages)
    assert any("continued" in page for page in pages[1:])
    assert not any("continued No." in page for page in pages)


def test_an_item_shorter_than_a_page_is_never_parted() -> None:
    pages = texts(pdf_of(report(*[item(n, 1 + n % 17) for n in range(60)]))[0])

    for number in range(60):
        words = squeezed(f"R{number} " + " ".join([WORDS] * (1 + number % 17)) + "Agreed")
        assert sum(words in squeezed(page) for page in pages) == 1


@pytest.mark.parametrize("fill", range(28, 40))
def test_a_paragraph_leaves_no_line_alone(fill: int) -> None:
    made = report(*[Item("", runs("Filler"))] * fill, Paragraph(runs(" ".join([WORDS] * 6))))
    lines = [
        len({round(box.top) for box in page if box.left > 92 and 69 < box.top < 784 and "Filler" not in box.text})
        for page in boxes(pdf_of(made)[0])
    ]
    # Kind and title stand on the first page too.
    first, second = lines[0] - 3, sum(lines[1:])

    assert first + second >= 7
    assert 1 not in (first, second)


def test_what_is_higher_than_a_page_runs_on() -> None:
    word, cell = "x" * 20_000, " ".join([WORDS] * 120)
    made = report(
        Item("R1", runs(word), strong=True),
        Table(
            (Column("No.", 40), Column("Text", 200)), (Row((runs("R2"), runs(cell))), Row((runs("R3"), runs("end"))))
        ),
        Heading(" ".join([WORDS] * 60), Level.SECTION),
        Item("R4", runs("last"), strong=True),
        title=" ".join([WORDS] * 40),
    )
    pages = texts(pdf_of(made)[0])
    whole = squeezed("".join(pages))

    assert whole.count("x") >= 20_000
    assert squeezed("".join(page.partition("Text")[2] for page in pages)).count("Parliaments") >= 120
    assert all(each in whole for each in ("R1", "R2", "R3", "R4", "last"))


def test_a_paragraph_of_a_megabyte_is_set() -> None:
    data, written = pdf_of(report(Paragraph(runs(WORDS * 9_500))))

    assert written.pages > 150
    assert sum(page.count("Parliaments") for page in texts(data)) == 9_500


def test_an_empty_report_is_one_page() -> None:
    data, written = pdf_of(report(title="", furniture=FURNITURE))

    assert written.pages == 1
    assert "Page 1 of 1" in texts(data)[0]


@pytest.mark.parametrize("fill", range(40, 56))
def test_there_is_no_empty_last_page(fill: int) -> None:
    pages = texts(pdf_of(report(*[Item("", runs("Line"))] * fill))[0])

    assert all("Line" in page for page in pages)


@pytest.mark.parametrize("count", [0, 3, 300])
def test_contents_say_on_which_page_each_theme_begins(count: int) -> None:
    entries = tuple(Entry(f"Subject {n}:", f"t{n}") for n in range(count))
    pages = texts(pdf_of(report(Contents("Contents", "page", entries), *themes(count, items=1)))[0])
    listed = " ".join(page.partition("Contents")[2] if not n else page for n, page in enumerate(pages))

    for n in range(count):
        begins = next(place for place, page in enumerate(pages, 1) if f"Digest of theme {n}." in page)
        assert f"Subject {n}: {begins}" in listed


def test_an_entry_without_its_theme_has_no_page_and_no_link() -> None:
    data, _ = pdf_of(report(Contents("Contents", "page", (Entry("Lost", "nowhere"),))))

    assert "Lost" in texts(data)[0]
    assert b"/Link" not in data


def test_a_day_is_shortened_until_it_fits_one_page() -> None:
    data, written = pdf_of(day(sessions=30, shorter=6))

    assert written.pages == 1
    assert "Session 6" in texts(data)[0]
    assert "Session 7" not in texts(data)[0]


def test_a_day_that_fits_is_not_shortened() -> None:
    assert "Session 8" in texts(pdf_of(day(sessions=8, shorter=2))[0])[0]


def test_a_number_too_wide_for_its_column_shrinks_or_stands_above_the_words() -> None:
    numbers = ("SB12.123", "SABCD123456.123456789")
    made = report(*[Item(number, runs(WORDS), sign="“") for number in numbers])
    (found,) = boxes(pdf_of(made)[0])

    assert all(any(number in box.text for box in found) for number in numbers)
    assert [pair for pair in itertools.combinations(found, 2) if pair[0].overlaps(pair[1])] == []


def test_furniture_that_is_too_long_ends_in_an_ellipsis() -> None:
    long = " ".join([WORDS] * 5)
    furniture = type(FURNITURE)(long, long, long, "Page {page} of {pages}", long, long, long, "{text}")
    (found,) = boxes(pdf_of(report(furniture=furniture))[0])

    assert sum(box.text.endswith("…") for box in found) == 5
    assert all(box.right <= 559.5 for box in found)


def test_scripts_that_need_more_leading_do_not_touch() -> None:
    words = ("แผนที่ไม่มีงบประมาณก็เหมือนรถที่ไม่มีน้ำมัน ", "ផែនការជាតិស្តីពីស្ត្រី ", "အမျိုးသမီးများ၏ ငြိမ်းချမ်းရေး ")
    for text in words:
        made = report(*[Item(f"S1.{n}", runs(text * 12), by="panellist, 11:20") for n in range(5)])
        pages = boxes(pdf_of(made)[0])
        tops = [sorted({round(box.top) for box in page if box.left > 92 and 150 < box.top < 780}) for page in pages]
        assert len(tops[0]) > 5
        assert squeezed(text) in squeezed("".join(texts(pdf_of(made)[0])))


CELLS = st.text(st.sampled_from("ab cdé ក្ရ.\n—W"), max_size=400)
SHORT = CELLS.map(lambda text: text[:40])
ROWS = st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=12)


def table(rows: list[tuple[str, str]], full: bool) -> Table:
    cells = tuple(Row((runs(first), runs(second * 9))) for first, second in rows)
    return Table((Column("A", 30), Column("B", 90)), cells, full=full)


BLOCKS = st.one_of(
    st.builds(lambda text, count: Heading(text, Level.THEME, count=count), CELLS, SHORT),
    st.builds(lambda text, anchor: Heading(text, Level.SECTION, anchor=anchor), CELLS, st.sampled_from(["", "a", "b"])),
    st.builds(lambda text: Paragraph(runs(text)), CELLS),
    st.builds(lambda number, text, by: Item(number, runs(text * 3), by=by, sign="!"), SHORT, CELLS, CELLS),
    st.builds(table, ROWS, st.booleans()),
    st.builds(lambda rows: Facts(tuple((label, runs(text)) for label, text in rows)), ROWS),
    st.builds(lambda text: AttributionNote(text, (runs(text),), text), CELLS),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(BLOCKS, max_size=25), st.sampled_from(list(Layout)), st.sampled_from(["a4", "letter"]))
def test_whatever_the_blocks_nothing_stands_outside_the_page_or_over_something_else(
    blocks: list[Block], layout: Layout, paper: Paper
) -> None:
    page = page_of(layout, paper)
    for parts in compose(report(*blocks, layout=layout), page, Setter(Typesetter())):
        areas = [
            (part.x, part.y, part.x + part.what.width, part.y + part.what.height)
            for part in parts
            if isinstance(part.what, Setting) and part.what.lines
        ]
        for left, top, right, bottom in areas:
            assert page.body.left <= left
            assert right <= page.body.right + 0.01
            assert page.body.top - 1 <= top
            assert bottom <= page.body.bottom + 2
        for one, other in itertools.combinations(areas, 2):
            across = min(one[2], other[2]) - max(one[0], other[0])
            down = min(one[3], other[3]) - max(one[1], other[1])
            assert across <= 0.01 or down <= 4.3, (one, other)
