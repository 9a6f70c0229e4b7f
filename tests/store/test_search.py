"""Search: whatever the script, accents and case, in the database; and what is searched follows every edit."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import new_workspace
from tests.workshops import ask, run_sql

from facilitator.domain.finding import Hit, HitKind
from facilitator.domain.kinds import NoteKind, Sector, Status
from facilitator.domain.nouns import Key
from facilitator.domain.query import read_query
from facilitator.store.backup import back_up
from facilitator.store.check import check
from facilitator.text import folded
from facilitator.workspace.opening import open_workspace
from facilitator.workspace.workspace import Workspace

THAI = "ผู้หญิงในพื้นที่รู้ดีว่าอะไรทำให้ชุมชนปลอดภัย"


def found(workspace: Workspace, text: str) -> list[str]:
    """The names of what was found, notes first."""
    with workspace.read() as reads:
        return [hit.name for hit in reads.search(read_query(text)).hits]


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
        ("atch", ["fl"]),
        ("panel", ["S1"]),
        ("เ", []),
        ("ท", ["S1.2"]),
        ("   ", []),
        ("nowhere", []),
    ],
)
def test_what_is_looked_for_is_found_in_every_script(said: Workspace, text: str, names: list[str]) -> None:
    assert found(said, text) == names


def test_a_hit_says_where_it_stands_and_that_it_is_private(said: Workspace) -> None:
    with said.read() as reads:
        session = reads.sessions()[0]
        found = reads.search(read_query("budget"))
    public, private, recommendation, person = found.hits

    assert public == Hit(
        HitKind.NOTE, public.key, "S1.1", "100 % of Budgets are late", session.id, "Panel", mark=NoteKind.POINT
    )
    assert (private.private, private.mark) == (True, NoteKind.RECOMMENDATION)
    assert (recommendation.kind, recommendation.mark) == (HitKind.RECOMMENDATION, Status.RAW)
    assert (person.kind, person.text) == (HitKind.PERSON, "Floor, Budget Watch")
    assert (found.words, found.cut) == (("budget",), frozenset())


def test_no_more_than_asked_for_is_read_and_said_to_be_cut(said: Workspace) -> None:
    with said.read() as reads:
        found = reads.search(read_query("budget"), limit=1)
    assert [hit.kind for hit in found.hits] == [HitKind.NOTE, HitKind.RECOMMENDATION, HitKind.PERSON]
    assert found.cut == {HitKind.NOTE}


def test_what_was_deleted_takes_the_place_of_nothing_that_is_there(said: Workspace) -> None:
    with said.edit("Capture") as edits:
        edits.notes.capture(edits.sessions.add("Closing").id, NoteKind.POINT, "Budget again")
    with said.read() as reads:
        first, second, _ = (hit.key for hit in reads.search(read_query("budget")).hits[:3])
    with said.edit("Delete") as edits:
        for key in (first, second):
            edits.notes.delete(key)
    with said.read() as reads:
        assert reads.search(read_query("budget"), limit=1).hits[0].name == "S2.1"


def test_what_was_corrected_undone_or_deleted_is_found_as_it_stands(said: Workspace) -> None:
    with said.read() as reads:
        key = reads.search(read_query("ชุมชน")).hits[0].key
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
        key = reads.search(read_query("ชุมชน")).hits[0].key
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


ALPHABET = "aAéß ﬁ\u0301กีำ้女性水لَاм가ㄱ\U0001f4a7.%_"
"""Letters of many scripts with marks, ligatures and signs: few, so that one word stands in many texts."""
TEXTS = st.text(ALPHABET, min_size=1, max_size=8).filter(str.strip)
EDITS = st.lists(
    st.one_of(
        st.tuples(st.just("capture"), TEXTS),
        st.tuples(st.just("correct"), TEXTS),
        st.tuples(st.just("recommend"), TEXTS),
        st.tuples(st.just("ask"), TEXTS),
        st.sampled_from([("delete", ""), ("undo", ""), ("redo", "")]),
    ),
    max_size=25,
)


@settings(deadline=None, max_examples=40)
@given(edits=EDITS, asked=st.lists(TEXTS, min_size=1, max_size=4))
def test_what_is_found_is_what_a_look_at_every_text_finds_whatever_was_done_before(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, str]], asked: list[str]
) -> None:
    workspace = new_workspace(tmp_path_factory.mktemp("search"))
    try:
        with workspace.edit("Begin", undoable=False) as first:
            panel = first.sessions.add("Panel").id
        for what, text in edits:
            _do(workspace, panel, what, text)
        for text in asked:
            assert by_search(workspace, text) == by_looking(workspace, text)
    finally:
        workspace.close()


def _do(workspace: Workspace, panel: Key, what: str, text: str) -> None:
    with workspace.read() as reads:
        notes = reads.notes_of(panel)
    if what == "undo":
        workspace.undo()
    elif what == "redo":
        workspace.redo()
    elif what == "ask":
        assert by_search(workspace, text) == by_looking(workspace, text)
    elif what == "capture" or not notes:
        with workspace.edit("Capture") as edits:
            edits.notes.capture(panel, NoteKind.POINT, text or "x")
    else:
        with workspace.edit(what) as edits:
            if what == "correct":
                edits.notes.edit_text(notes[0].id, text)
            elif what == "recommend":
                edits.recommendations.add(text)
            else:
                edits.notes.delete(notes[-1].id)


def by_search(workspace: Workspace, text: str) -> set[Key]:
    with workspace.read() as reads:
        hits = reads.search(read_query(text)).hits
    return {hit.key for hit in hits if hit.kind in {HitKind.NOTE, HitKind.RECOMMENDATION}}


def by_looking(workspace: Workspace, text: str) -> set[Key]:
    words = folded(text).split()
    with workspace.read() as reads:
        content = reads.content()
    texts = [(one.id, one.text) for one in content.notes] + [(one.id, one.wording) for one in content.recommendations]
    return {key for key, stored in texts if words and all(word in folded(stored) for word in words)}


FILTERED = [
    ("kind:question", ["S1.2"]),
    ("kind:qu", ["S1.2", "S2.1"]),
    ("-kind:qu budget", ["S1.1", "S1.3", "R1"]),
    ("kind:rec", ["S1.3", "R1"]),
    ("speaker:kc", ["S1.1", "S1.3", "R1", "kc"]),
    ("speaker:chi budget", ["S1.1", "S1.3", "R1"]),
    ("-speaker:kc kind:point", []),
    ("-speaker:kc budget", ["S1.2", "S2.1"]),
    ("theme:fin", ["S1.3", "S2.1", "R1", "Financing"]),
    ("session:s2", ["S2.1", "S2"]),
    ("session:1 budget", ["S1.1", "S1.2", "S1.3", "R1"]),
    ("session:work", ["S2.1", "S2"]),
    ("status:raw", ["R1"]),
    ("status:agreed", []),
    ("is:private", ["S1.2"]),
    ("has:fill-in", ["S2.1", "lo"]),
    ("-has:fill-in budget", ["S1.1", "S1.2", "S1.3", "R1"]),
    ("kind: budget -is:private", ["S1.1", "S1.3", "S2.1", "R1"]),
]


def test_what_is_open_includes_actions_without_who_or_when(workspace: Workspace) -> None:
    with workspace.edit("Fill") as edits:
        panel = edits.sessions.add("Panel").id
        edits.notes.capture(panel, NoteKind.POINT, "Said")
        keys = [edits.notes.capture(panel, NoteKind.ACTION, f"Done {number}").note_id for number in range(4)]
        for key, who, due in zip(keys, ("", "kc", "", "kc"), ("", "", "Friday", "Friday"), strict=True):
            edits.notes.assign(key, who, due)
    assert found(workspace, "has:fill-in") == ["S1.2", "S1.3", "S1.4"]
    assert found(workspace, "-has:fill-in kind:action") == ["S1.5"]


@pytest.mark.parametrize(("typed", "names"), FILTERED)
def test_filters_leave_what_they_name(workspace: Workspace, typed: str, names: list[str]) -> None:
    with workspace.edit("Fill") as edits:
        panel, group = edits.sessions.add("Panel").id, edits.sessions.add("Group work").id
        kim = edits.people.add("Kim Chi", code="kc", organisation="Ministry", sector=Sector.OTHER).id
        lone = edits.people.add("Lo", code="lo").id
        theme = edits.themes.named("Financing")
        edits.notes.capture(panel, NoteKind.POINT, "The budget", speaker_id=kim)
        edits.notes.capture(panel, NoteKind.QUESTION, "Whose budget", private=True)
        edits.notes.capture(panel, NoteKind.RECOMMENDATION, "Publish the budget", speaker_id=kim, theme_ids=(theme,))
        edits.notes.capture(group, NoteKind.QUOTE, "No budget", speaker_id=lone, theme_ids=(theme,))

    with workspace.read() as reads:
        assert [hit.name or hit.text for hit in reads.search(read_query(typed)).hits] == names


def test_the_most_frequent_long_words_of_public_notes_complete_a_word(workspace: Workspace) -> None:
    with workspace.edit("Fill") as edits:
        panel = edits.sessions.add("Panel").id
        for text in ("Ministries pay late", "the “ministries”, again", "Ministries", THAI):
            edits.notes.capture(panel, NoteKind.POINT, text)
        edits.notes.capture(panel, NoteKind.POINT, "secretly secretly secretly", private=True)
    with workspace.read() as reads:
        assert reads.frequent_words() == ("Ministries", "ministries", "again")
        assert reads.frequent_words(1) == ("Ministries",)
