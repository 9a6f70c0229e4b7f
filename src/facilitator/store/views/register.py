"""The table of all recommendations: filtered and sorted by the database."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection

from facilitator.domain.cards import MATRIX, RegisterOrder, RegisterRow
from facilitator.domain.kinds import Status

from .asking import named
from .matching import Condition, all_words

_GAPS = " + ".join(f"({field} = '') * {1 << place}" for place, field in enumerate(MATRIX))
_STATUSES = " ".join(f"WHEN '{status}' THEN {place}" for place, status in enumerate(Status))
_HOME = """
(SELECT theme.name FROM membership JOIN theme ON theme.id = membership.theme_id
 WHERE membership.recommendation_id = recommendation.id AND membership.home = 1)
"""
REGISTER = f"""
SELECT recommendation.id, recommendation.prefix, recommendation.count, recommendation.wording, recommendation.status,
       recommendation.addressed_to,
       (SELECT group_concat(hex(membership.theme_id), '' ORDER BY membership.home DESC, membership.id)
        FROM membership WHERE membership.recommendation_id = recommendation.id),
       {_GAPS}, EXISTS (SELECT 1 FROM source WHERE source.recommendation_id = recommendation.id)
FROM recommendation
"""  # noqa: S608 - our own words
# what is empty comes last, whichever way the table is sorted
SORTED: dict[RegisterOrder, tuple[str, ...]] = {
    RegisterOrder.POSITION: ("recommendation.position",),
    RegisterOrder.NUMBER: ("recommendation.prefix", "recommendation.count"),
    RegisterOrder.WORDING: ("recommendation.wording COLLATE NOCASE",),
    RegisterOrder.THEMES: (f"{_HOME} COLLATE NOCASE",),
    RegisterOrder.STATUS: (f"CASE recommendation.status {_STATUSES} END",),
    RegisterOrder.ADDRESSED_TO: ("nullif(recommendation.addressed_to, '') COLLATE NOCASE",),
}


def register(
    connection: Connection,
    text: str = "",
    statuses: Collection[Status] = (),
    order: RegisterOrder = RegisterOrder.POSITION,
    descending: bool = False,
) -> list[RegisterRow]:
    """The recommendations in which all words of `text` stand, of these statuses (none: of all)."""
    conditions = [all_words("recommendation", text, ("recommendation.prefix || recommendation.count", "addressed_to"))]
    if statuses:
        marks = ", ".join("?" * len(statuses))
        conditions.append(Condition(f"recommendation.status IN ({marks})", tuple(one.value for one in statuses)))
    where = " AND ".join(condition.sql for condition in conditions)
    parameters = [value for condition in conditions for value in condition.parameters]
    question = f"{REGISTER} WHERE {where} ORDER BY {_order(order, descending)}"
    return named(connection, RegisterRow, question, parameters)


def _order(order: RegisterOrder, descending: bool) -> str:
    way = "DESC" if descending else "ASC"
    sorting = [f"{term} {way} NULLS LAST" for term in SORTED[order]]
    return ", ".join((*sorting, "recommendation.position", "recommendation.prefix", "recommendation.count"))
