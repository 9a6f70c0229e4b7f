"""The history of one thing in words: which field, from what to what, and what was put beside it or taken away."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Final

from facilitator.store.log import Version

Pairs = Mapping[str, tuple[object, object]]
Name = Callable[[object], str]
"""What a person calls a value: of another thing its name or number."""

INSERTED, DELETED = "+", "-"
# A theme or a note that is beside a thing is told of by what it is; its other fields say nothing more to a person.
BESIDE: Final = {
    "membership": ("theme_id", "put into the theme {0}", "taken out of the theme {0}"),
    "tag": ("theme_id", "put into the theme {0}", "taken out of the theme {0}"),
    "source": ("note_id", "linked with the note {0}", "no longer linked with the note {0}"),
    "reservation": ("text", "reservation: {0}", "reservation withdrawn: {0}"),
    "release": ("rule", "released: {0}", "release taken back: {0}"),
    "part": ("participant_id", "role given to {0}", "role taken from {0}"),
    "interval": ("began_at", "off the record from {0}", "no longer off the record from {0}"),
}
TOLD_BY_ITS_OWNER: Final = "wording"
"""Rows of this table repeat what the recommendation's own row says."""
SILENT: Final = frozenset({"position", "prefix", "count", "name_identity", "code_identity", "session_id"})
"""Fields that say where a thing stands in an order, or repeat its number, name or place."""
WORDS: Final = {"who_id": "who", "due": "by when", "merged_into_id": "merged into", "speaker_id": "speaker"}
CLOCK: Final = frozenset({"starts", "ends"})


def told(version: Version, name: Name) -> Iterator[str]:
    """Each change of a version as a phrase; nothing for what says nothing to a person."""
    if version.table == TOLD_BY_ITS_OWNER:
        return
    if version.table in BESIDE and version.action in {INSERTED, DELETED}:
        yield _beside(version, name)
    elif version.action == DELETED:
        yield "deleted"
    else:
        yield from _fields(version, name)


def _beside(version: Version, name: Name) -> str:
    field, put, taken = BESIDE[version.table]
    before, after = version.fields.get(field, (None, None))
    if version.action == INSERTED:
        return put.format(_value(field, after, name))
    return taken.format(_value(field, before, name))


def _fields(version: Version, name: Name) -> Iterator[str]:
    about = f"{version.table} " if version.table in BESIDE else ""
    for field, (before, after) in version.fields.items():
        if field in SILENT or (before or None) == (after or None):
            continue
        word = about + WORDS.get(field, field.removesuffix("_id").removesuffix("_at").replace("_", " "))
        yield _change(word, _value(field, before, name), _value(field, after, name))


def _change(word: str, before: str, after: str) -> str:
    if not before:
        return f"{word}: {after}"
    return f"{word}: from {before} to {after}" if after else f"{word}: {before} taken away"


def _value(field: str, value: object, name: Name) -> str:
    """A value as a person reads it; empty for nothing."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int) and field in CLOCK:
        return f"{value // 60:02}:{value % 60:02}"
    if isinstance(value, int) and field.endswith("_at"):
        return f"{datetime.fromtimestamp(value / 1000, UTC):%Y-%m-%d %H:%M} UTC"
    shown = " / ".join(line for line in name(value).split("\n") if line)
    return f"“{shown}”" if " " in shown else shown
