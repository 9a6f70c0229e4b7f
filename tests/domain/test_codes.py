"""Codes made of names: everybody has one, it means nobody else, and it stays until somebody is given it."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.capture import SpeakerForm, read_line
from facilitator.domain.codes import SHORT, Coded, made_codes
from facilitator.text import identity


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Kim Chi", "kc"),
        ("Kim Chi Lee", "kl"),
        ("Hòa Nguyễn", "hn"),
        ("Øyvind Ås", "oa"),
        ("กัญญา ศรีสุข", "กศ"),
        ("مريم الحسن", "ما"),
        ("Silva", "si"),
        ("KC", "kc"),
        ("x1", "x1"),
        ("X", "x2"),
        ("123 456", "14"),
        ("...", "x2"),
    ],
)
def test_initials_come_first_without_accents_and_a_short_name_is_its_own_code(name: str, code: str) -> None:
    assert made_codes([Coded(b"1", name, "", made=False)]) == {b"1": code}


def test_who_is_called_as_a_code_goes_before_whoever_it_was_made_for() -> None:
    people = [Coded(b"1", "Kofi Owusu", "ko", made=True), Coded(b"2", "ko", "", made=False)]

    assert made_codes(people) == {b"1": "koo", b"2": "ko"}


def test_five_hundred_people_of_one_name_have_five_hundred_codes() -> None:
    people = [Coded(place.to_bytes(2, "big"), "Kim Chi", "", made=False) for place in range(500)]

    codes = made_codes(people)

    assert len(set(map(identity, codes.values()))) == len(codes) == 500
    assert sum(len(code) <= SHORT for code in codes.values()) > 100


def test_when_all_that_tells_of_a_name_is_taken_its_first_letter_goes_on_with_numbers() -> None:
    people = [Coded(place.to_bytes(2, "big"), "AB"[place % 2], "", made=False) for place in range(8)]

    assert list(made_codes(people).values()) == ["a2", "b2", "a3", "b3", "a4", "b4", "a5", "b5"]


NAMES = st.sampled_from(
    ["Kim Chi", "Kai Chen", "Kim", "Lee Chi Kim", "กัญญา ศรีสุข", "K. C.", "kc", "KI", "k2", "X", "Ss", "ß", "한 글", "()"]
)
GIVEN = st.sampled_from(["kc", "KI", "k2", "kic", "กศ", "minister"])


@dataclass
class Room:
    """People as a workshop has them, after each step with the codes that are made."""

    people: dict[bytes, Coded] = field(default_factory=dict)

    def settle(self) -> None:
        before = dict(self.people)
        for key, code in made_codes(self.people.values()).items():
            self.people[key] = self.people[key]._replace(code=code, made=True)
        assert made_codes(self.people.values()) == {}
        needed = {identity(one.code) for one in before.values() if not one.made}
        needed |= {identity(one.name) for one in before.values()}
        for key, one in before.items():
            if one.code and (not one.made or identity(one.code) not in needed):
                assert self.people[key] == one
        self.look()

    def look(self) -> None:
        for key, one in self.people.items():
            others = [other for other in self.people.values() if other.key != key]
            line = read_line(f"@{one.code} said")
            assert line is not None
            assert line.speaker is not None
            assert (line.speaker.form, line.speaker.name) == (SpeakerForm.CODE_OR_NAME, one.code)
            if one.made:
                assert 2 <= len(one.code) <= SHORT
                assert identity(one.code) not in {identity(other.code) for other in others}
                named = [other.key for other in others if identity(other.name) == identity(one.code)]
                assert all(key < other for other in named if identity(one.name) == identity(one.code))
                assert not named or identity(one.name) == identity(one.code)


@given(st.lists(st.tuples(st.sampled_from(["new", "give", "take", "go"]), NAMES, GIVEN)))
def test_whatever_is_given_and_taken_away_everybody_has_a_code_that_means_nobody_else(
    steps: list[tuple[str, str, str]],
) -> None:
    room = Room()
    for place, (what, name, code) in enumerate(steps):
        if what == "new":
            key = place.to_bytes(2, "big")
            room.people[key] = Coded(key, name, "", made=False)
        elif room.people:
            one = room.people[max(room.people)]
            is_free = all(identity(code) != identity(other.code) or other.made for other in room.people.values())
            if what == "give" and is_free:
                room.people[one.key] = one._replace(code=code, made=False)
            elif what == "take":
                room.people[one.key] = one._replace(code="", made=False)
            elif what == "go":
                del room.people[min(room.people)]
        room.settle()
