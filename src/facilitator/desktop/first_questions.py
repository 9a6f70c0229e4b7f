"""A workshop is opened, and what the window asks first of it is asked where it holds up nobody."""

from __future__ import annotations

from pathlib import Path

from facilitator.workspace.opening import open_workspace
from facilitator.workspace.workspace import Workspace


def opened_and_asked(path: Path, *, read_only: bool = False) -> Workspace:
    """The open workshop; what a first question costs is paid in this thread. Raises as `open_workspace` does."""
    workspace = open_workspace(path, read_only=read_only)
    try:
        _ask(workspace)
    except BaseException:
        workspace.close()
        raise
    return workspace


def _ask(workspace: Workspace) -> None:
    """Once what the window will ask first."""
    with workspace.read() as reads:
        sessions = reads.sessions()
        if sessions:
            reads.session(sessions[0].id)
            reads.speakers_of(sessions[0].id)
            reads.fill_ins_from(sessions[0].id, 1)
            reads.floor_of(sessions[0].id)
            reads.note_rows(sessions[0].id)
        for question in (reads.workshop, reads.session_list, reads.vocabulary, reads.drafts, reads.status_line):
            question()
    workspace.next_undo()
