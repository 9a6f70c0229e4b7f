"""Workshop files for tests, and what lies in a folder."""

from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from facilitator.domain.kinds import NoteKind, Status
from facilitator.store.edits import Edits
from facilitator.workspace.opening import create_workspace

KINDS = tuple(NoteKind)


def fill(edits: Edits, notes: int = 12) -> None:
    """One session, one theme, notes of every kind in turn, and a status."""
    session = edits.sessions.add("Opening")
    theme = edits.themes.named("Financing")
    for number in range(notes):
        captured = edits.notes.capture(session.id, KINDS[number % len(KINDS)], f"Said {number}", theme_ids=[theme])
    wall = edits.recommendations.add("Publish the budget", [theme])
    edits.recommendations.set_status(wall.id, Status.TABLED)
    assert captured is not None


def make_workshop(path: Path, notes: int = 12) -> Path:
    """A closed workshop file with 12 notes and 2 recommendations."""
    workspace = create_workspace(path, title="Water")
    with workspace.edit("Fill") as edits:
        fill(edits, notes)
    workspace.close()
    return path


def lying_in(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes: two of these are equal when nothing was touched."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def run_sql(path: Path, *statements: str) -> None:
    """Change a file past the app."""
    connection = driver.connect(str(path), isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()
    assert not path.with_name(path.name + "-wal").exists()


def ask(path: Path, question: str) -> list[tuple[object, ...]]:
    """Read a file past the app."""
    connection = driver.connect(str(path), isolation_level=None)
    try:
        return list(connection.execute(question).fetchall())
    finally:
        connection.close()
