"""A new workshop from everything that can be read in a damaged one, which is never written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from facilitator.domain.errors import CannotRead, NothingToSalvage
from facilitator.domain.numbers import Number
from facilitator.files import writing
from facilitator.store.backup import refuse_left_behind
from facilitator.store.engine import open_engine
from facilitator.store.faults import translated
from facilitator.store.migrate import lay_out
from facilitator.store.nouns.drafts import Drafts
from facilitator.store.operations import INSERT, Change
from facilitator.store.recognise import examine
from facilitator.store.schema import new_key
from facilitator.store.writer import Writer

from .found import look_through
from .mend import Mended, mend
from .pages import read_pages


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was saved into `path`, and what is missing of it.

    `missing` says of how many rows of a table something was found that leads to no whole row; `numbers` are those that
    were given and that nothing here bears. `closed` of the notes were in the history alone, of which parts are lost:
    they are private and under the Chatham House rule, because what was done to them last may be among those.
    """

    path: Path
    notes: int
    recommendations: int
    missing: dict[str, int]
    numbers: tuple[Number, ...]
    closed: int


def salvage(source: Path, target: Path) -> Salvaged:
    """Make `target`, which must not be there, of what can be read of `source`; its history begins anew.

    Raises CannotRead, NothingToSalvage, LeftBehind and what `files.writing` and `translated` raise.
    """
    refuse_left_behind(target)
    try:
        found = look_through(read_pages(source))
    except OSError as error:
        raise CannotRead(path=source, reason=error.strerror or type(error).__name__) from error
    if not found.rows and not found.operations:
        raise NothingToSalvage(path=source)
    workshop_id = found.workshop_id or next((key for table, key in found.rows if table == "workshop"), new_key())
    mended = mend(found, workshop_id, source.stem)
    with writing(target, examine, new=True) as part, translated(target):
        lay_out(part, workshop_id)
        _fill(part, mended, found.drafts, source)
    count = Counter(table for table, _ in mended.rows)
    kept = count["note"], count["recommendation"]
    return Salvaged(target, *kept, dict(mended.missing), tuple(mended.numbers), mended.closed)


def _fill(part: Path, mended: Mended, drafts: dict[str, str], source: Path) -> None:
    engine = open_engine(part)
    try:
        writer = Writer(engine, part)
        with writer.edit(f"Saved from {source.name}", undoable=False) as edit:
            edit.apply(Change(INSERT, table, key, {}, values, "") for (table, key), values in _sorted(mended))
            for prefix, count in mended.numbering.items():
                edit.raise_number(prefix, count)
            for place, text in drafts.items():
                Drafts(edit).keep(place, text)
        writer.close()
    finally:
        engine.dispose()


def _sorted(mended: Mended) -> list[tuple[tuple[str, bytes], dict[str, object]]]:
    """By table and key, which is by when they were made."""
    return sorted(mended.rows.items(), key=lambda row: row[0])
