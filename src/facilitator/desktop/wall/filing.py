"""What a person does on the wall, as steps of the workshop that can be undone by their names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from facilitator.desktop.bridge import Failure
from facilitator.domain.errors import FacilitatorError
from facilitator.domain.nouns import Key
from facilitator.domain.rows import ThemeLine

if TYPE_CHECKING:
    from facilitator.desktop.bridge import Bridge
    from facilitator.store.edits import Edits


class Filing(QObject):
    """Asks for edits with one origin. `named` gives the printed number of a card."""

    cards_changed = Signal(object)
    """The keys of cards that are elsewhere, or other, or gone now."""
    themes_changed = Signal()
    refused = Signal(object)
    """The keys of the cards that stay where they are after all."""

    def __init__(self, bridge: Bridge, origin: object, named: Callable[[Key], str], parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._origin = origin
        self._named = named

    def file(self, keys: Sequence[Key], theme: ThemeLine | None) -> None:
        """Make a theme the home of these cards, last there, or put them back into the tray."""
        target = None if theme is None else theme.key
        self._with_cards(keys, theme, lambda edits: edits.recommendations.file(keys, target))

    def place(self, keys: Sequence[Key], theme: ThemeLine, after: Key | None) -> None:
        """The same, right behind a card there, or first."""
        self._with_cards(keys, theme, lambda edits: edits.recommendations.place(keys, theme.key, after))

    def also(self, keys: Sequence[Key], theme: ThemeLine) -> None:
        """Let them stand in a further theme; their home stays."""

        def action(edits: Edits) -> None:
            for key in keys:
                edits.recommendations.also_in(key, theme.key)

        label = self.tr("%1 also in %2").replace("%1", self._cards(keys)).replace("%2", theme.name)
        self._edit(label, keys, action)

    def merge(self, kept: Key, gone: Sequence[Key]) -> None:
        """Let one stand for all of them."""

        def action(edits: Edits) -> None:
            for key in gone:
                edits.recommendations.merge(kept, key)

        label = self.tr("%1 merged into %2").replace("%1", self._cards(gone)).replace("%2", self._named(kept))
        self._edit(label, [kept, *gone], action)

    def file_in_new(self, keys: Sequence[Key], name: str) -> None:
        """Make a theme of this name the home of these cards."""

        def action(edits: Edits) -> None:
            edits.recommendations.file(keys, edits.themes.named(name))

        label = self.tr("%1 to %2").replace("%1", self._cards(keys)).replace("%2", name)
        self._edit(label, keys, action, changes_themes=True)

    def add_theme(self, name: str) -> None:
        """A new theme at the end of the wall."""
        self._theme(self.tr("New theme %1"), name, lambda edits: edits.themes.add(name))

    def rename_theme(self, theme: ThemeLine, name: str) -> None:
        """Give it another name."""
        self._theme(self.tr("Rename the theme %1"), theme.name, lambda edits: edits.themes.rename(theme.key, name))

    def describe_theme(self, theme: ThemeLine, digest: str) -> None:
        """Say in a sentence what its recommendations want."""
        self._theme(self.tr("Digest of %1"), theme.name, lambda edits: edits.themes.describe(theme.key, digest))

    def recolour_theme(self, theme: ThemeLine, colour: str, symbol: str) -> None:
        """Give it another hue with its symbol."""
        label = self.tr("Colour of %1")
        self._theme(label, theme.name, lambda edits: edits.themes.recolour(theme.key, colour, symbol))

    def move_theme(self, theme: ThemeLine, after: Key | None, parent: Key | None) -> None:
        """Put it behind another one under the same parent, or first there."""

        def action(edits: Edits) -> None:
            if theme.parent_id != parent:
                edits.themes.nest(theme.key, parent)
            edits.themes.move(theme.key, after)

        self._theme(self.tr("Move the theme %1"), theme.name, action)

    def nest_theme(self, theme: ThemeLine, parent: ThemeLine | None) -> None:
        """Put it under another theme, or lift it out."""
        key = None if parent is None else parent.key
        label = self.tr("Lift out the theme %1") if parent is None else self.tr("Put the theme %1 under another")
        self._theme(label, theme.name, lambda edits: edits.themes.nest(theme.key, key))

    def delete_theme(self, theme: ThemeLine, keys: Sequence[Key]) -> None:
        """Delete it; its cards go back to the tray."""
        label = self.tr("Delete the theme %1").replace("%1", theme.name)
        self._edit(label, keys, lambda edits: edits.themes.delete(theme.key), changes_themes=True)

    def _with_cards(self, keys: Sequence[Key], theme: ThemeLine | None, action: Callable[[Edits], None]) -> None:
        target = self.tr("the tray") if theme is None else theme.name
        label = self.tr("%1 to %2").replace("%1", self._cards(keys)).replace("%2", target)
        self._edit(label, keys, action)

    def _theme(self, label: str, name: str, action: Callable[[Edits], object]) -> None:
        self._edit(label.replace("%1", name), (), action, changes_themes=True)

    def _edit(
        self, label: str, keys: Sequence[Key], action: Callable[[Edits], object], *, changes_themes: bool = False
    ) -> None:
        def done(_: object) -> None:
            if changes_themes:
                self.themes_changed.emit()
            if keys:
                self.cards_changed.emit(list(keys))

        def refused(error: FacilitatorError) -> None:
            self.refused.emit(list(keys))
            self._bridge.failed.emit(Failure(label, error))

        self._bridge.edit(label, action, origin=self._origin, then=done, otherwise=refused)

    def _cards(self, keys: Sequence[Key]) -> str:
        """One card by its number, several by their count."""
        if len(keys) == 1:
            return self._named(keys[0])
        return QCoreApplication.translate("Filing", "%n card(s)", "", len(keys))
