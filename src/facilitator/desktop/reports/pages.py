"""The finished pages, read again from the PDF and drawn as pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pypdfium2
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from pathlib import Path

POINTS = 72.0
KEPT = 24
"""Pictures of pages that are kept; at twice the size of a screen each takes some 8 MB."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where a text stands: the page, and the boxes of its lines in points from the page's top left."""

    page: int
    boxes: tuple[QRectF, ...]


class Pages:
    """An open PDF. It holds its bytes, so the file may go."""

    def __init__(self, path: Path) -> None:
        self._document = pypdfium2.PdfDocument(path.read_bytes())
        self._sizes = [QSizeF(*self._document.get_page_size(page)) for page in range(len(self._document))]
        self._pictures: dict[tuple[int, int], QImage] = {}

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    def size(self, page: int) -> QSizeF:
        """Width and height of a page in points, of which 72 are an inch."""
        return self._sizes[page]

    def picture(self, page: int, width: int) -> QImage:
        """A page drawn this many pixels wide."""
        found = self._pictures.get((page, width))
        if found is None:
            if len(self._pictures) >= KEPT:
                self._pictures.clear()
            found = self._pictures[page, width] = self.draw(page, width / self._sizes[page].width())
        return found

    def draw(self, page: int, scale: float) -> QImage:
        """A page drawn with so many pixels to a point; not kept."""
        bitmap = self._document[page].render(scale=scale, rev_byteorder=True)
        shape = QImage.Format.Format_RGB888 if bitmap.n_channels == 3 else QImage.Format.Format_RGBA8888
        data = bytes(bitmap.buffer)
        # A copy, because the picture must outlive the buffer that it was made from.
        return QImage(data, bitmap.width, bitmap.height, bitmap.stride, shape).copy()

    def find(self, text: str) -> list[Found]:
        """Every place where a text stands, whatever its capitals, in the order of the pages."""
        found: list[Found] = []
        if not text.strip():
            return found
        for page in range(self.count):
            reader = self._document[page].get_textpage()
            search = reader.search(text)
            while (place := search.get_next()) is not None:
                start, count = place
                found.append(Found(page, tuple(self._boxes(reader, page, start, count))))
            reader.close()
        return found

    def close(self) -> None:
        """Let the document go."""
        self._pictures.clear()
        self._document.close()

    def _boxes(self, reader: pypdfium2.PdfTextPage, page: int, start: int, count: int) -> list[QRectF]:
        height = self._sizes[page].height()
        boxes = []
        for place in range(reader.count_rects(start, count)):
            left, bottom, right, top = reader.get_rect(place)
            boxes.append(QRectF(left, height - top, right - left, top - bottom))
        return boxes
