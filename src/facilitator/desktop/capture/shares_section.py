"""Whose voices are heard in the session: shares by sector and by what people told about themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from facilitator.desktop.widgets.panel_list import PanelLine, PanelList
from facilitator.desktop.widgets.section import Section
from facilitator.desktop.words import word_at_head
from facilitator.domain.kinds import Sector
from facilitator.domain.shares import by_about, by_sector

if TYPE_CHECKING:
    from facilitator.desktop.context import Context
    from facilitator.domain.nouns import Key
    from facilitator.domain.shares import Share, Voice

MOST = 12


class SharesSection(Section):
    """Folded until somebody wants to know; only then is anything read for it."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, self.tr("Whose voices"))
        self._context = context
        self._session: Key | None = None
        self._list = PanelList(context.look, self.tr("Whose voices"), MOST)
        self._says = QLabel(self.tr("Of speaking time and notes, by group. What would tell of one or two is left out."))
        self._says.setWordWrap(True)
        self._says.setProperty("quiet", True)
        self._says.setContentsMargins(12, 0, 12, 4)
        self.column.addWidget(self._says)
        self.column.addWidget(self._list)
        self.fold(True)
        self.folded.connect(lambda _: self._read())

    def show_session(self, session: Key) -> None:
        """Something may have been said since, or it is another session."""
        self._session = session
        self._read()

    def _read(self) -> None:
        session = self._session
        if session is not None and not self.is_folded:
            # what may be told is reckoned there as well: with many groups the typing would feel it
            self._context.bridge.ask_aside("shares", lambda reads: _shares(reads.voices_of(session)), self._show)

    def _show(self, found: tuple[tuple[Share, ...], tuple[Share, ...]]) -> None:
        sectors = [(self._sector(one.name), one) for one in found[0]]
        told = [(one.name, one) for one in found[1]]
        self._list.show_lines(
            [PanelLine(b"%d" % place, name, end=self._told(one)) for place, (name, one) in enumerate([*sectors, *told])]
        )

    def _sector(self, name: str) -> str:
        return word_at_head(Sector(name)) if name else self.tr("Sector not known")

    def _told(self, one: Share) -> str:
        if one.is_hidden:
            return self.tr("too few to tell")
        parts = (
            "" if one.time is None else self.tr("%1 % time").replace("%1", str(one.time)),
            "" if one.notes is None else self.tr("%1 % notes").replace("%1", str(one.notes)),
        )
        return " · ".join(filter(None, parts)) or "–"


def _shares(voices: tuple[Voice, ...]) -> tuple[tuple[Share, ...], tuple[Share, ...]]:
    return by_sector(voices), by_about(voices)
