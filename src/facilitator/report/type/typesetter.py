"""Setting text: spans in, lines out, with every character that could not be printed on record."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from facilitator.report.type.breaking import clusters, loose_segments, segments
from facilitator.report.type.fonts import FontLibrary
from facilitator.report.type.lines import Align, Setting, Style, Unit, fill, line_of, unit_of
from facilitator.report.type.shaping import Shaper

_PLACES_KEPT: Final = 20
_UNITS_KEPT: Final = 10_000
_LONGEST_KEPT: Final = 64

# The number of a note: there is one of each, so it would only push words out.
_NOTE_NUMBER: Final = re.compile(r"S[A-Z]*\d+\.\d+")
_WORD_AND_SPACE: Final = re.compile("[^ ]* +|[^ ]+")

Styled = Sequence[tuple[Style, str]]


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text in one style; size in pt. No line ends inside a span that is to `keep` together (R4, a date)."""

    text: str
    size: float = 10.0
    bold: bool = False
    keep: bool = False
    underline: bool = False
    strike: bool = False

    @property
    def style(self) -> Style:
        """What is seen of the span."""
        return Style(self.size, self.bold, self.underline, self.strike)


class Typesetter:
    """Sets clean text in every script that its fonts hold. One for each report: `missing` is what this report lacks."""

    def __init__(self, fonts: FontLibrary | None = None, language: str = "en") -> None:
        self._shaper, self._cases = _kept(fonts or FontLibrary.bundled(), language)
        self._language = language
        self.missing: dict[str, list[str]] = {}
        """Each character that no font holds, with the first twenty places where it was met."""

    def set(
        self, spans: Sequence[Span], width: float, leading: float, *, align: Align = "start", where: str = ""
    ) -> Setting:
        """Break spans into lines of at most `width` pt; only a single character may be wider.

        Lines are `leading` pt apart, or more where a script needs it; sizes on one line share its baseline. `where`
        names the place for `missing`. Raises UnicodeEncodeError for lone surrogates, which clean text has not.
        """
        units = self._units_of(spans)
        if units and max([unit.width for unit in units]) > width:
            units = list(self._fitted(units, width))
        self._note_missing(units, where)
        size = max((span.size for span in spans), default=0.0)
        return Setting(tuple(line_of(line, leading, size) for line in fill(units, width)), width, align)

    def natural_width(self, spans: Sequence[Span]) -> float:
        """The width in pt that spans take up when a line ends only where the text says so."""
        return max((line_of(line, 0.0, 0.0).width for line in fill(self._units_of(spans), float("inf"))), default=0.0)

    def _units_of(self, spans: Sequence[Span]) -> list[Unit]:
        kept: list[tuple[int, int]] = []
        position = 0
        for span in spans:
            if span.keep:
                kept.append((position, position + len(span.text)))
            position += len(span.text)
        text = "".join(span.text for span in spans)
        return self._composed([(span.style, span.text) for span in spans], segments(text, self._language, kept))

    def _composed(self, styled: Styled, cuts: Sequence[str]) -> list[Unit]:
        """Units for the pieces of a text that `styled` gives in its styles; a cut may begin or end within a style."""
        if len(styled) == 1:
            return self._case(styled[0][0]).units(cuts)
        units: list[Unit] = []
        ends = list(itertools.accumulate(map(len, cuts)))
        stops = list(itertools.accumulate(len(text) for _, text in styled))
        first = 0
        for place, (style, _) in enumerate(styled):
            last = bisect.bisect_right(ends, stops[place], first)
            units.extend(self._case(style).units(cuts[first:last]))
            first = last
            if first < len(cuts) and ends[first] - len(cuts[first]) < stops[place]:
                start = ends[first] - len(cuts[first])
                units.append(self._joined(_slice(styled, stops, place, start, ends[first])))
                first += 1
        return units

    def _joined(self, part: Iterable[tuple[Style, str]]) -> Unit:
        return unit_of([piece for style, text in part for piece in self._case(style).units((text,))[0].pieces])

    def _case(self, style: Style) -> _Case:
        found = self._cases.get(style)
        if found is None:
            found = self._cases[style] = _Case(self._shaper, style)
        return found

    def _fitted(self, units: Iterable[Unit], width: float) -> Iterator[Unit]:
        """Units no wider than the measure: what was kept together gives way first, then words are cut."""
        for unit in units:
            if unit.width <= width + 1e-6:
                yield unit
                continue
            styled = [(style, word.text) for style, word in unit.pieces]
            loose = loose_segments(unit.text, self._language)
            if len(loose) > 1:
                yield from self._fitted(self._composed(styled, loose), width)
            else:
                yield from self._chopped(styled, unit.text, width)

    def _chopped(self, styled: Styled, text: str, width: float) -> Iterator[Unit]:
        """A word in pieces of whole characters, each as long as the measure allows."""
        characters = clusters(text, self._language)
        widths = [unit.advance for unit in self._composed(styled, characters)]
        for part in self._composed(styled, _filled(characters, widths, width)):
            if part.width <= width + 1e-6 or len(clusters(part.text, self._language)) == 1:
                yield part
            else:
                # Wider together than one by one: rare, and a shorter measure for this piece mends it.
                yield from self._chopped(
                    [(style, word.text) for style, word in part.pieces], part.text, part.width * 0.9
                )

    def _note_missing(self, units: Iterable[Unit], where: str) -> None:
        for character in [each for unit in units if unit.missing for each in unit.missing]:
            places = self.missing.setdefault(character, [])
            if where not in places and len(places) < _PLACES_KEPT:
                places.append(where)


