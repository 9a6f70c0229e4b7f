"""The workshops that were opened last, with a glance into each."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.desktop.guard import guarded
from facilitator.desktop.look.painting import paint_bar
from facilitator.desktop.translation import sentence
from facilitator.desktop.widgets.rows_model import RowsModel

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.desktop.look.look import Look
    from facilitator.domain.errors import FacilitatorError
    from facilitator.domain.overview import Overview

HEIGHT, LEAD, TRAIL = 65, 50, 15
TITLE = 160
MOST = 6


@dataclass(frozen=True, slots=True)
class Recent:
    """A file and what a glance into it has shown: lines ready to be read. `problem` colours the second line."""

    path: Path
    title: str
    beside: str
    below: str
    end: str
    folder: str
    problem: bool = False

    @property
    def key(self) -> bytes:
        """The path itself."""
        return os.fsencode(self.path)


@guarded
class RecentList(QListView):
    """`chosen` with the path that was clicked or entered; Delete takes one off the list, not off the disk."""

    chosen = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.files: RowsModel[Recent] = RowsModel(
            {
                Qt.ItemDataRole.DisplayRole: lambda file: file.title,
                Qt.ItemDataRole.AccessibleTextRole: lambda file: (
                    f"{file.title}, {file.beside}, {file.below}, {file.end}"
                ),
                Qt.ItemDataRole.ToolTipRole: lambda file: str(file.path),
            },
            self,
        )
        self._lines = _RecentDelegate(context.look, self.files)
        self.setObjectName("card")
        self.setAccessibleName(self.tr("Recent workshops"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setModel(self.files)
        self.setItemDelegate(self._lines)
        self.clicked.connect(self._choose)
        context.look.changed.connect(self.viewport().update)

    def show_recent(self) -> None:
        """Show the list; a glance into each file comes as it is read."""
        paths = self._context.preferences.recent[:MOST]
        self.files.replace([self._bare(path) for path in paths])
        self.setFixedHeight(HEIGHT * len(paths) + 2)
        if paths:
            self.setCurrentIndex(self.files.index(0, 0))
        for path in paths:
            if path.exists():
                self._glance(path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete forgets."""
        index = self.currentIndex()
        if index.isValid() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(index)
        elif index.isValid() and event.key() == Qt.Key.Key_Delete:
            self._context.preferences.forget(self.files.rows[index.row()].path)
            self.show_recent()
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.files.rows[index.row()].path)

    def _bare(self, path: Path) -> Recent:
        if not path.exists():
            return Recent(
                path, path.stem, "", self.tr("not there now; is the stick plugged in?"), "", path.parent.name, True
            )
        changed = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
        return Recent(path, path.stem, "", "", f"{changed:%d.%m.%Y %H:%M}", path.parent.name)

    def _glance(self, path: Path) -> None:
        bare = self._bare(path)

        def look() -> Overview:
            from facilitator.jobs.glance import glance

            return glance(path)

        def told(found: Overview) -> None:
            notes, cards = sum(found.notes.values()), sum(found.recommendations.values())
            days = sorted(found.days)
            beside = "" if not days else f"{days[0]:%d.%m.%Y}" + (f" – {days[-1]:%d.%m.%Y}" if len(days) > 1 else "")
            below = self.tr("%n note(s)", "", notes) + ", " + self.tr("%n recommendation(s)", "", cards)
            self.files.update(Recent(path, found.title, beside, below, bare.end, bare.folder))

        def refused(error: FacilitatorError) -> None:
            self.files.update(Recent(path, bare.title, "", sentence(error), bare.end, bare.folder, True))

        self._context.bridge.do(look, then=told, otherwise=refused)


@guarded
class _RecentDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, files: RowsModel[Recent]) -> None:
        super().__init__()
        self._look = look
        self._files = files

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines of text high."""
        return QSize(300, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Icon, title, what is in it, when and where it was changed."""
        file = self._files.rows[index.row()]
        rect = QRectF(option.rect)
        self._is_mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        is_chosen = bool(option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver))
        painter.save()
        painter.fillRect(rect, self._look.colour("accent-tint" if is_chosen else "surface"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), self._look.colour("line"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_bar(painter, self._look, rect, is_mirrored=self._is_mirrored)
        ratio = painter.device().devicePixelRatioF()
        token = "accent" if is_chosen else "quiet"
        icon_at = self._place(rect, 14, 20, 20, rect.height() / 2 - 10)
        painter.drawPixmap(icon_at.topLeft(), self._look.pixmap("file-text", token, 20, ratio))
        end = 150.0
        space = rect.width() - LEAD - TRAIL - end - 12
        # The days stay readable beside a long title, unless they leave too little of it.
        days = QFontMetricsF(self._look.font(13)).horizontalAdvance(file.beside) + 8 if file.beside else 0.0
        has_days = space - days >= TITLE
        title = self._place(rect, LEAD, max(0.0, space - days if has_days else space), 20, 13)
        used = self._words(painter, title, file.title, 14, "text", semibold=True)
        if has_days:
            beside = self._place(rect, LEAD + used + 8, max(0.0, space - used - 8), 20, 13)
            self._words(painter, beside, file.beside, 13, "quiet")
        below = "warn" if file.problem else "quiet"
        self._words(painter, self._place(rect, LEAD, space, 20, 33), file.below, 13, below)
        for top, text in ((13, file.end), (33, file.folder)):
            place = self._place(rect, rect.width() - TRAIL - end, end, 20, top)
            self._words(painter, place, text, 13, "quiet", trailing=True)
        painter.restore()

    def _words(
        self,
        painter: QPainter,
        place: QRectF,
        text: str,
        pixels: int,
        token: str,
        *,
        semibold: bool = False,
        trailing: bool = False,
    ) -> float:
        painter.setFont(self._look.font(pixels, semibold=semibold))
        painter.setPen(self._look.colour(token))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
        is_right = self._is_mirrored != trailing
        side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(place, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, shown)
        return float(painter.fontMetrics().horizontalAdvance(shown))

    def _place(self, rect: QRectF, lead: float, width: float, height: float, top: float) -> QRectF:
        left = rect.right() - lead - width if self._is_mirrored else rect.left() + lead
        return QRectF(left, rect.top() + top, width, height)
