"""Shows where wordings differ: by ground and line, never by colour alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from facilitator.desktop.guard import guarded
from facilitator.desktop.look.look import Look

from .differences import Kind, Piece


@guarded
class DifferenceText(QTextEdit):
    """A text that can be read and copied, as high as it needs.

    With `compares` two texts stand beside each other, neither is older, and what differs is underlined in both.
    """

    def __init__(self, look: Look, name: str, pixels: int = 14, *, compares: bool = False) -> None:
        super().__init__()
        self._compares = compares
        self.setObjectName("versionText")
        self._look = look
        self._pixels = pixels
        self._pieces: list[Piece] = []
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._paint)

    def show_pieces(self, pieces: Iterable[Piece], kinds: Collection[Kind] = ("same", "added", "taken out")) -> None:
        """Show the pieces of these kinds."""
        self._pieces = [piece for piece in pieces if piece.kind in kinds]
        self._paint()

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(200, round(self.document().size().height()) + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines may break elsewhere now."""
        super().resizeEvent(event)
        self.setFixedHeight(max(24, round(self.document().size().height()) + 4))

    def _paint(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        for piece in self._pieces:
            cursor.insertText(piece.text, self._format(piece.kind))
        self.setFixedHeight(max(24, round(self.document().size().height()) + 4))

    def _format(self, kind: Kind) -> QTextCharFormat:
        shape = QTextCharFormat()
        shape.setFont(self._look.font(self._pixels))
        shape.setForeground(self._look.colour("text"))
        if self._compares and kind != "same":
            shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            shape.setUnderlineColor(self._look.colour("accent"))
            shape.setForeground(self._look.colour("accent"))
        elif kind == "added":
            shape.setBackground(self._look.colour("ok-tint"))
            shape.setForeground(self._look.colour("ok"))
            shape.setFontUnderline(True)
        elif kind == "taken out":
            shape.setBackground(self._look.colour("danger-tint"))
            shape.setForeground(self._look.colour("danger"))
            shape.setFontStrikeOut(True)
        return shape
