"""Export: a report of a workshop, or its whole content, written to a file that is there only when it is whole."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal

from facilitator.domain.errors import FormatImpossible, NotInThisVersion, OptionOfOtherReport, ReportUnknown
from facilitator.domain.kinds import Rule
from facilitator.domain.nouns import Instant
from facilitator.workspace.opening import open_workspace

from .exported import Exported
from .progress import Progress, untold

WORKSHOP = "workshop"
# Each report with the formats that it can be written in, the usual one first.
REPORTS: Mapping[str, tuple[str, ...]] = {
    "session": (".pdf", ".docx"),
    "day": (".pdf",),
    "outcome": (".pdf", ".docx"),
    "matrix": (".pdf", ".docx"),
    "minutes": (".pdf", ".docx"),
    WORKSHOP: (".json",),
}
LATER_REPORTS = frozenset({"draft", "cards", "sign-in", "badges", "tents"})
LATER_FORMATS = frozenset({".xlsx", ".docx"})
BY_SESSION = frozenset({"session", "minutes"})
BY_DAY = frozenset({"session", "minutes", "day"})


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What may be chosen. `now` is the moment printed as the state of the text; `sessions` are as typed (`3` or `S3`).

    `language` and `paper` None mean those of the settings.
    """

    now: Instant
    sessions: tuple[str, ...] = ()
    day: date | None = None
    attribution: Rule | None = None
    language: str | None = None
    paper: Literal["a4", "letter"] | None = None
    include_private: bool = False


def export(path: Path, report: str, out: Path, options: ExportOptions, progress: Progress = untold) -> Exported:
    """Write `report` of the workshop at `path` to `out`, whose ending is the format.

    Raises ReportUnknown, NotInThisVersion, FormatImpossible, OptionOfOtherReport, LabelsMissing, SessionNotThere,
    DayNotThere, NothingToPrint, and what opening a workshop and `files.writing` raise.
    """
    ending = _format(report, out)
    _check_options(report, options)
    with closing(open_workspace(path, read_only=True)) as workspace, workspace.read() as reads:
        content, counters = reads.content(), reads.counters()
    there = os.path.lexists(out)
    if report == WORKSHOP:
        from .export_workshop import export_workshop

        exported = export_workshop(content, counters, out, include_private=options.include_private)
        return replace(exported, replaced=there)
    # Only now: neither a wrong word nor a copy of the content needs the fonts and the setting of type.
    from .export_report import export_report

    return replace(export_report(content, report, ending, out, options, progress), replaced=there)


def preview(path: Path, report: str, out: Path, options: ExportOptions, progress: Progress = untold) -> Exported:
    """Write the PDF of `report` to a file of our own, to be looked at and then printed; raises as `export`.

    It can be shown as soon as `progress` is told a whole, and be printed when this returns: then it is proven.
    """
    _format(report, out)
    _check_options(report, options)
    with closing(open_workspace(path, read_only=True)) as workspace, workspace.read() as reads:
        content = reads.content()
    from .export_report import preview_report

    return preview_report(content, report, out, options, progress)


def _format(report: str, out: Path) -> str:
    if report in LATER_REPORTS:
        raise NotInThisVersion(what=f"The report {report}")
    if report not in REPORTS:
        raise ReportUnknown(report=report, reports=", ".join(REPORTS))
    ending = out.suffix.casefold()
    if ending in REPORTS[report]:
        return ending
    if ending in LATER_FORMATS and report != WORKSHOP:
        raise NotInThisVersion(what=f"The report {report} as {ending}")
    raise FormatImpossible(report=report, name=out.name or str(out), endings=" or ".join(REPORTS[report]))


def _check_options(report: str, options: ExportOptions) -> None:
    if report == WORKSHOP and options.attribution is not None:
        advice = "It copies the whole file, names included; export a report to hide them."
        raise OptionOfOtherReport(option="--attribution", report=report, advice=advice)
    if report != WORKSHOP and options.include_private:
        advice = "Private notes are never printed; only the report workshop can copy them."
        raise OptionOfOtherReport(option="--include-private", report=report, advice=advice)
    if options.sessions and report not in BY_SESSION:
        advice = f"It chooses among sessions in: {', '.join(sorted(BY_SESSION))}."
        raise OptionOfOtherReport(option="--session", report=report, advice=advice)
    if options.day is not None and report not in BY_DAY:
        advice = f"It chooses a day in: {', '.join(sorted(BY_DAY))}."
        raise OptionOfOtherReport(option="--day", report=report, advice=advice)
