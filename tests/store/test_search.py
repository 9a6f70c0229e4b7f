"""Search: whatever the script, accents and case, in the database; and what is searched follows every edit."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import new_workspace
from tests.workshops import ask, run_sql

from facilitator.domain.finding import Hit, HitKind
from facilitator.domain.kinds import NoteKind, Sector
from facilitator.domain.numbers import Number
from facilitator.store.backup import back_up
from facilitator.store.check import check
from facilitator.text import folded
from facilitator.workspace.opening import open_workspace
from facilitator.workspace.workspace import Workspace

THAI = "ผู้หญิงในพื้นที่รู้ดีว่าอะไรทำให้ชุมชนปลอดภัย"


def found(workspace: Workspace, text: str) -> list[str]:
    """The names of what was found, notes first."""
    with workspace.read() as reads:
        return [hit.name for hit in reads.search(text)]


@pytest.fixture
def said(workspace: Workspace) -> Workspace:
    with workspace.edit("Fill") as edits:
        panel = edits.sessions.add("Panel").id
        for text in ("100 % of Budgets are late", THAI, "Ủy ban ở Hòa Bình, ﬁnally", "A_b \\ c"):
            edits.notes.capture(panel, NoteKind.POINT, text)
        edits.notes.capture(panel, NoteKind.RECOMMENDATION, "Publish the BUDGET", private=True)
        edits.recommendations.add("Cost the budget of Đà Nẵng")
        edits.people.add("Floor", code="fl", organisation="Budget Watch", sector=Sector.OTHER)
    return workspace


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("budget", ["S1.1", "S1.5", "R1", "fl"]),
        ("BUDGET late", ["S1.1"]),
        ("hoa binh", ["S1.3"]),
        ("HÒA", ["S1.3"]),
        ("uy", ["S1.3"]),
        ("da nang", ["R1"]),
        ("finally", ["S1.3"]),
        ("ชุมชน", ["S1.2"]),
        ("ทำให้", ["S1.2"]),
        ("100 %", ["S1.1"]),
        ("_", ["S1.4"]),
        ("\\", ["S1.4"]),
        ("s1.2", ["S1.2"]),
        ("R1", ["R1"]),
        ("watch", ["fl"]),
        ("atch", []),
        ("   ", []),
        ("nowhere", []),
    ],
)
def test_what_is_looked_for_is_found_in_every_script(said: Workspace, text: str, names: list[str]) -> None:
    assert found(said, text) == names


def test_a_hit_says_where_it_stands_and_that_it_is_private(said: Workspace) -> None:
    with said.read() as reads:
        session = reads.sessions()[0]
        public, private, recommendation, person = reads.search("budget")

    assert public == Hit(
        HitKind.NOTE, public.key, "S1.1", "100 % of Budgets are late", session.id, Number("S", 1), "Panel", False,
        ((9, 15),),
    )  # fmt: skip
    assert (private.private, private.places) == (True, ((12, 18),))
    assert (recommendation.kind, recommendation.session, recommendation.places) == (
        HitKind.RECOMMENDATION, None, ((9, 15),),
    )  # fmt: skip
    assert (person.kind, person.text, person.places) == (HitKind.PERSON, "Floor, Budget Watch", ((7, 13),))


def test_the_place_of_a_hit_is_that_of_the_text_as_it_stands(said: Workspace) -> None:
    with said.read() as reads:
        (hit,) = reads.search("binh finally hoa")

    assert [hit.text[start:end] for start, end in hit.places] == ["Hòa", "Bình", "ﬁnally"]


def test_no_more_than_asked_for_is_read(said: Workspace) -> None:
    with said.read() as reads:
        assert [hit.kind for hit in reads.search("budget", limit=1)] == [
            HitKind.NOTE, HitKind.RECOMMENDATION, HitKind.PERSON,
        ]  # fmt: skip


def test_what_was_corrected_undone_or_deleted_is_found_as_it_stands(said: Workspace) -> None:
    with said.read() as reads:
        key = reads.search("ชุมชน")[0].key
    with said.edit("Correct") as edits:
        edits.notes.edit_text(key, "Quốc hội")
    assert (found(said, "ชุมชน"), found(said, "quoc")) == ([], ["S1.2"])
    said.undo()
    assert (found(said, "ทำ"), found(said, "quoc")) == (["S1.2"], [])
    with said.edit("Delete") as edits:
        edits.notes.delete(key)
    assert found(said, "ทำ") == []
    said.undo()
    assert found(said, "ทำ") == ["S1.2"]


def test_what_another_room_wrote_is_found_after_uniting(said: Workspace, tmp_path: Path) -> None:
    other = back_up(said.path, tmp_path / "stick").path
    room = open_workspace(other)
    with room.read() as reads:
        key = reads.search("ชุมชน")[0].key
    with room.edit("Correct") as edits:
        edits.notes.edit_text(key, "Quốc hội")
    room.close()
    said.unite(other)
    assert (found(said, "quoc"), found(said, "ชุมชน")) == (["S1.2"], [])


def test_what_the_search_compares_is_made_anew_from_the_ledger_and_checked(said: Workspace) -> None:
    said.close()
    assert check(said.path) == ()
    run_sql(said.path, "UPDATE note SET folded = 'uy ban' WHERE count = 3")
    (finding,) = check(said.path)
    assert (finding.where, finding.sentence) == ("S1.3", "It is not what the ledger says that it is (folded).")


def test_text_that_needs_no_folding_is_kept_once(said: Workspace) -> None:
    said.close()
    assert ask(said.path, "SELECT count FROM note WHERE folded IS NULL ORDER BY count") == [(1,), (4,), (5,)]


@settings(deadline=None, max_examples=40)
@given(text=st.text(min_size=1, max_size=40), data=st.data())
def test_any_part_of_a_note_finds_it(tmp_path_factory: pytest.TempPathFactory, text: str, data: st.DataObject) -> None:
    workspace = new_workspace(tmp_path_factory.mktemp("search"))
    try:
        with workspace.edit("Note") as edits:
            captured = edits.notes.capture(edits.sessions.add("Panel").id, NoteKind.POINT, f"x {text} x")
        with workspace.read() as reads:
            stored = reads.note(captured.note_id).text
            start = data.draw(st.integers(0, len(stored) - 1))
            part = folded(stored)[start : data.draw(st.integers(start, len(stored))) + 1]
            hits = [hit.key for hit in reads.search(part)]
        assert hits == ([captured.note_id] if part.split() else [])
    finally:
        workspace.close()


def test_the_most_frequent_long_words_of_public_notes_complete_a_word(workspace: Workspace) -> None:
    with workspace.edit("Fill") as edits:
        panel = edits.sessions.add("Panel").id
        for text in ("Ministries pay late", "the “ministries”, again", "Ministries", THAI):
            edits.notes.capture(panel, NoteKind.POINT, text)
        edits.notes.capture(panel, NoteKind.POINT, "secretly secretly secretly", private=True)
    with workspace.read() as reads:
        assert reads.frequent_words() == ("Ministries", "ministries", "again")
        assert reads.frequent_words(1) == ("Ministries",)
