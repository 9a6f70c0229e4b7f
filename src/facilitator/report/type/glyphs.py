"""Glyphs as operators of a PDF page: strings that hold for every size, since the text matrix carries the size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from facilitator.report.type.fonts import Font, Glyph

FRAME_SIZE: Final = 0.6
"""Size of the code of a missing character, in em."""

FRAME_FOOT: Final = -0.05
FRAME_HEIGHT: Final = 0.67
_FRAME_MARGIN: Final = 180
_FRAME_RISE: Final = 0.08

_LEAST_MOVE: Final = 0.005
"""Moves below this, in thousandths of an em, are carried over to the next glyph."""

GlyphTexts = tuple[tuple[int, str], ...]
"""All the glyphs of a run, each with the text that it stands for when nothing else says so; it may be empty."""


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """A stretch of text in one font; width in em. `code` goes into a TJ array; that of a `marked` run stands by itself,
    and its text has to be stated apart.
    """

    font: Font
    code: str
    marked: bool
    width: float
    texts: GlyphTexts


def run_of(font: Font, glyphs: Sequence[Glyph], text: str) -> Run:
    """Write shaped glyphs. The run is `marked` where the glyphs alone would not give the text back."""
    width = sum([glyph.advance for glyph in glyphs]) / 1000
    if _speak_for_themselves(font, glyphs, text):
        texts = tuple(zip([glyph.id for glyph in glyphs], text, strict=True))
        return Run(font, _arrays(font, glyphs)[0][1], False, width, texts)
    code = _placed(font, glyphs)
    return Run(font, code, True, width, _texts_of_clusters(font, glyphs, text))


def framed_run(font: Font, character: str, language: str) -> Run:
    """The code of a character that no font has, small; the line draws the frame round it and states the character."""
    code = f"U+{ord(character):04X}"
    glyphs = font.shape(code, "Latn", language)
    width = sum(glyph.advance for glyph in glyphs) * FRAME_SIZE + 2 * _FRAME_MARGIN
    written = (
        f"[{-_FRAME_MARGIN}]TJ /{font.name} {FRAME_SIZE} Tf {_FRAME_RISE} Ts "
        f"[{_arrays(font, glyphs)[0][1]}]TJ 0 Ts /{font.name} 1 Tf [{-_FRAME_MARGIN}]TJ"
    )
    texts = tuple((glyph.id, each) for glyph, each in zip(glyphs, code, strict=True))
    return Run(font, written, True, width / 1000, texts)


def _speak_for_themselves(font: Font, glyphs: Sequence[Glyph], text: str) -> bool:
    if not glyphs or len(glyphs) != len(text):
        return False
    # The shaper keeps the order of clusters: as many glyphs as characters are one for each, if each is of its own.
    own = font.texts.get
    for (glyph, _, advance, right, up), character in zip(glyphs, text, strict=True):
        if own(glyph) != character or advance <= 0 or up or right:
            return False
    return True


def _arrays(font: Font, glyphs: Sequence[Glyph]) -> list[tuple[float, str]]:
    """The insides of TJ arrays, one for each height above the line; numbers in them move back, in 1/1000 em."""
    arrays: list[tuple[float, list[str]]] = []
    ahead = 0.0
    for glyph, _, advance, right, up in glyphs:
        if not arrays or arrays[-1][0] != up:
            arrays.append((up, []))
        array = arrays[-1][1]
        back = ahead - right
        if abs(back) >= _LEAST_MOVE:
            array.append(_number(back))
            back = 0.0
        array.append(f"<{glyph:04X}>")
        ahead = back + right + font.width(glyph) - advance
    if arrays and abs(ahead) >= _LEAST_MOVE:
        arrays[-1][1].append(_number(ahead))
    return [(height, "".join(array).replace("><", "")) for height, array in arrays]


def _placed(font: Font, glyphs: Sequence[Glyph]) -> str:
    """Glyphs with marks set higher or lower than the line."""
    parts: list[str] = []
    height = 0.0
    for up, array in _arrays(font, glyphs):
        if up != height:
            parts.append(f"{_number(up / 1000, 4)} Ts ")
            height = up
        parts.append(f"[{array}]TJ ")
    return "".join(parts) + ("0 Ts " if height else "")


def _number(value: float, places: int = 2) -> str:
    return f"{value:.{places}f}".rstrip("0").rstrip(".")


def _texts_of_clusters(font: Font, glyphs: Sequence[Glyph], text: str) -> GlyphTexts:
    """What glyphs stand for where ActualText is not read: their own character, else the first of a cluster its text."""
    starts = sorted({glyph.cluster for glyph in glyphs})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=False))
    result: dict[int, str] = {}
    spoken: set[int] = set()
    for glyph in glyphs:
        own = font.texts.get(glyph.id)
        if own is not None:
            result.setdefault(glyph.id, own)
        else:
            result[glyph.id] = result.get(glyph.id) or (
                "" if glyph.cluster in spoken else text[glyph.cluster : ends[glyph.cluster]]
            )
        spoken.add(glyph.cluster)
    return tuple(result.items())
