"""Lines: none wider than the measure, none lost, none alone; leading by script, baselines that agree."""

import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.report.type import PageCanvas, Span, Typesetter
from facilitator.report.type.breaking import clusters
from facilitator.report.type.lines import Align
from facilitator.report.type.scripts import OUTER_SPACE

TYPESETTER = Typesetter()
BAR = TYPESETTER.natural_width([Span("|")])

CHARACTERS = st.sampled_from(
    [
        *"abcW iR4.-, (\n\t",
        " ",
        " ",
        "\u00a0",
        "\u200b",
        "12 km",
        "é",
        "ก",
        "ำ",
        "น้ำ",
        "ខ្ញុំ",
        "ကြွေ",
        "क्षि",
        "र्",
        "க்ஷ",
        "🧿",
        "漢",
    ]
)
SPANS = st.lists(
    st.builds(
        Span,
        text=st.lists(CHARACTERS, max_size=40).map("".join),
        size=st.sampled_from([8.0, 10.0, 17.0]),
        bold=st.booleans(),
        keep=st.booleans(),
        underline=st.booleans(),
    ),
    max_size=4,
)


def clusters_of(text: str) -> int:
    return len(clusters(text.rstrip(OUTER_SPACE), "en"))


@settings(max_examples=150, deadline=None)
@given(SPANS, st.floats(5, 400))
def test_no_line_is_wider_than_the_measure_unless_it_is_one_character(spans: list[Span], measure: float) -> None:
    setting = TYPESETTER.set(spans, measure, 14)

    assert setting.text == "".join(span.text for span in spans)
    assert setting.width == max((line.width for line in setting.lines), default=0)
    for line in setting.lines:
        assert line.width <= measure + 1e-3 or clusters_of(line.text) == 1


@settings(max_examples=100, deadline=None)
@given(SPANS, st.floats(20, 200), st.floats(0, 300))
def test_split_keeps_every_line_and_leaves_none_alone(spans: list[Span], measure: float, height: float) -> None:
    setting = TYPESETTER.set(spans, measure, 14)
    parts = setting.split(height)
    if parts is None:
        assert len(setting.lines) < 4 or sum(line.height for line in setting.lines[:2]) > height
        return
    first, rest = parts

    assert first.lines + rest.lines == setting.lines
    assert first.height <= height + 1e-3
    assert len(first.lines) >= 2
    assert len(rest.lines) >= 2


@pytest.mark.parametrize(("count", "room", "left"), [(1, 9, None), (2, 9, None), (3, 9, None), (4, 1, None), (4, 2, 2)])
def test_short_paragraphs_stay_whole(count: int, room: int, left: int | None) -> None:
    parts = TYPESETTER.set([Span("\n".join("x" * count))], 100, 14).split(room * 14)

    assert (parts[0] and len(parts[0].lines) if parts else None) == left


def test_the_first_part_gives_up_a_line_so_that_two_go_on() -> None:
    parts = TYPESETTER.set([Span("\n".join("abcdef"))], 100, 14).split(5 * 14)

    assert parts is not None
    assert [part.text for part in parts] == ["a\nb\nc\nd\n", "e\nf"]


@pytest.mark.parametrize(
    ("text", "at_ten", "at_eight"),
    [
        ("Latin Việt кириллица", 14, 10.5),
        ("ไทย", 17.5, 14),
        ("ລາວ", 17.5, 14),
        ("ខ្មែរ", 21, 17.5),
        ("မြန်မာ", 21, 17.5),
        ("हिन्दी", 14, 10.5),
        ("বাংলা", 14, 10.5),
        ("தமிழ்", 14, 10.5),
        ("සිංහල", 14, 10.5),
    ],
)
def test_a_line_is_as_high_as_its_scripts_need(text: str, at_ten: float, at_eight: float) -> None:
    assert TYPESETTER.set([Span(text)], 400, 14).height == at_ten
    assert TYPESETTER.set([Span(text, size=8)], 400, 10.5).height == at_eight
    assert TYPESETTER.set([Span(text)], 400, 28).height == 28


def test_only_the_lines_that_need_it_are_higher() -> None:
    assert [line.height for line in TYPESETTER.set([Span("one\nខ្មែរ\nthree")], 400, 14).lines] == [14, 21, 14]


def test_first_baselines_of_facing_blocks_agree_whatever_their_script() -> None:
    texts = ("R4", "ไทย", "ខ្មែរ", "မြန်မာ", "हिन्दी")

    assert {TYPESETTER.set([Span(text)], 400, 14).lines[0].baseline for text in texts} == {10.5}


