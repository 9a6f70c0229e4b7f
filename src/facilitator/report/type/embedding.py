"""The fonts of one PDF: which glyphs its pages use, and the objects that carry them.

Stands on these parts of ReportLab 5: a document's `delayedFonts` are asked to `addObjects` before it is written, and
the dictionary named `BasicFonts` is the font resource of every page.
"""

from __future__ import annotations

import hashlib
import string
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from facilitator.report.type.fonts import Font
from facilitator.report.type.shaping import Word

_ITEMS_IN_A_BLOCK: Final = 100
_WORDS_KEPT: Final = 5_000
_SYMBOLIC: Final = 4
_STEM: Final = 80
_BOLD_STEM: Final = 140
_DROPPED_TABLES: Final = (
    "GSUB",
    "GPOS",
    "GDEF",
    "BASE",
    "MATH",
    "name",
    "post",
    "cmap",
    "OS/2",
    "STAT",
    "DSIG",
    "gasp",
)
_SUBSET_FLAGS: Final = (
    hb.SubsetFlags.RETAIN_GIDS
    | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    | hb.SubsetFlags.NOTDEF_OUTLINE
    | hb.SubsetFlags.NO_HINTING
)
_CMAP_HEAD: Final = (
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
)
_CMAP_FOOT: Final = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"


class EmbeddedFonts:
    """The glyphs that one document uses, gathered while its pages are drawn and embedded when it is written."""

    def __init__(self) -> None:
        # Words wait here, as most of them come again and again; their glyphs are gathered now and then.
        self._words: dict[Word, None] = {}
        self._used: dict[Font, dict[int, str]] = {}

    @classmethod
    def of(cls, canvas: Canvas) -> EmbeddedFonts:
        """The fonts of the canvas's document; the first call adds them to it."""
        document = canvas._doc  # noqa: SLF001 (there is no public way to a canvas's document)
        for each in document.delayedFonts:
            if isinstance(each, cls):
                return each
        fonts = cls()
        document.delayedFonts.append(fonts)
        return fonts

    def use(self, words: Iterable[Word]) -> None:
        """Remember the glyphs of words that are drawn, in the order of their first appearance."""
        self._words.update(dict.fromkeys(words))
        if len(self._words) > _WORDS_KEPT:
            self._glyphs()

    def addObjects(self, document: pdfdoc.PDFDocument) -> None:  # noqa: N802 (ReportLab's name)
        """Write the fonts into the document: each a Type0 font with Identity-H, its glyphs, widths and texts."""
        resources = document.idToObject[pdfdoc.BasicFonts]
        used = self._glyphs()
        for font in sorted(used, key=lambda font: font.name):
            resources.dict[font.name] = _font_object(document, font, used[font])

    def _glyphs(self) -> dict[Font, dict[int, str]]:
        """The glyphs of all words so far, each with its text."""
        for word in self._words:
            for run in (*word.runs, *word.space):
                texts = self._used.setdefault(run.font, {0: ""})
                for glyph, text in run.texts:
                    texts[glyph] = texts.get(glyph) or text
        self._words.clear()
        return self._used


def subset(font: Font, glyphs: Iterable[int]) -> bytes:
    """A font file with the outlines of these glyphs under their old numbers; the whole file if one got lost."""
    wanted = sorted(glyphs)
    request = hb.SubsetInput()
    request.flags = _SUBSET_FLAGS
    request.glyph_set.update(wanted)
    request.drop_table_tag_set.update(int.from_bytes(tag.encode("ascii"), "big") for tag in _DROPPED_TABLES)
    data: bytes = hb.subset(font.face, request).blob.data
    # A subset has come back empty without an error: what is embedded is what was compared.
    return data if has_same_outlines(data, font, wanted) else font.face.blob.data


def has_same_outlines(data: bytes, font: Font, glyphs: Iterable[int]) -> bool:
    """Whether a font file has these glyphs of `font`, each as wide and as large as there."""
    copy = hb.Font(hb.Face(hb.Blob(data)))
    return all(
        copy.get_glyph_h_advance(glyph) == font.shaper.get_glyph_h_advance(glyph)
        and copy.get_glyph_extents(glyph) == font.shaper.get_glyph_extents(glyph)
        for glyph in glyphs
    )


