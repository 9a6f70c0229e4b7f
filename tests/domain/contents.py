"""Contents of workshops for the tests of attribution and of what is printed: a small one, and any one at all."""

from dataclasses import dataclass, field, fields, replace
from datetime import date, time
from itertools import count
from typing import Any

from facilitator.domain.kinds import NoteKind, Rule, Sector, SessionKind, SessionRole, Status
from facilitator.domain.nouns import (
    Content,
    Interval,
    Membership,
    Note,
    Part,
    Participant,
    Recommendation,
    Release,
    Reservation,
    Session,
    Source,
    Tag,
    Theme,
    Turn,
    Wording,
    Workshop,
)
from facilitator.domain.numbers import Number

# 9 August 2023, 04:00 UTC: 11:00 in Bangkok.
ELEVEN = 1_691_553_600_000
MINUTE = 60_000

WORKSHOP = Workshop(
    id=b"w" * 16,
    title="Peace plans in Asia",
    place="Bangkok",
    time_zone="Asia/Bangkok",
    attribution=Rule.AFFILIATION,
    prefix="",
    organisers="",
    supporters="",
    conclusions="",
    illustration="",
)


@dataclass
class Room:
    """Fills a content thing by thing, each with valid defaults, as a workshop is filled."""

    workshop: Workshop = WORKSHOP
    things: dict[str, list[Any]] = field(default_factory=dict)
    keys: "count[int]" = field(default_factory=lambda: count(1))

    def content(self) -> Content:
        tuples = {one.name: tuple(self.things.get(one.name, ())) for one in fields(Content) if one.name != "workshop"}
        return Content(workshop=self.workshop, **tuples)

    def _add(self, kind: str, thing: Any) -> Any:
        self.things.setdefault(kind, []).append(thing)
        return thing

    def _key(self) -> bytes:
        return next(self.keys).to_bytes(16, "big")

    def person(self, name: str, **values: Any) -> Participant:
        plain: dict[str, Any] = dict.fromkeys(
            ("code", "role", "organisation", "country", "email", "language", "consents", "about"), ""
        )
        return self._add(
            "participants",
            Participant(id=self._key(), name=name, **{**plain, "code_made": False, "sector": None, **values}),
        )

    def session(self, title: str = "Financing", **values: Any) -> Session:
        number = len(self.things.get("sessions", ())) + 1
        plain = {
            "number": Number("S", number),
            "kind": SessionKind.PANEL,
            "position": float(number),
            "day": date(2023, 8, 9),
            "starts": time(11, 15),
            "ends": time(12, 30),
            "opened_at": None,
            "closed_at": None,
            "place": "main hall",
            "attribution": None,
            "key_points": "",
            "digest": "",
        }
        return self._add("sessions", Session(id=self._key(), title=title, **{**plain, **values}))

    def part(self, session: Session, person: Participant, role: SessionRole) -> Part:
        position = float(len(self.things.get("parts", ())))
        return self._add("parts", Part(self._key(), session.id, person.id, role, position))

    def note(self, session: Session, text: str, **values: Any) -> Note:
        number = 1 + sum(note.session_id == session.id for note in self.things.get("notes", ()))
        plain = {
            "number": Number(f"{session.number}.", number),
            "position": float(number),
            "kind": NoteKind.POINT,
            "speaker_id": None,
            "private": False,
            "check_later": False,
            "taken_at": None,
            "rule": session.attribution or self.workshop.attribution,
            "who": "",
            "who_id": None,
            "due": "",
        }
        return self._add("notes", Note(id=self._key(), session_id=session.id, text=text, **{**plain, **values}))

    def recommendation(self, wording: str, *notes: Note, first: str = "", **values: Any) -> Recommendation:
        number = len(self.things.get("recommendations", ())) + 1
        plain: dict[str, Any] = dict.fromkeys(
            ("status_note", "addressed_to", "action", "timeframe", "indicator", "resources"), ""
        )
        plain |= {"number": Number("R", number), "position": float(number), "status": Status.RAW}
        values = {**plain, "merged_into_id": None, **values}
        one = self._add("recommendations", Recommendation(id=self._key(), wording=wording, **values))
        for place, text in enumerate((first, wording) if first else (wording,), 1):
            self._add("wordings", Wording(self._key(), one.id, place, text, ELEVEN + place * MINUTE))
        for place, note in enumerate(notes):
            self._add("sources", Source(self._key(), note.id, one.id, place == 0, float(place)))
        return one

    def recommended(self, session: Session, text: str, **values: Any) -> tuple[Note, Recommendation]:
        note = self.note(session, text, kind=NoteKind.RECOMMENDATION, **values)
        return note, self.recommendation(text, note)

    def reserve(self, one: Recommendation, text: str, constituency: str = "") -> Reservation:
        return self._add("reservations", Reservation(self._key(), one.id, text, constituency, 1.0))

    def theme(self, name: str, parent: Theme | None = None, **values: Any) -> Theme:
        plain = {"position": 1.0, "colour": "ochre", "symbol": "disc", "digest": ""}
        parent_id = parent.id if parent else None
        return self._add("themes", Theme(id=self._key(), name=name, parent_id=parent_id, **{**plain, **values}))

    def file(self, one: Recommendation, theme: Theme, *, home: bool = True) -> Membership:
        return self._add("memberships", Membership(self._key(), theme.id, one.id, home, 1.0))

    def tag(self, note: Note, theme: Theme) -> Tag:
        return self._add("tags", Tag(self._key(), note.id, theme.id, 1.0))

    def interval(self, session: Session, began_at: int | None, ended_at: int | None = None) -> Interval:
        return self._add("intervals", Interval(self._key(), session.id, began_at, ended_at))

    def turn(self, session: Session, person: Participant, began_at: int | None, ended_at: int | None = None) -> Turn:
        return self._add("turns", Turn(self._key(), session.id, person.id, 1.0, began_at, began_at, ended_at))

    def release(self, note: Note, rule: Rule, released_at: int | None = ELEVEN) -> Release:
        return self._add("releases", Release(self._key(), note.id, rule, "the speaker", released_at))


