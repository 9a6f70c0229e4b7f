"""A file comes to the newest schema whole or not at all; models, steps and released text say the same."""

import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2 as driver
from tests.stores.release import released_sql
from tests.workshops import ask, lying_in, make_workshop

from facilitator.store import released, schema
from facilitator.store.check import check
from facilitator.store.migrate import SCRIPTS, lay_out, migrate, upgrade
from facilitator.store.recognise import examine
from facilitator.workspace.opening import open_workspace

STORES = Path(__file__).parents[1] / "stores"
NEXT = released.SCHEMA_VERSION + 1
STEP = f'''
import sys
import sqlalchemy as sa
from alembic import op
revision, down_revision = "{released.revision(NEXT)}", "{released.revision(NEXT - 1)}"

def upgrade():
    with op.batch_alter_table("theme", recreate="always") as theme:
        theme.add_column(sa.Column("motto", sa.Text(), nullable=False, server_default=""))
    op.execute("UPDATE note SET text = text || ' (made over)'")
    if FAILS == "raises":
        raise ZeroDivisionError
    if FAILS == "dangles":
        op.execute("DELETE FROM session")
    if FAILS == "waits":
        print("half", flush=True)
        sys.stdin.read()
'''


@contextmanager
def in_memory() -> Iterator[Connection]:
    with closing(driver.connect(":memory:", isolation_level=None)) as raw:
        engine = create_engine("sqlite+pysqlite://", module=driver, creator=lambda: raw, poolclass=StaticPool)
        with engine.connect() as connection, connection.begin():
            yield connection


def items(connection: Connection) -> frozenset[released.Item]:
    return released.in_order(tuple(row) for row in connection.exec_driver_sql(released.ITEMS))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_workshop(tmp_path / "water.workshop")


def steps(folder: Path, fails: str = "") -> Path:
    """The released steps, and one more that is not."""
    scripts = Path(shutil.copytree(SCRIPTS, folder / "steps"))
    (scripts / "versions" / "next.py").write_text(STEP.replace("FAILS", repr(fails)))
    return scripts


def test_the_released_text_is_what_the_models_say() -> None:
    text = (released.FOLDER / f"{released.revision(released.SCHEMA_VERSION)}.sql").read_text(encoding="utf-8")

    # After a release the answer is a new schema with a step to it, never the same one written again.
    assert text == released_sql()


def test_the_steps_lead_to_what_the_models_say() -> None:
    with in_memory() as connection:
        upgrade(connection)

        assert items(connection) == released.items(released.SCHEMA_VERSION)
        compared = {"compare_type": True, "compare_server_default": True}
        assert compare_metadata(MigrationContext.configure(connection, opts=compared), schema.Base.metadata) == []


def test_a_new_file_is_what_the_steps_make_of_an_empty_one(tmp_path: Path) -> None:
    (tmp_path / "new").touch()
    (tmp_path / "migrated").touch()
    lay_out(tmp_path / "new", bytes(16))
    migrate(tmp_path / "migrated")

    new, migrated = (released.in_order(ask(tmp_path / name, released.ITEMS)) for name in ("new", "migrated"))  # type: ignore[arg-type]
    assert new == migrated
    for question in ("PRAGMA user_version", "SELECT * FROM alembic_version"):
        assert ask(tmp_path / "new", question) == ask(tmp_path / "migrated", question)


def test_a_new_file_is_made_without_loading_alembic(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from facilitator.store.migrate import lay_out\n"
        "path = Path(sys.argv[1]); path.touch(); lay_out(path, bytes(16)); sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program, str(tmp_path / "new")]).returncode == 0


def test_a_step_changes_tables_and_rows_and_keeps_what_refers_to_them(path: Path, tmp_path: Path) -> None:
    before = ask(path, "SELECT count(*) FROM note")

    migrate(path, steps(tmp_path), NEXT)

    assert ask(path, "PRAGMA user_version") == [(NEXT,)]
    assert ask(path, "SELECT version_num FROM alembic_version") == [(released.revision(NEXT),)]
    assert ask(path, "SELECT count(*) FROM note WHERE text LIKE '%(made over)'") == before
    assert ask(path, "SELECT DISTINCT motto FROM theme") == [("",)]
    assert ask(path, "SELECT count(*) FROM membership")[0][0] > 0
    assert ask(path, "PRAGMA foreign_key_check") == []


@pytest.mark.parametrize(("fails", "error"), [("raises", ZeroDivisionError), ("dangles", RuntimeError)])
def test_a_step_that_fails_leaves_the_file_as_it_was(
    path: Path, tmp_path_factory: pytest.TempPathFactory, fails: str, error: type[Exception]
) -> None:
    before = lying_in(path.parent)

    with pytest.raises(error):
        migrate(path, steps(tmp_path_factory.mktemp("steps"), fails), NEXT)

    assert lying_in(path.parent) == before
    examine(path)


def test_killed_in_the_middle_the_file_is_as_it_was(path: Path, tmp_path: Path) -> None:
    before = ask(path, "SELECT text FROM note")
    program = (
        "import sys; from pathlib import Path; from facilitator.store.migrate import migrate\n"
        "migrate(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))"
    )
    arguments = [sys.executable, "-c", program, str(path), str(steps(tmp_path, "waits")), str(NEXT)]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"half\n"
        process.send_signal(signal.SIGKILL)

    assert examine(path).version == released.SCHEMA_VERSION
    assert ask(path, "SELECT text FROM note") == before


def test_a_file_of_every_released_schema_is_opened(tmp_path: Path) -> None:
    stored = sorted(STORES.glob("schema-*.workshop"))
    assert [file.name for file in stored] == [f"schema-{n}.workshop" for n in range(1, released.SCHEMA_VERSION + 1)]

    for file in stored:
        path = Path(shutil.copy(file, tmp_path))
        with closing(open_workspace(path)) as workspace, workspace.read() as reads:
            assert len(reads.content().notes) == 12


def test_a_file_of_the_first_schema_keeps_its_notes_and_takes_turns(tmp_path: Path) -> None:
    path = Path(shutil.copy(STORES / "schema-1.workshop", tmp_path))
    with closing(open_workspace(path)) as workspace:
        with workspace.edit("Ask") as edits, workspace.read() as reads:
            session = reads.sessions()[0].id
            edits.turns.ask(session, edits.people.speaker("Kim"))
        with workspace.read() as reads:
            assert [line.speaker.name for line in reads.floor_of(session).waiting] == ["Kim"]
    assert check(path) == ()
