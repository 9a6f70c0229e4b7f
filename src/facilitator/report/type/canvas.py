"""The canvas of a report: ReportLab's, without the Helvetica that it names on every page and never embeds."""

from __future__ import annotations

from typing import BinaryIO, Final

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

# Streams as they are compressed: written as ASCII they are a fifth larger and take longer.
rl_config.useA85 = 0

_PDF_VERSION: Final = (1, 7)


class PageCanvas(Canvas):  # type: ignore[misc]  # ReportLab states no types
    """A canvas on which only set type is drawn: ReportLab's own text methods must not be used. Sizes in pt.

    `invariant` makes the same drawing the same bytes: no times, no random identifiers.
    """

    def __init__(
        self, file: str | BinaryIO, page: tuple[float, float], *, language: str = "en", invariant: bool = False
    ) -> None:
        super().__init__(
            file,
            pagesize=page,
            pageCompression=1,
            invariant=int(invariant),
            pdfVersion=_PDF_VERSION,
            lang=language,
        )

    def _make_preamble(self) -> None:
        # ReportLab's own selects Helvetica here, and so puts it among the fonts of the document.
        self._preamble = "1 0 0 1 0 0 cm"
