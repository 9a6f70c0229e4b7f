"""Attribution: what a report may say of who spoke, and when."""

from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given, settings
from tests.domain.any_content import PRIVATE, THEME, contents, rules, tokens_of
from tests.domain.contents import ELEVEN, MINUTE, WORKSHOP, Room, small_workshop

from facilitator.domain.attribution import attribute
from facilitator.domain.kinds import NoteKind, Rule, Sector, SessionRole, Status
from facilitator.domain.nouns import Content, Note
from facilitator.domain.record import By, Record, RecordNote


def room_under(rule: Rule) -> Room:
    return Room(replace(WORKSHOP, attribution=rule))


def only_note(record: Record) -> RecordNote:
    (session,) = record.sessions
    (note,) = session.notes
    return note


def said(rule: Rule, *, asked: Rule | None = None, release: Rule | None = None) -> RecordNote:
    """What is left of one note by a panellist, taken under a rule."""
    room = room_under(rule)
    kim = room.person("Kim Sun-hee", organisation="Peace Now", sector=Sector.CIVIL_SOCIETY, country="Korea")
    session = room.session()
    room.part(session, kim, SessionRole.PANELLIST)
    note = room.note(session, "Plans cost money.", speaker_id=kim.id, taken_at=ELEVEN)
    if release:
        room.release(note, release)
    return only_note(attribute(room.content(), asked))


def test_named_says_name_and_organisation_and_the_time() -> None:
    assert said(Rule.NAMED).by == By(name="Kim Sun-hee", organisation="Peace Now")
    assert said(Rule.NAMED).at == ELEVEN


def test_affiliation_says_role_and_sector_and_the_time() -> None:
    assert said(Rule.AFFILIATION).by == By(role=SessionRole.PANELLIST, sector=Sector.CIVIL_SOCIETY)
    assert said(Rule.AFFILIATION).at == ELEVEN


def test_chatham_house_says_neither_who_nor_when() -> None:
    assert (said(Rule.CHATHAM).by, said(Rule.CHATHAM).at) == (None, None)


@pytest.mark.parametrize("taken", Rule)
@pytest.mark.parametrize("asked", Rule)
def test_the_stricter_of_the_rule_taken_under_and_the_rule_asked_for_holds(taken: Rule, asked: Rule) -> None:
    assert said(taken, asked=asked).rule.strictness == max(taken.strictness, asked.strictness)


def test_only_a_release_makes_a_note_weaker_and_the_rule_asked_for_stays_above_it() -> None:
    assert said(Rule.CHATHAM, release=Rule.NAMED).by == By(name="Kim Sun-hee", organisation="Peace Now")
    assert said(Rule.CHATHAM, release=Rule.NAMED, asked=Rule.AFFILIATION).rule is Rule.AFFILIATION


def test_of_several_releases_the_latest_holds_in_whatever_order_they_come() -> None:
    room = room_under(Rule.CHATHAM)
    note = room.note(room.session(), "Plans cost money.")
    room.release(note, Rule.AFFILIATION, ELEVEN + MINUTE)
    room.release(note, Rule.NAMED, ELEVEN)

    assert only_note(attribute(room.content())).rule is Rule.AFFILIATION


def test_a_session_made_more_open_later_does_not_name_the_panel_that_spoke_in_confidence() -> None:
    room = room_under(Rule.NAMED)
    session = room.session(attribution=Rule.NAMED)
    room.part(session, room.person("Kim Sun-hee"), SessionRole.PANELLIST)
    room.note(session, "In confidence.", rule=Rule.CHATHAM)

    assert attribute(room.content()).sessions[0].parts == ()


def test_roles_of_a_session_follow_the_rule() -> None:
    room = room_under(Rule.NAMED)
    kim = room.person("Kim Sun-hee", organisation="Peace Now", sector=Sector.MEDIA)
    room.part(room.session(), kim, SessionRole.MODERATOR)
    people = {rule: [part.by for part in attribute(room.content(), rule).sessions[0].parts] for rule in Rule}

    assert people[Rule.NAMED] == [By(name="Kim Sun-hee", organisation="Peace Now")]
    assert people[Rule.AFFILIATION] == [By(role=SessionRole.MODERATOR, sector=Sector.MEDIA)]
    assert people[Rule.CHATHAM] == []


