"""The cards of the wall and the themes that are its columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection

from facilitator.domain.cards import Card
from facilitator.domain.nouns import Key
from facilitator.domain.rows import ThemeLine

from .asking import asked, named, some

CARDS = """
SELECT recommendation.id, recommendation.prefix, recommendation.count, recommendation.wording, recommendation.status,
       home.theme_id, coalesce(home.position, recommendation.position),
       (SELECT group_concat(hex(theme_id), '') FROM (
            SELECT theme_id FROM membership
            WHERE membership.recommendation_id = recommendation.id AND NOT membership.home ORDER BY membership.id)),
       (SELECT count(*) FROM source WHERE source.recommendation_id = recommendation.id)
FROM recommendation LEFT JOIN membership AS home ON home.recommendation_id = recommendation.id AND home.home
WHERE recommendation.status <> 'merged' {and_where}
ORDER BY home.theme_id, 7, recommendation.prefix, recommendation.count
"""
SAID_IN = """
AND recommendation.id IN (
    SELECT source.recommendation_id FROM note JOIN source ON source.note_id = note.id WHERE note.session_id = ?)
"""
CHOSEN = "AND recommendation.id IN ({keys})"
THEMES = """
SELECT theme.id, theme.name, theme.parent_id, theme.position, theme.colour, theme.symbol, theme.digest,
       coalesce(held.home, 0), coalesce(held.further, 0)
FROM theme LEFT JOIN (
    SELECT membership.theme_id, sum(membership.home) AS home, sum(NOT membership.home) AS further
    FROM membership JOIN recommendation ON recommendation.id = membership.recommendation_id
    WHERE recommendation.status <> 'merged' GROUP BY membership.theme_id
) AS held ON held.theme_id = theme.id
ORDER BY theme.position, theme.id
"""
DIGITS = 9


def cards(connection: Connection, session_id: Key | None = None) -> list[Card]:
    """All cards by theme, the tray first, in their order there; with a session those that lead back to its notes."""
    parameters: Sequence[object] = () if session_id is None else (session_id,)
    question = CARDS.format(and_where="" if session_id is None else SAID_IN)
    return named(Card, asked(connection, question, parameters))


def some_cards(connection: Connection, keys: Iterable[Key]) -> dict[Key, Card]:
    """These cards, without those that are gone or merged."""
    found = some(connection, CARDS.replace("{and_where}", CHOSEN), keys)
    return {card.key: card for card in named(Card, found)}


def theme_list(connection: Connection) -> tuple[ThemeLine, ...]:
    """The themes in the order of the wall: each sub-theme right after its parent and the ones before it there."""
    rows = asked(connection, THEMES)
    there = {row[0] for row in rows}
    ordered = [
        row for top in rows if top[2] not in there for row in (top, *(child for child in rows if child[2] == top[0]))
    ]
    return tuple(_line(place, *row) for place, row in enumerate(ordered))


def _line(place: int, key: Key, *row: Any) -> ThemeLine:
    name, parent, position, colour, symbol, digest, home, further = row
    digit = place + 1 if place < DIGITS else None
    return ThemeLine(key, name, parent, position, colour, symbol, digest, digit, home, further)
