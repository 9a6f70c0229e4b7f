"""The colours keep what was measured when they were chosen: see the table of tokens."""

import re

import pytest

from facilitator.desktop.look.tokens import PALETTES, palettes
from facilitator.domain.signs import COLOURS

GROUNDS = ("bg", "rail", "surface", "hover", "accent-tint")
INKS = ("text", "quiet")
SAID = ("warn", "danger", "ok", "accent")


def channel(value: int) -> float:
    share = value / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def luminance(colour: str) -> float:
    red, green, blue = (channel(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_each_palette_has_a_colour_for_every_use() -> None:
    uses = [set(palettes()[name]) for name in PALETTES]

    assert set(palettes()) == set(PALETTES)
    assert uses[0] == uses[1] == uses[2]
    assert {hue for colour in COLOURS for hue in (colour, f"{colour}-tint")} <= uses[0]


@pytest.mark.parametrize("name", PALETTES)
def test_every_colour_is_written_as_six_digits(name: str) -> None:
    assert [colour for colour in palettes()[name].values() if not re.fullmatch("#[0-9A-F]{6}", colour)] == []


@pytest.mark.parametrize("name", PALETTES)
def test_text_stands_out_seven_to_one_from_every_ground(name: str) -> None:
    tokens = palettes()[name]
    pairs = [(ink, ground) for ink in INKS for ground in GROUNDS]
    pairs += [(ink, ground) for ink in SAID for ground in ("bg", "rail", "surface", f"{ink}-tint")]
    pairs += [("on-accent", "accent")]

    # The tokens are rounded to two digits in their table, so 7.0 may be a shade below.
    assert [pair for pair in pairs if contrast(tokens[pair[0]], tokens[pair[1]]) < 6.95] == []


@pytest.mark.parametrize("name", PALETTES)
def test_a_chip_can_be_read_on_its_tint_and_its_symbol_on_every_ground(name: str) -> None:
    tokens = palettes()[name]
    pairs = [(hue, ground) for hue in COLOURS for ground in (f"{hue}-tint", "bg", "rail", "surface")]

    assert [pair for pair in pairs if contrast(tokens[pair[0]], tokens[pair[1]]) < 4.5] == []


@pytest.mark.parametrize("name", PALETTES)
def test_the_edge_of_a_field_can_be_seen(name: str) -> None:
    tokens = palettes()[name]

    assert min(contrast(tokens["strong"], tokens[ground]) for ground in ("bg", "surface", "rail")) >= 3.0


@pytest.mark.parametrize("name", PALETTES)
def test_what_is_disabled_is_told_from_what_is_not_and_can_still_be_read(name: str) -> None:
    tokens = palettes()[name]

    assert contrast(tokens["off"], tokens["text"]) >= 2.0
    assert contrast(tokens["off"], tokens["surface"]) >= 3.0


@pytest.mark.parametrize("name", PALETTES)
def test_no_two_hues_are_the_same_and_each_symbol_has_its_own(name: str) -> None:
    tokens = palettes()[name]
    inks = [tokens[hue] for hue in COLOURS]

    assert len(set(inks)) == len(COLOURS) == 12


def test_strong_contrast_has_no_tints_and_white_edges() -> None:
    tokens = palettes()["contrast"]

    assert {tokens[f"{hue}-tint"] for hue in COLOURS} == {"#000000"}
    assert (tokens["line"], tokens["strong"]) == ("#FFFFFF", "#FFFFFF")
