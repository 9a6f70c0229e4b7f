"""A workshop as JSON: the same bytes after a round trip, every doubt named, and rooms joined without harm."""
# ruff: noqa: B023 - each step is taken before the loop goes on

import copy
import json
from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.factories import DAY, content_of, new_workspace, small_workshop, step

from facilitator.domain.errors import (
    ExchangeDoubled,
    ExchangeError,
    ExchangeForeign,
    ExchangeHomes,
    ExchangeMissing,
    ExchangeNewer,
    ExchangeReference,
    ExchangeUnknown,
    ExchangeWrong,
    NumberTaken,
)
from facilitator.domain.kinds import NoteKind, Rule, Sector, SessionKind, SessionRole, Status
from facilitator.store.edits import Edits
from facilitator.store.exchange.joining import Joined, add
from facilitator.store.exchange.reading import read
from facilitator.store.exchange.writing import write
from facilitator.workspace.workspace import Workspace

Rooms = Callable[..., Workspace]


@pytest.fixture
def rooms(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Makes new workshop files, and closes them all."""
    opened: list[Workspace] = []

    def make(**fields: object) -> Workspace:
        opened.append(new_workspace(tmp_path_factory.mktemp("room"), **fields))
        return opened[-1]

    yield make
    for workspace in opened:
        workspace.close()


def exported(workspace: Workspace, *, include_private: bool = True) -> bytes:
    with workspace.read() as reads:
        return write(reads.content(), reads.counters(), include_private=include_private)


def joined(workspace: Workspace, data: bytes) -> Joined:
    exchange = read(json.loads(data))
    return step(workspace, lambda edits: add(edits.edit, exchange))


def everything(edits: Edits) -> None:
    """Something of every kind, with every field used somewhere."""
    edits.workshop.change(place="Bangkok", attribution=Rule.AFFILIATION, conclusions="ก\n\nข", organisers="UN Women")
    panel = edits.sessions.add(
        "Panel", kind=SessionKind.PANEL, day=DAY, starts=time(9, 30), ends=time(11), attribution=Rule.CHATHAM
    )
    group = edits.sessions.add("Group", kind=SessionKind.GROUP_WORK, day=date(2023, 8, 10))
    kim = edits.people.add("Kim Chi", code="kc", sector=Sector.UN, consents="photo", about="a\nb")
    edits.sessions.cast(panel.id, kim.id, SessionRole.MODERATOR)
    edits.sessions.open(panel.id, 1_691_548_200_123)
    a, b = edits.themes.named("Financing"), edits.themes.named("Budgets")
    edits.themes.nest(b, a)
    one = edits.notes.capture(
        panel.id, NoteKind.RECOMMENDATION, "Publish \u2028 <b>&", theme_ids=[b, a], speaker_id=kim.id, taken_at=1
    )
    edits.notes.capture(group.id, NoteKind.RECOMMENDATION, "Cost it", check_later=True)
    action = edits.notes.capture(group.id, NoteKind.ACTION, "write", theme_ids=[a]).note_id
    edits.notes.assign(action, "kc", "Friday")
    edits.releases.release(one.note_id, Rule.AFFILIATION, "Kim Chi")
    edits.notes.capture(group.id, NoteKind.POINT, "secret", private=True, speaker_id=edits.people.speaker("Mrs X"))
    first, second = edits.recommendations.add("Third", [a]), edits.recommendations.add("Fourth")
    edits.recommendations.reword(first.id, "Third, better")
    edits.recommendations.fill(first.id, action="x")
    edits.recommendations.reserve(first.id, "not now", "civil society")
    edits.recommendations.merge(first.id, second.id)
    edits.turns.ask(panel.id, kim.id, 3)
    edits.turns.call_next(panel.id, 4)
    edits.turns.ask(panel.id, kim.id, 5)
    edits.intervals.go_off_record(group.id, 5)


def test_a_round_trip_gives_the_same_bytes(rooms: Rooms) -> None:
    first, second = rooms(), rooms(title="Other")
    step(first, everything)
    data = exported(first)
    told = joined(second, data)

    assert exported(second) == data
    assert (told.added, told.kept) == (2 + 2 + 4 + 4 + 2, 0)
    assert told.notes == {NoteKind.POINT: 1, NoteKind.ACTION: 1, NoteKind.RECOMMENDATION: 2}
    assert told.speakers == 2


def test_a_session_that_ends_when_it_starts_comes_back_as_it_was(rooms: Rooms) -> None:
    first, second = rooms(), rooms()
    step(first, lambda edits: edits.sessions.add("Photo", day=DAY, starts=time(9), ends=time(9)))
    joined(second, exported(first))

    assert content_of(second).sessions == content_of(first).sessions


def test_adding_it_again_adds_nothing(rooms: Rooms) -> None:
    first, second = rooms(), rooms()
    step(first, everything)
    joined(second, exported(first))
    before = content_of(second)
    told = joined(second, exported(first))

    assert (told.added, told.kept, told.notes) == (0, 14, {})
    assert content_of(second) == before


def test_numbers_go_on_where_the_export_had_come_to(rooms: Rooms) -> None:
    first, second = rooms(), rooms()
    step(first, everything)
    last = content_of(first).notes[-1]
    step(first, lambda edits: edits.notes.delete(last.id))
    joined(second, exported(first))

    with first.read() as one, second.read() as other:
        assert one.counters() == other.counters()
    with second.edit("Add") as edits:
        assert str(edits.recommendations.add("next").number) == "R5"


def test_bytes_are_utf8_with_line_feeds_and_words_of_the_field(rooms: Rooms) -> None:
    room = rooms()
    step(room, everything)
    data = exported(room)
    document = json.loads(data)

    assert (document["format"], document["version"]) == ("facilitator workshop", 2)
    assert b"\r" not in data
    assert data.endswith(b"}\n")
    assert "ก\\n\\nข" in data.decode("utf-8")
    assert document["sessions"][0]["kind"] == "panel"
    assert (document["sessions"][0]["day"], document["sessions"][0]["starts"]) == ("2023-08-09", "09:30")
    assert document["sessions"][0]["opened_at"] == "2023-08-09T02:30:00.123Z"
    assert document["notes"][0]["number"] == "S1.1"
    assert {one["status"] for one in document["recommendations"]} == {"raw", "merged"}


def test_private_notes_and_who_is_named_only_in_them_stay_away(rooms: Rooms) -> None:
    room = rooms()

    def secrets(edits: Edits) -> None:
        session = edits.sessions.add("Panel").id
        edits.people.add("On the list", organisation="Ministry")
        for text, speaker, theme, private in (
            ("secret", "Mrs X", "Hidden", True),
            ("secret", "On the list", "Shared", True),
            ("open", "Ada", "Shared", False),
        ):  # fmt: skip
            names = edits.people.speaker(speaker, whole_name=True), edits.themes.named(theme)
            edits.notes.capture(
                session, NoteKind.POINT, text, private=private, speaker_id=names[0], theme_ids=[names[1]]
            )

    step(room, secrets)
    data = exported(room, include_private=False)
    for hidden in ("secret", "Mrs X", "Hidden"):
        assert hidden not in data.decode()
    for shown in ("open", "Ada", "Shared", "On the list"):
        assert shown in data.decode()
    read(json.loads(data))


def test_a_file_keeps_the_prefix_it_was_given(rooms: Rooms) -> None:
    main, room = rooms(), rooms(prefix="B")
    step(main, lambda edits: edits.people.add("Kim Chi"))
    joined(room, exported(main))

    assert content_of(room).workshop.prefix == "B"


def test_laptops_are_joined_into_one_workshop(rooms: Rooms) -> None:
    main, laptop = rooms(), rooms(prefix="B")
    step(main, everything)

    def group(edits: Edits) -> None:
        session = edits.sessions.add("Room B").id
        ada, kim = edits.people.speaker("Ada"), edits.people.speaker("KC")
        themes = [edits.themes.named("financing"), edits.themes.named("Media")]
        for speaker in (ada, kim):
            edits.notes.capture(session, NoteKind.RECOMMENDATION, "From B", speaker_id=speaker, theme_ids=themes)

    step(laptop, group)
    told = joined(main, exported(laptop))
    before = content_of(main)
    again = joined(main, exported(laptop))

    content = content_of(main)
    assert content == before
    assert (told.added, told.kept) == (1 + 1 + 2 + 2 + 1, 2)
    assert (again.added, again.kept) == (0, 9)
    assert {str(one.number) for one in content.notes} >= {"S1.1", "SB1.1", "SB1.2"}
    assert [one.name for one in content.participants].count("Ada") == 1
    kim = next(one for one in content.participants if one.code == "kc")
    assert {one.speaker_id for one in content.notes if str(one.number) == "SB1.2"} == {kim.id}
    themes = {one.name: one for one in content.themes}
    assert set(themes) == {"Financing", "Budgets", "Media"}
    assert len({(one.colour, one.symbol) for one in content.themes}) == 3
    rb1 = next(one for one in content.recommendations if str(one.number) == "RB1")
    homes = {one.theme_id: one.home for one in content.memberships if one.recommendation_id == rb1.id}
    assert homes == {themes["Financing"].id: True, themes["Media"].id: False}


def test_a_number_that_something_else_holds_stops_all(rooms: Rooms) -> None:
    main, laptop = rooms(), rooms()
    for room in (main, laptop):
        step(room, lambda edits: edits.sessions.add("Panel"))
        step(room, lambda edits: edits.people.add("Kim Chi"))
    before = exported(main)
    with pytest.raises(NumberTaken, match="S1") as error, main.edit("Import") as edits:
        add(edits.edit, read(json.loads(exported(laptop))))

    assert error.value.exit_code == 3
    assert exported(main) == before


def test_a_wording_from_another_room_joins_the_history_and_the_one_in_force_stays(rooms: Rooms) -> None:
    main, laptop = rooms(), rooms()
    one = step(main, lambda edits: edits.recommendations.add("first"))
    joined(laptop, exported(main))
    step(main, lambda edits: edits.recommendations.reword(one.id, "ours"))
    for wording in ("theirs", "theirs, better"):
        step(laptop, lambda edits: edits.recommendations.reword(one.id, wording))
    for _ in range(2):
        joined(main, exported(laptop))

    content = content_of(main)
    assert content.recommendations[0].wording == "ours"
    assert [(one.position, one.text) for one in content.wordings] == [
        (1, "first"), (2, "theirs"), (3, "theirs, better"), (4, "ours"),
    ]  # fmt: skip


def test_a_recommendation_filed_in_two_rooms_has_one_home(rooms: Rooms) -> None:
    main, laptop = rooms(), rooms()
    one = step(main, lambda edits: edits.recommendations.add("first"))
    joined(laptop, exported(main))
    for room, name in ((main, "Ours"), (laptop, "Theirs")):
        step(room, lambda edits: edits.recommendations.file([one.id], edits.themes.named(name)))
    joined(main, exported(laptop))

    content = content_of(main)
    names = {theme.id: theme.name for theme in content.themes}
    assert {names[card.theme_id]: card.home for card in content.memberships} == {"Ours": True, "Theirs": False}


def test_what_was_made_stricter_here_stays_stricter(rooms: Rooms) -> None:
    main, laptop = rooms(attribution=Rule.CHATHAM), rooms()
    session = step(main, lambda edits: edits.sessions.add("Panel"))
    note = step(main, lambda edits: edits.notes.capture(session.id, NoteKind.POINT, "said")).note_id
    joined(laptop, exported(main))
    step(laptop, lambda edits: edits.releases.release(note, Rule.NAMED, "Ada"))
    joined(main, exported(laptop))

    assert content_of(main).releases == ()


def test_words_that_became_private_here_do_not_come_back(rooms: Rooms) -> None:
    main, laptop = rooms(), rooms()
    session = step(main, lambda edits: edits.sessions.add("Panel")).id
    untouched, worked_on = (
        step(main, lambda edits: edits.notes.capture(session, NoteKind.RECOMMENDATION, text)).note_id
        for text in ("Mrs X fears them", "Mr Y fears them")
    )
    first, second = content_of(main).recommendations
    third = step(main, lambda edits: edits.recommendations.add("Protect all"))
    joined(laptop, exported(main))
    step(laptop, lambda edits: edits.recommendations.merge(first.id, third.id))
    step(main, lambda edits: edits.recommendations.reword(second.id, "Protect witnesses"))
    for key in (untouched, worked_on):
        step(main, lambda edits: edits.notes.set_private(key, True))
    step(main, lambda edits: edits.recommendations.reword(third.id, "Protect everybody"))
    before = exported(main, include_private=False)
    for _ in range(2):
        joined(main, exported(laptop))

    assert exported(main, include_private=False) == before
    assert b"fears" not in before


def test_what_was_merged_into_withheld_words_comes_in_raw(rooms: Rooms) -> None:
    main, laptop = rooms(), rooms()
    session = step(main, lambda edits: edits.sessions.add("Panel")).id
    note = step(main, lambda edits: edits.notes.capture(session, NoteKind.RECOMMENDATION, "Mrs X fears them")).note_id
    joined(laptop, exported(main))
    first = content_of(laptop).recommendations[0]
    step(laptop, lambda edits: edits.recommendations.merge(first.id, edits.recommendations.add("Protect all").id))
    step(main, lambda edits: edits.notes.set_private(note, True))
    joined(main, exported(laptop))

    assert [(one.wording, one.status) for one in content_of(main).recommendations] == [("Protect all", Status.RAW)]


def test_who_was_recognised_once_is_recognised_again(rooms: Rooms) -> None:
    main, laptop = rooms(), rooms(prefix="B")
    mine, other = (step(laptop, lambda edits: edits.people.add("Nguyen An", organisation=name)) for name in "AB")
    session = step(laptop, lambda edits: edits.sessions.add("Group")).id
    here = step(main, lambda edits: edits.people.add("Nguyen An", organisation="here"))
    joined(main, exported(laptop))
    for person in (mine, other):
        step(laptop, lambda edits: edits.notes.capture(session, NoteKind.POINT, "said", speaker_id=person.id))
    joined(main, exported(laptop))

    assert [one.speaker_id for one in content_of(main).notes] == [here.id, other.id]


def test_two_people_of_one_name_stay_two(rooms: Rooms) -> None:
    main, laptop = rooms(), rooms()
    step(main, lambda edits: edits.people.add("Nguyen An", organisation="A"))
    for organisation in "BC":
        step(laptop, lambda edits: edits.people.add("Nguyen An", organisation=organisation))
    for _ in range(2):
        joined(main, exported(laptop))

    assert sorted(one.organisation for one in content_of(main).participants) == ["A", "C"]


def test_a_code_that_somebody_else_has_here_does_not_come_in(rooms: Rooms) -> None:
    main, laptop = rooms(), rooms()
    step(main, lambda edits: edits.people.add("Kim Chi", code="kc"))
    step(laptop, lambda edits: edits.people.add("Karl C", code="KC"))
    for _ in range(2):
        joined(main, exported(laptop))

    assert [(one.name, one.code) for one in content_of(main).participants] == [
        ("Karl C", "kac"), ("Kim Chi", "kc"),
    ]  # fmt: skip


TEXTS = st.text(st.characters(codec="utf-8"), min_size=0, max_size=12)


@given(
    st.lists(st.tuples(st.sampled_from(list(NoteKind)), TEXTS, TEXTS, st.booleans()), max_size=8),
    st.lists(st.tuples(st.integers(0, 7), st.sampled_from(list(Status)), TEXTS), max_size=5),
)
@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_workshop_holds_comes_back_to_the_byte(
    rooms: Rooms, notes: list[tuple[NoteKind, str, str, bool]], changes: list[tuple[int, Status, str]]
) -> None:
    first, second = rooms(), rooms()
    with first.edit("Fill") as edits:
        session = edits.sessions.add("Panel").id
        for kind, text, name, private in notes:
            edits.notes.capture(
                session, kind, f"x{text}x", private=private, theme_ids=[edits.themes.named(f"t{name}")],
                speaker_id=edits.people.speaker(f"p{name}"),
            )  # fmt: skip
        for place, status, text in changes:
            one = edits.recommendations.add(f"w{text}")
            if status is Status.MERGED:
                edits.recommendations.merge(edits.recommendations.add(f"k{place}").id, one.id)
            else:
                edits.recommendations.set_status(one.id, status, text)
                edits.recommendations.reword(one.id, f"{text}\n{place}!")
    data = exported(first)
    joined(second, data)
    assert exported(second) == data
    assert joined(second, data).added == 0
    assert exported(second) == data

    shown = exported(first, include_private=False)
    third = rooms()
    joined(third, shown)
    assert exported(third) == shown


def document() -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(write(small_workshop(), {}))
    return parsed


def changed(path: str, value: object) -> dict[str, Any]:
    """The small workshop with one value replaced, or taken away with `...`."""
    whole = document()
    *names, last = [int(name) if name.isdigit() else name for name in path.split("/")]
    place: Any = whole
    for name in names:
        place = place[name]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return whole


def test_the_small_workshop_is_read_as_it_was_written() -> None:
    whole = small_workshop()
    exchange = read(json.loads(write(whole, {"R": 7})))

    assert exchange.content.notes == whole.notes
    assert exchange.content.memberships == whole.memberships
    assert exchange.counters == {"R": 7, "S": 1, "S1.": 2}


@pytest.mark.parametrize(
    ("path", "value", "error", "place"),
    [
        ("format", "something", ExchangeForeign, ""),
        ("version", "1", ExchangeForeign, ""),
        ("version", True, ExchangeForeign, ""),
        ("version", 0, ExchangeForeign, ""),
        ("version", 3, ExchangeNewer, ""),
        ("notes", ..., ExchangeMissing, "no notes"),
        ("notes", {}, ExchangeWrong, "notes is an object"),
        ("notes/0", 3, ExchangeWrong, "notes[0] is a number"),
        ("notes/1/kind", ..., ExchangeMissing, "notes[1] has no kind"),
        ("notes/1/mood", "good", ExchangeUnknown, "notes[1].mood"),
        ("extra", [], ExchangeUnknown, "extra"),
        ("notes/1/kind", "remark", ExchangeWrong, 'notes[1].kind is "remark"'),
        ("notes/1/kind", ["point"], ExchangeWrong, "notes[1].kind is a list"),
        ("notes/1/text", 3, ExchangeWrong, "notes[1].text is a number"),
        ("notes/1/text", " ", ExchangeWrong, "notes[1].text is empty"),
        ("notes/1/text", None, ExchangeWrong, "notes[1].text is null"),
        ("notes/1/private", 1, ExchangeWrong, "notes[1].private is a number"),
        ("notes/1/position", "1", ExchangeWrong, "notes[1].position"),
        ("notes/1/position", float("inf"), ExchangeWrong, "notes[1].position"),
        ("notes/1/position", 10**10_000, ExchangeWrong, "notes[1].position"),
        ("notes/1/taken_at", 17, ExchangeWrong, "notes[1].taken_at"),
        ("notes/1/taken_at", "2023-02-30T00:00:00.000Z", ExchangeWrong, "notes[1].taken_at"),
        ("notes/1/number", "S1.0", ExchangeWrong, "notes[1].number"),
        ("notes/1/number", "S1." + "9" * 10_000, ExchangeWrong, "notes[1].number"),
        ("notes/1/number", "R5", ExchangeWrong, "notes[1].number is R5"),
        ("notes/1/number", "S1.1", ExchangeDoubled, "notes[1].number repeats notes[0].number"),
        ("notes/1/id", "1", ExchangeWrong, "notes[1].id"),
        ("notes/1/id", 17, ExchangeWrong, "notes[1].id is a number"),
        ("notes/1/session_id", "00000000-0000-0000-0000-000000000001", ExchangeReference, "notes[1].session_id"),
        ("notes/1/session_id", None, ExchangeWrong, "notes[1].session_id is null"),
        ("sessions/0/day", "09.08.2023", ExchangeWrong, "sessions[0].day"),
        ("sessions/0/day", "2023-13-01", ExchangeWrong, "sessions[0].day"),
        ("sessions/0/starts", "25:00", ExchangeWrong, "sessions[0].starts"),
        ("sessions/0/ends", "09:00", ExchangeWrong, "sessions[0].ends"),
        ("themes/0/colour", "pink", ExchangeWrong, "themes[0].colour"),
        ("workshop/prefix", "b1", ExchangeWrong, "workshop.prefix"),
        ("counters", {"S": -1}, ExchangeWrong, "counters.S"),
        ("counters", {"S": 10**30}, ExchangeWrong, "counters.S"),
        ("counters", {"Q": 1}, ExchangeUnknown, "counters.Q"),
        ("memberships/0/home", False, ExchangeHomes, "memberships[0] has 0 homes"),
        ("recommendations/0/status", "merged", ExchangeWrong, "recommendations[0].status"),
        ("recommendations/0/wording", "other", ExchangeWrong, "recommendations[0].wording"),
        ("wordings", [], ExchangeWrong, "recommendations[0].wording"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 30 else "",
)  # fmt: skip
def test_the_first_place_that_does_not_fit_is_named(path: str, value: object, error: type, place: str) -> None:
    with pytest.raises(error) as raised:
        read(changed(path, value))

    assert place in str(raised.value)
    assert raised.value.exit_code == 3
    assert len(str(raised.value)) < 400


def test_a_file_from_before_the_speaking_list_is_read_as_one_without() -> None:
    new = document()
    old = {name: value for name, value in new.items() if name != "turns"} | {"version": 1}

    assert read(old).content == read(new).content


@pytest.mark.parametrize("name", ["notes", "participants", "wordings", "memberships", "themes"])
def test_a_doubled_id_is_named(name: str) -> None:
    whole = document()
    whole[name].append(copy.deepcopy(whole[name][0]))
    with pytest.raises(ExchangeDoubled, match=rf"{name}\[\d\].id repeats {name}\[0\].id"):
        read(whole)


def test_merges_in_a_circle_and_themes_of_a_third_level_are_named() -> None:
    whole = document()
    first = whole["recommendations"][0]
    second = {**copy.deepcopy(first), "id": "00000000-0000-0000-0000-0000000000aa", "number": "R2"}
    wording = {**whole["wordings"][0], "id": "00000000-0000-0000-0000-0000000000bb", "recommendation_id": second["id"]}
    first.update(status="merged", merged_into_id=second["id"])
    second.update(status="merged", merged_into_id=first["id"])
    whole["recommendations"].append(second)
    whole["wordings"].append(wording)
    with pytest.raises(ExchangeWrong, match="merged_into_id is a circle"):
        read(whole)

    whole = document()
    whole["themes"][0]["parent_id"] = whole["themes"][0]["id"]
    with pytest.raises(ExchangeWrong, match="is a sub-theme"):
        read(whole)


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
@settings(deadline=None, max_examples=60)
def test_no_document_is_a_bug(found: object) -> None:
    for whole in (found, {"format": "facilitator workshop", "version": found}, changed("notes/1", found)):
        with pytest.raises(ExchangeError):
            read(whole)


def test_texts_from_outside_are_cleaned() -> None:
    assert read(changed("notes/1/text", "a\x00b\r\ne\u0301")).content.notes[1].text == "a\ufffdb\ufffd\ufffd\u00e9"
