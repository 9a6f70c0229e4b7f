"""The row above the capture line that tells how it reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.capture import Reason
from facilitator.desktop.guard import guarded
from facilitator.desktop.look.painting import ChipFace, chip_width, key_width, paint_chip, paint_key
from facilitator.desktop.translation import warned
from facilitator.desktop.words import word, word_at_head
from facilitator.domain.kinds import NoteKind

from .capture_line import ALONE
from .kind_signs import KIND_SIGNS

if TYPE_CHECKING:
    from facilitator.capture import Line
    from facilitator.desktop.context import Context
    from facilitator.domain.rows import Chip

    from .reading import Completion, Reading

HEIGHT, GAP = 24, 6


@guarded
class HintRow(QWidget):
    """Kind, speaker, themes, check later, private; what is unknown and will be made; what Tab completes."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._look = context.look
        self._faces: list[ChipFace] = []
        self._completes = False
        self._saves_as = ""
        self._stays = ""
        self._warning = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Reads as"))
        context.look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """One row of chips; its height never changes, so that nothing jumps while typing."""
        return QSize(400, HEIGHT)

    def show_reading(self, reading: Reading | None, completion: Completion | None, saves_as: str) -> None:
        """Tell how the line reads, and what it will be saved as; nothing yet is read without a workshop."""
        line = None if reading is None else reading.line
        faces = [] if reading is None else self._read_faces(reading, completion)
        if self._stays and (line is None or not (line.speaker or line.private)):
            faces.append(ChipFace(self.tr("%1 stays").replace("%1", self._stays), icon="user"))
        # While a name is being typed it is no mistake yet.
        warnings = line.warnings if line is not None and completion is None and not _is_begun(line) else ()
        warning = warned(warnings[0]) if warnings else ""
        told = (faces, completion is not None, saves_as, warning)
        if told != (self._faces, self._completes, self._saves_as, self._warning):
            self._faces, self._completes, self._saves_as, self._warning = told
            self.setAccessibleDescription(", ".join([*(face.text for face in faces), warning]).strip(", "))
            self.setToolTip(warning)
            self.update()

    def show_stays(self, name: str) -> None:
        """Who says each line that names nobody; empty for none. It is told also while the line is empty."""
        self._stays = name

    def _read_faces(self, reading: Reading, completion: Completion | None) -> list[ChipFace]:
        line = reading.line
        if line is None:
            return []
        faces = []
        if line.private:
            faces.append(ChipFace(self.tr("private"), icon="eye-off"))
        if line.kind is not NoteKind.POINT:
            sign = KIND_SIGNS[line.kind]
            faces.append(ChipFace(f"{sign} {word_at_head(line.kind)}", token="accent"))
        if line.speaker is not None:
            faces.append(self._speaker_face(reading))
        faces += [
            ChipFace(name + "  " + self.tr("new"), token="warn")
            if theme is None
            else ChipFace(theme.name, theme.colour, theme.symbol, is_guess=theme.name != name)
            for name, theme in self._settled_themes(reading, completion)
        ]
        if completion is not None and completion.theme is not None:
            theme = completion.theme
            faces.append(ChipFace(theme.name, theme.colour, theme.symbol, is_guess=True))
        if line.check_later:
            faces.append(ChipFace(self.tr("check later"), icon="flag", token="warn"))
        return faces

    def _settled_themes(self, reading: Reading, completion: Completion | None) -> list[tuple[str, Chip | None]]:
        """The themes but for the one that is just being typed, where the completion tells no other than Enter takes."""
        themes = list(reading.themes)
        if completion is not None and completion.theme is not None and themes and themes[-1][1] == completion.theme:
            themes.pop()
        return themes

    def _speaker_face(self, reading: Reading) -> ChipFace:
        line = reading.line
        if line is None or line.speaker is None or reading.names_same_speaker:
            return ChipFace(self.tr("the same speaker"), icon="user")
        if reading.speaker is None:
            return ChipFace(line.speaker.name + "  " + self.tr("new"), icon="user-plus", token="warn")
        return ChipFace(reading.speaker.told, icon="user")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """From the leading edge what it reads as, at the trailing edge what Enter does."""
        painter = QPainter(self)
        painter.setFont(self._look.font(13))
        metrics = QFontMetricsF(painter.font())
        end = self._paint_end(painter, metrics)
        left = 0.0
        if self._faces:
            left = self._paint_words(painter, metrics, left, self.tr("Reads as"), "quiet")
        for face in self._faces:
            width = chip_width(self._look, face, scales=False)
            if left + width > end:
                break
            paint_chip(painter, self._look, QPointF(self._at(left, width), 1), face, scales=False)
            left += width + GAP
        if self._completes:
            width = key_width(self._look, "Tab")
            paint_key(painter, self._look, QRectF(self._at(left, width), 2, width, 20), "Tab")
            painter.setFont(self._look.font(13))
            left = self._paint_words(painter, metrics, left + width + GAP, self.tr("completes"), "quiet")
        if self._warning:
            text = metrics.elidedText(self._warning, Qt.TextElideMode.ElideRight, max(0.0, end - left))
            self._paint_words(painter, metrics, left, text, "warn")
        painter.end()

    def _paint_end(self, painter: QPainter, metrics: QFontMetricsF) -> float:
        end = float(self.width())
        if not self._saves_as:
            return end
        key = self.tr("Enter")
        width = key_width(self._look, key)
        end -= width
        paint_key(painter, self._look, QRectF(self._at(end, width), 2, width, 20), key)
        painter.setFont(self._look.font(13))
        end -= metrics.horizontalAdvance(self._saves_as) + GAP
        self._paint_words(painter, metrics, end, self._saves_as, "quiet")
        return end - 2 * GAP

    def _paint_words(self, painter: QPainter, metrics: QFontMetricsF, left: float, text: str, token: str) -> float:
        width = metrics.horizontalAdvance(text)
        painter.setPen(self._look.colour(token))
        painter.drawText(QRectF(self._at(left, width), 0, width + 2, HEIGHT), Qt.AlignmentFlag.AlignVCenter, text)
        return left + width + GAP

    def _at(self, left: float, width: float) -> float:
        """The same place seen from the leading edge."""
        return self.width() - left - width if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else left


