"""Recommendations: wording, status, matrix, themes, sources, merging."""
# ruff: noqa: B023 - each step is taken before the loop goes on

import pytest
from tests.factories import content_of, new_key, step

from facilitator.domain.errors import EmptyText, MergedAlready, NoLongerThere, NoteIsPrivate, StatusNeedsMerge
from facilitator.domain.kinds import NoteKind, Status
from facilitator.domain.nouns import Key, Recommendation
from facilitator.store.edits import Edits
from facilitator.workspace.workspace import Workspace


@pytest.fixture
def session_id(workspace: Workspace) -> Key:
    return step(workspace, lambda edits: edits.sessions.add("Panel")).id


def added(workspace: Workspace, *wordings: str) -> list[Recommendation]:
    return [step(workspace, lambda edits: edits.recommendations.add(wording)) for wording in wordings]


def theme_ids(workspace: Workspace, *names: str) -> list[Key]:
    return [step(workspace, lambda edits: edits.themes.named(name)) for name in names]


def homes(workspace: Workspace, key: Key) -> dict[Key, bool]:
    return {one.theme_id: one.home for one in content_of(workspace).memberships if one.recommendation_id == key}


def cards(workspace: Workspace) -> list[str]:
    with workspace.read() as reads:
        return [card.wording for card in reads.cards()]


def test_a_recommendation_has_a_number_and_its_first_wording(workspace: Workspace) -> None:
    first, second = added(workspace, "Publish", "Cost it")

    assert [str(first.number), str(second.number)] == ["R1", "R2"]
    assert [(one.position, one.text) for one in content_of(workspace).wordings] == [(1, "Publish"), (1, "Cost it")]


def test_every_wording_stays_in_the_history(workspace: Workspace) -> None:
    (one,) = added(workspace, "Publish")
    for wording in ("Publish budgets", "Publish budgets", "Publish all budgets\n[by 2025]"):
        step(workspace, lambda edits: edits.recommendations.reword(one.id, wording))
    with pytest.raises(EmptyText), workspace.edit("Step") as edits:
        edits.recommendations.reword(one.id, "")

    with workspace.read() as reads:
        history = [(entry.position, entry.text) for entry in reads.wordings_of(one.id)]
        assert reads.recommendation(one.number).wording == "Publish all budgets\n[by 2025]"
    assert history == [(1, "Publish"), (2, "Publish budgets"), (3, "Publish all budgets\n[by 2025]")]


def test_a_wording_can_bear_the_time_at_which_it_was_found(workspace: Workspace) -> None:
    (one,) = added(workspace, "Publish")
    step(workspace, lambda edits: edits.recommendations.reword(one.id, "Publish budgets", 1_691_600_000_000))

    assert [wording.written_at for wording in content_of(workspace).wordings][1:] == [1_691_600_000_000]


def test_status_and_matrix_can_be_set(workspace: Workspace) -> None:
    (one,) = added(workspace, "Publish")
    step(workspace, lambda edits: edits.recommendations.set_status(one.id, Status.AGREED_WITH_RESERVATION, "14:20"))
    step(workspace, lambda edits: edits.recommendations.fill(one.id, addressed_to="Ministries", timeframe="2025"))
    step(workspace, lambda edits: edits.recommendations.fill(one.id, resources="none"))
    kept = step(workspace, lambda edits: edits.recommendations.reserve(one.id, "Not the army", "civil society"))
    gone = step(workspace, lambda edits: edits.recommendations.reserve(one.id, "Not now"))
    step(workspace, lambda edits: edits.recommendations.withdraw(gone.id))
    with pytest.raises(StatusNeedsMerge), workspace.edit("Step") as edits:
        edits.recommendations.set_status(one.id, Status.MERGED)

    content = content_of(workspace)
    (now,) = content.recommendations
    assert (now.status, now.status_note) == (Status.AGREED_WITH_RESERVATION, "14:20")
    assert (now.addressed_to, now.timeframe, now.resources) == ("Ministries", "2025", "none")
    assert content.reservations == (kept,)


def test_empty_matrix_fields_are_open_once_a_recommendation_is_drafted(workspace: Workspace) -> None:
    (one,) = added(workspace, "Publish")
    with workspace.read() as reads:
        assert reads.fill_in_rows() == ()
    step(workspace, lambda edits: edits.recommendations.set_status(one.id, Status.DRAFTED))
    step(workspace, lambda edits: edits.recommendations.fill(one.id, action="x", indicator="y", resources="z"))

    with workspace.read() as reads:
        assert [(open_.label, open_.field) for open_ in reads.fill_in_rows()] == [
            ("R1", "addressed_to"),
            ("R1", "timeframe"),
        ]
        assert reads.overview().fill_ins == 2


