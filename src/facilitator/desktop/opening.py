"""Opening a workshop, from wherever that is asked for, and the ways out when it does not go."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths

from facilitator.domain.errors import (
    DamagedFile,
    DiskFull,
    FacilitatorError,
    FileBusy,
    FileReplaced,
    NotAWorkshop,
    NotWritable,
    WorkshopHeld,
)
from facilitator.domain.medium import Medium

from .marking import N
from .notices import Notice, WayOut
from .translation import sentence

if TYPE_CHECKING:
    from .bridge import Opened
    from .context import Context

OPENING, READ_ONLY, MEDIUM = "open", "read only", "medium"
"""Topics of notices."""
READABLE = (WorkshopHeld, NotWritable, DiskFull, FileBusy)
"""What keeps a workshop from being written, not from being read."""
TEXTS = {
    "read": N("Opening", "Open for reading"),
    "again": N("Opening", "Open again"),
    "write": N("Opening", "Open for writing"),
    "reread": N("Opening", "Read again"),
    "backup": N("Opening", "Bring back a backup"),
    "only": N("Opening", "This workshop is open for reading: nothing can be changed here."),
    "copy": N("Opening", "Copy to this computer"),
    "copying": N("Opening", "A copy is being made on this computer. Go on working: everything comes along."),
    "cancel": N("Opening", "Cancel"),
    "salvage": N("Opening", "Save what can be read"),
}
LIES_ON = {
    Medium.REMOVABLE: N(
        "Opening",
        "This workshop lies on a disk that may be pulled out. It is safer to work in a copy on this computer.",
    ),
    Medium.NETWORK: N(
        "Opening",
        "This workshop lies on a drive that other computers share. It is safer to work in a copy on this computer.",
    ),
}


def open_workshop(context: Context, path: Path, *, read_only: bool = False) -> None:
    """Open it; a refusal is told with its ways out, on the start page when nothing else is open."""
    context.notices.take_back(OPENING)
    context.bridge.open(path, read_only=read_only, otherwise=lambda error: _refuse(context, path, error))


def ways_out(context: Context, path: Path | None, error: FacilitatorError) -> tuple[WayOut, ...]:
    """What a person can do about an error that has to do with the workshop at `path`; nothing for most errors."""
    ways = []
    if path is not None and isinstance(error, READABLE) and not context.bridge.is_open:
        ways.append(WayOut(_text("read"), lambda: open_workshop(context, path, read_only=True)))
    if path is not None and isinstance(error, FileReplaced):
        ways.append(WayOut(_text("again"), lambda: open_workshop(context, path)))
    if path is not None and isinstance(error, DamagedFile | NotAWorkshop):
        ways.append(WayOut(_text("salvage"), lambda: _salvage(context, path, error)))
    if isinstance(error, DamagedFile | FileReplaced):
        ways.append(WayOut(_text("backup"), lambda: context.actions.trigger("restore")))
    return tuple(ways)


def tell_read_only(context: Context) -> None:
    """Say that nothing can be changed, and how that could be otherwise; or take it back."""
    path = context.bridge.path
    if path is None or not context.bridge.is_read_only:
        context.notices.take_back(READ_ONLY)
        return
    ways = (
        WayOut(_text("reread"), lambda: open_workshop(context, path, read_only=True)),
        WayOut(_text("write"), lambda: open_workshop(context, path)),
    )
    context.notices.say(Notice(READ_ONLY, _text("only"), "warn", ways))


def _salvage(context: Context, path: Path, error: FacilitatorError) -> None:
    # Loaded when it is asked for, which is hardly ever.
    from .salvaging import ask_name

    ask_name(context, path, lambda why: _offer_salvage(context, path, error, why))


def _offer_salvage(context: Context, path: Path, error: FacilitatorError, why: FacilitatorError | None) -> None:
    """Nothing was saved, because the person left off or for a reason that is told: the ways out are as before."""
    context.notices.say(Notice(OPENING, sentence(why or error), "danger", ways_out(context, path, error)))


def tell_medium(context: Context, opened: Opened) -> None:
    """Say that the file lies where it is less safe, and offer a copy; or take it back."""
    text = LIES_ON.get(opened.medium)
    if text is None or opened.read_only:
        context.notices.take_back(MEDIUM)
        return
    way = WayOut(_text("copy"), lambda: copy_here(context, opened))
    said = QCoreApplication.translate("Opening", text)
    context.notices.say(Notice(MEDIUM, said, "warn", (way,)))


def copy_here(context: Context, opened: Opened) -> None:
    """Make a proven copy among the documents of this computer, under a name that is free there, and go on in it."""
    from facilitator.jobs.copy_to import copy_to

    from .move import Move

    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    def stay() -> None:
        if context.bridge.path == opened.path:
            tell_medium(context, opened)

    def refused(error: FacilitatorError) -> None:
        stay()
        context.notices.say(Notice(OPENING, sentence(error), "danger"))

    move = Move(
        context.bridge,
        lambda workspace, progress: copy_to(workspace, documents, progress),
        otherwise=refused,
        cancelled=stay,
    )
    context.notices.say(Notice(MEDIUM, _text("copying"), "ok", (WayOut(_text("cancel"), move.cancel),)))
    move.begin()


def _refuse(context: Context, path: Path, error: FacilitatorError) -> None:
    again = WayOut(_text("again"), lambda: open_workshop(context, path))
    ways = (*ways_out(context, path, error), again)
    context.notices.say(Notice(OPENING, sentence(error), "danger", ways))
    if not context.bridge.is_open:
        context.actions.trigger("go.start")


def _text(key: str) -> str:
    return QCoreApplication.translate("Opening", TEXTS[key])
