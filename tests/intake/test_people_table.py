"""Lists of participants as organisers make them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.errors import ColumnNotThere, NoNameColumn, UnknownField
from facilitator.domain.kinds import Sector
from facilitator.intake.csv_table import read_csv
from facilitator.intake.people import People, PersonRecord, read_people
from facilitator.intake.sectors import sector_of
from facilitator.intake.source_warning import Reason


def people(text: str, **mapping: str) -> People:
    return read_people(read_csv(text), mapping)


def reasons(found: People) -> list[tuple[int, Reason]]:
    return [(warning.line, warning.reason) for warning in found.warnings]


def test_every_field_is_read_from_the_plain_headings() -> None:
    found = people(
        "Name,Code,Organisation,Sector,Country,Role,Email,Language\n"
        "Mai Linh,ml,Ministry of Labour,Government,Viet Nam,Director,mai@example.org,Vietnamese\n"
    )
    assert found.records == (
        PersonRecord(
            2,
            "Mai Linh",
            "ml",
            "Ministry of Labour",
            Sector.GOVERNMENT,
            "Viet Nam",
            "Director",
            "mai@example.org",
            "Vietnamese",
        ),
    )
    assert found.warnings == ()


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        ("Full Name,Job title,Affiliation", PersonRecord(2, "a", role="b", organisation="c")),
        ("PARTICIPANT NAME,Designation,Institution", PersonRecord(2, "a", role="b", organisation="c")),
        ("Name (as in passport),Position / Title,Agency:", PersonRecord(2, "a", role="b", organisation="c")),
        ("ชื่อ / Name,ตำแหน่ง / Position,Organization (full)", PersonRecord(2, "a", role="b", organisation="c")),
        ("First name,Last name,E-mail", PersonRecord(2, "a b", email="c")),
        ("Surname,Given Name,E-mail address", PersonRecord(2, "b a", email="c")),
        ("Family name,Middle name,Given names", PersonRecord(2, "c b a")),
        ("Name,Surname,Title", PersonRecord(2, "a b", role="c")),
        ("Full name,First name,Surname", PersonRecord(2, "a")),
        ("Title,Function,Name", PersonRecord(2, "c", role="b")),
        ("Initials,Name,Preferred language", PersonRecord(2, "b", code="a", language="c")),
        ("ID,Participant,Country", PersonRecord(2, "b", code="a", country="c")),
        ("No.,Name,Nationality", PersonRecord(2, "b", country="c")),
    ],
)
def test_headings_in_use_are_understood(headings: str, expected: PersonRecord) -> None:
    assert people(f"{headings}\na,b,c\n").records == (expected,)


def test_title_rows_above_the_headings_are_skipped() -> None:
    found = people("Regional conference,,\nList of participants,,\n\nName,Country,Email\nMai,Viet Nam,m@example.org\n")
    assert found.records == (PersonRecord(5, "Mai", country="Viet Nam", email="m@example.org"),)


def test_what_a_person_maps_counts_more_and_finds_the_row_of_headings() -> None:
    found = people("Our list,,\nWer,Woher,Name\nMai,Viet Nam,x\n", name="wer", country="Woher", organisation="Name")
    assert found.records == (PersonRecord(3, "Mai", country="Viet Nam", organisation="x"),)


def test_a_field_that_is_none_is_a_mistake_of_usage_that_names_the_fields() -> None:
    with pytest.raises(UnknownField, match="name code organisation sector country role email language") as caught:
        people("Name\nMai\n", phone="Phone")
    assert caught.value.exit_code == 2


def test_a_mapped_column_that_is_not_there_is_refused_with_the_columns() -> None:
    with pytest.raises(ColumnNotThere, match="The columns are: Name, Land"):
        people("Name,Land\nMai,x\n", country="Pays")


def test_a_list_without_names_shows_the_columns_and_what_to_type() -> None:
    with pytest.raises(NoNameColumn) as caught:
        people("Wer,Country\nMai,Viet Nam\n")
    assert "The columns are: Wer, Country." in str(caught.value)
    assert '--map name="Wer"' in str(caught.value)


def test_a_list_of_nothing_but_headings_has_no_people_and_no_warnings() -> None:
    assert people("Name,Country\n") == People((), ())


def test_a_row_of_data_with_words_of_headings_is_not_taken_for_the_headings() -> None:
    found = people("Full name,Role,Sector\nMai,Chair,UN\nSpeaker,Rank,Office\nMedia,Email,Language\n")
    assert [record.name for record in found.records] == ["Mai", "Speaker", "Media"]


def test_a_row_without_a_name_is_left_out_and_reported_whole() -> None:
    found = people("Name,Country\nMai,Viet Nam\n,Lao PDR\n")
    assert len(found.records) == 1
    assert [(warning.line, warning.text, warning.reason) for warning in found.warnings] == [
        (3, "Lao PDR", Reason.NO_NAME)
    ]


def test_columns_that_are_not_read_are_named() -> None:
    found = people("No.,Name,Diet,Empty\n1,Mai,none,\n")
    assert [warning.why for warning in found.warnings] == [
        "These columns were not read: Diet. --map field=Column reads one."
    ]


@pytest.mark.parametrize(
    ("word", "sector"),
    [
        ("Government", Sector.GOVERNMENT),
        ("govt.", Sector.GOVERNMENT),
        ("Ministry", Sector.GOVERNMENT),
        ("Civil Society", Sector.CIVIL_SOCIETY),
        ("NGO / CSO", Sector.CIVIL_SOCIETY),
        ("Civil Society Organization (CSO)", Sector.CIVIL_SOCIETY),
        ("Women's organisation", Sector.CIVIL_SOCIETY),
        ("UN", Sector.UN),
        ("UN agency", Sector.UN),
        ("United Nations", Sector.UN),
        ("UN Environment", Sector.UN),
        ("University", Sector.ACADEMIA),
        ("think tank", Sector.ACADEMIA),
        ("Development partner", Sector.DONOR),
        ("Private sector", Sector.PRIVATE),
        ("Press", Sector.MEDIA),
        ("other", Sector.OTHER),
    ],
)
def test_words_for_sectors_are_understood(word: str, sector: Sector) -> None:
    assert sector_of(word) is sector


@pytest.mark.parametrize("sector", Sector)
def test_every_sector_reads_its_own_word(sector: Sector) -> None:
    assert sector_of(sector.value) is sector


def test_a_word_that_is_no_sector_becomes_other_with_the_cell_named() -> None:
    found = people("Name,Country,Sector\nMai,Viet Nam,Astronauts\nBo,Lao PDR,\nAda,Fiji,NGO and government\n")
    assert [record.sector for record in found.records] == [Sector.OTHER, None, Sector.OTHER]
    assert reasons(found) == [(2, Reason.SECTOR_UNKNOWN), (4, Reason.SECTOR_UNKNOWN)]
    assert found.warnings[0].why == "C2: Astronauts is no known sector; other was taken."


def test_a_row_that_says_the_same_is_left_out_and_reported() -> None:
    found = people("Name,Country\nMai,Viet Nam\nMAI,viet nam\nMai,Fiji\n")
    assert [record.row for record in found.records] == [2, 4]
    assert reasons(found) == [(3, Reason.SAME_ROW), (4, Reason.SAME_NAME)]
    assert "row 2" in found.warnings[0].why


def test_a_code_that_two_people_have_stays_with_the_first() -> None:
    found = people("Name,Code\nMai,kc\nBo,KC\nAda,\nEve,\n")
    assert [record.code for record in found.records] == ["kc", "", "", ""]
    assert reasons(found) == [(3, Reason.SAME_CODE)]
    assert "B3" in found.warnings[0].why


def test_line_ends_in_cells_become_spaces() -> None:
    assert people('Name,Organisation\n"Mai\nLinh","Ministry\nof Labour"\n').records[0] == PersonRecord(
        2, "Mai Linh", organisation="Ministry of Labour"
    )


@given(st.lists(st.tuples(st.text(max_size=6), st.text(max_size=6)), min_size=1, max_size=8))
@settings(deadline=None, max_examples=100)
def test_every_row_becomes_a_person_or_a_warning(rows: list[tuple[str, str]]) -> None:
    lines = "".join(
        ",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n"
        for row in [("Full name", "Country"), *rows]
    )
    table = read_csv(lines)
    found = read_people(table)
    told = {record.row for record in found.records} | {warning.line for warning in found.warnings}
    assert {row.number for row in table.rows} <= told
