"""Connections: what is set on each, and what the watch notices."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2 as driver
from tests.store.histories import new_workshop
from tests.workshops import lying_in

from facilitator.domain.errors import FileReplaced
from facilitator.store import engine as engines
from facilitator.store.engine import WRITING, Engine, Watch, lies_at, log_works, open_engine


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return new_workshop(tmp_path / "water.workshop")


@pytest.fixture
def engine(path: Path) -> Iterator[Engine]:
    opened = open_engine(path)
    yield opened
    opened.dispose()


def setting(engine: Engine, name: str) -> object:
    with engine.connect() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("secure_delete", 1),
        ("busy_timeout", 5000),
    ],
)
def test_every_connection_has_what_keeps_the_file_safe(engine: Engine, name: str, value: object) -> None:
    assert setting(engine, name) == value


def test_a_rollback_takes_back_what_was_written(engine: Engine) -> None:
    with engine.connect() as connection:
        connection.exec_driver_sql("INSERT INTO numbering VALUES ('S', 1)")
        connection.rollback()
        assert connection.exec_driver_sql("SELECT count(*) FROM numbering").scalar() == 0


def test_a_writer_takes_the_lock_before_it_reads(engine: Engine) -> None:
    with engine.connect().execution_options(**WRITING) as one, engine.connect().execution_options(**WRITING) as other:
        one.begin()
        other.connection.cursor().execute("PRAGMA busy_timeout=0")
        with pytest.raises(driver.OperationalError, match="locked"):
            other.begin()


def test_a_reader_cannot_write_and_leaves_nothing_beside_the_file(path: Path, tmp_path: Path) -> None:
    before = lying_in(tmp_path)
    for how in ({"read_only": True}, {"immutable": True}):
        reader = open_engine(path, **how)
        with reader.connect() as connection:
            assert connection.exec_driver_sql("SELECT title FROM workshop").scalar() == "Water and peace"
            with pytest.raises(DBAPIError, match="readonly"):
                connection.exec_driver_sql("DELETE FROM workshop")
        reader.dispose()
    assert lying_in(tmp_path) == before


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(DBAPIError, match="unable to open"):
        open_engine(tmp_path / "none.workshop").connect()
    assert lying_in(tmp_path) == {}


def test_a_name_with_signs_that_mean_something_in_an_address_is_opened(path: Path, tmp_path: Path) -> None:
    odd = tmp_path / "50% of #1? ปี.workshop"
    path.rename(odd)
    with closing(open_engine(odd).raw_connection()) as connection:
        assert connection.cursor().execute("SELECT count(*) FROM workshop").fetchone() == (1,)


def test_whether_a_log_works_is_tried_without_leaving_a_trace(tmp_path: Path) -> None:
    assert log_works(tmp_path)
    assert lying_in(tmp_path) == {}


def test_where_no_log_works_a_file_that_was_left_with_one_keeps_what_is_in_it(path: Path, tmp_path: Path) -> None:
    with closing(engines._connection(f"file:{path}?mode=rw", (*engines.ALWAYS, *engines.WITH_LOG))) as writer:
        writer.execute("INSERT INTO numbering VALUES ('S', 7)")
        copy = tmp_path / "copy.workshop"
        for ending in ("", "-wal"):
            shutil.copyfile(f"{path}{ending}", f"{copy}{ending}")
    with closing(engines._connection(f"file:{copy}?mode=rw", (*engines.ALWAYS, *engines.WITHOUT_LOG))) as connection:
        assert connection.execute("SELECT count FROM numbering").fetchone() == (7,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert connection.execute("PRAGMA synchronous").fetchone() == (3,)
        connection.execute("INSERT INTO numbering VALUES ('R', 1)")
    assert not Path(f"{copy}-wal").exists()


def test_a_copy_lies_elsewhere_and_a_renamed_file_does_not(path: Path, tmp_path: Path) -> None:
    there = lies_at(path)
    shutil.copyfile(path, tmp_path / "copy")
    assert lies_at(tmp_path / "copy") != there
    assert lies_at(path.rename(tmp_path / "renamed")) == there


class TestWatch:
    def test_a_file_that_stays_is_no_finding(self, path: Path) -> None:
        watch = Watch(path)
        watch.check()
        watch.check()

    @pytest.mark.parametrize("ending", ["", "-wal"])
    def test_a_file_or_log_that_is_removed_or_replaced_is_noticed(
        self, path: Path, engine: Engine, ending: str
    ) -> None:
        with engine.connect() as connection:
            connection.exec_driver_sql("INSERT INTO numbering VALUES ('S', 1)")
            connection.commit()
            watch = Watch(path)
            watch.check()
            victim = Path(f"{path}{ending}")
            victim.rename(f"{victim}.away")
            with pytest.raises(FileReplaced):
                watch.check()
            shutil.copyfile(f"{victim}.away", victim)
            with pytest.raises(FileReplaced):
                watch.check()
            victim.unlink()
            Path(f"{victim}.away").rename(victim)
            watch.check()
