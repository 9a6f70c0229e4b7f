"""The styles of a Word document: Word's own headings and title, and a few of ours, in one typeface and one ink."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.styles.style import ParagraphStyle

from .word_runs import FONT, element

# The number column of the printed pages, in pt.
NUMBERS = 42.0

TITLE = "Title"
KIND = "Subtitle"
HEADING = "Heading 1"
BODY = "Body Text"
ITEM = "Numbered Item"
SMALL_LINE = "Small Line"
RESERVATION = "Reservation"
CELL = "Table Cell"
CONTENTS = "Contents Line"


@dataclass(frozen=True, slots=True)
class _Look:
    """Measures of a paragraph style in pt; `left` is where its text begins, `hanging` how far its number stands out."""

    name: str
    size: float
    leading: float
    bold: bool = False
    left: float = NUMBERS
    hanging: float = 0.0
    before: float = 0.0
    after: float = 3.5
    keep_with_next: bool = False


_LOOKS = (
    _Look(TITLE, 17, 21, bold=True, after=7),
    _Look(KIND, 8, 10.5, after=0, keep_with_next=True),
    _Look(HEADING, 10, 14, bold=True, hanging=NUMBERS, before=14, keep_with_next=True),
    _Look(BODY, 10, 14),
    _Look(ITEM, 10, 14, hanging=NUMBERS),
    _Look(SMALL_LINE, 8, 10.5, after=1),
    _Look(RESERVATION, 10, 14, left=NUMBERS + 10.5),
    _Look(CELL, 8, 10.5, left=0, before=2, after=2),
    _Look(CONTENTS, 10, 14, hanging=NUMBERS),
    _Look("Header", 8, 10.5, left=0, after=0),
    _Look("Footer", 8, 10.5, left=0, after=0),
)


def set_styles(document: Document, language: str) -> None:
    """Give the document our styles, and tell Word in which language its words are."""
    _set_defaults(document, language)
    names = {style.name for style in document.styles}
    for look in _LOOKS:
        if look.name not in names:
            document.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
        style = document.styles[look.name]
        if isinstance(style, ParagraphStyle):
            _dress(style, look)
    _border(document.styles[HEADING].element, "top", sz="5", space="3")
    _border(document.styles[RESERVATION].element, "left", sz="16", space="6")


def _set_defaults(document: Document, language: str) -> None:
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for child in list(defaults):
        defaults.remove(child)
    defaults.append(element("rFonts", ascii=FONT, hAnsi=FONT, cs=FONT, eastAsia=FONT))
    defaults.append(element("sz", val="20"))
    defaults.append(element("szCs", val="20"))
    defaults.append(element("lang", val=language, eastAsia="zh-CN", bidi="th-TH"))


def _dress(style: ParagraphStyle, look: _Look) -> None:
    properties = style.element.get_or_add_rPr()
    # Word's own styles come with fonts and colours of a theme, which would win over ours.
    for child in list(properties):
        properties.remove(child)
    properties.append(element("rFonts", ascii=FONT, hAnsi=FONT, cs=FONT, eastAsia=FONT))
    if look.bold:
        properties.append(element("b"))
        properties.append(element("bCs"))
    properties.append(element("color", val="000000"))
    properties.append(element("sz", val=f"{look.size * 2:.0f}"))
    properties.append(element("szCs", val=f"{look.size * 2:.0f}"))
    paragraph = style.paragraph_format
    own = style.element.get_or_add_pPr()
    for child in (*own.findall(qn("w:pBdr")), *own.findall(qn("w:tabs"))):
        own.remove(child)
    paragraph.left_indent = Pt(look.left)
    paragraph.first_line_indent = Pt(-look.hanging)
    # At least, not exactly: the marks of Thai, Khmer or Burmese need more room than Latin letters.
    paragraph.line_spacing = None
    paragraph.space_before = Pt(look.before)
    paragraph.space_after = Pt(look.after)
    paragraph.keep_with_next = look.keep_with_next
    paragraph.widow_control = True
    if look.hanging:
        paragraph.tab_stops.add_tab_stop(Pt(look.left))
    spacing = own.get_or_add_spacing()
    spacing.set(qn("w:line"), f"{look.leading * 20:.0f}")
    spacing.set(qn("w:lineRule"), "atLeast")


def _border(style: BaseOxmlElement, side: str, **measures: str) -> None:
    """A rule above a heading, a heavy bar beside a reservation; measures in eighths of a point and points."""
    borders = element("pBdr")
    borders.append(element(side, val="single", color="000000", **measures))
    properties = style.get_or_add_pPr()
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc"
    )
