"""Themes: names, signs, order, levels, and where cards go when a theme goes."""
# ruff: noqa: B023 - each step is taken before the loop goes on

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import content_of, new_key, step

from facilitator.domain.errors import EmptyText, NameTaken, NestingTooDeep, NoLongerThere, SignUnknown
from facilitator.domain.kinds import NoteKind
from facilitator.domain.nouns import Key, Theme
from facilitator.domain.signs import COLOURS, SIGNS, SYMBOLS, next_sign
from facilitator.store.edits import Edits
from facilitator.workspace.workspace import Workspace


def added(workspace: Workspace, *names: str) -> list[Theme]:
    return [step(workspace, lambda edits: edits.themes.add(name)) for name in names]


def names(workspace: Workspace, parent_id: Key | None = None) -> list[str]:
    return [one.name for one in content_of(workspace).themes if one.parent_id == parent_id]


def test_themes_get_the_signs_of_the_table_in_its_order(workspace: Workspace) -> None:
    themes = added(workspace, *(f"Theme {place}" for place in range(14)))

    assert [(one.colour, one.symbol) for one in themes[:12]] == list(SIGNS)
    assert [(one.colour, one.symbol) for one in themes[12:]] == [("green", "disc"), ("blue", "triangle up")]


def test_a_sign_that_came_free_is_given_again(workspace: Workspace) -> None:
    first, _ = added(workspace, "A", "B")
    step(workspace, lambda edits: edits.themes.delete(first.id))

    assert added(workspace, "C")[0].colour == "ochre"


@given(st.sets(st.sampled_from([(colour, symbol) for colour in COLOURS for symbol in SYMBOLS]), max_size=143))
@settings(deadline=None, max_examples=50)
def test_as_long_as_there_is_a_free_sign_no_two_themes_share_one(taken: set[tuple[str, str]]) -> None:
    assert next_sign(taken) not in taken


def test_a_theme_is_found_by_identity_or_made(workspace: Workspace) -> None:
    made = step(workspace, lambda edits: edits.themes.named("Early Warning"))
    found = step(workspace, lambda edits: edits.themes.named(" early WARNING"))
    other = step(workspace, lambda edits: edits.themes.named("Early"))

    assert (found, other == made) == (made, False)
    assert names(workspace) == ["Early Warning", "Early"]


def test_one_name_is_one_theme(workspace: Workspace) -> None:
    first, second = added(workspace, "Financing", "Localizing")
    for do in (
        lambda edits: edits.themes.add("FINANCING"),
        lambda edits: edits.themes.rename(second.id, "financing"),
    ):
        with pytest.raises(NameTaken), workspace.edit("Step") as edits:
            do(edits)
    with pytest.raises(EmptyText), workspace.edit("Step") as edits:
        edits.themes.rename(first.id, " ")
    step(workspace, lambda edits: edits.themes.rename(first.id, "FINANCING"))

    assert names(workspace) == ["FINANCING", "Localizing"]


def test_a_name_that_was_given_up_is_free_within_the_same_step(workspace: Workspace) -> None:
    def swap(edits: Edits) -> tuple[Key, Key]:
        first = edits.themes.named("A")
        edits.themes.rename(first, "B")
        return first, edits.themes.named("A")

    first, second = step(workspace, swap)
    assert first != second


def test_sign_and_digest_can_be_set(workspace: Workspace) -> None:
    (theme,) = added(workspace, "A")
    step(workspace, lambda edits: edits.themes.recolour(theme.id, "petrol", "ring"))
    step(workspace, lambda edits: edits.themes.describe(theme.id, "Money first."))
    with pytest.raises(SignUnknown), workspace.edit("Step") as edits:
        edits.themes.recolour(theme.id, "pink", "ring")

    (now,) = content_of(workspace).themes
    assert (now.colour, now.symbol, now.digest) == ("petrol", "ring", "Money first.")


def test_themes_move_among_those_of_their_parent(workspace: Workspace) -> None:
    a, b, c, d = added(workspace, *"abcd")
    step(workspace, lambda edits: edits.themes.move(d.id, a.id))
    step(workspace, lambda edits: edits.themes.move(c.id, None))
    assert names(workspace) == ["c", "a", "d", "b"]

    for child in (b, d):
        step(workspace, lambda edits: edits.themes.nest(child.id, a.id))
    step(workspace, lambda edits: edits.themes.move(d.id, None))
    assert (names(workspace), names(workspace, a.id)) == (["c", "a"], ["d", "b"])
    with pytest.raises(NoLongerThere), workspace.edit("Step") as edits:
        edits.themes.move(c.id, b.id)


def test_themes_go_one_level_deep(workspace: Workspace) -> None:
    a, b, c = added(workspace, *"abc")
    step(workspace, lambda edits: edits.themes.nest(b.id, a.id))
    for child, parent in ((c, b), (a, c), (c, c)):
        with pytest.raises(NestingTooDeep), workspace.edit("Step") as edits:
            edits.themes.nest(child.id, parent.id)
    with pytest.raises(NestingTooDeep), workspace.edit("Step") as edits:
        edits.themes.add("d", parent_id=b.id)
    step(workspace, lambda edits: edits.themes.nest(b.id, None))

    assert names(workspace) == ["a", "c", "b"]


def test_when_a_theme_goes_its_cards_go_to_their_next_theme_or_to_the_tray(workspace: Workspace) -> None:
    a, b, c = added(workspace, *"abc")
    both = step(workspace, lambda edits: edits.recommendations.add("in both", [a.id, b.id, c.id]))
    only = step(workspace, lambda edits: edits.recommendations.add("in one", [a.id]))
    session = step(workspace, lambda edits: edits.sessions.add("Panel"))
    step(workspace, lambda edits: edits.notes.capture(session.id, NoteKind.POINT, "tagged", theme_ids=[a.id, b.id]))
    step(workspace, lambda edits: edits.themes.nest(c.id, a.id))
    step(workspace, lambda edits: edits.themes.delete(a.id))

    content = content_of(workspace)
    places = {(one.recommendation_id, one.theme_id, one.home) for one in content.memberships}
    assert places == {(both.id, b.id, True), (both.id, c.id, False)}
    assert [one.theme_id for one in content.tags] == [b.id]
    assert names(workspace) == ["b", "c"]
    with workspace.read() as reads:
        assert [(card.key, card.home) for card in reads.cards()] == [(only.id, None), (both.id, b.id)]


def test_an_edit_of_a_theme_that_has_gone_says_so(workspace: Workspace) -> None:
    with pytest.raises(NoLongerThere, match="theme is no longer there"), workspace.edit("Step") as edits:
        edits.themes.delete(new_key()) or edits.themes.nest(new_key(), None)
