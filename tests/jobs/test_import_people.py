"""Lists of people on their way in: new ones are added, known ones learn what was not known, nothing is overwritten."""

from contextlib import closing
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from tests.factories import content_of

from facilitator.domain.errors import ColumnNotThere, NoNameColumn, OptionOfOtherSource, SheetNotThere, UnknownField
from facilitator.domain.kinds import Sector
from facilitator.domain.nouns import Participant
from facilitator.jobs.import_source import ImportOptions, import_source
from facilitator.jobs.imported import Imported
from facilitator.jobs.source import Source
from facilitator.workspace.opening import open_workspace

HEAD = "Name,Code,Organisation,Sector,Country,Role,E-mail,Language\n"


def bring(path: Path, text: str, **options: object) -> Imported:
    """Import a list of people as CSV."""
    chosen = ImportOptions(**options)  # type: ignore[arg-type]
    return import_source(path, Source("people.csv", text.encode()), chosen)


def people(path: Path) -> dict[str, Participant]:
    """Everybody by name."""
    with closing(open_workspace(path, read_only=True)) as workspace:
        return {person.name: person for person in content_of(workspace).participants}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "w.workshop"


def test_a_list_makes_a_workshop_of_its_name_with_everybody_in_it(path: Path) -> None:
    brought = bring(path, HEAD + "Kim Chi,kc,River Union,NGO,Viet Nam,adviser,kc@example.org,vi\nLee,,,,,,,\n")

    kim = people(path)["Kim Chi"]
    assert (kim.code, kim.organisation, kim.sector, kim.country, kim.role, kim.email, kim.language) == (
        "kc",
        "River Union",
        Sector.CIVIL_SOCIETY,
        "Viet Nam",
        "adviser",
        "kc@example.org",
        "vi",
    )
    assert (brought.lines, brought.people, brought.added, brought.kept) == (2, 2, 2, 0)
    with closing(open_workspace(path, read_only=True)) as workspace:
        assert content_of(workspace).workshop.title == "people"


def test_the_columns_are_told_and_those_not_read_are_no_warning(path: Path) -> None:
    brought = bring(path, "First name,Last name,Shoe,Agency\nKim,Chi,39,River Union\n")

    assert brought.columns == {"name": "First name + Last name", "organisation": "Agency"}
    assert "Shoe" in brought.unread
    assert brought.warnings == ()


def test_twice_is_harmless(path: Path) -> None:
    bring(path, HEAD + "Kim Chi,kc,River Union,NGO,,,,\nKim Chi,,Other Union,,,,,\nLee,,,,,,,\n")
    before = people(path)

    again = bring(path, HEAD + "Kim Chi,kc,River Union,NGO,,,,\nKim Chi,,Other Union,,,,,\nLee,,,,,,,\n")

    assert (again.added, again.kept) == (0, 3)
    assert people(path) == before


def test_what_was_not_known_is_filled_in_and_what_was_known_stays(path: Path) -> None:
    bring(path, HEAD + "Kim Chi,kc,River Union,,,,,\n")

    brought = bring(path, HEAD + "KIM CHI,,Hill Union,UN,Nepal,,,\n")

    kim = people(path)["Kim Chi"]
    assert (kim.code, kim.organisation, kim.sector, kim.country) == ("kc", "River Union", Sector.UN, "Nepal")
    assert (brought.added, brought.kept) == (0, 1)
    assert [(one.line, one.text) for one in brought.warnings] == [(2, "KIM CHI")]
    assert "another organisation, which was kept" in brought.warnings[0].why


def test_a_code_means_its_holder_whatever_the_name(path: Path) -> None:
    bring(path, HEAD + "Kim Chi,kc,,,,,,\n")

    brought = bring(path, HEAD + "Kim Chi-Lee,KC,,,Nepal,,,\n")

    assert people(path)["Kim Chi"].country == "Nepal"
    assert "another name, which was kept" in brought.warnings[0].why


def test_two_people_of_one_name_with_two_codes_are_two(path: Path) -> None:
    bring(path, HEAD + "Kim Chi,kc,,,,,,\n")

    assert bring(path, HEAD + "Kim Chi,kc2,,,,,,\n").added == 1


