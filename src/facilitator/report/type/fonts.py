"""The fonts that come with the app, and which of them holds a character."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Final, NamedTuple

import uharfbuzz as hb

from facilitator import paths
from facilitator.report.type.scripts import COMMON, is_ignorable

FAMILIES: Final = (
    "NotoSans",
    "NotoSansThai",
    "NotoSansLao",
    "NotoSansKhmer",
    "NotoSansMyanmar",
    "NotoSansDevanagari",
    "NotoSansBengali",
    "NotoSansTamil",
    "NotoSansSinhala",
    "NotoSansSymbols",
    "NotoSansSymbols2",
    "NotoSansMath",
)
"""The bundled families in the order in which they are asked for a character; the first is asked before all others."""

_CHOICES_KEPT: Final = 16_384

# Ligatures would come back from the page as one character; these scripts do without them.
_NO_LIGATURES: Final = {"liga": False, "clig": False}
_SCRIPTS_WITHOUT_LIGATURES: Final = {"Latn", "Cyrl", "Grek", COMMON}


class Glyph(NamedTuple):
    """One glyph of shaped text: its place in the text it stands for, and its measures in thousandths of an em."""

    id: int
    cluster: int
    advance: float
    right: float
    up: float


class Font:
    """One TrueType file. `name` is what a page calls it; lengths are in thousandths of an em."""

    def __init__(self, path: Path, name: str) -> None:
        self.path = path
        self.name = name
        self.face = hb.Face(hb.Blob(path.read_bytes()))
        self.shaper = hb.Font(self.face)
        self.scale = 1000 / self.face.upem
        self.characters = frozenset(self.face.unicodes)
        self._widths: dict[int, float] = {}

    @cached_property
    def texts(self) -> dict[int, str]:
        """Glyph to the one character that it always stands for; glyphs without one of their own are left out."""
        found: dict[int, str] = {}
        for code in sorted(self.characters, key=lambda code: (unicodedata.decomposition(chr(code)) != "", code)):
            found.setdefault(self.shaper.get_nominal_glyph(code) or 0, chr(code))
        found.pop(0, None)
        return found

    def holds(self, text: str) -> bool:
        """Whether every character that shows something can be written, if need be from its parts."""
        return all(self._holds(each) for each in text if not is_ignorable(each))

    def _holds(self, character: str) -> bool:
        if ord(character) in self.characters:
            return True
        parts = unicodedata.normalize("NFD", character)
        return parts != character and all(ord(each) in self.characters for each in parts)

    def width(self, glyph: int) -> float:
        """The advance of a glyph as the PDF font states it."""
        found = self._widths.get(glyph)
        if found is None:
            found = self._widths[glyph] = round(self.shaper.get_glyph_h_advance(glyph) * self.scale, 2)
        return found

    def shape(self, text: str, script: str, language: str) -> list[Glyph]:
        """Choose and place the glyphs of text in one script, left to right. Joiners and the like leave no glyph."""
        buffer = hb.Buffer()
        buffer.add_codepoints([ord(each) for each in text])
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        buffer.direction, buffer.script, buffer.language = "ltr", script, language
        hb.shape(self.shaper, buffer, _NO_LIGATURES if script in _SCRIPTS_WITHOUT_LIGATURES else None)
        scale = self.scale
        return [
            Glyph(info.codepoint, info.cluster, place.x_advance * scale, place.x_offset * scale, place.y_offset * scale)
            for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        ]

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        """Left, bottom, right, top that no glyph exceeds (table `head`)."""
        data: bytes = self.face.reference_table("head").data
        left, bottom, right, top = (value * self.scale for value in struct.unpack_from(">4h", data, 36))
        return left, bottom, right, top


class FontLibrary:
    """The font files of one folder, read when first needed. Regular and bold of each family; order is preference."""

    def __init__(self, folder: Path, families: Sequence[str] = FAMILIES) -> None:
        self._folder = folder
        self._families = tuple(families)
        self._fonts: dict[str, Font | None] = {}
        self._chosen: dict[tuple[str, bool], Font | None] = {}

    @classmethod
    @cache
    def bundled(cls) -> FontLibrary:
        """The fonts that the app ships with; loaded once, because a preview is made after each change."""
        return cls(paths.resources() / "fonts")

    def primary(self, bold: bool) -> Font:
        """The font of Latin letters, digits and punctuation. Raises FileNotFoundError when the folder lacks it."""
        font = self._font(0, bold) or self._font(0, False)
        if font is None:
            raise FileNotFoundError(self._folder / f"{self._families[0]}-Regular.ttf")
        return font

    def choose(self, text: str, bold: bool) -> Font | None:
        """The first font that holds all of a short text, a character with its marks; None when there is none."""
        key = (text, bold)
        if key not in self._chosen:
            if len(self._chosen) >= _CHOICES_KEPT:
                self._chosen.clear()
            self._chosen[key] = self._search(text, bold)
        return self._chosen[key]

    def _search(self, text: str, bold: bool) -> Font | None:
        for place in range(len(self._families)):
            for weight in (True, False) if bold else (False,):
                font = self._font(place, weight)
                if font is not None and font.holds(text):
                    return font
        return None

    def _font(self, place: int, bold: bool) -> Font | None:
        file = f"{self._families[place]}-{'Bold' if bold else 'Regular'}.ttf"
        if file not in self._fonts:
            path = self._folder / file
            # Named by place and weight, not by the order of use: the same report gives the same bytes.
            self._fonts[file] = Font(path, f"T{place}{'b' if bold else ''}") if path.is_file() else None
        return self._fonts[file]
