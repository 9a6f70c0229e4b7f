"""Excel workbooks as people and programs save them."""

import tracemalloc
from datetime import date, datetime, time
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from facilitator.domain.errors import EmptyTable, NoSheet, SheetNotThere, TooMuchTable, WorkbookUnreadable
from facilitator.intake.source_warning import Reason
from facilitator.intake.table import COLUMN_LIMIT, ROW_LIMIT
from facilitator.intake.xlsx_table import read_xlsx
from facilitator.text import clean_lines

from .workbooks import altered, saved, with_sheet, workbook

PEOPLE = workbook([["Name", "Role"], ["Mai", "Chair"]])
CHAIR = 't="inlineStr"><is><t>Chair</t></is>'
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="_\ufffe\uffff"), max_size=12)


def test_openpyxl_reads_xml_with_defusedxml() -> None:
    assert openpyxl.DEFUSEDXML


def test_rows_carry_the_numbers_of_the_sheet() -> None:
    table = read_xlsx(workbook([["Name", "Role"], [], ["Mai", "Chair"], [None, " "], ["Bo"]]))
    assert table.header == ("Name", "Role")
    assert [(row.number, row.cells) for row in table.rows] == [(3, ("Mai", "Chair")), (5, ("Bo", ""))]
    assert table.warnings == ()


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=5))
@settings(deadline=None, max_examples=40)
def test_texts_are_read_as_they_were_written(rows: list[tuple[str, str]]) -> None:
    book = Workbook()
    for row in rows:
        book.active.append(["x", *row])  # type: ignore[union-attr]
        for cell in book.active[book.active.max_row]:  # type: ignore[union-attr,index]
            cell.data_type = "s"
    table = read_xlsx(saved(book))
    expected = [("x", *(clean_lines(text).strip() for text in row)) for row in rows]
    width = len(table.header)
    assert [row.cells for row in table.all_rows()] == [cells[:width] for cells in expected]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3.0, "3"),
        (66812345678, "66812345678"),
        (-0.5, "-0.5"),
        (0.1 + 0.2, "0.3"),
        (True, "TRUE"),
        (False, "FALSE"),
        (date(2023, 8, 9), "2023-08-09"),
        (datetime(2023, 8, 9, 9, 30), "2023-08-09 09:30"),  # noqa: DTZ001 - a sheet knows no zone
        (time(9, 30), "09:30"),
        (time(9, 30, 5), "09:30:05"),
        ("  Mai \n Linh ", "Mai \n Linh"),
        ("M_x0041_i_x000D_", "MAi"),
    ],
)
def test_values_read_as_a_person_expects(value: object, text: str) -> None:
    assert read_xlsx(workbook([["Name", "Value"], ["Mai", value]])).rows[0].cells[1] == text


def test_strings_that_cells_share_are_read() -> None:
    strings = (
        b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        b"<si><t>Chair</t></si><si><r><t>Rich </t></r><r><t>text</t></r></si></sst>"
    )
    kind = (
        b'<Override PartName="/xl/sharedStrings.xml" ContentType='
        b'"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
    )
    data = with_sheet(workbook([["Name"], ["Chair"], ["Bo"], ["Chair"]]), (CHAIR, 't="s"><v>1</v>'))
    changes = {
        "xl/sharedStrings.xml": lambda _: strings,
        "[Content_Types].xml": lambda part: part.replace(b"</Types>", kind),
    }
    assert [row.cells for row in read_xlsx(altered(data, changes)).rows] == [("Rich text",), ("Bo",), ("Rich text",)]


def test_formulas_of_rules_for_whole_ranges_are_no_cells() -> None:
    rule = '<cfRule type="expression" priority="1"><formula>A1</formula><f>A1</f></cfRule>'
    ranges = f'<conditionalFormatting sqref="A1">{rule}</conditionalFormatting>'
    assert read_xlsx(with_sheet(PEOPLE, ("<pageMargins", f"{ranges}<pageMargins"))).warnings == ()


def test_a_formula_counts_with_its_last_value_and_is_pointed_out() -> None:
    data = with_sheet(
        workbook([["Name", "Role"], ["Mai", "=B9"], ["Bo", "=B9"]]),
        ('<c r="B2"><f>B9</f><v></v></c>', '<c r="B2" t="str"><f>B9</f><v>Chair</v></c>'),
    )
    table = read_xlsx(data)
    assert [row.cells for row in table.rows] == [("Mai", "Chair"), ("Bo", "")]
    assert [(warning.line, warning.text, warning.reason) for warning in table.warnings] == [
        (2, "Chair", Reason.FORMULA),
        (3, "", Reason.FORMULA_EMPTY),
    ]
    assert table.warnings[0].why == "B2 holds a formula: its last calculated value was taken."


def test_very_many_formulas_are_counted_after_the_first_hundred() -> None:
    table = read_xlsx(workbook([["Name", "Role"], *(["Mai", "=1+1"] for _ in range(150))]))
    assert len(table.warnings) == 101
    assert "50 more cells" in table.warnings[-1].why
    assert "B102" in table.warnings[-1].why


def test_merged_cells_keep_the_value_in_the_first_and_are_pointed_out() -> None:
    book = openpyxl.load_workbook(BytesIO(workbook([["Name", "Org"], ["Mai", "Ministry"], ["Bo", None]])))
    book.active.merge_cells("B2:B3")  # type: ignore[union-attr]
    table = read_xlsx(saved(book))
    assert [row.cells for row in table.rows] == [("Mai", "Ministry"), ("Bo", "")]
    assert [(warning.line, warning.why) for warning in table.warnings] == [
        (2, "The cells B2:B3 are merged: the value counts for the first only.")
    ]


