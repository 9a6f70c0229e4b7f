"""What a single paragraph of a Word document has besides its style: with what it stands, and the rules round it."""

from __future__ import annotations

from typing import Final

from docx.oxml.xmlchemy import BaseOxmlElement

from .word_runs import element

# 1.2 pt in eighths of a point, and the white between rule and text in pt.
_HEAVY: Final = "10"
_AIR: Final = "5"


def paragraph_properties(
    *,
    keep: bool = False,
    whole: bool = False,
    between_rules: bool = False,
    before: float | None = None,
    after: float | None = None,
) -> BaseOxmlElement:
    """`w:pPr` without a style.

    `keep` holds the paragraph on the page of the next one, `whole` all its lines on one page. Neighbours
    `between_rules` share one heavy rule above and one below. `before` and `after` are white in pt, else the style's.
    """
    properties = element("pPr")
    if keep:
        properties.append(element("keepNext"))
    if whole:
        properties.append(element("keepLines"))
    if between_rules:
        borders = element("pBdr")
        for side in ("top", "bottom"):
            borders.append(element(side, val="single", sz=_HEAVY, space=_AIR, color="000000"))
        properties.append(borders)
    white = {name: f"{size * 20:.0f}" for name, size in (("before", before), ("after", after)) if size is not None}
    if white:
        properties.append(element("spacing", **white))
    return properties
