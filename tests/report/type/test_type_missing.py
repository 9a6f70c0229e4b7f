"""A character that no font holds is printed as its code and is on record; what shows nothing is neither."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.report.type import Span, Typesetter
from facilitator.report.type.emission import write_line
from facilitator.report.type.fonts import FontLibrary
from facilitator.report.type.scripts import is_ignorable, printed
from facilitator.report.type.shaping import Shaper

TYPESETTER = Typesetter()
SHAPER = Shaper(FontLibrary.bundled(), "en")


def test_where_a_character_was_met_is_kept_in_order_once_and_at_most_twenty_times() -> None:
    typesetter = Typesetter()
    for number in range(30):
        typesetter.set([Span("漢 字 漢")], 300, 14, where=f"R{number}")
    typesetter.set([Span("字")], 300, 14, where="title")

    assert list(typesetter.missing) == ["漢", "字"]
    assert typesetter.missing["漢"] == [f"R{number}" for number in range(20)]


@pytest.mark.parametrize("character", ["🧿", "漢", "ا", "\ue000", "\U000e1fff", "\u0378"])
def test_the_code_of_a_missing_character_is_drawn_small_in_a_frame(character: str) -> None:
    setting = Typesetter().set([Span(character)], 300, 14)
    (line,) = setting.lines
    code = write_line(line.units[0].pieces, 0, 0)

    assert " 0.6 Tf" in code
    assert code.count(" re S") == 1
    assert character.encode("utf-16-be").hex().upper() in code
    assert 15 < setting.width < 40


@pytest.mark.parametrize(
    "text", ["a\u200db", "a\u200cb", "a\ufe0f", "\u2060a", "x\u00ady", "\u3164", "a\U000e0041", "\u202e"]
)
def test_what_shows_nothing_is_never_missing_and_takes_no_room(text: str) -> None:
    typesetter = Typesetter()
    seen = "".join(each for each in text if not is_ignorable(each))

    assert typesetter.natural_width([Span(text)]) == typesetter.natural_width([Span(seen)])
    assert typesetter.missing == {}


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=12), st.booleans())
def test_every_character_is_drawn_by_a_font_that_holds_it_or_is_on_record(text: str, bold: bool) -> None:
    word = SHAPER.word(text, bold)
    shown = [glyph for run in word.runs for glyph, _ in run.texts]

    assert 0 not in shown
    assert len(word.frames) == len(word.missing)
    assert set(word.missing) <= set(printed(text))
    assert not any(is_ignorable(each) for each in word.missing)


def test_digits_and_latin_within_another_script_are_of_the_first_font() -> None:
    library = FontLibrary.bundled()
    for text in ("ကNAP1", "ก12ข", "शांति2026", "ক-b"):
        fonts = [run.font for run in Shaper(library, "en").word(text, False).runs]

        assert library.primary(False) in fonts
        assert len(set(fonts)) == 2


def test_bold_is_drawn_from_bold_fonts_and_from_regular_ones_where_there_is_no_bold() -> None:
    shaper = Shaper(FontLibrary.bundled(), "en")
    files = {text: [run.font.path.stem for run in shaper.word(text, True).runs] for text in ("a", "ก", "∑", "☎")}

    assert files["a"] == ["NotoSans-Bold"]
    assert files["ก"] == ["NotoSansThai-Bold"]
    assert all(name.endswith("Regular") for name in files["∑"] + files["☎"])


@pytest.mark.parametrize("bold", [False, True])
def test_digits_are_all_of_one_width(bold: bool) -> None:
    assert len({TYPESETTER.natural_width([Span(digit, bold=bold)]) for digit in "0123456789"}) == 1


def test_a_mark_and_its_base_are_drawn_by_one_font() -> None:
    runs = SHAPER.word("\u25cc\u0e31", False).runs

    assert [run.font.path.stem for run in runs] == ["NotoSansThai-Regular"]
