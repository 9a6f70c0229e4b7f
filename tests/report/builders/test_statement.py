"""What a document says about its own attribution."""

from dataclasses import replace

from tests.domain.contents import ELEVEN, WORKSHOP, Room

from facilitator.domain.attribution import attribute
from facilitator.domain.kinds import Rule
from facilitator.report.builders.statement import attribution_note, foot, state
from facilitator.report.labels import Labels

ENGLISH = Labels.load("en")


def workshop(*rules: Rule) -> Room:
    """A session with two notes for each rule."""
    room = Room(replace(WORKSHOP, attribution=Rule.AFFILIATION))
    for rule in rules:
        session = room.session(attribution=rule)
        room.note(session, "abc")
        room.note(session, "abc")
    return room


def title(room: Room) -> str:
    record = attribute(room.content())
    return attribution_note(state(record, record.sessions), ENGLISH, "").title


def words(room: Room) -> str:
    record = attribute(room.content())
    (runs,) = attribution_note(state(record, record.sessions), ENGLISH, "").paragraphs
    return runs[0].text


def test_one_rule_is_said_alone() -> None:
    assert title(workshop(Rule.AFFILIATION)) == "Attribution: affiliation only"


def test_a_session_under_another_rule_is_named() -> None:
    room = workshop(Rule.AFFILIATION, Rule.AFFILIATION, Rule.CHATHAM)
    record = attribute(room.content())

    assert title(room) == "Attribution: affiliation only; S3 under the Chatham House rule"
    assert foot(state(record, record.sessions), ENGLISH) == "Affiliation only; S3 Chatham House"
    assert "Those from S3, under the Chatham House rule" in words(room)


def test_a_single_note_that_was_released_is_named() -> None:
    room = workshop(Rule.CHATHAM)
    note = room.note(room.content().sessions[0], "abc")
    room.release(note, Rule.NAMED)

    assert title(room) == "Attribution: Chatham House rule; S1.3 named"


def test_many_single_notes_are_counted() -> None:
    room = workshop(Rule.CHATHAM)
    session = room.content().sessions[0]
    for _ in range(9):
        room.note(session, "abc")
    for note in room.content().notes[2:9]:
        room.release(note, Rule.NAMED)
    room.note(session, "abc")
    for _ in range(4):
        room.note(session, "abc")

    assert title(room) == "Attribution: Chatham House rule; 7 single notes otherwise"
    assert "Speakers are not named" not in words(room)


def test_that_speakers_are_not_named_is_said_only_where_it_is_so() -> None:
    assert "Speakers are not named" in words(workshop(Rule.AFFILIATION, Rule.CHATHAM))
    assert "Speakers are not named" not in words(workshop(Rule.AFFILIATION, Rule.NAMED))


def test_of_two_rules_met_equally_often_the_stricter_stands_first() -> None:
    assert title(workshop(Rule.NAMED, Rule.CHATHAM)) == "Attribution: Chatham House rule; S1 named"


def test_a_workshop_without_notes_says_its_own_rule() -> None:
    assert title(workshop()) == "Attribution: affiliation only"


def test_a_document_does_not_promise_that_nobody_was_named_in_what_was_said() -> None:
    assert "what people said is printed as it was said" in words(workshop(Rule.CHATHAM))
    assert "No names" not in words(workshop(Rule.CHATHAM))


def test_a_time_off_the_record_is_told_without_hours_where_the_rule_says_none() -> None:
    room = Room(replace(WORKSHOP, attribution=Rule.NAMED))
    for rule in (Rule.AFFILIATION, Rule.CHATHAM, Rule.NAMED):
        session = room.session(attribution=rule)
        room.note(session, "abc")
        if rule is not Rule.NAMED:
            room.interval(session, ELEVEN, ELEVEN + 5 * 60_000)

    assert words(room).endswith("Off the record, and so not in here: S1 11:00–11:05; S2.")


def test_without_a_time_off_the_record_nothing_is_said_of_one() -> None:
    assert "Off the record" not in words(workshop(Rule.NAMED))
