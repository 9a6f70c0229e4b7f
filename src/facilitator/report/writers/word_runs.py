"""Text as WordprocessingML: runs with the fonts and languages that each script needs, fields, bookmarks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from facilitator.report.inks import INKS
from facilitator.report.model import Mark, Run

FONT = "Noto Sans"
SMALL = 8.0


@dataclass(frozen=True, slots=True)
class _Script:
    """A script that Word sets by its rules for complex text, with the font and the language that it is told."""

    letters: str
    font: str
    language: str


_COMPLEX = (
    _Script("\u0900-\u097f\ua8e0-\ua8ff", "Noto Sans Devanagari", "hi-IN"),
    _Script("\u0980-\u09ff", "Noto Sans Bengali", "bn-BD"),
    _Script("\u0b80-\u0bff", "Noto Sans Tamil", "ta-IN"),
    _Script("\u0d80-\u0dff", "Noto Sans Sinhala", "si-LK"),
    _Script("\u0e00-\u0e7f", "Noto Sans Thai", "th-TH"),
    _Script("\u0e80-\u0eff", "Noto Sans Lao", "lo-LA"),
    _Script("\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f", "Noto Sans Myanmar", "my-MM"),
    _Script("\u1780-\u17ff\u19e0-\u19ff", "Noto Sans Khmer", "km-KH"),
)
# Joiners and general marks belong to the letters that they stand between.
_WITHIN = "\u0300-\u036f\u200b-\u200d"
_BY_SCRIPT = re.compile("|".join(f"([{one.letters}][{one.letters}{_WITHIN}]*)" for one in _COMPLEX))
# What XML 1.0 cannot hold, however it is written.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# What Word has for the symbols of the wall; beside a theme's name, so that nothing depends on the font that has them.
_SYMBOLS = {
    "disc": "●",
    "triangle up": "▲",
    "three bars": "≡",
    "ring": "○",
    "star": "★",
    "triangle down": "▼",
    "square": "■",
    "plus": "✚",
    "diamond": "◆",
    "half disc": "◐",
    "hexagon": "⬢",
    "cross": "✖",
}


def element(tag: str, **attributes: str) -> BaseOxmlElement:
    """An element of the w namespace with attributes of that namespace: `element("sz", val="20")`."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def clean_xml(text: str) -> str:
    """The text with U+FFFD for what XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)


def text_runs(runs: Iterable[Run], *, size: float | None = None) -> Iterator[BaseOxmlElement]:
    """`w:r` elements, one for each piece in one style and script; `size` in pt, where it is not the paragraph's."""
    for run in runs:
        for text, script in _pieces(clean_xml(run.text)):
            yield _run(text, script, bold=run.bold, size=SMALL if run.small else size)


def mark_run(mark: Mark) -> BaseOxmlElement:
    """The symbol of a theme in its ink, as a character of its own run."""
    run = element("r")
    properties = element("rPr")
    properties.append(element("color", val=INKS.get(mark.colour, "000000")))
    run.append(properties)
    run.append(_text(_SYMBOLS.get(mark.symbol, "●")))
    return run


def tab_run() -> BaseOxmlElement:
    """A run that holds a tab."""
    run = element("r")
    run.append(element("tab"))
    return run


def field_runs(instruction: str, *, dirty: bool = False) -> Iterator[BaseOxmlElement]:
    """A field (PAGE, PAGEREF name) that Word works out; `dirty` asks it to do so when the file is opened."""
    for kind in ("begin", "separate", "end"):
        run = element("r")
        sign = element("fldChar", fldCharType=kind)
        if dirty and kind == "begin":
            sign.set(qn("w:dirty"), "true")
        run.append(sign)
        yield run
        if kind == "begin":
            code = element("r")
            words = element("instrText")
            words.text = f" {instruction} "
            words.set(qn("xml:space"), "preserve")
            code.append(words)
            yield code
        elif kind == "separate":
            yield _run("1", None, bold=False, size=None)


def bookmark(name: str, number: int) -> tuple[BaseOxmlElement, BaseOxmlElement]:
    """The begin and the end of a place that PAGEREF finds; `number` must be unique in the document."""
    return element("bookmarkStart", id=str(number), name=name), element("bookmarkEnd", id=str(number))


def _pieces(text: str) -> Iterator[tuple[str, _Script | None]]:
    """The text in pieces of one script each; None for all that Word sets without being told."""
    place = 0
    for found in _BY_SCRIPT.finditer(text):
        if found.start() > place:
            yield text[place : found.start()], None
        yield found[0], _COMPLEX[(found.lastindex or 1) - 1]
        place = found.end()
    if place < len(text):
        yield text[place:], None


def _run(text: str, script: _Script | None, *, bold: bool, size: float | None) -> BaseOxmlElement:
    run = element("r")
    properties = element("rPr")
    if script:
        properties.append(element("rFonts", ascii=script.font, hAnsi=script.font, cs=script.font))
    if bold:
        properties.append(element("b"))
        properties.append(element("bCs"))
    if size:
        properties.append(element("sz", val=f"{size * 2:.0f}"))
        properties.append(element("szCs", val=f"{size * 2:.0f}"))
    if script:
        properties.append(element("cs"))
        properties.append(element("lang", bidi=script.language))
    if len(properties):
        run.append(properties)
    for place, line in enumerate(text.split("\n")):
        if place:
            run.append(element("br"))
        run.append(_text(line))
    return run


def _text(text: str) -> BaseOxmlElement:
    made = element("t")
    made.text = text
    made.set(qn("xml:space"), "preserve")
    return made
