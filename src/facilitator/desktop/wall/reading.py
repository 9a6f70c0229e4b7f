"""All that the wall shows, read in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.domain.cards import Card
from facilitator.domain.nouns import Key, Session
from facilitator.domain.rows import ThemeLine

if TYPE_CHECKING:
    from facilitator.store.reads import Reads


@dataclass(frozen=True, slots=True)
class WallContent:
    """`session` is the one whose cards these are, None for all."""

    sessions: Sequence[Session]
    session: Key | None
    themes: tuple[ThemeLine, ...]
    cards: list[Card]


def read_wall(reads: Reads, session: Key | None) -> WallContent:
    """The wall of one session, or of all where that session has gone."""
    sessions = reads.sessions()
    chosen = session if any(one.id == session for one in sessions) else None
    return WallContent(sessions, chosen, reads.theme_list(), reads.cards(chosen))
