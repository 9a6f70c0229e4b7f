"""Where a line may end and where it may not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.report.type.breaking import LONGEST_WORD, clusters, segments

ALPHABET = st.sampled_from(
    [*"aZ9-, .()\n\u00ad\u00a0\u200b\u2060", "ก", "ำ", "ក", "្", "क", "्", "é", "🧿", "\u200d", "\u2028"]
)


def test_thai_lao_khmer_and_burmese_break_at_words() -> None:
    assert segments("ประชาชนควรมีส่วนร่วม", "th") == ["ประชาชน", "ควร", "มี", "ส่วน", "ร่วม"]
    assert len(segments("ປະຊາຊົນຄວນມີສ່ວນຮ່ວມ", "lo")) > 2
    assert len(segments("ប្រជាជនគួរចូលរួមក្នុងការ", "km")) > 2
    assert len(segments("ပြည်သူများပါဝင်သင့်သည်", "my")) > 2


def test_a_zero_width_space_is_a_place_to_break() -> None:
    assert segments("one\u200btwo", "en") == ["one\u200b", "two"]


@pytest.mark.parametrize(
    "text",
    [
        "R4",
        "S3.12",
        "NAP-WPS",
        "COVID-19",
        "UNSCR-1325-XY",
        "12 March 2026",
        "12. März 2026",
        "March 12, 2026",
        "March 2026",
        "1 มีนาคม",
        "10 km",
        "50 %",
        "10 000 people",
        "1,250.50 USD",
        "rec\u00adommend",
        "no\u00a0break",
        "word\u2060joined",
    ],
)
def test_no_line_ends_inside(text: str) -> None:
    assert segments(f"so {text} it", "en") == ["so ", f"{text} ", "it"]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("well-known", ["well-", "known"]),
        ("in 2026 women", ["in 2026 ", "women"]),
        ("in Bangkok, 2023 was dry", ["in ", "Bangkok, ", "2023 ", "was ", "dry"]),
        ("they met. 2023 was dry", ["they ", "met. ", "2023 ", "was ", "dry"]),
        ("R12, 2023", ["R12, ", "2023"]),
        ("R4 women", ["R4 ", "women"]),
        ("7 8 9", ["7 ", "8 ", "9"]),
        ("12 \nMarch", ["12 \n", "March"]),
    ],
)
def test_a_line_may_end_inside(text: str, pieces: list[str]) -> None:
    assert segments(text, "en") == pieces


def test_no_line_ends_inside_what_is_kept_but_at_its_ends() -> None:
    assert segments("by kept in one piece then", "en", [(3, 20)]) == ["by ", "kept in one piece ", "then"]
    assert segments("a b\nc d", "en", [(0, 7)]) == ["a b\n", "c d"]


def test_a_word_wider_than_any_page_may_be_cut_between_characters() -> None:
    assert segments("e\u0301" * LONGEST_WORD, "en") == ["e\u0301"] * LONGEST_WORD
    assert max(map(len, segments("AB-" * 5000, "en"))) <= LONGEST_WORD + 3
    assert max(map(len, segments("a b " * 5000, "en", [(0, 20_000)]))) <= LONGEST_WORD + 3


@settings(max_examples=150, deadline=None)
@given(st.text(ALPHABET, max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=3))
def test_pieces_joined_are_the_text(text: str, kept: list[tuple[int, int]]) -> None:
    pieces = segments(text, "en", kept)

    assert "".join(pieces) == text
    assert "" not in pieces
    assert "".join(clusters(text, "en")) == text
