"""How the window looks now: palette, sizes, fonts, icons; everything that paints asks here."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPixmap, QStyleHints
from PySide6.QtWidgets import QApplication

from facilitator.settings import LARGEST, SMALLEST, Palette

from . import fonts, icons
from .style import qt_palette, style_sheet
from .tokens import palettes

InForce = Literal["paper", "slate", "contrast"]
USUAL = 12.0
"""Points in which notes and cards are set unless somebody has chosen otherwise; they are 16 pixels then."""
STEP = 1.0
_SIDES = (
    ("arrow-left", "arrow-right"),
    ("chevron-left", "chevron-right"),
    ("panel-left", "panel-right"),
    ("undo-2", "redo-2"),
)
OTHER_SIDE = {icon: other for pair in _SIDES for icon, other in (pair, pair[::-1])}
"""What an icon becomes where one reads from the right."""


class Look(QObject):
    """Gives colours, fonts and icons in the palette and size that are chosen, and says when they change."""

    changed = Signal()
    """Palette or size is another: paint again, throw cached layouts away."""

    def __init__(self, application: QApplication, palette: Palette = "system", points: float = USUAL) -> None:
        super().__init__()
        self._application = application
        self._chosen: Palette = palette
        self._points = points
        self._colours: dict[str, QColor] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        application.setFont(fonts.font(14))
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)
        if _tells_contrast(hints):
            hints.accessibility().contrastPreferenceChanged.connect(self._system_changed)
        application.layoutDirectionChanged.connect(self._apply)
        self._apply()

    @property
    def palette(self) -> InForce:
        """The palette in force."""
        if self._chosen != "system":
            return self._chosen
        hints = self._application.styleHints()
        if _tells_contrast(hints):
            wanted = hints.accessibility().contrastPreference()
            if wanted == Qt.ContrastPreference.HighContrast:
                return "contrast"
        return "slate" if hints.colorScheme() == Qt.ColorScheme.Dark else "paper"

    @property
    def zoom(self) -> float:
        """The size of notes and cards in points."""
        return self._points

    def choose_palette(self, palette: Palette) -> None:
        """Turn to another palette at once; "system" follows the system."""
        self._chosen = palette
        self._apply()
        self.changed.emit()

    def set_zoom(self, points: float) -> None:
        """Set notes and cards in this size, within what can be read and fits."""
        points = min(LARGEST, max(SMALLEST, points))
        if points != self._points:
            self._points = points
            self.changed.emit()

    def zoom_in(self) -> None:
        """One point larger."""
        self.set_zoom(self._points + STEP)

    def zoom_out(self) -> None:
        """One point smaller."""
        self.set_zoom(self._points - STEP)

    def zoom_reset(self) -> None:
        """Back to the usual size."""
        self.set_zoom(USUAL)

    def scaled(self, pixels: float) -> int:
        """A measure of the content, given for the usual size, in the present one."""
        return round(pixels * self._points / USUAL)

    def colour(self, token: str) -> QColor:
        """The colour for a use. Raises KeyError for a use that no palette knows."""
        found = self._colours.get(token)
        if found is None:
            found = self._colours[token] = QColor(palettes()[self.palette][token])
        return found

    def font(self, pixels: int = 14, *, semibold: bool = False) -> QFont:
        """A font of the frame, which keeps its size."""
        return fonts.font(pixels, semibold=semibold)

    def content_font(self, base_pixels: float = 16, *, semibold: bool = False) -> QFont:
        """A font of the content; `base_pixels` is its size at the usual 12 points."""
        return fonts.font(max(9, self.scaled(base_pixels)), semibold=semibold)

    def pixmap(self, icon: str, token: str = "quiet", size: int = 16, ratio: float = 1.0) -> QPixmap:
        """An icon in the colour of a token; one that points to a side points to the other where reading does."""
        if self._application.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            icon = OTHER_SIDE.get(icon, icon)
        key = (icon, token, size, ratio)
        found = self._pixmaps.get(key)
        if found is None:
            found = self._pixmaps[key] = icons.draw(icon, self.colour(token).name(), size, ratio)
        return found

    def icon(self, icon: str, token: str = "quiet", size: int = 16) -> QIcon:
        """An icon for a button; to be set again when the look changes."""
        return QIcon(self.pixmap(icon, token, size, self._application.devicePixelRatio()))

    def _apply(self) -> None:
        self._colours.clear()
        self._pixmaps.clear()
        tokens = palettes()[self.palette]
        self._application.setPalette(qt_palette(tokens))
        is_mirrored = self._application.layoutDirection() == Qt.LayoutDirection.RightToLeft
        # When a sheet takes the place of another, Qt drops the fonts that widgets were given after their first paint.
        given = [
            (widget, widget.font())
            for widget in self._application.allWidgets()
            if widget.testAttribute(Qt.WidgetAttribute.WA_SetFont)
        ]
        self._application.setStyleSheet(style_sheet(self.palette, tokens, is_mirrored=is_mirrored))
        for widget, font in given:
            widget.setFont(font)

    def _system_changed(self) -> None:
        if self._chosen == "system":
            self._apply()
            self.changed.emit()


def _tells_contrast(hints: QStyleHints) -> bool:
    """Whether this Qt can say that the system wants strong contrast: from 6.10 on."""
    return hasattr(hints, "accessibility")
