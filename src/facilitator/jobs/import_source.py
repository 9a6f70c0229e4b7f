"""Import of a source, whatever it is: recognised, read, and brought into a workshop as one step or one new file."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from facilitator.domain.errors import OptionOfOtherSource
from facilitator.intake.encodings import decode
from facilitator.intake.recognise import HEAD, Recognised, SourceForm, SourceKind, kind_of
from facilitator.store.backup import back_up
from facilitator.store.edits import Edits
from facilitator.workspace.opening import building, open_workspace
from facilitator.workspace.workspace import Workspace

from .ending import refuse_other_ending
from .imported import Imported
from .local_time import local_time_zone
from .people_table import read_table
from .progress import Progress, untold
from .source import Source


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """`wanted` is what the person says the source is; `mapping` is field to heading; `dry_run` writes nothing."""

    wanted: SourceKind | None = None
    encoding: str | None = None
    sheet: str | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    dry_run: bool = False


class Content(Protocol):
    """A source that has been read and can be brought into a workshop; `title` is for one that is made for it."""

    kind: SourceKind
    label: str
    title: str

    def bring(self, edits: Edits, path: Path, *, new: bool) -> Imported:
        """Bring everything in, within one step; `new` says that the workshop was made for it."""
        ...


class _Rehearsed(Exception):
    """Ends the step of a dry run."""


def import_source(
    path: Path, source: Source, options: ImportOptions | None = None, progress: Progress = untold
) -> Imported:
    """Bring a source into the workshop at `path`, which is made if it is not there; all of it or nothing.

    Raises what recognising and reading the source raise, OptionOfOtherSource, WorkshopEnding, and what opening a
    workshop raises.
    """
    chosen = options or ImportOptions()
    # a link that leads nowhere is there too: what it stands for must not be made in its place
    new = not os.path.lexists(path)
    if new:
        refuse_other_ending(path)
    content = _read(path, source, chosen, progress)
    imported = Imported(path, content.kind)
    with suppress(_Rehearsed), _opened(path, content.title, new=new) as workspace:
        if not new and content.kind is SourceKind.WORKSHOP and not chosen.dry_run:
            # What is joined cannot be told apart again, but for undo: the state before stays on the shelf.
            back_up(path)
        with workspace.edit(content.label) as edits:
            imported = content.bring(edits, path, new=new)
            if chosen.dry_run:
                raise _Rehearsed
    return imported


def _read(path: Path, source: Source, options: ImportOptions, progress: Progress) -> Content:
    told = kind_of(source.name, source.data[:HEAD], options.wanted)
    _refuse_options(told, options)
    title = source.title(path)
    # Each kind is loaded when it is asked for: a text file needs no reader of workbooks.
    if told.kind is SourceKind.NOTES:
        from .import_notes import NotesImport

        return NotesImport(decode(source.data, options.encoding), title, progress)
    if told.kind is SourceKind.WORKSHOP:
        from .import_workshop import WorkshopImport

        return WorkshopImport(source.data, options.encoding)
    from facilitator.intake.columns import find_columns

    from .import_people import PeopleImport

    table = read_table(source.data, told.form, options.encoding, options.sheet)
    return PeopleImport(find_columns(table, options.mapping), title, progress)


def _refuse_options(told: Recognised, options: ImportOptions) -> None:
    if options.sheet is not None and told.form is not SourceForm.XLSX:
        raise OptionOfOtherSource(option="--sheet", sources="Excel workbooks (.xlsx)")
    if options.encoding is not None and told.form is SourceForm.XLSX:
        raise OptionOfOtherSource(option="--encoding", sources="text (.txt, .md, .csv, .json)")
    if options.mapping and told.kind is not SourceKind.PEOPLE:
        raise OptionOfOtherSource(option="--map", sources="lists of people (.csv, .xlsx)")


@contextmanager
def _opened(path: Path, title: str, *, new: bool) -> Iterator[Workspace]:
    if new:
        with building(path, title=title, time_zone=local_time_zone()) as workspace:
            yield workspace
        return
    workspace = open_workspace(path)
    try:
        yield workspace
    finally:
        workspace.close()
