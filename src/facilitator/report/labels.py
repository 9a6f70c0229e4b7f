"""The words that a report prints, by language, with that language's plurals, dates and times."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_datetime, format_time

from facilitator.domain.errors import LabelsMissing
from facilitator.domain.nouns import Instant
from facilitator.paths import resources

_NO_SCRIPT = frozenset({"Zyyy", "Zinh", "Zzzz"})

Words = Mapping[str, "str | Words"]


@dataclass(frozen=True)
class Labels:
    """The labels of one language. A label is found by its dotted name, as in "outcome.contents"."""

    language: str
    locale: Locale
    words: Words

    @classmethod
    def load(cls, language: str) -> Labels:
        """The labels of a language (BCP 47), or of its base language: "en" for "en-AU".

        Raises LabelsMissing, which names the languages that there are.
        """
        return _load(language.replace("_", "-"))

    def text(self, name: str, /, **values: object) -> str:
        """A label with its places filled in."""
        found = self._find(name)
        if not isinstance(found, str):
            raise KeyError(name)
        return found.format_map(values) if values else found

    def plural(self, name: str, n: int, /, **values: object) -> str:
        """The form of a label that the language uses with `n`, which the label may print as {n}."""
        forms = self._find(name)
        if isinstance(forms, str):
            raise KeyError(name)
        form = forms.get(self.locale.plural_form(n), forms["other"])
        return str(form).format_map({"n": n, **values})

    def count(self, what: str, n: int) -> str:
        """How many: "1 note", "26 notes"."""
        return self.plural(f"counts.{what}", n)

    def join(self, texts: Iterable[str], joint: str = "list") -> str:
        """The texts that are not empty, parted by a joint of the language: "list", "clauses" or "parts"."""
        return self.text(f"joints.{joint}").join(text for text in texts if text)

    def language_name(self) -> str:
        """The language of the labels in its own words."""
        return str(self.locale.get_display_name() or self.language)

    def long_date(self, day: date) -> str:
        """Wednesday 9 August 2023."""
        return format_date(day, self.text("dates.long"), locale=self.locale)

    def dates(self, days: Iterable[date]) -> str:
        """From the first to the last day, with an en dash: 9 August 2023, 9-10 August 2023, 31 May - 1 June 2023."""
        ordered = sorted(days)
        if not ordered:
            return ""
        first, last = ordered[0], ordered[-1]
        if first == last:
            return self._date(last, "day")
        if first.year != last.year:
            return self.text("dates.between", first=self._date(first, "day"), last=self._date(last, "day"))
        if first.month != last.month:
            return self.text("dates.between", first=self._date(first, "day_of_year"), last=self._date(last, "day"))
        return self.text("dates.within_month", first=self._date(first, "day_of_month"), last=self._date(last, "day"))

    def clock(self, moment: time) -> str:
        """11:15."""
        return format_time(moment, self.text("dates.time"), locale=self.locale)

    def hours(self, first: time | None, last: time | None) -> str:
        """11:15-12:30 with an en dash, the begin alone, or nothing."""
        if first is None:
            return ""
        return self.text("dates.hours", first=self.clock(first), last=self.clock(last)) if last else self.clock(first)

    def clock_at(self, instant: Instant, zone: str) -> str:
        """The time of day of an instant in a time zone."""
        return format_datetime(_local(instant, zone), self.text("dates.time"), tzinfo=_zone(zone), locale=self.locale)

    def interval(self, first: Instant | None, last: Instant | None, zone: str) -> str:
        """The times of day of two instants, the begin alone as "from 11:40", or nothing."""
        if first is None:
            return ""
        begin = self.clock_at(first, zone)
        if last is None:
            return self.text("dates.from_hour", first=begin)
        return self.text("dates.hours", first=begin, last=self.clock_at(last, zone))

    def instant(self, instant: Instant, zone: str, *, weekday: bool = False) -> str:
        """9 August 2023, 12:41, with the day of the week before it if asked for."""
        pattern = self.text("dates.long" if weekday else "dates.day")
        day = format_date(_local(instant, zone).date(), pattern, locale=self.locale)
        return self.text("dates.instant", day=day, time=self.clock_at(instant, zone))

    def offset(self, instant: Instant, zone: str) -> str:
        """How the time zone stands to UTC then: UTC+7, UTC+5:30."""
        shift = _local(instant, zone).strftime("%z")
        minutes = "" if shift[3:5] == "00" else f":{shift[3:5]}"
        return f"UTC{shift[0]}{int(shift[1:3])}{minutes}"

    def _date(self, day: date, pattern: str) -> str:
        return format_date(day, self.text(f"dates.{pattern}"), locale=self.locale)

    def _find(self, name: str) -> str | Words:
        found: str | Words = self.words
        for step in name.split("."):
            if isinstance(found, str):
                raise KeyError(name)
            found = found[step]
        return found


def script_name(script: str) -> str:
    """What English calls a script (ISO 15924), or signs, where they belong to none or to several."""
    return str(Locale("en").scripts.get(script, "Signs")) if script not in _NO_SCRIPT else "Signs"


def _local(instant: Instant, zone: str) -> datetime:
    return datetime.fromtimestamp(instant / 1000, UTC).astimezone(_zone(zone))


@lru_cache(maxsize=8)
def _zone(name: str) -> tzinfo:
    return ZoneInfo(name)


@lru_cache(maxsize=8)
def _load(language: str) -> Labels:
    files = {path.stem: path for path in _folder().glob("*.toml")}
    by_name = {tag.casefold(): tag for tag in files}
    tag = language.casefold()
    while tag and tag not in by_name:
        tag = tag.rpartition("-")[0]
    if not tag:
        raise LabelsMissing(language=language, languages=", ".join(sorted(files)))
    found = by_name[tag]
    with files[found].open("rb") as file:
        return Labels(found, Locale.parse(found, sep="-"), tomllib.load(file))


def _folder() -> Path:
    return resources() / "labels"
