"""Every participant has a code at the end of the step that brings him in; `domain.codes` has the rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Row

from facilitator.domain.codes import Coded, made_codes
from facilitator.domain.nouns import Key
from facilitator.text import identity

from .ledger import Edit
from .operations import DELETE, OPERATION, OPERATIONS, ROW, TOGETHER, UPDATE, Change, Fields, as_list, decode, images

TABLE = "participant"
FIELDS = TOGETHER[TABLE]
PEOPLE = "SELECT id, name, code, code_made, versions FROM participant"
LACKING = "SELECT EXISTS (SELECT 1 FROM participant WHERE code_identity = '')"


def is_lacking(connection: Connection) -> bool:
    """Whether somebody has no code, as in a file of an older version."""
    return bool(connection.exec_driver_sql(LACKING).scalar())


def complete(edit: Edit) -> None:
    """Make the codes that are wanting after what this edit has done to participants."""
    edit.flush()
    if any(action != DELETE for action in edit.changed.get(TABLE, {}).values()):
        give_codes(edit)


def give_codes(edit: Edit) -> None:
    """Make the codes that are wanting. One that two rooms wrote side by side is settled where only one was given."""
    settled: dict[Key, tuple[str, bool]] = {}
    people = []
    for key, name, code, made, versions in edit.connection.exec_driver_sql(PEOPLE).all():
        if "[" in versions and (found := _settled(edit.connection, decode(versions), code)):
            settled[key] = code, made = found
        people.append(Coded(key, name, code, bool(made)))
    settled |= {key: (code, True) for key, code in made_codes(people).items()}
    present = edit.present(TABLE, settled)
    edit.apply(_written(key, present[key], *settled[key]) for key in present)


def _written(key: Key, present: Fields, code: str, made: bool) -> Change:
    after = dict(zip(FIELDS, (code, identity(code), made), strict=True))
    return Change(UPDATE, TABLE, key, {name: present[name] for name in FIELDS}, after, present["versions"])


def _settled(connection: Connection, versions: dict[str, str | list[str]], shown: str) -> tuple[str, bool] | None:
    """What a code is that two rooms wrote without seeing each other: the given one, else the one that is shown.

    None where there is nothing to settle, or where both gave one: that is for people to decide.
    """
    heads = {name: as_list(versions.get(name, versions[ROW])) for name in FIELDS}
    if all(len(one) == 1 for one in heads.values()):
        return None
    keys = sorted({bytes.fromhex(head) for one in heads.values() for head in one})
    given = set(_given(connection.execute(OPERATIONS.where(OPERATION.c["id"].in_(keys))).all()))
    return None if len(given) > 1 else (given.pop(), False) if given else (shown, True)


def _given(operations: Iterable[Row[Any]]) -> Iterator[str]:
    for operation in operations:
        before, after = images(operation)
        fields = after or before
        if fields.get("code") and not fields.get("code_made", False):
            yield fields["code"]