def who_of(rule: Rule, **values: object) -> RecordNote:
    room = room_under(rule)
    kim = room.person("Kim Sun-hee", organisation="Peace Now", sector=Sector.DONOR)
    who_id = kim.id if values.pop("known", False) else None
    room.note(room.session(), "Send the form.", kind=NoteKind.ACTION, who_id=who_id, **values)
    return only_note(attribute(room.content()))


def test_the_who_of_an_action_follows_the_rule_of_the_note() -> None:
    assert who_of(Rule.NAMED, known=True, who="ks").who == By(name="Kim Sun-hee", organisation="Peace Now")
    assert who_of(Rule.AFFILIATION, known=True, who="ks").who == By(sector=Sector.DONOR)
    assert who_of(Rule.CHATHAM, known=True, who="ks").who_withheld


def test_a_who_typed_freely_is_printed_only_where_names_are() -> None:
    assert who_of(Rule.NAMED, who="Ministry").who == By(name="Ministry")
    assert (who_of(Rule.AFFILIATION, who="Ministry").who, who_of(Rule.AFFILIATION, who="Ministry").who_withheld) == (
        None,
        True,
    )
    assert who_of(Rule.CHATHAM, who="Ministry").who_withheld


def test_an_action_that_nobody_was_given_withholds_nothing() -> None:
    assert not who_of(Rule.CHATHAM).who_withheld


def test_planned_times_and_places_are_no_secret_under_chatham_house() -> None:
    session = attribute(small_workshop(), Rule.CHATHAM).sessions[0]

    assert (session.starts, session.place) == (time(11, 15), "main hall")


def test_an_interval_off_the_record_keeps_its_place_and_loses_its_times_under_chatham_house() -> None:
    open_, closed = (attribute(small_workshop(), rule).sessions[0].intervals[0] for rule in (None, Rule.CHATHAM))

    assert (open_.after, closed.after) == (2, 2)
    assert (closed.began_at, closed.ended_at) == (None, None)
    assert open_.began_at is not None


def test_an_interval_among_notes_without_times_stands_at_the_end() -> None:
    room = room_under(Rule.NAMED)
    session = room.session()
    room.note(session, "Typed later.")
    room.interval(session, ELEVEN)

    assert attribute(room.content()).sessions[0].intervals[0].after == 1


def test_what_is_named_only_in_private_notes_is_gone() -> None:
    record = attribute(small_workshop())

    assert [theme.name for theme in record.themes] == ["Financing", "Localizing", "Districts"]
    assert "corridor" not in repr(record).casefold()


def test_a_recommendation_loses_the_link_to_a_private_source() -> None:
    room = room_under(Rule.NAMED)
    session = room.session()
    public, private = room.note(session, "abc"), room.note(session, "secret", private=True)
    room.recommendation("Reworded in plenary.", private, public, first="secret")

    (one,) = attribute(room.content()).recommendations
    assert (one.sources, one.first_wording) == (("S1.1",), "Reworded in plenary.")


def test_a_recommendation_that_still_has_the_words_of_its_private_note_is_left_out() -> None:
    room = room_under(Rule.NAMED)
    note = room.note(room.session(), "secret", private=True)
    kept = room.recommendation("public")
    hidden = room.recommendation("secret", note, status=Status.DRAFTED)
    room.recommendation("joined", status=Status.MERGED, merged_into_id=hidden.id)
    room.file(hidden, room.theme("Hidden"))
    record = attribute(room.content())

    assert [one.wording for one in record.recommendations] == [kept.wording, "joined"]
    assert record.recommendations[1].merged_into == ""
    assert record.themes == ()


def test_the_constituency_of_a_reservation_is_withheld_only_under_chatham_house() -> None:
    held = {rule: attribute(small_workshop(), rule).recommendations[0].reservations[0] for rule in Rule}

    assert (held[Rule.AFFILIATION].constituency, held[Rule.AFFILIATION].withheld) == ("two delegations", False)
    assert (held[Rule.CHATHAM].constituency, held[Rule.CHATHAM].withheld) == ("", True)