def _font_object(document: pdfdoc.PDFDocument, font: Font, texts: Mapping[int, str]) -> pdfdoc.PDFObjectReference:
    glyphs = sorted(texts)
    data = subset(font, glyphs)
    name = pdfdoc.PDFName(f"{_subset_tag(data)}+{font.face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME)}")
    descendant = {
        "Type": pdfdoc.PDFName("Font"),
        "Subtype": pdfdoc.PDFName("CIDFontType2"),
        "BaseFont": name,
        "CIDSystemInfo": pdfdoc.PDFDictionary(
            {"Registry": pdfdoc.PDFString("Adobe"), "Ordering": pdfdoc.PDFString("Identity"), "Supplement": 0}
        ),
        "CIDToGIDMap": pdfdoc.PDFName("Identity"),
        "FontDescriptor": document.Reference(_descriptor(document, font, name, data)),
        "DW": 1000,
        "W": _widths(font, glyphs),
    }
    whole = {
        "Type": pdfdoc.PDFName("Font"),
        "Subtype": pdfdoc.PDFName("Type0"),
        "BaseFont": name,
        "Encoding": pdfdoc.PDFName("Identity-H"),
        "DescendantFonts": pdfdoc.PDFArray([document.Reference(pdfdoc.PDFDictionary(descendant))]),
        "ToUnicode": document.Reference(_stream(to_unicode(texts).encode("ascii"))),
    }
    return document.Reference(pdfdoc.PDFDictionary(whole))


def _descriptor(document: pdfdoc.PDFDocument, font: Font, name: pdfdoc.PDFName, data: bytes) -> pdfdoc.PDFDictionary:
    extents = font.shaper.get_font_extents("ltr")
    capitals = font.shaper.get_metric_position_with_fallback(hb.OTMetricsTag.CAP_HEIGHT)
    return pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("FontDescriptor"),
            "FontName": name,
            "Flags": _SYMBOLIC,
            "FontBBox": pdfdoc.PDFArray([round(each) for each in font.box]),
            "ItalicAngle": 0,
            "Ascent": round(extents.ascender * font.scale),
            "Descent": round(extents.descender * font.scale),
            "CapHeight": round(capitals * font.scale),
            "StemV": _BOLD_STEM if font.path.stem.endswith("Bold") else _STEM,
            "FontFile2": document.Reference(_stream(data, Length1=len(data))),
        }
    )


def _stream(data: bytes, **entries: int) -> pdfdoc.PDFStream:
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), data, [pdfdoc.PDFZCompress])


def _subset_tag(data: bytes) -> str:
    """Six capitals that name the subset (PDF 32000-1, 9.6.4), the same for the same glyphs."""
    digest = hashlib.sha256(data).digest()
    return "".join(string.ascii_uppercase[byte % 26] for byte in digest[:6])


def _widths(font: Font, glyphs: Sequence[int]) -> pdfdoc.PDFArray:
    """Widths of glyphs, those of neighbouring numbers in one list."""
    entries: list[object] = []
    row: list[float] = []
    for before, glyph in zip((None, *glyphs), glyphs, strict=False):
        if before is None or glyph != before + 1:
            row = []
            entries.extend((glyph, row))
        row.append(font.width(glyph))
    return pdfdoc.PDFArray([pdfdoc.PDFArray(each) if isinstance(each, list) else each for each in entries])


def to_unicode(texts: Mapping[int, str]) -> str:
    """The map from glyphs to what they stand for (PDF 32000-1, 9.10.3)."""
    items = [(glyph, text) for glyph, text in sorted(texts.items()) if text]
    blocks: list[str] = []
    for start in range(0, len(items), _ITEMS_IN_A_BLOCK):
        block = items[start : start + _ITEMS_IN_A_BLOCK]
        rows = "".join(
            f"<{glyph:04X}> <{text.encode('utf-16-be', 'surrogatepass').hex().upper()}>\n" for glyph, text in block
        )
        blocks.append(f"{len(block)} beginbfchar\n{rows}endbfchar\n")
    return _CMAP_HEAD + "".join(blocks) + _CMAP_FOOT
