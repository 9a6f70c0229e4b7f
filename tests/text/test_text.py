"""Cleaning, identity, search, words and direction."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.text import clean, clean_lines, direction, folded, identity, trim
from facilitator.text.normal_forms import normal_form
from facilitator.text.words import word_spans, words

MARKED = st.text(st.one_of(st.characters(), st.sampled_from("ae\u0301\u0316\u0345\u0f73ͅῼİßกีำ\u0338=\u1100\u1161")))
MANY = settings(deadline=None, max_examples=500)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("plain", "plain"),
        ("tab\tstays", "tab\tstays"),
        ("e\u0301", "é"),
        ("a\x00\x0b\x0c\n\r\x1f\x80\x85\x9fb", "a" + "\ufffd" * 9 + "b"),
        ("\x7f", "\ufffd"),
        ("\ud800\udfff", "\ufffd\ufffd"),
        ("\ufdd0\ufdef\ufffe\uffff\U0001fffe\U0010ffff", "\ufffd" * 6),
        ("\u200b\u202e\u2028\ufeff", "\u200b\u202e\u2028\ufeff"),
        ("ﬁ２", "ﬁ２"),
    ],
)
def test_clean_text_is_nfc_without_what_cannot_be_carried(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@MANY
@given(st.text(st.characters(categories=["Cc", "Cs", "Cn", "Co", "L", "M", "N", "P", "S", "Z"])))
def test_clean_text_stays_as_it_is(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_lines(clean_lines(text)) == clean_lines(text)
    clean(text).encode()


def test_fields_of_several_lines_keep_their_lines() -> None:
    assert clean_lines("a\r\nb\rc\n\x0bd") == "a\nb\nc\n\ufffdd"


def test_trim_takes_white_space_and_leaves_controls() -> None:
    assert trim("\u3000\t \x1ca\x85\u2029") == "\x1ca\x85"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("STRASSE", "straße"),
        (" Hòa ", "HÒA"),
        ("e\u0301", "É"),
        ("Σ", "ς"),
        ("\u1fb3", "Α\u0345"),
        ("α\u0345\u0301", "ᾴ"),
    ],
)
def test_case_form_and_outer_white_space_make_no_other_name(one: str, other: str) -> None:
    assert identity(one) == identity(other)


@pytest.mark.parametrize(("one", "other"), [("กี", "กิ"), ("Hòa", "Hoa"), ("a b", "a  b"), ("２", "2")])
def test_marks_and_inner_white_space_make_another_name(one: str, other: str) -> None:
    assert identity(one) != identity(other)


@MANY
@given(MARKED)
def test_identity_is_its_own_and_the_same_for_every_form(text: str) -> None:
    assert identity(identity(text)) == identity(text)
    assert identity(unicodedata.normalize("NFD", text)) == identity(text)
    assert identity(unicodedata.normalize("NFC", text)) == identity(text)


@pytest.mark.parametrize(
    ("text", "search"),
    [
        ("Đà Nẵng", "da nang"),
        ("ÅSE", "ase"),
        ("Ёж", "еж"),
        ("ｆｕｌｌ", "full"),
        ("ΆΣ", "ας".replace("ς", "σ")),
        ("각", "각"),
    ],
)
def test_search_ignores_accents_case_and_width(text: str, search: str) -> None:
    assert folded(text) == search


@pytest.mark.parametrize(("one", "other"), [("กี", "กิ"), ("नि", "नी"), ("가", "각")])
def test_search_keeps_vowel_signs(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@MANY
@given(MARKED)
def test_what_is_folded_stays_folded(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@MANY
@given(MARKED, st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_a_long_text_has_the_normal_form_of_its_pieces(text: str, form: str) -> None:
    assert normal_form(form, "x" * 3_000 + text) == "x" * 3_000 + unicodedata.normalize(form, "x" + text)[1:]


@pytest.mark.parametrize("unit", ["\u0301\u0316", "\u0f73", "é\u0316", "\u0344\u0316"])
def test_fifty_thousand_marks_are_no_obstacle(unit: str) -> None:
    marks = unit * 50_000

    assert clean(clean(marks)) == clean(marks)


def test_words_are_found_without_spaces() -> None:
    assert words("สวัสดีชาวโลก", "th") == ["สวัสดี", "ชาว", "โลก"]
    assert words("ພາສາລາວ", "lo") == ["ພາສາ", "ລາວ"]


def test_words_leave_out_what_stands_between() -> None:
    assert words("Hello, don't … 12.5!", "en") == ["Hello", "don't", "12.5"]


def test_spans_of_words_count_characters() -> None:
    text = "😀 𝔸b c"

    assert [text[start:end] for start, end in word_spans(text, "en")] == ["𝔸b", "c"]


@pytest.mark.parametrize(
    ("text", "way"),
    [("", "ltr"), ("12 abc", "ltr"), ("12 שלום a", "rtl"), ("(سلام)", "rtl"), ("é ש", "ltr"), ("…", "ltr")],
)
def test_the_first_strong_letter_gives_the_direction(text: str, way: str) -> None:
    assert direction(text) == way
