"""Labels: words, plurals, dates and times in the language of a report."""

import re
import tomllib
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from facilitator.domain.errors import LabelsMissing
from facilitator.domain.kinds import NoteKind, Rule, Sector, SessionRole, Status
from facilitator.paths import resources
from facilitator.report.labels import Labels

ENGLISH = Labels.load("en")
# 9 August 2023, 05:41 UTC.
INSTANT = 1_691_559_660_000


def test_a_language_that_is_not_there_falls_back_to_its_base() -> None:
    assert Labels.load("en-AU").language == "en"
    assert Labels.load("EN_gb").language == "en"


def test_an_unknown_language_is_refused_and_the_known_ones_are_named() -> None:
    with pytest.raises(LabelsMissing) as caught:
        Labels.load("tlh")

    assert str(caught.value) == "Reports cannot be printed in the language tlh. The languages are: en."
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(("n", "text"), [(0, "0 notes"), (1, "1 note"), (2, "2 notes"), (21, "21 notes")])
def test_a_count_takes_the_plural_form_of_the_language(n: int, text: str) -> None:
    assert ENGLISH.count("note", n) == text


def test_dates_read_as_english_writes_them() -> None:
    assert ENGLISH.long_date(date(2023, 8, 9)) == "Wednesday 9 August 2023"


@pytest.mark.parametrize(
    ("days", "text"),
    [
        ([], ""),
        ([date(2023, 8, 9)], "9 August 2023"),
        ([date(2023, 8, 10), date(2023, 8, 9)], "9–10 August 2023"),
        ([date(2023, 8, 31), date(2023, 9, 1)], "31 August – 1 September 2023"),
        ([date(2023, 12, 31), date(2024, 1, 1)], "31 December 2023 – 1 January 2024"),
    ],
)
def test_a_span_of_days_says_month_and_year_once_where_they_are_the_same(days: list[date], text: str) -> None:
    assert ENGLISH.dates(days) == text


def test_hours_are_joined_by_an_en_dash_and_may_be_missing() -> None:
    assert ENGLISH.hours(time(11, 15), time(12, 30)) == "11:15–12:30"
    assert ENGLISH.hours(time(9), None) == "09:00"
    assert ENGLISH.hours(None, time(9)) == ""


def test_an_instant_is_told_in_the_time_zone_of_the_workshop() -> None:
    assert ENGLISH.instant(INSTANT, "Asia/Bangkok") == "9 August 2023, 12:41"
    assert ENGLISH.instant(INSTANT, "Asia/Bangkok", weekday=True) == "Wednesday 9 August 2023, 12:41"
    assert ENGLISH.instant(INSTANT, "Pacific/Apia") == "9 August 2023, 18:41"
    assert ENGLISH.interval(INSTANT, INSTANT + 600_000, "UTC") == "05:41–05:51"
    assert ENGLISH.interval(INSTANT, None, "UTC") == "from 05:41"


@pytest.mark.parametrize(
    ("zone", "text"),
    [("Asia/Bangkok", "UTC+7"), ("Asia/Kolkata", "UTC+5:30"), ("UTC", "UTC+0"), ("Pacific/Pitcairn", "UTC-8")],
)
def test_the_offset_of_a_time_zone_is_short(zone: str, text: str) -> None:
    assert ENGLISH.offset(INSTANT, zone) == text


def test_braces_in_what_people_typed_are_text() -> None:
    assert ENGLISH.text("joints.quote", text="{n} {0}") == "“{n} {0}”"


@pytest.mark.parametrize(
    ("table", "words"),
    [("kinds", NoteKind), ("counts", Status), ("statuses", Status), ("sectors", Sector), ("roles", SessionRole)],
)
def test_every_word_of_the_field_has_a_label(table: str, words: Any) -> None:
    assert {str(word) for word in words} <= set(ENGLISH.words[table])


def test_every_rule_is_explained() -> None:
    for rule in Rule:
        for name in ("rule", "foot", "others", "foot_others", "says", "those"):
            assert ENGLISH.text(f"attribution.{name}_{rule}")


LABEL_FILES = sorted((resources() / "labels").glob("*.toml"))


def flat(words: dict[str, Any], prefix: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in words.items():
        found |= flat(value, f"{prefix}{name}.") if isinstance(value, dict) else {f"{prefix}{name}": value}
    return found


@pytest.mark.parametrize("path", LABEL_FILES, ids=lambda path: path.stem)
def test_every_language_has_the_labels_and_places_of_english(path: Path) -> None:
    english, other = flat(dict(ENGLISH.words)), flat(tomllib.loads(path.read_text(encoding="utf-8")))
    plurals = {"zero", "one", "two", "few", "many"}

    def whole(labels: dict[str, str]) -> dict[str, set[str]]:
        named = {name: text for name, text in labels.items() if name.rpartition(".")[2] not in plurals}
        return {name: set(re.findall(r"\{(\w+)\}", text)) for name, text in named.items()}

    assert whole(other) == whole(english)


def test_no_label_is_left_that_nothing_prints() -> None:
    source = "\n".join(
        path.read_text(encoding="utf-8")
        for path in Path(__file__).parents[2].joinpath("src/facilitator/report").rglob("*.py")
    )
    quoted = set(re.findall(r'"([^"\n]*)"', source))
    # Names that are put together from a word of the field or of a column.
    made = re.compile(r"(counts|kinds|statuses|sectors|roles|joints|dates|facts|attribution|matrix|about)\.|.*\.head_")
    named = [name for name in flat(dict(ENGLISH.words)) if not made.match(name)]

    assert [name for name in named if not {name, name.rpartition(".")[0]} & quoted] == []
