"""The cards of the wall and the themes that are its columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection

from facilitator.domain.cards import Card
from facilitator.domain.nouns import Key
from facilitator.domain.rows import Chip, ThemeLine

from .asking import about, asked, named

CARDS = """
SELECT recommendation.id, recommendation.prefix, recommendation.count, recommendation.wording, recommendation.status,
       home.theme_id, coalesce(home.position, recommendation.position),
       (SELECT group_concat(hex(further.theme_id), '' ORDER BY further.id) FROM membership AS further
        WHERE further.recommendation_id = recommendation.id AND further.home = 0),
       (SELECT count(*) FROM source WHERE source.recommendation_id = recommendation.id)
FROM recommendation LEFT JOIN membership AS home ON home.recommendation_id = recommendation.id AND home.home = 1
WHERE recommendation.status <> 'merged' {and_where}
ORDER BY home.theme_id, 7, recommendation.prefix, recommendation.count
"""
SAID_IN = """
AND recommendation.id IN (
    SELECT source.recommendation_id FROM note JOIN source ON source.note_id = note.id WHERE note.session_id = ?)
"""
CHOSEN = "AND recommendation.id IN ({keys})"
THEMES = "SELECT id, name, parent_id, position, colour, symbol, digest FROM theme ORDER BY position, id"
# all, from the index alone, and what was merged, of which there is little, to be taken off again
HELD = """
SELECT theme_id, sum(home = 1), sum(home = 0) FROM membership INDEXED BY ix_membership_theme GROUP BY theme_id
UNION ALL
SELECT theme_id, -sum(home = 1), -sum(home = 0) FROM recommendation
JOIN membership ON membership.recommendation_id = recommendation.id
WHERE recommendation.status = 'merged' GROUP BY theme_id
"""
PARENTS = "SELECT theme.id, parent.name FROM theme JOIN theme AS parent ON parent.id = theme.parent_id"
DIGITS = 9


def cards(connection: Connection, session_id: Key | None = None) -> list[Card]:
    """All cards by theme, the tray first, in their order there; with a session those that lead back to its notes."""
    parameters: Sequence[object] = () if session_id is None else (session_id,)
    question = CARDS.format(and_where="" if session_id is None else SAID_IN)
    return named(connection, Card, question, parameters)


def some_cards(connection: Connection, keys: Iterable[Key]) -> dict[Key, Card]:
    """These cards, without those that are gone or merged."""
    parts = about(keys, CARDS.replace("{and_where}", CHOSEN))
    return {card.key: card for question, part in parts for card in named(connection, Card, question, part)}


def theme_list(connection: Connection) -> tuple[ThemeLine, ...]:
    """The themes in the order of the wall: each sub-theme right after its parent and the ones before it there."""
    held: defaultdict[Key, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for theme, home, further in asked(connection, HELD):
        held[theme] = (held[theme][0] + home, held[theme][1] + further)
    return tuple(_line(place, held[row[0]], *row) for place, row in enumerate(_on_the_wall(connection)))


def shown_chips(connection: Connection) -> tuple[Chip, ...]:
    """The themes in the order of the wall, as they are shown on what carries them."""
    return tuple(Chip(row[0], row[1], row[4], row[5]) for row in _on_the_wall(connection))


def parent_names(connection: Connection) -> dict[Key, str]:
    """The name of the parent of each theme that has one."""
    return dict(asked(connection, PARENTS))


def _on_the_wall(connection: Connection) -> list[Any]:
    rows = asked(connection, THEMES)
    there = {row[0] for row in rows}
    inside: defaultdict[Key | None, list[Any]] = defaultdict(list)
    for row in rows:
        inside[row[2] if row[2] in there else None].append(row)
    return [row for top in inside[None] for row in (top, *inside[top[0]])]


def _line(place: int, held: tuple[int, int], *row: Any) -> ThemeLine:
    key, name, parent, position, colour, symbol, digest = row
    digit = place + 1 if place < DIGITS else None
    return ThemeLine(key, name, parent, position, colour, symbol, digest, digit, *held)