def test_a_speaker_of_whom_only_a_name_was_typed_is_a_gap_but_not_under_chatham_house() -> None:
    notes = {rule: attribute(small_workshop(), rule).sessions[0].notes[2] for rule in Rule}

    assert notes[Rule.AFFILIATION].unknown_speaker
    assert not notes[Rule.CHATHAM].unknown_speaker


def public_notes(content: Content) -> list[Note]:
    return [note for note in content.notes if not note.private]


@settings(deadline=None, max_examples=80)
@given(contents(), rules)
def test_every_public_note_is_there_and_no_private_word_is(content: Content, asked: Rule) -> None:
    record = attribute(content, asked)
    written = {note.number for session in record.sessions for note in session.notes}

    assert written == {str(note.number) for note in public_notes(content)}
    assert PRIVATE not in repr(record)


@settings(deadline=None, max_examples=80)
@given(contents(), rules)
def test_themes_named_only_in_private_notes_are_gone_and_all_others_there(content: Content, asked: Rule) -> None:
    public = {note.id for note in public_notes(content)}
    private = {tag.theme_id for tag in content.tags} - {tag.theme_id for tag in content.tags if tag.note_id in public}
    names = {theme.name for theme in attribute(content, asked).themes}

    assert names == {theme.name for theme in content.themes if theme.id not in private}
    assert all(name.startswith(THEME) for name in names)


@settings(deadline=None, max_examples=120)
@given(contents())
def test_nothing_of_a_person_is_left_where_no_names_are_asked_for(content: Content) -> None:
    for asked in (Rule.AFFILIATION, Rule.CHATHAM):
        left = repr(attribute(content, asked))

        assert [token for person in content.participants for token in tokens_of(person) if token in left] == []


@settings(deadline=None, max_examples=80)
@given(contents())
def test_a_person_is_named_only_where_a_note_or_session_is_open_to_names(content: Content) -> None:
    for session in attribute(content).sessions:
        for note in session.notes:
            named = [by for by in (note.by, note.who) if by and (by.name or by.organisation)]
            assert not named or note.rule is Rule.NAMED
        assert session.rule is Rule.NAMED or not any(part.by.name for part in session.parts)


@settings(deadline=None, max_examples=80)
@given(contents())
def test_no_instant_and_no_sector_is_left_under_chatham_house(content: Content) -> None:
    record = attribute(content, Rule.CHATHAM)
    left = repr(record)
    instants = [note.taken_at for note in content.notes] + [interval.began_at for interval in content.intervals]

    assert [instant for instant in instants if instant and str(instant) in left] == []
    assert "Sector." not in left
    assert "SessionRole." not in left


@settings(deadline=None, max_examples=60)
@given(contents())
def test_no_key_is_left_for_it_would_tell_the_time(content: Content) -> None:
    left = repr(attribute(content))

    assert [note.number for note in content.notes if repr(note.id) in left] == []


def test_the_first_words_of_a_private_note_stay_private_when_the_note_was_edited_since() -> None:
    room = room_under(Rule.NAMED)
    note = room.note(room.session(), "edited since", private=True)
    room.recommendation("as first said", note)
    room.recommendation("reworded", note, first="as first said")

    assert [(one.wording, one.first_wording) for one in attribute(room.content()).recommendations] == [
        ("reworded", "reworded")
    ]


def test_the_note_that_made_a_recommendation_stands_before_its_other_sources() -> None:
    room = room_under(Rule.NAMED)
    session = room.session()
    further, origin = room.note(session, "later"), room.note(session, "first")
    one = room.recommendation("first", origin, further)
    room.things["sources"].reverse()

    assert attribute(room.content()).recommendations[0].sources == (str(origin.number), str(further.number))
    assert one.number.count == 1


def test_words_that_were_said_in_public_too_are_no_secret() -> None:
    room = room_under(Rule.NAMED)
    session = room.session()
    private, public = room.note(session, "Publish.", private=True), room.note(session, "Publish.")
    room.recommendation("Publish.", private, public)

    assert [one.wording for one in attribute(room.content()).recommendations] == ["Publish."]
