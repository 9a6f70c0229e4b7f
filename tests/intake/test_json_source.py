"""JSON from outside is read whole or refused in one sentence that says where."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.errors import FacilitatorError, NotJson, UnsafeJson
from facilitator.intake.json_source import DEPTH_LIMIT, DIGIT_LIMIT, load_json

from .sentences import read_or_refused

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=15,
)


@given(VALUES, st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]), st.booleans())
@settings(deadline=None, max_examples=100)
def test_what_was_written_is_read_back(value: object, encoding: str, escaped: bool) -> None:
    assert load_json(json.dumps(value, ensure_ascii=escaped).encode(encoding)) == value


@given(
    st.binary(max_size=60)
    | st.text(st.sampled_from('{}[]",:0123456789eE+-.\\ud8 \ntrufalsn'), max_size=60).map(str.encode)
)
@settings(deadline=None, max_examples=300)
def test_any_bytes_are_read_or_refused_in_a_sentence(data: bytes) -> None:
    with read_or_refused():
        load_json(data)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("", "1", "1"),
        ('{"notes": [', "1", "12"),
        ('{"notes": [\n1,\n2', "3", "2"),
        ('{\n "title": "Women, Pea', "2", "11"),
        ('{"a": 1', "1", "8"),
    ],
)
def test_a_file_that_was_cut_off_says_so_with_line_and_column(text: str, line: str, column: str) -> None:
    with pytest.raises(NotJson, match="ends in the middle") as caught:
        load_json(text.encode())
    assert (caught.value.parameters["line"], caught.value.parameters["column"]) == (line, column)


@pytest.mark.parametrize("text", ["{'a': 1}", '{"a": 1,}', '{"a" 1}', "[1] [2]", '["a\tb"]', "nothing at all"])
def test_a_mistake_is_named_with_line_and_column(text: str) -> None:
    with pytest.raises(NotJson, match="a mistake .* in line 1, column"):
        load_json(text.encode())


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")])
def test_nesting_is_read_up_to_the_limit_and_refused_beyond(opening: str, closing: str) -> None:
    for inner in ("1", "[]"):
        levels = DEPTH_LIMIT - (inner == "[]")
        load_json((opening * levels + inner + closing * levels).encode())
        levels += 1
        with pytest.raises(UnsafeJson, match=f"more than {DEPTH_LIMIT}"):
            load_json((opening * levels + inner + closing * levels).encode())


@pytest.mark.parametrize("depth", [1_000, 100_000])
def test_deep_nesting_is_refused_whether_it_is_closed_or_not(depth: int) -> None:
    for text in ("[" * depth, "[" * depth + "]" * depth, '{"a":' * depth):
        with pytest.raises(FacilitatorError):
            load_json(text.encode())


@pytest.mark.parametrize("number", ["9" * 10_000, "-" + "1" * 31, "0." + "3" * 31, "1" * 5_000 + ".5e3"])
def test_a_number_of_too_many_digits_is_refused_with_how_many(number: str) -> None:
    with pytest.raises(UnsafeJson, match="digits, more than 30"):
        load_json(f'{{"n": {number}}}'.encode())


def test_a_number_of_just_as_many_digits_is_read() -> None:
    assert load_json(b"9" * DIGIT_LIMIT) == int("9" * DIGIT_LIMIT)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999"])
def test_what_is_no_finite_number_is_refused(number: str) -> None:
    with pytest.raises(UnsafeJson):
        load_json(f"[{number}]".encode())


def test_a_key_that_stands_twice_is_refused_by_name() -> None:
    with pytest.raises(UnsafeJson, match='"id" stands twice'):
        load_json(b'{"notes": [{"id": 1, "text": "x", "id": 2}]}')


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (r'{"notes": [{"text": "ok"}, {"text": "\ud800"}]}', r"notes\[1\]\.text"),
        (r'{"notes": {"\udc00": 1}}', "notes"),
        (r'"x\ud83d"', "the outermost value"),
    ],
)
def test_a_lone_surrogate_is_refused_with_its_place(text: str, place: str) -> None:
    with pytest.raises(UnsafeJson, match=f"lone surrogate.* {place}"):
        load_json(text.encode())


def test_a_named_encoding_is_used() -> None:
    assert load_json('["Núñez"]'.encode("cp1252"), "cp1252") == ["Núñez"]


def test_a_pair_of_surrogates_is_one_character() -> None:
    assert load_json(rb'"\ud83e\uddff"') == "\U0001f9ff"
