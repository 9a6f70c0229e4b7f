"""The words of a search as conditions in SQL: folded, so that accents and case do not matter, in the database.

A text is compared by `LIKE`, which passes over the case of ASCII letters, and by its column `folded`, which is there
where that does not do. So a text in Thai is found by any part of it, and `hoa` finds `Hòa`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from facilitator.store.schema import FOLDED
from facilitator.text import begins_anywhere, folded, word_starts


class Condition(NamedTuple):
    """A condition in SQL and what stands for its question marks."""

    sql: str
    parameters: tuple[object, ...]


EVERYTHING = Condition("1", ())
NOTHING = Condition("0", ())


def all_of(conditions: Iterable[Condition]) -> Condition:
    """That all of these hold."""
    kept = [one for one in conditions if one != EVERYTHING]
    if not kept:
        return EVERYTHING
    return Condition(
        " AND ".join(f"({one.sql})" for one in kept), tuple(value for one in kept for value in one.parameters)
    )


def not_so(condition: Condition) -> Condition:
    """That it does not hold."""
    return Condition(f"NOT ({condition.sql})", condition.parameters)


def any_of(column: str, values: Iterable[str]) -> Condition:
    """That a column holds one of these."""
    listed = tuple(values)
    return Condition(f"{column} IN ({', '.join('?' * len(listed))})", listed)


def words_within(words: Iterable[str], *columns: str) -> Condition:
    """That each folded word stands somewhere in the short texts of these columns."""
    joined = " || ' ' || ".join(columns)
    return all_of(Condition(f"instr(folded({joined}), ?)", (word,)) for word in words)


def all_words(table: str, text: str, also_in: Iterable[str] = ()) -> Condition:
    """That each word of `text` stands in a row's text, or in one of some short expressions in SQL."""
    source, others = FOLDED[table], tuple(also_in)
    terms = [f"{table}.{source} LIKE ? ESCAPE '\\'", f"instr({table}.folded, ?)"]
    terms += [f"instr(folded({other}), ?)" for other in others]
    each = f"({' OR '.join(terms)})"
    words = words_of(text)
    parameters = [value for word in words for value in (_within(word), word, *(word for _ in others))]
    return Condition(" AND ".join([each] * len(words)) or "1", tuple(parameters))


def word_beginnings(text: str, *columns: str) -> Condition:
    """That for each word of `text` a word of one of the columns begins with it; of a script without spaces, has it."""
    joined = " || ' ' || ".join(columns)
    words = word_starts(text).split()
    parameters = tuple(word if begins_anywhere(word) else f" {word}" for word in words)
    return all_of(Condition(f"instr(word_starts({joined}), ?)", (one,)) for one in parameters)


def words_of(text: str) -> list[str]:
    """The folded words that are looked for, each once."""
    return list(dict.fromkeys(folded(text).split()))


def _within(word: str) -> str:
    # the sign before % and _ says that they mean themselves
    escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
