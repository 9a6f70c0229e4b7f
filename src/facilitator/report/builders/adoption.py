"""How far the recommendations of a workshop have come: what outcome document and matrix both print."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from facilitator.domain.kinds import Status
from facilitator.domain.record import Record, RecordRecommendation
from facilitator.report.labels import Labels

from .options import ReportOptions

ADOPTED = frozenset({Status.AGREED, Status.AGREED_WITH_RESERVATION})
SET_ASIDE = frozenset({Status.NOT_AGREED, Status.PARKED, Status.MERGED})

# Unit separator: no cleaned text contains it, so that fields cannot flow into each other.
_BETWEEN = "\x1f"


def live(record: Record) -> tuple[RecordRecommendation, ...]:
    """The recommendations that are adopted or may still be."""
    return tuple(one for one in record.recommendations if one.status not in SET_ASIDE)


def set_aside(record: Record) -> tuple[RecordRecommendation, ...]:
    """The recommendations that were not agreed, parked, or merged into another."""
    return tuple(one for one in record.recommendations if one.status in SET_ASIDE)


def by_theme(
    record: Record, living: Iterable[RecordRecommendation]
) -> Iterator[tuple[int, list[RecordRecommendation]]]:
    """Each theme's place with the recommendations at home in it; a theme's children come directly after it.

    A theme without any is given too: it may have a digest.
    """
    by_number = {one.number: one for one in living}
    for place in _nested(record):
        numbers = record.themes[place].recommendations
        yield place, [by_number[number] for number in numbers if number in by_number]


def _nested(record: Record) -> Iterator[int]:
    for place, theme in enumerate(record.themes):
        if theme.parent is None:
            yield place
            yield from (child for child, other in enumerate(record.themes) if other.parent == place)


def counted(ones: Sequence[RecordRecommendation], labels: Labels) -> str:
    """How many recommendations of each status: "15 agreed, 3 agreed with reservation"."""
    counts = Counter(one.status for one in ones)
    return labels.join(labels.count(status, counts[status]) for status in Status if counts[status])


def state_text(record: Record, labels: Labels, options: ReportOptions) -> str:
    """The state of the text as the foot says it: adopted only when every living recommendation is."""
    living = live(record)
    adopted = bool(living) and all(one.status in ADOPTED for one in living)
    instant = labels.instant(options.state_at, record.time_zone)
    return labels.text("page.adopted_state" if adopted else "page.draft_state", instant=instant)


def check_value(record: Record) -> str:
    """Four groups of hexadecimal digits that change with any word, status or place of a theme or recommendation.

    The first 64 bits of a SHA-256 over what outcome document and matrix print of them.
    """
    digest = hashlib.sha256()
    for text in (record.title, record.conclusions):
        digest.update(f"{text}{_BETWEEN}".encode())
    for theme in record.themes:
        fields = (theme.name, theme.digest, str(theme.parent), *theme.recommendations)
        digest.update(f"{_BETWEEN.join(fields)}\n".encode())
    for one in record.recommendations:
        digest.update(f"{_BETWEEN.join(_fields(one))}\n".encode())
    whole = digest.hexdigest()
    return " ".join(whole[start : start + 4] for start in range(0, 16, 4))


def _fields(one: RecordRecommendation) -> Iterator[str]:
    yield from (one.number, one.wording, one.status, one.status_note, one.merged_into)
    yield from (one.addressed_to, one.action, one.timeframe, one.indicator, one.resources, str(one.home))
    yield from (*map(str, one.further), _BETWEEN, *one.sources)
    for held in one.reservations:
        yield from (_BETWEEN, held.text, held.constituency)
