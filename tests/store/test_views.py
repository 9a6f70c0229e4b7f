"""What the screen is told: rows that hold all that a view shows, the same whether all are asked for or some."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path

import pytest
from tests.factories import DAY, new_key, new_workspace

from facilitator.domain.cards import MATRIX, RegisterOrder
from facilitator.domain.errors import NoLongerThere
from facilitator.domain.finding import FillInRow, StatusLine
from facilitator.domain.kinds import NoteKind, Rule, Sector, SessionKind, SessionRole, Status
from facilitator.domain.nouns import Key
from facilitator.domain.numbers import Number
from facilitator.domain.overview import Gap
from facilitator.store.backup import back_up
from facilitator.store.edits import Edits
from facilitator.workspace.opening import open_workspace
from facilitator.workspace.workspace import Workspace


@dataclass(frozen=True)
class Room:
    """A workshop with one panel in which three people have a part, and the keys of what is in it."""

    workspace: Workspace
    opening: Key
    panel: Key
    kim: Key
    hoa: Key
    chair: Key
    budgets: Key
    financing: Key
    publish: Key
    point: Key
    private: Key


def _fill(edits: Edits, workspace: Workspace) -> Room:
    financing = edits.themes.add("Financing").id
    edits.themes.add("Water")
    budgets = edits.themes.add("Budgets", parent_id=financing).id
    panel = edits.sessions.add(
        "Panel", kind=SessionKind.PANEL, day=DAY, starts=time(9), ends=time(10), place="Hall", attribution=Rule.CHATHAM
    ).id
    opening = edits.sessions.add("Opening", day=date(2023, 8, 8)).id
    kim = edits.people.add("Kim Chi", code="kc", organisation="Water Board", sector=Sector.GOVERNMENT).id
    hoa = edits.people.speaker("Hòa")
    chair = edits.people.add("Somchai", organisation="Ministry").id
    edits.sessions.cast(panel, hoa, SessionRole.RAPPORTEUR)
    edits.sessions.cast(panel, chair, SessionRole.PANELLIST)
    edits.sessions.cast(panel, chair, SessionRole.MODERATOR)
    take = edits.notes.capture
    point = take(panel, NoteKind.POINT, "Money is late", speaker_id=hoa, theme_ids=[budgets, financing], taken_at=7)
    publish = take(
        panel, NoteKind.RECOMMENDATION, "Publish it", speaker_id=kim, theme_ids=[financing, budgets], check_later=True
    )
    private = take(panel, NoteKind.POINT, "Table 4 is uneasy", private=True, speaker_id=hoa)
    edits.notes.assign(point.note_id, "kc", "Friday")
    edits.notes.capture(opening, NoteKind.POINT, "welcome")
    return Room(
        workspace, opening, panel, kim, hoa, chair, budgets, financing, publish.note_id, point.note_id, private.note_id
    )


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    workspace = new_workspace(tmp_path)
    with workspace.edit("Fill") as edits:
        made = _fill(edits, workspace)
    yield made
    workspace.close()


def test_the_programme_shows_each_session_with_the_rule_that_holds(room: Room) -> None:
    with room.workspace.edit("Off the record") as edits:
        edits.sessions.open(room.panel, 5)
        edits.intervals.go_off_record(room.panel, 9)
    with room.workspace.read() as reads:
        opening, panel = reads.session_list()

    assert (opening.key, opening.rule, opening.own_rule, opening.notes) == (room.opening, Rule.NAMED, False, 1)
    assert (panel.number, panel.title, panel.kind) == (Number("S", 1), "Panel", SessionKind.PANEL)
    assert (panel.day, panel.starts, panel.ends, panel.place) == (DAY, time(9), time(10), "Hall")
    assert (panel.rule, panel.own_rule, panel.notes) == (Rule.CHATHAM, True, 3)
    assert (panel.opened_at, panel.closed_at, panel.off_record_since) == (5, None, 9)


def test_a_note_holds_all_that_the_column_shows(room: Room) -> None:
    with room.workspace.read() as reads:
        point, publish, private = reads.note_rows(room.panel)

    assert (point.key, point.number, point.session_id, point.text) == (
        room.point, Number("S1.", 1), room.panel, "Money is late",
    )  # fmt: skip
    assert (point.kind, point.taken_at, point.rule, point.who, point.due) == (
        NoteKind.POINT, 7, Rule.CHATHAM, "kc", "Friday",
    )  # fmt: skip
    assert [chip.name for chip in point.themes] == ["Budgets", "Financing"]
    assert point.made is None
    assert point.speaker is not None
    assert (point.speaker.name, point.speaker.told, point.speaker.sector) == ("Hòa", "ho  Hòa", None)
    assert publish.speaker is not None
    assert (publish.speaker.told, publish.speaker.organisation) == ("kc  Kim Chi", "Water Board")
    assert (publish.check_later, publish.private, private.private) == (True, False, True)


def test_a_note_that_made_a_recommendation_shows_its_number_and_its_themes(room: Room) -> None:
    with room.workspace.edit("File") as edits:
        made = edits.recommendations.add("Other")
        card = edits.notes
        card.set_themes(room.publish, [room.budgets])
        edits.recommendations.link(made.id, room.point)
    with room.workspace.read() as reads:
        row, other = reads.note_row(room.publish), reads.note_row(room.point)

    assert row.made is not None
    assert (row.made.number, row.made.status) == (Number("R", 1), Status.RAW)
    assert [chip.key for chip in row.themes] == [room.budgets]
    assert other.made is None


def test_a_released_note_shows_the_rule_of_the_release(room: Room) -> None:
    with room.workspace.edit("Release") as edits:
        edits.releases.release(room.point, Rule.NAMED, "Hòa")
    with room.workspace.read() as reads:
        assert reads.note_row(room.point).rule is Rule.NAMED


def test_the_rows_that_changed_are_what_the_whole_would_show(room: Room) -> None:
    with room.workspace.read() as reads:
        rows = {row.key: row for row in reads.note_rows(room.panel)}
        assert reads.note_rows_by([*rows, new_key()]) == rows
        assert {card.key: card for card in reads.cards()} == reads.card([card.key for card in reads.cards()])
        assert reads.people_rows_by([room.kim])[room.kim] in reads.people_rows()
        with pytest.raises(NoLongerThere):
            reads.note_row(new_key())


def test_the_wall_shows_tray_and_columns_and_leaves_out_what_was_merged(room: Room) -> None:
    with room.workspace.edit("More") as edits:
        tray = edits.recommendations.add("In the tray").id
        gone = edits.recommendations.add("Merged", [room.financing]).id
        edits.recommendations.merge(tray, gone)
    with room.workspace.read() as reads:
        first, second = reads.cards()
        assert reads.cards(room.panel) == [second]
        assert reads.cards(room.opening) == []
        assert reads.card([gone]) == {}

    assert (first.key, first.number, first.home, first.further, first.sources) == (tray, Number("R", 2), None, (), 0)
    assert (second.wording, second.status, second.home) == ("Publish it", Status.RAW, room.financing)
    assert (second.further, second.sources) == ((room.budgets,), 1)


def test_themes_stand_in_the_order_of_the_wall_with_their_digits_and_counts(room: Room) -> None:
    with room.workspace.edit("More") as edits:
        for place in range(9):
            edits.themes.add(f"Theme {place}")
    with room.workspace.read() as reads:
        lines = reads.theme_list()

    assert [(one.name, one.digit) for one in lines[:3]] == [("Financing", 1), ("Budgets", 2), ("Water", 3)]
    assert [one.digit for one in lines[8:]] == [9, None, None, None]
    assert (lines[0].home, lines[0].further, lines[1].home, lines[1].further) == (1, 0, 0, 1)
    assert (lines[1].parent_id, lines[0].chip.name) == (room.financing, "Financing")


def test_the_card_panel_gets_everything_of_one_recommendation(room: Room) -> None:
    with room.workspace.edit("Work on it") as edits:
        made = edits.notes
        key = _made(room, edits)
        made.set_check(room.point, True)
        edits.recommendations.link(key, room.point)
        edits.recommendations.reword(key, "Publish every budget")
        edits.recommendations.reserve(key, "Not ours", "Donors")
        gone = edits.recommendations.add("Merged").id
        edits.recommendations.merge(key, gone)
    with room.workspace.read() as reads:
        detail, other = reads.recommendation_detail(key), reads.recommendation_detail(gone)

    assert (detail.recommendation.wording, [one.text for one in detail.wordings]) == (
        "Publish every budget", ["Publish it", "Publish every budget"],
    )  # fmt: skip
    assert detail.home is not None
    assert (detail.home.name, [chip.name for chip in detail.further]) == ("Financing", ["Budgets"])
    assert [(one.text, one.constituency) for one in detail.reservations] == [("Not ours", "Donors")]
    assert [(line.note.text, line.session, line.session_title, line.origin) for line in detail.sources] == [
        ("Publish it", Number("S", 1), "Panel", True), ("Money is late", Number("S", 1), "Panel", False),
    ]  # fmt: skip
    assert [(one.number, one.wording) for one in detail.merged_from] == [(Number("R", 2), "Merged")]
    assert other.merged_into is not None
    assert (other.merged_into.number, detail.merged_into) == (Number("R", 1), None)


def _made(room: Room, edits: Edits) -> Key:
    del edits
    with room.workspace.read() as reads:
        return reads.cards(room.panel)[0].key


def test_the_register_is_filtered_and_sorted(room: Room) -> None:
    with room.workspace.edit("More") as edits:
        second = edits.recommendations.add("audit the Đà Nẵng port", [room.budgets]).id
        edits.recommendations.add("Zinc for all")
        edits.recommendations.set_status(second, Status.TABLED)
        edits.recommendations.fill(second, addressed_to="Bộ Tài chính", action="audit")
    with room.workspace.read() as reads:

        def numbers(*given: object, **named: object) -> list[int]:
            return [row.counted for row in reads.register(*given, **named)]  # type: ignore[arg-type]

        assert numbers() == numbers(order=RegisterOrder.NUMBER) == [1, 2, 3]
        assert numbers("da nang AUDIT") == numbers("tai chinh") == numbers("r2") == [2]
        assert numbers("it zinc") == []
        assert numbers("", [Status.RAW]) == [1, 3]
        assert numbers(order=RegisterOrder.WORDING) == [2, 1, 3]
        assert numbers(order=RegisterOrder.WORDING, descending=True) == [3, 1, 2]
        assert numbers(order=RegisterOrder.THEMES) == [2, 1, 3]
        assert numbers(order=RegisterOrder.THEMES, descending=True) == [1, 2, 3]
        assert numbers(order=RegisterOrder.ADDRESSED_TO, descending=True) == [2, 1, 3]
        assert numbers(order=RegisterOrder.STATUS, descending=True) == [2, 1, 3]
        row = next(row for row in reads.register() if row.key == second)

        first = next(row for row in reads.register() if row.key != second)

    assert (row.number, row.themes) == (Number("R", 2), (room.budgets,))
    assert [field for field in MATRIX if row.has(field)] == ["addressed_to", "action"]
    assert (first.is_sourced, row.is_sourced) == (True, False)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("", ["Hòa", "Kim Chi", "Somchai"]),
        ("ch", ["Kim Chi"]),
        ("K C", ["Kim Chi"]),
        ("hoa", ["Hòa"]),
        ("boa", ["Kim Chi"]),
        ("oard", []),
        ("kc wat", ["Kim Chi"]),
        ("mini", ["Somchai"]),
        ("%", ["Hòa", "Kim Chi", "Somchai"]),
    ],
)
def test_people_are_found_by_the_first_letters_of_any_word(room: Room, typed: str, names: list[str]) -> None:
    with room.workspace.read() as reads:
        assert [row.name for row in reads.people_rows(typed)] == names


def test_somebody_with_a_thai_name_is_found_by_any_part_of_it(room: Room) -> None:
    with room.workspace.edit("Add") as edits:
        edits.people.add("นางสาวสมใจ น้ำทิพย์", code="sj")
    with room.workspace.read() as reads:
        assert [row.code for row in reads.people_rows("สมใจ")] == ["sj"]
        assert [row.code for row in reads.people_rows("นำ")] == []


def test_a_person_is_shown_with_what_they_said_and_where_they_have_a_part(room: Room) -> None:
    with room.workspace.read() as reads:
        by_name = {row.name: row for row in reads.people_rows()}
    kim, chair = by_name["Kim Chi"], by_name["Somchai"]
    assert (kim.code, kim.organisation, kim.sector, kim.notes, kim.sessions) == (
        "kc", "Water Board", Sector.GOVERNMENT, 1, 0,
    )  # fmt: skip
    assert (chair.notes, chair.sessions, by_name["Hòa"].notes) == (0, 1, 2)


def test_speakers_come_with_the_last_one_first_and_then_by_role(room: Room) -> None:
    with room.workspace.read() as reads:
        lines = reads.speakers_of(room.panel)
        assert reads.speakers_of(room.opening) == ()
    assert [(line.speaker.name, line.role, line.notes) for line in lines] == [
        ("Hòa", SessionRole.RAPPORTEUR, 2), ("Kim Chi", None, 1), ("Somchai", SessionRole.MODERATOR, 0),
    ]  # fmt: skip


def test_what_is_open_is_counted_as_it_is_listed(room: Room) -> None:
    with room.workspace.edit("Draft") as edits:
        tabled = edits.recommendations.add("Cost it").id
        edits.recommendations.set_status(tabled, Status.TABLED)
        edits.recommendations.fill(tabled, action="cost", resources="none", indicator="x")
    with room.workspace.read() as reads:
        rows, status = reads.fill_in_rows(), reads.status_line()
        in_panel = reads.fill_in_rows(room.panel)
        assert reads.fill_in_rows(room.opening) == ()
        assert reads.overview().fill_ins == len(rows)

    assert rows == (
        FillInRow(Gap.CHECK_LATER, room.publish, "S1.2", room.panel, "Publish it", ""),
        FillInRow(Gap.SPEAKER, room.hoa, "Hòa", room.panel, "", "sector"),
        FillInRow(Gap.MATRIX, tabled, "R2", None, "Cost it", "addressed_to"),
        FillInRow(Gap.MATRIX, tabled, "R2", None, "Cost it", "timeframe"),
    )
    assert in_panel == rows[:2]
    assert status == StatusLine(fill_ins=4, ungrouped=1, conflicts=0, notes=4)


class TestPlacingCards:
    """Many cards dropped between two others, and what happens when the room between these runs out."""

    @pytest.fixture
    def cards(self, room: Room) -> list[Key]:
        with room.workspace.edit("Cards") as edits:
            return [edits.recommendations.add(f"Card {place}", [room.budgets]).id for place in range(5)]

    def placed(self, room: Room, keys: list[Key], after: Key | None, *, tray: bool = False) -> list[Key]:
        with room.workspace.edit("Place") as edits:
            edits.recommendations.place(keys, None if tray else room.budgets, after)
        return self.shown(room, tray=tray)

    def shown(self, room: Room, *, tray: bool = False) -> list[Key]:
        with room.workspace.read() as reads:
            return [card.key for card in reads.cards() if card.home == (None if tray else room.budgets)]

    def test_they_stand_in_their_order_behind_the_card_or_first(self, room: Room, cards: list[Key]) -> None:
        a, b, c, d, e = cards
        assert self.placed(room, [e, b], c) == [a, c, e, b, d]
        assert self.placed(room, [d, c], None) == [d, c, a, e, b]
        assert self.placed(room, [d], b) == [c, a, e, b, d]
        assert room.workspace.undo() == "Place"
        assert self.shown(room) == [d, c, a, e, b]

    def test_in_the_tray_too(self, room: Room, cards: list[Key]) -> None:
        a, b, c, *_ = cards
        self.placed(room, [a, b], None, tray=True)
        assert self.placed(room, [c], a, tray=True) == [a, c, b]

    def test_there_is_always_room(self, room: Room, cards: list[Key]) -> None:
        first, *others = cards
        for turn in range(70):
            self.placed(room, others[turn % 2 : turn % 2 + 2], first)
        assert self.placed(room, [others[3], others[0]], first)[:3] == [first, others[3], others[0]]
        assert sorted(self.shown(room)) == sorted(cards)

    def test_a_neighbour_that_has_gone_is_said(self, room: Room, cards: list[Key]) -> None:
        with pytest.raises(NoLongerThere):
            self.placed(room, cards[:1], new_key())


def test_what_two_rooms_wrote_without_seeing_each_other_is_counted(room: Room, tmp_path: Path) -> None:
    workspace = room.workspace
    other = open_workspace(back_up(workspace.path, tmp_path / "stick").path)
    for one, title in ((workspace, "Ours"), (other, "Theirs")):
        with one.edit("Rename") as edits:
            edits.sessions.change(room.panel, title=title)
    other.close()
    workspace.unite(other.path)
    with workspace.read() as reads:
        assert reads.status_line().conflicts == 1
    with workspace.edit("Decide") as edits:
        edits.sessions.change(room.panel, title="Both")
    with workspace.read() as reads:
        assert reads.status_line().conflicts == 0


def test_a_wording_is_known_to_be_of_this_room_or_another_or_of_nobody_knows_where(room: Room, tmp_path: Path) -> None:
    workspace = room.workspace
    with workspace.edit("Ours") as edits:
        key = edits.recommendations.add("One").id
    other = open_workspace(back_up(workspace.path, tmp_path / "stick").path)
    with other.edit("Theirs") as edits:
        edits.recommendations.reword(key, "Two")
    other.close()
    workspace.unite(other.path)
    with workspace.edit("Ours again") as edits:
        edits.recommendations.reword(key, "Three")
        edits.recommendations.reword(key, "As it was written long ago", at=7)
    with workspace.read() as reads:
        detail = reads.recommendation_detail(key)

    assert [one.text for one in detail.wordings][:3] == ["One", "Two", "Three"]
    assert detail.written_here == (True, False, True, None)