def test_cards_are_filed_in_order_and_have_one_home(workspace: Workspace) -> None:
    a, b = theme_ids(workspace, "a", "b")
    one, two, three = added(workspace, "one", "two", "three")
    step(workspace, lambda edits: edits.recommendations.file([two.id, one.id, three.id], a))
    step(workspace, lambda edits: edits.recommendations.file([two.id], b))

    assert cards(workspace) == ["one", "three", "two"]
    assert homes(workspace, two.id) == {b: True}


def test_filing_a_card_where_it_stands_further_makes_that_its_home(workspace: Workspace) -> None:
    a, b = theme_ids(workspace, "a", "b")
    (one,) = added(workspace, "one")
    step(workspace, lambda edits: edits.recommendations.also_in(one.id, a))
    step(workspace, lambda edits: edits.recommendations.also_in(one.id, b))
    step(workspace, lambda edits: edits.recommendations.also_in(one.id, b))
    assert homes(workspace, one.id) == {a: True, b: False}

    step(workspace, lambda edits: edits.recommendations.file([one.id], b))
    assert homes(workspace, one.id) == {b: True}


def test_a_card_goes_back_to_the_tray_from_all_its_themes(workspace: Workspace) -> None:
    a, b = theme_ids(workspace, "a", "b")
    (one,) = added(workspace, "one")
    step(workspace, lambda edits: edits.recommendations.also_in(one.id, a))
    step(workspace, lambda edits: edits.recommendations.also_in(one.id, b))
    step(workspace, lambda edits: edits.recommendations.file([one.id], None))

    assert homes(workspace, one.id) == {}
    assert cards(workspace) == ["one"]


def test_leaving_its_home_a_card_is_at_home_in_its_next_theme(workspace: Workspace) -> None:
    a, b, c = theme_ids(workspace, *"abc")
    (one,) = added(workspace, "one")
    for theme in (a, b, c):
        step(workspace, lambda edits: edits.recommendations.also_in(one.id, theme))
    step(workspace, lambda edits: edits.recommendations.leave(one.id, a))
    assert homes(workspace, one.id) == {b: True, c: False}

    step(workspace, lambda edits: edits.recommendations.leave(one.id, c))
    assert homes(workspace, one.id) == {b: True}


def test_cards_can_be_put_in_order_in_a_theme_and_in_the_register(workspace: Workspace) -> None:
    (a,) = theme_ids(workspace, "a")
    one, two, three = added(workspace, "one", "two", "three")
    step(workspace, lambda edits: edits.recommendations.order(three.id, None))
    assert cards(workspace) == ["three", "one", "two"]

    step(workspace, lambda edits: edits.recommendations.file([one.id, two.id, three.id], a))
    step(workspace, lambda edits: edits.recommendations.order(one.id, two.id, a))
    step(workspace, lambda edits: edits.recommendations.order(three.id, None, a))
    assert cards(workspace) == ["three", "two", "one"]
    assert [one.wording for one in content_of(workspace).recommendations] == ["three", "one", "two"]


def test_a_card_that_does_not_stand_in_a_theme_cannot_be_ordered_there(workspace: Workspace) -> None:
    (a,) = theme_ids(workspace, "a")
    inside, outside = added(workspace, "inside", "outside")
    step(workspace, lambda edits: edits.recommendations.file([inside.id], a))
    for key, after in ((outside.id, inside.id), (inside.id, outside.id)):
        with pytest.raises(NoLongerThere), workspace.edit("Step") as edits:
            edits.recommendations.order(key, after, a)


def test_a_merged_one_keeps_number_and_words_and_its_sources_lead_on(workspace: Workspace, session_id: Key) -> None:
    kept, gone = (
        step(workspace, lambda edits: edits.notes.capture(session_id, NoteKind.RECOMMENDATION, text))
        for text in ("kept", "gone")
    )
    first, second = content_of(workspace).recommendations
    step(workspace, lambda edits: edits.recommendations.merge(first.id, second.id))

    content = content_of(workspace)
    merged = content.recommendations[1]
    assert (merged.status, merged.merged_into_id, merged.wording, str(merged.number)) == (
        Status.MERGED, first.id, "gone", "R2",
    )  # fmt: skip
    links = {(one.note_id, one.recommendation_id, one.origin) for one in content.sources}
    assert links == {
        (kept.note_id, first.id, True), (gone.note_id, second.id, True), (gone.note_id, first.id, False),
    }  # fmt: skip
    assert cards(workspace) == ["kept"]


def test_what_was_merged_cannot_be_worked_on_or_merged_again(workspace: Workspace) -> None:
    one, two, three = added(workspace, "one", "two", "three")
    step(workspace, lambda edits: edits.recommendations.merge(one.id, two.id))
    for do in (
        lambda edits: edits.recommendations.set_status(two.id, Status.AGREED),
        lambda edits: edits.recommendations.merge(two.id, three.id),
        lambda edits: edits.recommendations.merge(three.id, two.id),
    ):
        with pytest.raises(MergedAlready, match="R2 was merged into R1"), workspace.edit("Step") as edits:
            do(edits)
    step(workspace, lambda edits: edits.recommendations.merge(one.id, one.id))

    assert content_of(workspace).recommendations[0].status is Status.RAW