def small_workshop() -> Content:
    """Two days, three sessions under different rules, and one of everything that a report prints."""
    room = Room(
        replace(
            WORKSHOP,
            organisers="Regional Office",
            supporters="Two governments",
            conclusions="Costing comes before adoption.\n\nThe district is where a plan is seen.",
            illustration="Sample workshop: all notes are illustrations.",
        )
    )
    kim = room.person("Kim Sun-hee", code="ks", organisation="Ministry of Finance", sector=Sector.GOVERNMENT)
    rosa = room.person("Rosa Tan", code="rt", organisation="Peace Now", sector=Sector.CIVIL_SOCIETY, email="rt@pn.org")
    anan = room.person("Anan", code="")
    financing = room.session(key_points="Plans cost money.\nNobody adds it up.", digest="A plan without money stands.")
    closed = room.session(
        "Group work", attribution=Rule.CHATHAM, starts=time(15), ends=None, kind=SessionKind.GROUP_WORK
    )
    room.session("Lunch", kind=SessionKind.BREAK)
    later = room.session("Adoption", day=date(2023, 8, 10), starts=time(16), kind=SessionKind.PLENARY)
    room.part(financing, kim, SessionRole.MODERATOR)
    room.part(financing, rosa, SessionRole.PANELLIST)
    room.part(closed, kim, SessionRole.MODERATOR)
    money, local = (
        room.theme("Financing", digest="Money first."),
        room.theme("Localizing", symbol="plus", colour="blue"),
    )
    child = room.theme("Districts", local, symbol="star", colour="red")
    _notes(room, financing, closed, kim, rosa, anan, money)
    _recommendations(room, financing, closed, (kim, rosa), (money, local, child))
    room.note(later, "Adopted by the plenary.", kind=NoteKind.DECISION)
    return room.content()


def _notes(
    room: Room,
    financing: Session,
    closed: Session,
    kim: Participant,
    rosa: Participant,
    anan: Participant,
    money: Theme,
) -> None:
    at = ELEVEN + 20 * MINUTE
    point = room.note(financing, "Budget calls go out in March.", speaker_id=kim.id, taken_at=at)
    room.tag(point, money)
    room.note(
        financing, "A plan without money is a car.", kind=NoteKind.QUOTE, speaker_id=rosa.id, taken_at=at + MINUTE
    )
    room.note(financing, "Watch the chair closely.", private=True, speaker_id=anan.id, taken_at=at + MINUTE)
    room.interval(financing, at + 2 * MINUTE, at + 9 * MINUTE)
    room.note(financing, "Who shares the money?", kind=NoteKind.QUESTION, speaker_id=anan.id, taken_at=at + 10 * MINUTE)
    room.note(financing, "… million for two years.", check_later=True, taken_at=at + 11 * MINUTE)
    room.note(financing, "Codes in the circular.", kind=NoteKind.GOOD_PRACTICE, speaker_id=rosa.id)
    room.note(financing, "Send the costing form.", kind=NoteKind.ACTION, who_id=kim.id, who="ks", due="10 August")
    room.note(financing, "List the funds.", kind=NoteKind.ACTION, who="Somebody Else")
    room.note(financing, "Defence budgets.", kind=NoteKind.PARKING_LOT)
    room.interval(closed, at + 200 * MINUTE)
    room.note(
        closed, "Staff leave after a year.", kind=NoteKind.CHALLENGE, speaker_id=rosa.id, taken_at=at + 210 * MINUTE
    )
    released = room.note(closed, "We can say this aloud.", speaker_id=rosa.id, taken_at=at + 211 * MINUTE)
    room.release(released, Rule.AFFILIATION)


def _recommendations(
    room: Room,
    financing: Session,
    closed: Session,
    people: tuple[Participant, Participant],
    themes: tuple[Theme, Theme, Theme],
) -> None:
    (kim, rosa), (money, _, child) = people, themes
    at = ELEVEN + 40 * MINUTE
    note = room.note(financing, "Cost every action.", kind=NoteKind.RECOMMENDATION, speaker_id=kim.id, taken_at=at)
    costed = room.recommendation(
        "Ministries cost every action before adoption.",
        note,
        first="Cost every action.",
        status=Status.AGREED_WITH_RESERVATION,
        addressed_to="Ministries",
        action="One form",
        timeframe="2025",
        indicator="Share costed",
    )
    room.file(costed, money)
    room.file(costed, child, home=False)
    room.reserve(costed, "National law decides.", "two delegations")
    _, pages = room.recommended(closed, "Plans of two pages.", speaker_id=rosa.id, taken_at=at + 180 * MINUTE)
    room.file(pages, child)
    room.recommended(financing, "Publish spending.", speaker_id=rosa.id, taken_at=at + MINUTE)
    noted = room.note(financing, "Count twice.", kind=NoteKind.RECOMMENDATION, taken_at=at + 2 * MINUTE)
    double = room.recommendation("Count twice.", noted, status=Status.MERGED, merged_into_id=costed.id)
    room.file(double, money)
    room.recommendation("A fund for relocation.", status=Status.PARKED, status_note="to the donors' meeting")
    hidden = room.note(financing, "Ask the donor in the corridor.", kind=NoteKind.RECOMMENDATION, private=True)
    room.tag(hidden, room.theme("Corridor"))