def test_very_many_merged_ranges_are_counted_after_the_first_hundred() -> None:
    ranges = '<mergeCell ref="A2:B2"/>' * 1_000
    table = read_xlsx(with_sheet(PEOPLE, ("</sheetData>", f"</sheetData><mergeCells>{ranges}</mergeCells>")))
    assert len(table.warnings) == 101
    assert table.warnings[-1].why.startswith("900 more ranges of cells are merged, from A2:B2 on")


def test_merged_ranges_are_not_held_in_memory() -> None:
    ranges = '<mergeCell ref="A2:B2"/>' * 30_000
    data = with_sheet(PEOPLE, ("</sheetData>", f"</sheetData><mergeCells>{ranges}</mergeCells>"))
    read_xlsx(PEOPLE)  # what is loaded once does not count
    tracemalloc.start()
    try:
        read_xlsx(data)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 4_000_000


def test_error_values_are_pointed_out() -> None:
    table = read_xlsx(workbook([["Name", "Role"], ["Mai", "#N/A"]]))
    assert table.rows[0].cells == ("Mai", "#N/A")
    assert "B2 holds the error #N/A" in table.warnings[0].why


@pytest.mark.parametrize("row", ["", '<c r="A{0}" s="0"/>', "<c><v/></c>"])
def test_a_million_declared_rows_that_are_empty_count_for_nothing(row: str) -> None:
    numbers = range(3, 100_000) if row else range(3, 1_048_577)
    rows = "".join(f'<row r="{number}">{row.format(number)}</row>' for number in numbers)
    data = with_sheet(PEOPLE, ('ref="A1:B2"', 'ref="A1:XFD1048576"'), ("</sheetData>", f"{rows}</sheetData>"))
    assert [row.cells for row in read_xlsx(data).rows] == [("Mai", "Chair")]


def test_a_cell_far_below_is_read_with_its_row() -> None:
    data = with_sheet(
        PEOPLE,
        ("</sheetData>", '<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>Bo</t></is></c></row></sheetData>'),
    )
    assert read_xlsx(data).rows[-1].number == 1_048_576


def test_too_many_rows_are_refused_with_the_count_and_the_cell() -> None:
    rows = [["Name"], *(["Mai"] for _ in range(ROW_LIMIT - 1))]
    assert len(read_xlsx(workbook(rows)).rows) == ROW_LIMIT - 1
    with pytest.raises(TooMuchTable) as caught:
        read_xlsx(workbook([*rows, [], ["Bo"], ["Ada"]]))
    assert "5,002 rows with content" in str(caught.value)
    assert "A5002" in str(caught.value)


def test_too_many_columns_are_refused_with_the_cell() -> None:
    assert len(read_xlsx(workbook([["x"] * COLUMN_LIMIT])).header) == COLUMN_LIMIT
    with pytest.raises(TooMuchTable, match="51 columns.*AY2"):
        read_xlsx(workbook([["Name"], ["x"] * (COLUMN_LIMIT + 1)]))


def test_the_first_sheet_with_content_is_read_and_the_others_are_named() -> None:
    book = Workbook()
    for title, hidden in (("Empty", False), ("Old", True), ("People", False), ("Rooms", False)):
        sheet = book.create_sheet(title)
        sheet.sheet_state = "hidden" if hidden else "visible"
        if title != "Empty":
            sheet.append(["Name"])
            sheet.append([title])
    table = read_xlsx(saved(book))
    assert table.rows[0].cells == ("People",)
    assert [warning.reason for warning in table.warnings] == [Reason.OTHER_SHEETS]
    assert "Rooms" in table.warnings[0].why
    assert read_xlsx(saved(book), "Rooms").rows[0].cells == ("Rooms",)
    assert read_xlsx(saved(book), "old").rows[0].cells == ("Old",)
    assert read_xlsx(saved(book), "old").warnings == ()


def test_a_sheet_that_is_not_there_is_refused_with_the_names_of_those_that_are() -> None:
    with pytest.raises(SheetNotThere, match="The sheets are: Sheet"):
        read_xlsx(PEOPLE, "Participants")


def test_a_workbook_without_cells_or_without_sheets_is_refused() -> None:
    with pytest.raises(EmptyTable):
        read_xlsx(saved(Workbook()))
    with pytest.raises(EmptyTable):
        read_xlsx(saved(Workbook()), "Sheet")
    no_sheets = altered(
        PEOPLE,
        {"xl/workbook.xml": lambda part: part.replace(b"<sheets>", b"<!--").replace(b"</sheets>", b"--><sheets/>")},
    )
    with pytest.raises(NoSheet):
        read_xlsx(no_sheets)


@pytest.mark.parametrize(
    "replacement",
    [
        ('r="B2"', 'r="B3"'),
        ('r="B2"', 'r="A2"'),
        ('r="B2"', 'r="ZZZ2"'),
        ('<row r="2"', '<row r="1"'),
        ('<row r="2"', '<row r="99999999999"'),
        ('<row r="2"', '<row r="two"'),
        (CHAIR, 't="s"><v>99</v>'),
        (CHAIR, 't="s"><v>x</v>'),
        (CHAIR, 't="n"><v>Chair</v>'),
        (CHAIR, 't="d"><v>some day</v>'),
    ],
)
def test_a_sheet_that_breaks_the_rules_is_refused_not_half_read(replacement: tuple[str, str]) -> None:
    with pytest.raises(WorkbookUnreadable):
        read_xlsx(with_sheet(PEOPLE, replacement))


def test_a_row_that_stands_twice_is_refused_since_one_of_the_two_would_be_lost() -> None:
    again = '<row r="2"><c r="A2" t="inlineStr"><is><t>Bo</t></is></c></row></sheetData>'
    with pytest.raises(WorkbookUnreadable):
        read_xlsx(with_sheet(PEOPLE, ("</sheetData>", again)))