def test_a_merge_can_be_dissolved_and_leaves_no_trace_in_the_other(workspace: Workspace, session_id: Key) -> None:
    for text in ("kept", "gone", "also gone"):
        step(workspace, lambda edits: edits.notes.capture(session_id, NoteKind.RECOMMENDATION, text))
    first, second, third = content_of(workspace).recommendations
    before = content_of(workspace)
    for gone in (second, third):
        step(workspace, lambda edits: edits.recommendations.merge(first.id, gone.id))
    for gone in (second, third, third):
        step(workspace, lambda edits: edits.recommendations.dissolve(gone.id))

    assert content_of(workspace) == before


def test_a_source_that_another_merged_one_brought_too_stays(workspace: Workspace, session_id: Key) -> None:
    kept, one, two = added(workspace, "kept", "one", "two")
    note = step(workspace, lambda edits: edits.notes.capture(session_id, NoteKind.POINT, "said")).note_id
    for gone in (one, two):
        step(workspace, lambda edits: edits.recommendations.link(gone.id, note))
        step(workspace, lambda edits: edits.recommendations.merge(kept.id, gone.id))
    step(workspace, lambda edits: edits.recommendations.dissolve(one.id))
    with workspace.read() as reads:
        assert [link.note_id for link in reads.sources_of(kept.id)] == [note]

    step(workspace, lambda edits: edits.recommendations.dissolve(two.id))
    with workspace.read() as reads:
        assert reads.sources_of(kept.id) == ()


def test_a_source_that_the_kept_one_had_before_the_merge_stays_when_it_is_dissolved(
    workspace: Workspace, session_id: Key
) -> None:
    kept, gone = added(workspace, "kept", "gone")
    early, late = (
        step(workspace, lambda edits: edits.notes.capture(session_id, NoteKind.POINT, text)).note_id
        for text in ("early", "late")
    )
    for one in (kept, gone):
        step(workspace, lambda edits: edits.recommendations.link(one.id, early))
    step(workspace, lambda edits: edits.recommendations.link(gone.id, late))
    step(workspace, lambda edits: edits.recommendations.merge(kept.id, gone.id))
    workspace.undo()
    workspace.redo()
    step(workspace, lambda edits: edits.recommendations.dissolve(gone.id))

    with workspace.read() as reads:
        assert [link.note_id for link in reads.sources_of(kept.id)] == [early]
        assert [link.note_id for link in reads.sources_of(gone.id)] == [early, late]


def test_after_a_merge_is_dissolved_the_status_is_that_from_before(workspace: Workspace) -> None:
    one, two = added(workspace, "one", "two")
    step(workspace, lambda edits: edits.recommendations.set_status(two.id, Status.AGREED))
    step(workspace, lambda edits: edits.recommendations.merge(one.id, two.id))
    step(workspace, lambda edits: edits.recommendations.dissolve(two.id))

    assert content_of(workspace).recommendations[1].status is Status.AGREED


def test_where_the_ledger_does_not_know_it_a_reworded_one_is_drafted(workspace: Workspace) -> None:
    one, two = added(workspace, "one", "two")

    def there_and_back(edits: Edits) -> None:
        edits.recommendations.reword(two.id, "two, better")
        edits.recommendations.merge(one.id, two.id)
        edits.recommendations.dissolve(two.id)

    step(workspace, there_and_back)

    assert content_of(workspace).recommendations[1].status is Status.DRAFTED


def test_notes_can_be_linked_but_no_private_ones(workspace: Workspace, session_id: Key) -> None:
    (one,) = added(workspace, "one")
    note = step(workspace, lambda edits: edits.notes.capture(session_id, NoteKind.POINT, "said"))
    secret = step(workspace, lambda edits: edits.notes.capture(session_id, NoteKind.POINT, "secret", private=True))
    for _ in range(2):
        step(workspace, lambda edits: edits.recommendations.link(one.id, note.note_id))
    with pytest.raises(NoteIsPrivate, match="S1.2"), workspace.edit("Step") as edits:
        edits.recommendations.link(one.id, secret.note_id)

    with workspace.read() as reads:
        assert [link.note_id for link in reads.sources_of(one.id)] == [note.note_id]
    step(workspace, lambda edits: edits.recommendations.unlink(one.id, note.note_id))
    assert content_of(workspace).sources == ()


def test_an_edit_of_what_has_gone_says_so(workspace: Workspace) -> None:
    (theme,) = theme_ids(workspace, "a")
    for do in (
        lambda edits: edits.recommendations.reword(new_key(), "x"),
        lambda edits: edits.recommendations.file([new_key()], theme),
        lambda edits: edits.recommendations.fill(new_key(), action="x"),
        lambda edits: edits.recommendations.reserve(new_key(), "x"),
    ):
        with pytest.raises(NoLongerThere, match="recommendation is no longer there"), workspace.edit("Step") as edits:
            do(edits)
