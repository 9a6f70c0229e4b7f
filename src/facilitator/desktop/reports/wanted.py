"""What a person wants on paper, as data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from facilitator.desktop.marking import N

if TYPE_CHECKING:
    from facilitator.domain.kinds import Rule
    from facilitator.settings import Paper


@dataclass(frozen=True, slots=True)
class Kind:
    """A report: the name of the job, what people call it, its formats, and what is chosen for it."""

    name: str
    text: str
    endings: tuple[str, ...]
    by_session: bool = False
    by_day: bool = False


KINDS = (
    Kind("session", N("Reports", "Session summary"), (".pdf", ".docx"), by_session=True),
    Kind("day", N("Reports", "The day in one page"), (".pdf",), by_day=True),
    Kind("outcome", N("Reports", "Outcome document"), (".pdf", ".docx")),
    Kind("matrix", N("Reports", "Recommendation matrix"), (".pdf", ".docx")),
    Kind("minutes", N("Reports", "Minutes"), (".pdf", ".docx"), by_session=True),
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A report with its choices. `sessions` are printed numbers, all when empty; `rule` None is that of each note."""

    report: str
    sessions: tuple[str, ...]
    day: date | None
    rule: Rule | None
    paper: Paper
