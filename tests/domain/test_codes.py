"""Codes made of names: short, unique, and never what means somebody else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.capture import SpeakerForm, read_line
from facilitator.domain.codes import SHORT, code_for
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
        ("kc", ""),
        ("123 456", ""),
    ],
)
def test_initials_come_first_without_accents(name: str, code: str) -> None:
    assert code_for(name, ()) == code


@given(st.lists(st.sampled_from(["Kim Chi", "Kai Chen", "Kim", "Lee Chi Kim", "กัญญา ศรีสุข", "K. C."]), max_size=40))
def test_no_two_people_have_one_code_and_each_can_be_typed(names: list[str]) -> None:
    taken: set[str] = set()
    for name in names:
        code = code_for(name, taken)
        if code:
            line = read_line(f"@{code} said")
            assert code not in taken
            assert 2 <= len(code) <= SHORT
            assert line is not None
            assert line.speaker is not None
            assert (line.speaker.form, line.speaker.name) == (SpeakerForm.CODE_OR_NAME, code)
            taken.add(identity(code))
    assert len(taken) >= min(len(set(names) - {"Kim"}), 3)