def _is_begun(line: Line) -> bool:
    """Whether somebody is named and nothing is said yet, as when their turn has just begun."""
    return any(one.reason is Reason.NOTHING_LEFT for one in line.warnings) and ALONE.fullmatch(line.text) is not None


@guarded
class Legend(QWidget):
    """The signs of the kinds, for those who do not know them yet."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._look = context.look
        kinds = [(KIND_SIGNS[kind], word(kind)) for kind in NoteKind if kind is not NoteKind.POINT]
        # What has no room is left out from the end, and what protects a speaker is the last to be.
        first = (("//", self.tr("private")), ("??", self.tr("check later")))
        self._entries = [*first, *sorted(kinds, key=lambda one: one[0] != KIND_SIGNS[NoteKind.RECOMMENDATION])]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Signs"))
        self.setAccessibleDescription(", ".join(f"{sign} {text}" for sign, text in self._entries))
        context.look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """One line of quiet text."""
        return QSize(400, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Signs and words, spread over the width; those that have no room are left out."""
        painter = QPainter(self)
        painter.setFont(self._look.font(13))
        metrics = QFontMetricsF(painter.font())
        widths = [metrics.horizontalAdvance(sign + text) + 8 for sign, text in self._entries]
        shown = len(widths)
        while shown and sum(widths[:shown]) + 8 * (shown - 1) > self.width():
            shown -= 1
        gap = (self.width() - sum(widths[:shown])) / max(1, shown - 1)
        left = 0.0
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        # Signs are typed and stay as they are; the words beside them follow their own script.
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for (sign, text), width in zip(self._entries[:shown], widths, strict=False):
            at = self.width() - left - width if is_mirrored else left
            lead = metrics.horizontalAdvance(sign) + 6
            sign_at = at + width - lead + 6 if is_mirrored else at
            painter.setPen(self._look.colour("text"))
            painter.drawText(QRectF(sign_at, 0, lead, 20), Qt.AlignmentFlag.AlignVCenter, sign)
            painter.setPen(self._look.colour("quiet"))
            text_at = at if is_mirrored else at + lead
            painter.drawText(QRectF(text_at, 0, width - lead + 2, 20), Qt.AlignmentFlag.AlignVCenter, text)
            left += width + gap
        painter.end()
