"""CSV files as people's programs write them."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.errors import CellTooLong, EmptyTable, QuoteNotClosed, TooMuchTable
from facilitator.intake.csv_table import read_csv
from facilitator.intake.table import COLUMN_LIMIT, ROW_LIMIT
from facilitator.text import clean_lines

from .sentences import read_or_refused

CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from(',;\t"\n'), max_size=12)


def written(rows: list[list[str]], delimiter: str = ",") -> str:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    return stream.getvalue()


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=8), st.sampled_from(",;\t"))
@settings(deadline=None, max_examples=150)
def test_what_was_written_is_read_back(rows: list[tuple[str, str, str]], delimiter: str) -> None:
    header = ["Name", "Role", "Country"]
    expected = [tuple(clean_lines(cell).strip() for cell in row) for row in rows]
    table = read_csv(written([header, *map(list, rows)], delimiter))
    assert table.header == tuple(header)
    assert [row.cells for row in table.rows] == [row for row in expected if any(row)]


@given(st.text(max_size=200))
@settings(deadline=None, max_examples=200)
def test_any_text_is_a_table_or_a_sentence(text: str) -> None:
    with read_or_refused():
        read_csv(text)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_delimiter_and_line_end_is_found_out(delimiter: str, end: str) -> None:
    lines = [["Name", "Role"], ["Aye, Mya", "Chair; panel"], ["Bo", "Rapporteur"]]
    table = read_csv(written(lines, delimiter).replace("\r\n", end))
    assert [row.cells for row in table.rows] == [("Aye, Mya", "Chair; panel"), ("Bo", "Rapporteur")]


def test_rows_have_the_line_on_which_they_begin() -> None:
    table = read_csv('Name,Role\n\n"A\nB",x\n,\nC,y\n')
    assert [(row.number, row.cells) for row in table.rows] == [(3, ("A\nB", "x")), (6, ("C", "y"))]


def test_excels_line_that_names_the_delimiter_is_no_row() -> None:
    table = read_csv("sep=;\r\nName;Role\r\nA, B;x\r\n")
    assert (table.header, table.header_number) == (("Name", "Role"), 2)
    assert table.rows[0].cells == ("A, B", "x")


def test_signs_inside_quoted_fields_of_many_lines_do_not_part_anything() -> None:
    table = read_csv('Name,Role\nMai,"a;b\nc;d\ne;f\ng;h"\n')
    assert [row.cells for row in table.rows] == [("Mai", "a;b\nc;d\ne;f\ng;h")]


def test_one_column_needs_no_delimiter() -> None:
    table = read_csv("Name\nMai\nBo\n")
    assert (table.header, [row.cells for row in table.rows]) == (("Name",), [("Mai",), ("Bo",)])


def test_short_rows_are_filled_and_empty_columns_at_the_end_are_dropped() -> None:
    table = read_csv("Name,Role,,\nMai\nBo,x,,\n")
    assert (table.header, [row.cells for row in table.rows]) == (("Name", "Role"), [("Mai", ""), ("Bo", "x")])


def test_nuls_and_controls_become_the_replacement_character() -> None:
    assert read_csv("Name,Role\nM\0ai,\x01x\n").rows[0].cells == ("M\ufffdai", "\ufffdx")


def test_a_quotation_mark_that_is_never_closed_is_refused_with_its_line() -> None:
    with pytest.raises(QuoteNotClosed) as caught:
        read_csv('Name,Role\nMai,x\n"Bo,y\nC,z\n')
    assert caught.value.parameters["line"] == 3


def test_a_field_without_end_is_refused_with_its_line() -> None:
    with pytest.raises(CellTooLong) as caught:
        read_csv("Name,Role\nMai,x\nBo," + "y" * 200_000 + "\n")
    assert caught.value.parameters["line"] == 3


def test_too_many_rows_are_refused_with_the_count_and_the_first_beyond() -> None:
    lines = ["Name,Role", *("Mai,x" for _ in range(ROW_LIMIT - 1))]
    assert len(read_csv("\n".join(lines)).rows) == ROW_LIMIT - 1
    with pytest.raises(TooMuchTable) as caught:
        read_csv("\n".join([*lines, "", "Bo,y", "C,z"]))
    assert "5,002 rows with content" in str(caught.value)
    assert "A5002" in str(caught.value)


def test_too_many_columns_are_refused_with_the_count_and_the_cell() -> None:
    wide = ",".join(["x"] * COLUMN_LIMIT)
    assert len(read_csv(f"{wide}\n{wide},,,\n").header) == COLUMN_LIMIT
    with pytest.raises(TooMuchTable) as caught:
        read_csv(f"{wide}\n{wide},,y\n")
    assert "52 columns" in str(caught.value)
    assert "AZ2" in str(caught.value)


@pytest.mark.parametrize("text", ["", "\n\n", ",,,\n,,\n", " \n\t\n"])
def test_a_table_with_nothing_in_it_is_refused(text: str) -> None:
    with pytest.raises(EmptyTable):
        read_csv(text)


def test_a_hundred_thousand_empty_rows_count_for_nothing() -> None:
    assert len(read_csv("Name,Role\nMai,x\n" + ",\n" * 100_000).rows) == 1
