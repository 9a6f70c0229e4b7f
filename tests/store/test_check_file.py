"""Whatever was not written by an edit is found, by number or table and never by its text."""

import shutil
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.workshops import ask, lying_in, make_workshop, run_sql

from facilitator.domain.errors import InputError, NotAWorkshop
from facilitator.store.check import MOST, Finding, check
from facilitator.store.rules import questions
from facilitator.workspace.opening import open_workspace

DOUBLED = (
    "INSERT INTO membership (id, versions, theme_id, recommendation_id, home, position) "
    "SELECT randomblob(16), '', theme_id, recommendation_id, 0, 9.0 FROM membership"
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_workshop(tmp_path_factory.mktemp("whole") / "water.workshop", notes=100)


@pytest.fixture
def path(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(whole, tmp_path))


def changed(path: Path, *statements: str) -> tuple[Finding, ...]:
    """What is found after a change past the app."""
    run_sql(path, "PRAGMA foreign_keys=OFF", *statements)
    before = lying_in(path.parent)
    found = check(path)
    assert lying_in(path.parent) == before
    return found


def test_a_whole_file_has_no_finding(path: Path) -> None:
    assert check(path) == ()


def test_after_edits_undo_and_redo_there_is_none_either(path: Path) -> None:
    with closing(open_workspace(path)) as workspace:
        with workspace.edit("Merge and move") as edits:
            kept, gone = (edits.recommendations.add(wording).id for wording in ("One", "Other"))
            edits.recommendations.merge(kept, gone)
            edits.recommendations.file([kept], edits.themes.named("Water"))
            edits.people.speaker("Ms Lee")
        workspace.undo()
        assert check(path) == ()
        workspace.redo()
        assert check(path) == ()


def test_one_bit_in_the_text_of_a_note_is_found_by_its_number(path: Path) -> None:
    content = path.read_bytes()
    spots = [place for place in range(len(content)) if content.startswith(b"Said 18", place)]
    assert spots

    for spot in spots:
        path.write_bytes(content[:spot] + b"T" + content[spot + 1 :])
        found = check(path)
        assert [finding.where for finding in found] == ["S1.19"]
        assert "Taid" not in str(found)


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        ("UPDATE recommendation SET wording = 'other' WHERE count = 1", "R1"),
        ("DELETE FROM note WHERE count = 3", "S1.3"),
        ("UPDATE membership SET home = 0", "R1"),
        (DOUBLED, "R1"),
        ("UPDATE recommendation SET status = 'merged' WHERE count = 2", "R2"),
        ("UPDATE numbering SET count = 5 WHERE prefix = 'S1.'", "S1.6"),
        ("DELETE FROM numbering WHERE prefix = 'R'", "R1"),
    ],
)
def test_a_row_changed_past_the_ledger_is_found_by_its_number(path: Path, statement: str, where: str) -> None:
    assert where in [finding.where for finding in changed(path, statement)]


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("DELETE FROM entry WHERE sequence = 1", "ledger"),
        ("UPDATE entry SET room = x'0000000000000000'", "ledger"),
        ("UPDATE entry SET below = x'01'", "ledger"),
        ("UPDATE entry SET kind = 'edits'", "ledger"),
        ("DELETE FROM operation WHERE action = '+' AND \"table\" = 'note'", "ledger"),
        ("UPDATE operation SET fields = substr(fields, 2)", "database"),
        ("UPDATE operation SET replaces = '[]'", "database"),
        ("UPDATE operation SET \"table\" = 'nothing'", "database"),
        ("UPDATE note SET text = CAST(x'ff' AS TEXT)", "database"),
        ("UPDATE note SET kind = 'poin'", "rule"),
        ("UPDATE note SET speaker_id = x'01'", "references"),
        ("UPDATE theme SET name_identity = 'x'", "rule"),
        ("UPDATE workshop SET attribution = ''", "rule"),
    ],
)
def test_each_sort_of_damage_is_told_by_its_sort(path: Path, statement: str, what: str) -> None:
    assert what in {finding.what for finding in changed(path, statement)}


def test_themes_nest_once(path: Path) -> None:
    columns = "id, parent_id, versions, name, name_identity, position, colour, symbol, digest"
    themes = [("01", "NULL"), ("02", "x'01'"), ("03", "x'02'")]
    rows = [f"(x'{key}', {parent}, '', '{key}', '{key}', 0.0, '', '', '')" for key, parent in themes]
    found = changed(path, f"INSERT INTO theme ({columns}) VALUES {', '.join(rows)}")
    assert [f.where for f in found if "further themes" in f.sentence] == ["theme 03"]


def test_many_findings_of_one_sort_are_cut_short(path: Path) -> None:
    found = changed(path, "UPDATE note SET text = 'x'")
    assert len([finding for finding in found if finding.what == "ledger"]) == MOST


def test_damage_that_keeps_the_file_from_being_opened_is_one_finding(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:20_000])
    (found,) = check(path)
    assert found.what == "file"
    assert "damaged" in found.sentence


def test_what_is_no_workshop_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("hello")
    with pytest.raises(NotAWorkshop):
        check(tmp_path / "a")


def test_every_rule_can_be_asked(path: Path) -> None:
    for question in questions():
        assert ask(path, question.sql) == []


@settings(max_examples=25, deadline=None)
@given(places=st.lists(st.integers(0, 10**9), min_size=1, max_size=5), bit=st.integers(0, 7))
def test_whatever_bits_are_flipped_check_says_what_it_finds(whole: Path, places: list[int], bit: int) -> None:
    content = bytearray(whole.read_bytes())
    for place in places:
        content[place % len(content)] ^= 1 << bit
    path = whole.with_name("flipped.workshop")
    path.write_bytes(content)

    # A flipped version or mark makes it another kind of file: that is a refusal, and no finding.
    with suppress(InputError):
        assert all(finding.sentence for finding in check(path))
    assert path.read_bytes() == content
