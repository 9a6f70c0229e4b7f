"""Words shaped: a font for each character, HarfBuzz for each run, finished strings for the page."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from facilitator.report.type.fonts import Font, FontLibrary
from facilitator.report.type.glyphs import Run, framed_run, run_of
from facilitator.report.type.scripts import (
    COMMON,
    OUTER_SPACE,
    is_ignorable,
    is_mark,
    language_of,
    least_leading,
    printed,
    script_of,
    underline_depth,
)

_LONGEST_SPACE_KEPT: Final = 2
_NO_WIDTH: Final = dict.fromkeys(map(ord, "\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"))


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A piece of text between two line breaks, shaped; widths in em.

    `runs` are without the white space at its end, `space` is that white space. `plain` is the code of both where all
    of it is in the first `font` and speaks for itself. `frames` are the places (start, width) of codes to be framed,
    `missing` the characters without a glyph.
    """

    text: str
    font: Font
    runs: tuple[Run, ...]
    space: tuple[Run, ...]
    plain: str | None
    width: float
    advance: float
    scripts: frozenset[str]
    frames: tuple[tuple[float, float], ...]
    missing: tuple[str, ...]

    def least_leading(self, size: float) -> float:
        """The least distance of lines in pt at `size` pt."""
        return max((least_leading(script, size) for script in self.scripts), default=0.0)

    def underline_depth(self) -> float:
        """How far below the baseline a line under the word runs, in em."""
        return max((underline_depth(script) for script in self.scripts), default=underline_depth(COMMON))


class _Item(NamedTuple):
    font: Font | None
    script: str
    text: str


class Shaper:
    """Turns text into words, in the language of a document."""

    def __init__(self, fonts: FontLibrary, language: str) -> None:
        self._fonts = fonts
        self._language = language
        self._spaces: dict[tuple[str, bool], tuple[Run, ...]] = {}

    def word(self, text: str, bold: bool) -> Word:
        """Shape one piece of text as `breaking.segments` cuts it."""
        core = text.rstrip(OUTER_SPACE)
        items = list(self._items(printed(core), bold))
        runs = tuple(self._run(item, bold) for item in items)
        space = self._space(text[len(core) :], bold)
        width = sum(run.width for run in runs)
        font = self._fonts.primary(bold)
        return Word(
            text=text,
            font=font,
            runs=runs,
            space=space,
            plain=_plain(font, (*runs, *space)),
            width=width,
            advance=width + sum(run.width for run in space),
            scripts=frozenset(item.script for item in items if item.script != COMMON),
            frames=tuple(_frames(items, runs)),
            missing=tuple(item.text for item in items if item.font is None),
        )

    def _run(self, item: _Item, bold: bool) -> Run:
        if item.font is None:
            return framed_run(self._fonts.primary(bold), item.text, self._language)
        shown = item.text
        if not item.font.characters.issuperset(map(ord, shown)):
            # A space of a kind that the font lacks is an ordinary one that reads back as what it was.
            shown = "".join(_shown_as(each, item.font) for each in shown)
        language = language_of(item.script, self._language)
        return run_of(item.font, item.font.shape(shown, item.script, language), item.text)

    def _space(self, text: str, bold: bool) -> tuple[Run, ...]:
        if not text:
            return ()
        found = self._spaces.get((text, bold))
        if found is None:
            spaces = text.translate(_NO_WIDTH).replace("\t", " ")
            found = (self._run(_Item(self._fonts.primary(bold), COMMON, spaces), bold),) if spaces else ()
            # Nearly always one blank; what else there is must not pile up.
            if len(text) <= _LONGEST_SPACE_KEPT:
                self._spaces[text, bold] = found
        return found

    def _items(self, text: str, bold: bool) -> Iterator[_Item]:
        """Stretches of one font and one script; signs of no script join the stretch that they stand in."""
        if text.isascii() and text.isprintable():
            if text:
                yield _Item(self._fonts.primary(bold), "Latn", text)
            return
        font: Font | None = None
        script, start, position = COMMON, 0, 0
        for cluster in _clusters(text):
            for part, chosen in self._choices(cluster, font, bold):
                written = _script_of_cluster(part)
                joins = chosen is not None and chosen is font and (COMMON in (script, written) or script == written)
                if position > start and not joins:
                    yield _Item(font, script, text[start:position])
                    start, script = position, COMMON
                font = chosen
                script = written if script == COMMON else script
                position += len(part)
        if position > start:
            yield _Item(font, script, text[start:position])

    def _choices(self, cluster: str, before: Font | None, bold: bool) -> Iterator[tuple[str, Font | None]]:
        """A font for a character and its marks; only if none has them all, one for each of them."""
        chosen = self._choose(cluster, before, bold)
        if chosen is not None or len(cluster) == 1:
            yield cluster, chosen
            return
        for each in cluster:
            before = self._choose(each, before, bold)
            yield each, before

    def _choose(self, text: str, before: Font | None, bold: bool) -> Font | None:
        primary = self._fonts.primary(bold)
        if text.isascii() or (primary.holds(text) and not is_ignorable(text[0])):
            return primary
        if before is not None and _script_of_cluster(text) == COMMON and before.holds(text):
            return before
        return self._fonts.choose(text, bold) or (primary if text.isspace() else None)


def _clusters(text: str) -> Iterator[str]:
    """Characters, each with the marks and joiners that follow it."""
    start = 0
    for place in range(1, len(text)):
        if text.isascii() or not (is_mark(text[place]) or is_ignorable(text[place])):
            yield text[start:place]
            start = place
    if text:
        yield text[start:]


def _script_of_cluster(cluster: str) -> str:
    for each in cluster:
        script = script_of(each)
        if script != COMMON:
            return script
    return COMMON


def _shown_as(character: str, font: Font) -> str:
    if ord(character) not in font.characters and unicodedata.category(character) in ("Zs", "Cc"):
        return " "
    return character


def _plain(font: Font, runs: tuple[Run, ...]) -> str | None:
    if any(run.marked or run.font is not font for run in runs):
        return None
    return "".join(run.code for run in runs)


def _frames(items: list[_Item], runs: tuple[Run, ...]) -> Iterator[tuple[float, float]]:
    start = 0.0
    for item, run in zip(items, runs, strict=True):
        if item.font is None:
            yield start, run.width
        start += run.width