class _Case:
    """The units of one style that are in use: the newest, and as many before them. Long or lone ones are not kept."""

    def __init__(self, shaper: Shaper, style: Style) -> None:
        self._shaper = shaper
        self._style = style
        self._new: dict[str, Unit] = {}
        self._old: dict[str, Unit] = {}

    def units(self, texts: Iterable[str]) -> list[Unit]:
        """A unit for each text."""
        find = self._new.get
        return [find(text) or self._unit(text) for text in texts]

    def _unit(self, text: str) -> Unit:
        """One unit: what is kept together is of the words that stand elsewhere too, be it the only one of its kind."""
        words = _WORD_AND_SPACE.findall(text) if " " in text[:-1] else ()
        if len(words) > 1:
            return unit_of([piece for word in words for piece in self._one_word(word).pieces])
        return self._one_word(text)

    def _one_word(self, text: str) -> Unit:
        unit = self._new.get(text) or self._old.get(text)
        if unit is None:
            unit = unit_of([(self._style, self._shaper.word(text, self._style.bold))])
        if len(text) <= _LONGEST_KEPT and not _NOTE_NUMBER.fullmatch(text):
            if len(self._new) >= _UNITS_KEPT:
                self._old, self._new = self._new, {}
            self._new[text] = unit
        return unit


@lru_cache(4)
def _kept(fonts: FontLibrary, language: str) -> tuple[Shaper, dict[Style, _Case]]:
    """What was shaped before: the words of a report are nearly all those of its last preview."""
    return Shaper(fonts, language), {}


def _slice(styled: Styled, stops: Sequence[int], place: int, start: int, end: int) -> Iterator[tuple[Style, str]]:
    """The characters from `start` to `end`, the first of them in the style at `place`; `stops` are where styles end."""
    while start < end:
        style, text = styled[place]
        begin = stops[place] - len(text)
        if stops[place] > start:
            yield style, text[start - begin : end - begin]
            start = stops[place]
        place += 1


def _filled(characters: Sequence[str], widths: Sequence[float], measure: float) -> list[str]:
    """Characters joined to pieces that are as wide as the measure allows, one at least in each."""
    pieces: list[str] = []
    piece: list[str] = []
    used = 0.0
    for character, width in zip(characters, widths, strict=True):
        if piece and used + width > measure:
            pieces.append("".join(piece))
            piece, used = [], 0.0
        piece.append(character)
        used += width
    if piece:
        pieces.append("".join(piece))
    return pieces
