"""The rules that tables alone cannot hold, each as a question for the rows that break it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from facilitator.domain.kinds import NoteKind, Rule, Sector, SessionKind, SessionRole, Status


@dataclass(frozen=True, slots=True)
class Question:
    """`sql` gives a name (R4, S3.12, or a key in hex) for each row that is not as `sentence` says it must be."""

    what: str
    sentence: str
    sql: str


def questions() -> Iterator[Question]:
    """All rules, those of the ledger first."""
    yield from LEDGER
    yield from NUMBERS
    yield from WALL
    yield from CODES
    for table, column, words in WORDS:
        yield _one_of(table, column, words)


def _one_of(table: str, column: str, words: type[StrEnum]) -> Question:
    known = ", ".join(f"'{word}'" for word in words)
    return Question(
        "rule",
        f"The {column} of a {table} is none of those that there are.",
        f"SELECT '{table} ' || hex(id) FROM {table} WHERE {column} IS NOT NULL AND {column} NOT IN ({known})",  # noqa: S608 - our own words
    )


def _numbered(table: str) -> Question:
    return Question(
        "numbers",
        f"A {table} has a number that has not been given out yet, so it could be given again.",
        f"SELECT row.prefix || row.count FROM {table} AS row LEFT JOIN numbering USING (prefix) "  # noqa: S608 - our own words
        "WHERE numbering.count IS NULL OR row.count > numbering.count OR row.count < 1",
    )


LEDGER = (
    Question(
        "ledger",
        "Steps are missing in the ledger of a room.",
        "SELECT hex(room) FROM entry GROUP BY room HAVING min(sequence) <> 1 OR count(*) <> max(sequence)",
    ),
    Question(
        "ledger",
        "An operation belongs to no step.",
        "SELECT hex(id) FROM operation WHERE entry NOT IN (SELECT id FROM entry)",
    ),
    Question(
        "ledger",
        "A step refers to another one that is not there.",
        "SELECT hex(id) FROM entry WHERE target NOT IN (SELECT id FROM entry) OR below NOT IN (SELECT id FROM entry)",
    ),
    Question(
        "ledger",
        "The id of a step does not say the room that made it.",
        "SELECT hex(id) FROM entry WHERE length(id) <> 16 OR substr(id, 9) <> room",
    ),
    Question(
        "ledger",
        "A step is of no known kind.",
        "SELECT hex(id) FROM entry WHERE kind NOT IN ('create', 'edit', 'undo', 'redo', 'unite')",
    ),
)

NUMBERS = (_numbered("session"), _numbered("note"), _numbered("recommendation"))

WALL = (
    Question(
        "rule",
        "A recommendation must have one home among its themes, neither none nor two.",
        "SELECT prefix || count FROM recommendation JOIN membership ON recommendation_id = recommendation.id "
        "GROUP BY recommendation.id HAVING sum(home) <> 1",
    ),
    Question(
        "rule",
        "A recommendation stands twice in one theme.",
        "SELECT prefix || count FROM recommendation JOIN membership ON recommendation_id = recommendation.id "
        "GROUP BY recommendation.id, theme_id HAVING count(*) > 1",
    ),
    Question(
        "rule",
        "A recommendation is merged exactly when it says into which other one.",
        "SELECT prefix || count FROM recommendation "
        "WHERE (status = 'merged') <> (merged_into_id IS NOT NULL) OR merged_into_id = id",
    ),
    Question(
        "rule",
        "A theme inside another one has no further themes inside.",
        "SELECT 'theme ' || hex(child.id) FROM theme AS child JOIN theme AS parent ON parent.id = child.parent_id "
        "WHERE parent.parent_id IS NOT NULL",
    ),
)

CODES = (
    Question(
        "rule",
        "A code that was made for somebody means somebody else too.",
        "SELECT DISTINCT 'participant ' || hex(one.id) FROM participant AS one JOIN participant AS other "
        "ON other.code_identity = one.code_identity AND other.id <> one.id WHERE one.code_made",
    ),
)

WORDS: tuple[tuple[str, str, type[StrEnum]], ...] = (
    ("workshop", "attribution", Rule),
    ("session", "kind", SessionKind),
    ("session", "attribution", Rule),
    ("part", "role", SessionRole),
    ("participant", "sector", Sector),
    ("note", "kind", NoteKind),
    ("note", "rule", Rule),
    ("recommendation", "status", Status),
    ("release", "rule", Rule),
)
