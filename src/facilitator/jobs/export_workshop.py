"""Export of the whole present content as JSON, proven by reading it back."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from facilitator.domain.nouns import Content
from facilitator.files import writing
from facilitator.intake.json_source import load_json
from facilitator.store.exchange.joining import COUNTED
from facilitator.store.exchange.reading import read
from facilitator.store.exchange.writing import without_private, write

from .exported import Exported

NAMES_INCLUDED = (
    "This copy holds everything that the workshop knows, names included: give it only to who may have them."
)
PRIVATE_INCLUDED = "It holds the private notes too."


def export_workshop(
    content: Content, counters: Mapping[str, int], out: Path, *, include_private: bool = False
) -> Exported:
    """Write the content with ids, counters, wording history and merge parents. Raises what `files.writing` raises."""
    written: dict[str, int] = {}

    def read_back(part: Path) -> None:
        written.update(_counted(read(load_json(part.read_bytes())).content))

    with writing(out, read_back) as part:
        part.write_bytes(write(content, counters, include_private=include_private))
    shown = content if include_private else without_private(content)
    warnings = (NAMES_INCLUDED, PRIVATE_INCLUDED) if include_private else (NAMES_INCLUDED,)
    return Exported(out, None, _counted(shown), written, warnings=warnings)


def _counted(content: Content) -> dict[str, int]:
    return {name: len(getattr(content, name)) for name in COUNTED}