def test_somebody_of_whom_only_a_code_was_typed_gets_the_name(path: Path) -> None:
    import_source(path, Source("n.txt", b"@kc a\n@lee b\n"))

    brought = bring(path, HEAD + "Kim Chi,KC,River Union,,,,,\nLee,,Hill Union,,,,,\n")

    assert (brought.added, brought.kept, brought.warnings) == (0, 2, ())
    assert set(people(path)) == {"Kim Chi", "lee"}
    assert people(path)["Kim Chi"].code == "KC"
    assert people(path)["lee"].organisation == "Hill Union"


def test_a_code_that_somebody_else_has_stays_with_them(path: Path) -> None:
    bring(path, HEAD + "Kim Chi,kc,,,,,,\n")

    brought = bring(path, HEAD + "Kim Chi,,River Union,,,,,\nOther,kc,,,,,,\n")

    assert (people(path)["Other"].code, people(path)["Other"].code_made) == ("ot", True)
    assert people(path)["Kim Chi"].organisation == "River Union"
    assert "The code kc belongs to Kim Chi" in brought.warnings[0].why


def test_a_code_of_the_list_is_never_that_of_whom_we_made_it_for(path: Path) -> None:
    bring(path, HEAD + "Kofi Owusu,,River Union,,,,,\nKim Chi,,,,,,,\n")
    assert {name: one.code for name, one in people(path).items()} == {"Kofi Owusu": "ko", "Kim Chi": "kc"}

    brought = bring(path, HEAD + "Karl Osei,KO,Hill Union,,,,,\nKim Chi,kim,,,,,,\n")

    assert (brought.added, brought.kept, brought.warnings) == (1, 1, ())
    assert {name: (one.code, one.code_made) for name, one in people(path).items()} == {
        "Kofi Owusu": ("koo", True), "Karl Osei": ("KO", False), "Kim Chi": ("kim", False),
    }  # fmt: skip
    assert people(path)["Kofi Owusu"].organisation == "River Union"
    with closing(open_workspace(path)) as workspace:
        assert workspace.undo() == "Import people"
    assert {name: one.code for name, one in people(path).items()} == {"Kofi Owusu": "ko", "Kim Chi": "kc"}


def test_a_list_without_codes_gives_everybody_one_and_twice_is_harmless(path: Path) -> None:
    text = "Name\n" + "".join(f"Kim Chi {place}\n" for place in range(300))
    bring(path, text)
    before = people(path)
    assert len({one.code for one in before.values()}) == 300

    assert (bring(path, text).added, people(path)) == (0, before)


def test_rows_that_are_left_out_are_counted_and_told(path: Path) -> None:
    brought = bring(path, HEAD + "Kim Chi,kc,,,,,,\nKim Chi,kc,,,,,,\n,,River Union,,,,,\n")

    assert (brought.lines, brought.added, brought.kept) == (3, 1, 0)
    assert [one.line for one in brought.warnings] == [3, 4]


def test_a_workbook_is_read_from_the_sheet_that_is_named(path: Path) -> None:
    book = openpyxl.Workbook()
    for title, name in (("Day 1", "Kim"), ("Day 2", "Lee")):
        sheet = book.create_sheet(title)
        sheet.append(["Who", "Notes"])
        sheet.append([name, "=1+1"])
    held = BytesIO()
    book.save(held)
    source = Source("people.xlsx", held.getvalue())

    brought = import_source(path, source, ImportOptions(sheet="day 2", mapping={"name": "Who", "role": "Notes"}))

    assert list(people(path)) == ["Lee"]
    assert "B2" in brought.warnings[0].why
    with pytest.raises(SheetNotThere):
        import_source(path, source, ImportOptions(sheet="Day 3"))
    with pytest.raises(OptionOfOtherSource):
        import_source(path, source, ImportOptions(encoding="utf-8"))


@pytest.mark.parametrize(
    ("mapping", "error"),
    [({"shoe": "Name"}, UnknownField), ({"role": "Hat"}, ColumnNotThere), ({}, NoNameColumn)],
)
def test_a_list_that_cannot_be_read_makes_no_file(path: Path, mapping: dict[str, str], error: type[Exception]) -> None:
    head = "Shoe,Hat size\n39,57\n" if error is NoNameColumn else HEAD + "Kim,,,,,,,\n"

    with pytest.raises(error):
        bring(path, head, mapping=mapping)
    assert list(path.parent.iterdir()) == []
