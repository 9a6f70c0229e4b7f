"""Any workshop at all: people whose every word is a token of its own, notes under every rule, some of them private."""

from dataclasses import replace

from hypothesis import strategies as st
from tests.domain.contents import ELEVEN, MINUTE, WORKSHOP, Room

from facilitator.domain.kinds import NoteKind, Rule, Sector, SessionRole, Status
from facilitator.domain.nouns import Content, Note, Participant, Session

PRIVATE = "zzprivatezz"
THEME = "zzthemezz"

rules = st.sampled_from(Rule)
texts = st.text("abc deo", min_size=1, max_size=12)
"""Letters of which no token of a person consists, so that whatever is found was not typed."""


def tokens_of(person: Participant) -> list[str]:
    """Everything that would betray a person."""
    return [
        person.name,
        *person.name.split(),
        person.code,
        person.organisation,
        person.country,
        person.email,
        person.role,
    ]


@st.composite
def contents(draw: st.DrawFn) -> Content:
    """A workshop with up to three sessions; each instant is a minute of its own, away from any planned time."""
    room = Room(replace(WORKSHOP, attribution=draw(rules), time_zone="UTC"))
    people = [
        _person(room, place, draw(st.none() | st.sampled_from(Sector))) for place in range(draw(st.integers(1, 4)))
    ]
    themes = [room.theme(f"{THEME}{place}") for place in range(3)]
    for _ in range(draw(st.integers(1, 3))):
        attribution = draw(st.none() | rules)
        session = room.session("abc", attribution=attribution, starts=None, ends=None)
        for person in draw(st.lists(st.sampled_from(people), max_size=3, unique=True)):
            room.part(session, person, draw(st.sampled_from(SessionRole)))
        for _ in range(draw(st.integers(0, 5))):
            note = _note(draw, room, session, people)
            for theme in draw(st.lists(st.sampled_from(themes), max_size=2, unique=True)):
                room.tag(note, theme)
        if draw(st.booleans()):
            began = _instant(room)
            room.interval(session, began, draw(st.none() | st.just(began + MINUTE)))
    return room.content()


def _person(room: Room, place: int, sector: Sector | None) -> Participant:
    token = f"q{'xyzw'[place]}q"
    return room.person(
        f"First{token} Last{token}",
        code=f"code{token}",
        role=f"Role{token}",
        organisation=f"Org{token}",
        country=f"Land{token}",
        email=f"mail@{token}.org",
        sector=sector,
    )


def _instant(room: Room) -> int:
    return ELEVEN + next(room.keys) * MINUTE


def _note(draw: st.DrawFn, room: Room, session: Session, people: list[Participant]) -> Note:
    person = st.none() | st.sampled_from(people)
    speaker, who = draw(person), draw(person)
    kind, private = draw(st.sampled_from(NoteKind)), draw(st.booleans())
    text = f"{PRIVATE} {draw(texts)}" if private else draw(texts)
    note = room.note(
        session,
        text,
        kind=kind,
        private=private,
        check_later=draw(st.booleans()),
        speaker_id=speaker and speaker.id,
        who_id=who and who.id,
        who=draw(st.sampled_from(["", who.name if who else "Lastqxq"])),
        rule=draw(rules),
        taken_at=_instant(room) if draw(st.booleans()) else None,
    )
    if kind is NoteKind.RECOMMENDATION:
        wording = draw(st.sampled_from([text, "abc"]))
        one = room.recommendation(wording, note, first=text, status=draw(st.sampled_from(Status)))
        if draw(st.booleans()):
            room.reserve(one, "deo", "ab")
    if draw(st.integers(0, 4)) == 0:
        room.release(note, draw(rules), _instant(room))
    return note
