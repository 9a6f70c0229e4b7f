"""Which backups are kept, and where they stand."""

# ruff: noqa: DTZ001 - names of backups tell the time of the wall

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.store.shelf import (
    DAYS,
    MONTHS,
    WEEKS,
    advice,
    backup_name,
    backups_of,
    clear,
    shelf,
    taken_at,
    to_delete,
)

TODAY = date(2026, 3, 2)
MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2026, 3, 3))


@settings(deadline=None, max_examples=200)
@given(taken=st.sets(MOMENTS, max_size=80))
def test_the_newest_and_those_of_today_are_never_deleted_and_the_rest_is_few(taken: set[datetime]) -> None:
    gone = to_delete(taken, TODAY)
    kept = taken - gone

    assert gone <= taken
    if taken:
        assert max(taken) in kept
    assert {moment for moment in taken if moment.date() >= TODAY} <= kept
    assert len([moment for moment in kept if moment.date() < TODAY]) <= DAYS + WEEKS + MONTHS


@settings(deadline=None, max_examples=200)
@given(taken=st.sets(MOMENTS, max_size=80))
def test_clearing_twice_deletes_nothing_more(taken: set[datetime]) -> None:
    kept = taken - to_delete(taken, TODAY)
    assert to_delete(kept, TODAY) == set()


@settings(deadline=None, max_examples=200)
@given(taken=st.sets(MOMENTS, max_size=80))
def test_of_each_day_kept_it_is_the_last_backup(taken: set[datetime]) -> None:
    for moment in taken - to_delete(taken, TODAY):
        later = [other for other in taken if other.date() == moment.date() and other > moment]
        assert not later or moment.date() >= TODAY


def test_after_two_years_of_work_twelve_days_ten_weeks_and_nine_months_are_left() -> None:
    kept: set[datetime] = set()
    for day in range(730):
        now = datetime(2024, 1, 1) + timedelta(days=day)
        kept |= {now + timedelta(hours=9), now + timedelta(hours=17)}
        kept -= to_delete(kept, now.date())

    last = max(kept).date()
    ages = sorted((last - moment.date()).days for moment in kept)
    assert len(ages) == 2 + DAYS + WEEKS + MONTHS
    assert ages[2:14] == list(range(1, 13))
    assert 250 < ages[-1] < 400


def test_the_only_backup_stays_however_old() -> None:
    assert to_delete({datetime(1999, 1, 1)}, TODAY) == set()


@pytest.mark.parametrize(
    "name", ["water.workshop", "a b.c.workshop", "[x]*?.workshop", "no ending", "ü" * 120 + ".workshop"]
)
def test_a_backup_is_found_by_the_name_it_was_given(name: str, own_folders: Path) -> None:
    path = Path("/somewhere") / name
    moment = datetime(2026, 3, 1, 12, 30, 59)
    folder = shelf(path)
    folder.mkdir(parents=True)
    made = folder / backup_name(path, moment)
    made.touch()

    assert taken_at(made, path) == moment
    assert backups_of(path) == [made]
    assert str(made) in advice(path)
    assert len(made.name.encode()) <= 255


def test_backups_of_other_workshops_and_other_files_are_left_alone(tmp_path: Path) -> None:
    path = Path("water.workshop")
    other = ["water-2-20200101-000000.workshop", "water-20201399-000000.workshop", "water.workshop", "notes.txt"]
    mine = [f"water-{day}-000000.workshop" for day in ("20200101", "20200102")]
    for name in (*other, *mine):
        (tmp_path / name).touch()

    clear(tmp_path, path, date(2020, 1, 3))
    assert {file.name for file in tmp_path.iterdir()} == {*other, *mine}

    (tmp_path / "water-20200102-120000.workshop").touch()
    clear(tmp_path, path, date(2020, 1, 3))
    assert mine[1] not in {file.name for file in tmp_path.iterdir()}
    assert len(list(tmp_path.iterdir())) == len(other) + 2


def test_two_workshops_of_one_name_have_two_shelves() -> None:
    assert shelf(Path("/a/water.workshop")) != shelf(Path("/b/water.workshop"))


def test_without_a_backup_the_advice_says_so() -> None:
    assert "no backup" in advice(Path("/a/water.workshop"))