def test_text_that_is_empty_has_no_lines_and_a_line_break_makes_one() -> None:
    assert TYPESETTER.set([], 100, 14).lines == TYPESETTER.set([Span("")], 100, 14).lines == ()
    assert TYPESETTER.set([Span("a\n\nb")], 100, 14).height == 42
    assert TYPESETTER.natural_width([]) == 0


def test_white_space_takes_up_no_room_where_a_line_ends() -> None:
    width = TYPESETTER.natural_width([Span("measure")])
    setting = TYPESETTER.set([Span("measure   measure  ")], width, 14)

    assert [line.text for line in setting.lines] == ["measure   ", "measure  "]
    assert setting.width == pytest.approx(width)


def test_a_word_wider_than_the_measure_begins_on_a_line_of_its_own_and_fills_lines() -> None:
    setting = TYPESETTER.set([Span("so " + "x" * 100)], 60, 14)

    assert setting.lines[0].text == "so "
    assert {len(line.text) for line in setting.lines[1:-1]} == {len(setting.lines[1].text)}


@pytest.mark.parametrize("text", ["participant, civil society, 11:34", "แผน ปี 12 km", " a  b ", "VA To. Ty"])
def test_what_is_kept_together_is_set_like_the_same_words_apart(text: str) -> None:
    kept = TYPESETTER.set([Span(text, keep=True)], 500, 14)
    apart = TYPESETTER.set([Span(text)], 500, 14)

    assert (kept.text, kept.lines[0].height) == (apart.text, apart.lines[0].height)
    assert kept.width == pytest.approx(apart.width)


def test_what_is_kept_gives_way_at_its_words_when_it_is_wider_than_the_measure() -> None:
    setting = TYPESETTER.set([Span("one two three four", keep=True)], 50, 14)

    assert [line.text for line in setting.lines] == ["one two ", "three four"]


def test_kept_spans_of_several_styles_stay_together() -> None:
    spans = [Span("aaaa "), Span("S3", bold=True), Span(".12", size=8), Span(" b")]
    width = TYPESETTER.natural_width(spans[:2])
    setting = TYPESETTER.set(spans, width, 14)

    assert [line.text for line in setting.lines] == ["aaaa ", "S3.12 b"]


def test_huge_paragraphs_and_words_are_set() -> None:
    for text in ("x" * 200_000, "ခ" * 50_000, "The 12 words. " * 20_000, "e" + "\u0301" * 50_000, "🧿" * 20_000):
        setting = TYPESETTER.set([Span(text)], 364, 14)

        assert len(setting.text) == len(text)
        assert setting.width <= 364 + 1e-3


@pytest.mark.parametrize(("align", "start"), [("start", 10), ("centre", 45), ("end", 80)])
def test_a_line_begins_where_its_alignment_says(align: Align, start: float) -> None:
    width = TYPESETTER.natural_width([Span("Hamburg")])
    canvas = PageCanvas(io.BytesIO(), (595, 842))
    TYPESETTER.set([Span("Hamburg ")], width + 70, 14, align=align).draw(canvas, 10, 100)

    assert canvas._code[0].startswith(f"BT 10 0 0 10 {start:.2f} 89.50 Tm")


def test_lines_follow_each_other_down_the_page() -> None:
    canvas = PageCanvas(io.BytesIO(), (595, 842))
    TYPESETTER.set([Span("ខ\n\na")], 100, 14).draw(canvas, 10, 100)

    assert [code.split(" Tm")[0].split()[-1] for code in canvas._code] == ["89.50", "54.50"]


def test_a_line_under_or_through_several_words_is_one_line_at_one_height() -> None:
    canvas = PageCanvas(io.BytesIO(), (595, 842))
    spans = [Span("a"), Span(" b ខ c ", underline=True), Span("d"), Span("e f", strike=True)]
    setting = TYPESETTER.set(spans, 400, 14)
    setting.draw(canvas, 10, 100)
    rules = re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) 0.50 re f", canvas._code[0])

    assert len(rules) == 2
    assert float(rules[0][0]) == pytest.approx(10 + TYPESETTER.natural_width(spans[:1]), abs=0.01)
    assert float(rules[0][2]) == pytest.approx(TYPESETTER.natural_width([Span(" b ខ c "), Span("|")]) - BAR, abs=0.02)
    assert float(rules[0][1]) < 85 < float(rules[1][1])
