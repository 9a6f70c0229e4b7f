"""Import of a workshop as it was exported: what is not there comes in, what is there stays."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from facilitator.intake.json_source import load_json
from facilitator.intake.recognise import SourceKind
from facilitator.store.edits import Edits
from facilitator.store.exchange.joining import add
from facilitator.store.exchange.reading import read

from .imported import Imported


class WorkshopImport:
    """A workshop's JSON, read and proven, ready to be brought into a file."""

    kind = SourceKind.WORKSHOP
    label = "Import workshop"

    def __init__(self, data: bytes, encoding: str | None) -> None:
        self._exchange = read(load_json(data, encoding))
        # line by line: the file may be as large as the limit, and two copies of it need not be held
        self._lines = sum(1 for line in BytesIO(data) if line.strip())
        self.title = self._exchange.content.workshop.title

    def bring(self, edits: Edits, path: Path, *, new: bool) -> Imported:
        """Add what is not there, by id; a file without content (`new` or not) takes everything."""
        joined = add(edits.edit, self._exchange)
        things = joined.things
        return Imported(
            path,
            self.kind,
            lines=self._lines,
            sessions=things["sessions"],
            notes=dict(joined.notes),
            recommendations=things["recommendations"],
            themes=things["themes"],
            speakers=joined.speakers,
            people=things["participants"],
            added=joined.added,
            kept=joined.kept,
        )
