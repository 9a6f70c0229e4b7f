"""Kill -9 at any moment: before or after, never between, and nothing that was acknowledged is lost."""

import json
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.faults.killed import TURNS
from tests.workshops import make_workshop

from facilitator.domain.kinds import NoteKind
from facilitator.jobs.check import check
from facilitator.store.migrate import SCRIPTS
from facilitator.store.recognise import reading
from facilitator.store.released import SCHEMA_VERSION, revision
from facilitator.workspace.opening import open_workspace

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="this system cannot fork")

PROGRAM = Path(__file__).with_name("killed.py")
NOTES, STEPS = 12, 12
KILLS = {"edit": 15, "step": 13, "undo": 17, "one": 17, "fill": 17, "add": 17, "save": 17}
"""The last five are commands that a person types: 85 kills."""
LINES = 1500
NEXT = SCHEMA_VERSION + 1
STEP = """
from alembic import op
revision, down_revision = "%s", "%s"

def upgrade():
    with op.batch_alter_table("note") as note:
        note.alter_column("rule", new_column_name="taken_under")
    op.execute("UPDATE note SET text = text || ' (made over)'")
"""


class Killer:
    """The program that does tasks and is killed at them."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(PROGRAM)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def run(self, task: str, path: Path, other: Path, seconds: float) -> tuple[list[str], float, bool]:
        """What the task acknowledged before it was killed after so many seconds, how long it lived, and if it was."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        order = {"task": task, "path": str(path), "other": str(other), "seconds": seconds}
        print(json.dumps(order), file=self._process.stdin, flush=True)
        said: list[str] = []
        for line in self._process.stdout:
            if line.startswith("end "):
                _, lived, was_killed = line.split()
                return said, float(lived), was_killed == "1"
            said.append(line.strip())
        raise AssertionError("the program ended")

    def close(self) -> None:
        self._process.communicate()


@pytest.fixture(scope="module")
def killer() -> Iterator[Killer]:
    killer = Killer()
    yield killer
    killer.close()


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with some steps to take back."""
    path = make_workshop(tmp_path_factory.mktemp("start") / "water.workshop", NOTES)
    workspace = open_workspace(path)
    with workspace.read() as reads:
        session = reads.content().sessions[0].id
    for number in range(STEPS):
        with workspace.edit("Note") as edits:
            edits.notes.capture(session, NoteKind.POINT, f"Step {number}")
    workspace.close()
    return path


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The released steps of the schema, and one that is not."""
    folder = Path(shutil.copytree(SCRIPTS, tmp_path_factory.mktemp("scripts") / "steps"))
    (folder / "versions" / "next.py").write_text(STEP % (revision(NEXT), revision(SCHEMA_VERSION)))
    return folder


def ask(path: Path, question: str) -> list[str]:
    """One column of what the file as it lies there says, and nothing is changed by asking."""
    with reading(path) as connection:
        return [str(row[0]) for row in connection.execute(question)]


def names(folder: Path) -> set[str]:
    """What a person sees in the folder."""
    return {path.name for path in folder.iterdir() if not path.name.startswith(".")}


def after_edit(path: Path, _: Path, said: list[str]) -> None:
    numbers = ask(path, "SELECT prefix || count FROM note WHERE text LIKE 'Typed %' ORDER BY count")
    assert numbers[: len(said)] == said
    assert len(numbers) <= len(said) + 1
    assert check(path).ok


def after_undo(path: Path, _: Path, said: list[str]) -> None:
    # Each of the steps made a note.
    done = [STEPS, *range(STEPS - 1, STEPS - TURNS - 1, -1), *range(STEPS - TURNS + 1, STEPS + 1)]
    undone, redone = ask(
        path, "SELECT count(*) FROM entry WHERE kind = 'undo' UNION ALL SELECT count(*) FROM entry WHERE kind = 'redo'"
    )
    taken = int(undone) + int(redone)
    assert len(said) <= taken <= len(said) + 1
    notes = int(ask(path, "SELECT count(*) FROM note")[0])
    assert notes == NOTES + done[taken]
    assert check(path).ok


def after_fill(path: Path, _: Path, said: list[str]) -> None:
    assert path.exists() or not said
    assert names(path.parent) <= {path.name}
    if path.exists():
        assert ask(path, "SELECT count(*) FROM note") == [str(LINES)]
        assert check(path).ok


def after_add(path: Path, _: Path, said: list[str]) -> None:
    total = int(ask(path, "SELECT count(*) FROM note")[0]) - NOTES - STEPS
    assert total == LINES or (total == 0 and not said)
    assert check(path).ok


def after_one(path: Path, _: Path, said: list[str]) -> None:
    lines = int(ask(path, "SELECT count(*) FROM note WHERE text LIKE 'Line %'")[0])
    assert len(said) <= lines <= len(said) + 1
    assert check(path).ok


def after_step(path: Path, _: Path, said: list[str]) -> None:
    version, made_over = (
        ask(path, "PRAGMA user_version"),
        ask(path, "SELECT count(*) FROM note WHERE text LIKE '%over)'"),
    )
    if version == [str(SCHEMA_VERSION)]:
        assert not said
        assert made_over == ["0"]
        assert check(path).ok
    else:
        assert version == [str(NEXT)] == ask(path, "SELECT version_num * 1 FROM alembic_version")
        assert made_over == [str(NOTES + STEPS)]
        assert ask(path, "PRAGMA integrity_check") == ["ok"]


def after_save(path: Path, folder: Path, said: list[str]) -> None:
    made = names(folder) if folder.exists() else set()
    assert set(said) <= made
    assert len(made) <= len(said) + 1
    for name in made:
        assert ask(folder / name, "SELECT count(*) FROM note") == [str(NOTES + STEPS)]
        assert check(folder / name).ok
    assert check(path).ok


AFTER: dict[str, Callable[[Path, Path, list[str]], None]] = {
    "edit": after_edit,
    "undo": after_undo,
    "one": after_one,
    "fill": after_fill,
    "add": after_add,
    "step": after_step,
    "save": after_save,
}


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: a kill takes nothing from the system's cache, so why wait for the disk."""
    memory = Path("/dev/shm")
    if not memory.is_dir():
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        yield Path(folder)


@pytest.mark.parametrize("task", KILLS)
def test_after_kill_9_the_file_is_as_before_or_as_after(
    killer: Killer, start: Path, scripts: Path, room: Path, task: str, many: int
) -> None:
    seed = random.SystemRandom().randrange(10**9)
    print("seed", seed)
    dice = random.Random(seed)
    source = room / "source.txt"
    source.write_text("".join(f"Line {number}\n" for number in range(1 if task == "one" else LINES)))

    def trial(number: int, seconds: float) -> tuple[float, bool]:
        folder = room / str(number)
        folder.mkdir()
        path = folder / "water.workshop"
        if task != "fill":
            shutil.copy(start, path)
        other = {"step": scripts, "save": room / f"backups {number}"}.get(task, source)
        said, lived, was_killed = killer.run(task, path, other, seconds)
        print("trial", number, "killed" if was_killed else "ended", "after", lived, "having said", len(said))
        AFTER[task](path, other, said)
        if path.exists() and task != "step":
            open_workspace(path).close()
            assert names(folder) == {"water.workshop"}
        shutil.rmtree(folder)
        return lived, was_killed

    # The first one is not killed: it says how long the task takes.
    whole, _ = trial(0, 60.0)
    killed = 0
    for number in range(1, 4 * KILLS[task] * many):
        killed += trial(number, dice.uniform(0.0, whole))[1]
        if killed == KILLS[task] * many:
            break
    assert killed == KILLS[task] * many
