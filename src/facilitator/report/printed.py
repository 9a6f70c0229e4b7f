"""What the reports of one file say in all, so that a warning about words comes only where those words are printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from .model import Report

_CUT: str = "…"


class Printed:
    """Every text of some reports, in their longest forms."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._texts = {text for report in reports for text in _texts_of(report) if text.strip()}
        self._whole = "\n".join(self._texts)
        self._cut = tuple(text.removesuffix(_CUT).rstrip() for text in self._texts if text.endswith((_CUT, ".")))

    def holds(self, text: str) -> bool:
        """Whether a text, one of its lines, or the beginning of it to which it was shortened, stands in a report."""
        lines = [line.strip() for line in text.split("\n") if line.strip()]
        flowing = " ".join(lines)
        return any(line in self._whole for line in (flowing, *lines)) or any(map(flowing.startswith, self._cut))


def _texts_of(report: Report) -> Iterator[str]:
    for thing in (report.title, report.furniture, report.side, tuple(report.body())):
        yield from _walked(thing)


def _walked(thing: object) -> Iterator[str]:
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for one in thing:
            yield from _walked(one)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from _walked(getattr(thing, field.name))
