"""What can be asked of a workshop."""

from datetime import date, time

import pytest
from tests.factories import DAY, content_of, new_key

from facilitator.domain.errors import NoLongerThere, NumberNotThere
from facilitator.domain.kinds import NoteKind, SessionKind, Status
from facilitator.domain.numbers import Number, parse_number
from facilitator.domain.overview import Gap, SessionCount, ThemeCount
from facilitator.store.edits import Edits
from facilitator.workspace.workspace import Workspace


def filled(edits: Edits) -> None:
    """Two sessions, three notes of which one is private, two recommendations, two themes one below the other."""
    second = edits.sessions.add("Panel", kind=SessionKind.PANEL, day=date(2023, 8, 10), starts=time(9), ends=time(10))
    first = edits.sessions.add("Opening", day=DAY)
    parent = edits.themes.named("Financing")
    child = edits.themes.add("Budgets", parent_id=parent).id
    speaker = edits.people.speaker("x")
    edits.people.add("Kim Chi", code="kc")
    edits.notes.capture(second.id, NoteKind.RECOMMENDATION, "Publish", theme_ids=[child, parent], speaker_id=speaker)
    edits.notes.capture(second.id, NoteKind.POINT, "secret", private=True, check_later=True)
    edits.notes.capture(first.id, NoteKind.POINT, "welcome", theme_ids=[parent])
    edits.recommendations.set_status(edits.recommendations.add("Cost it").id, Status.TABLED)


@pytest.fixture
def full(workspace: Workspace) -> Workspace:
    with workspace.edit("Fill") as edits:
        filled(edits)
    return workspace


def test_the_overview_counts_what_is_there(full: Workspace) -> None:
    with full.read() as reads:
        overview = reads.overview()

    assert (overview.title, overview.days) == ("Peaceful societies", (DAY, date(2023, 8, 10)))
    assert overview.sessions == (
        SessionCount(Number("S", 2), "Opening", DAY, None, None, SessionKind.PLENARY, 1),
        SessionCount(Number("S", 1), "Panel", date(2023, 8, 10), time(9), time(10), SessionKind.PANEL, 2),
    )
    assert overview.notes == {NoteKind.POINT: 2, NoteKind.RECOMMENDATION: 1}
    assert overview.recommendations == {Status.RAW: 1, Status.TABLED: 1}
    assert set(overview.themes) == {ThemeCount("Financing", None, 1, 1), ThemeCount("Budgets", "Financing", 1, 0)}
    assert (overview.people, overview.private) == (2, 1)


def test_what_is_open_is_listed_and_counted_alike(full: Workspace) -> None:
    with full.read() as reads:
        fill_ins, overview = reads.fill_in_rows(), reads.overview()

    assert [(one.gap, one.label, one.field) for one in fill_ins] == [
        (Gap.CHECK_LATER, "S1.2", ""),
        (Gap.SPEAKER, "x", "sector"),
        (Gap.MATRIX, "R2", "addressed_to"),
        (Gap.MATRIX, "R2", "action"),
        (Gap.MATRIX, "R2", "timeframe"),
        (Gap.MATRIX, "R2", "indicator"),
        (Gap.MATRIX, "R2", "resources"),
    ]
    assert overview.fill_ins == len(fill_ins)


def test_an_empty_workshop_can_be_asked_too(workspace: Workspace) -> None:
    with workspace.read() as reads:
        overview = reads.overview()
        assert (reads.cards(), reads.fill_in_rows(), reads.sessions(), reads.counters()) == ([], (), (), {})

    assert (overview.days, overview.sessions, overview.notes, overview.fill_ins, overview.people) == ((), (), {}, 0, 0)


def test_a_printed_number_leads_to_its_thing(full: Workspace) -> None:
    content = content_of(full)
    things = (*content.sessions, *content.notes, *content.recommendations)
    with full.read() as reads:
        for one in things:
            number = parse_number(str(one.number))
            assert number is not None
            assert reads.thing(number) == one.id
        for missing in ("S9", "S1.9", "R9", "RB1"):
            with pytest.raises(NumberNotThere, match=missing):
                reads.thing(parse_number(missing) or Number("", 0))
        assert reads.recommendation(Number("R", 1)).wording == "Publish"


def test_single_things_are_what_the_content_holds(full: Workspace) -> None:
    content = content_of(full)
    with full.read() as reads:
        assert tuple(reads.session(one.id) for one in content.sessions) == content.sessions == reads.sessions()
        assert tuple(reads.note(one.id) for one in content.notes) == content.notes
        assert sum((reads.notes_of(one.id) for one in content.sessions), ()) == content.notes
        assert (reads.participants(), reads.themes()) == (content.participants, content.themes)
        assert reads.recommendations() == content.recommendations
        with pytest.raises(NoLongerThere):
            reads.note(new_key())


def test_notes_come_in_the_order_of_the_programme(full: Workspace) -> None:
    assert [one.text for one in content_of(full).notes] == ["welcome", "Publish", "secret"]
