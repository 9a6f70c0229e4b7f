"""A report from content to a finished file: attributed, built, written, reopened and counted, then put in place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from facilitator import settings
from facilitator.domain.attribution import attribute
from facilitator.domain.errors import LabelsMissing
from facilitator.domain.mentions import named_in_text
from facilitator.domain.nouns import Content
from facilitator.domain.numbers import SESSION, series
from facilitator.domain.record import Record
from facilitator.files import writing
from facilitator.report.builders import day_in_one_page, matrix, minutes, outcome, session_summary
from facilitator.report.builders.options import ReportOptions
from facilitator.report.labels import Labels
from facilitator.report.model import Report
from facilitator.report.printed import Printed

from .export import ExportOptions
from .exported import Exported, MissingCharacter
from .missing import sentences
from .program import program
from .progress import Progress

Builder = Callable[[Record, Labels, ReportOptions], tuple[Report, ...]]
BUILDERS: Mapping[str, Builder] = {
    "session": session_summary.build,
    "day": day_in_one_page.build,
    "outcome": outcome.build,
    "matrix": matrix.build,
    "minutes": minutes.build,
}
LANGUAGE = "en"


@dataclass(slots=True)
class _Found:
    """What the writer said and what the reopened file holds."""

    pages: int | None = None
    missing: tuple[MissingCharacter, ...] = ()
    written: Mapping[str, int] | None = None


def export_report(
    content: Content, report: str, ending: str, out: Path, options: ExportOptions, progress: Progress
) -> Exported:
    """Write one of the reports of `BUILDERS`. The rule of attribution is applied before any builder sees a name."""
    reports, warnings = _built(content, report, options)
    found = _write(reports, ending, out, options, progress)
    return _told(out, reports, found, warnings)


def preview_report(content: Content, report: str, out: Path, options: ExportOptions, progress: Progress) -> Exported:
    """Write the PDF of a report to a file that only we look at: not in one rename, and to be seen before it is counted.

    `progress` is told the whole number of pages once all of them are written: from then on they can be shown.
    """
    from facilitator.report.writers import pdf

    reports, warnings = _built(content, report, options)
    paper = options.paper or settings.load().settings.paper
    with out.open("wb") as stream:
        said = pdf.write(reports, pdf.PdfStyle(paper=paper), stream)
    progress(said.pages, said.pages)
    pages, written = pdf.count(out, reports)
    return _told(out, reports, _Found(pages, _missing(said.missing), written), warnings)


def _built(content: Content, report: str, options: ExportOptions) -> tuple[tuple[Report, ...], list[str]]:
    """The reports to write, and what a person should know of their content."""
    labels, complaints = _labels(options.language)
    # from here on nothing that is printed comes from the content, only from the record
    record = attribute(content, options.attribution)
    chosen = ReportOptions(
        options.now,
        program=program(),
        sessions=_sessions(content, options.sessions),
        days=() if options.day is None else (options.day,),
    )
    reports = BUILDERS[report](record, labels, chosen)
    mentions = [mention.sentence for mention in named_in_text(content, record, Printed(reports).holds)]
    return reports, [*complaints, *_weaker(content, options), *mentions]


def _told(out: Path, reports: tuple[Report, ...], found: _Found, warnings: list[str]) -> Exported:
    """What was written, compared with what was to be written."""
    expected: Counter[str] = Counter()
    for one in reports:
        expected.update({kind: len(numbers) for kind, numbers in one.expected.items()})
    written = dict(found.written or {})
    told = (*warnings, *sentences(found.missing), *_not_found(expected, written))
    return Exported(out, found.pages, dict(expected), written, found.missing, told)


def _missing(said: Mapping[str, tuple[str, ...]]) -> tuple[MissingCharacter, ...]:
    return tuple(MissingCharacter(one, where) for one, where in said.items())


def _write(reports: tuple[Report, ...], ending: str, out: Path, options: ExportOptions, progress: Progress) -> _Found:
    found = _Found()
    paper = options.paper or settings.load().settings.paper
    if ending == ".docx":
        from facilitator.report.writers import docx

        def counted(part: Path) -> None:
            found.written = docx.count(part, reports)

        with writing(out, counted) as part, part.open("wb") as stream:
            docx.write(reports, stream, paper)
        return found
    from facilitator.report.writers import pdf

    def counted_pages(part: Path) -> None:
        found.pages, found.written = pdf.count(part, reports)

    with writing(out, counted_pages) as part, part.open("wb") as stream:
        said = pdf.write(reports, pdf.PdfStyle(paper=paper), stream, lambda pages: progress(pages, None))
    found.missing = _missing(said.missing)
    return found


def _labels(asked: str | None) -> tuple[Labels, list[str]]:
    """The labels in the language asked for, else in that of the settings, else in English; with what to say of it."""
    if asked is not None:
        return Labels.load(asked), []
    loaded = settings.load()
    said = [str(complaint) for complaint in loaded.complaints]
    try:
        return Labels.load(loaded.settings.language), said
    except LabelsMissing as missing:
        return Labels.load(LANGUAGE), [*said, str(missing)]


def _sessions(content: Content, asked: Iterable[str]) -> tuple[str, ...]:
    """Printed numbers from what was typed; a bare count means the only session of that count, else that of our room."""
    own = series(SESSION, content.workshop.prefix)
    numbers = []
    for typed in asked:
        number = typed.strip().upper()
        # Longer ones are no count of ours, and Python refuses to read thousands of digits.
        if re.fullmatch("[0-9]{1,9}", number):
            others = [one.number for one in content.sessions if one.number.count == int(number)]
            rooms = {one.prefix for one in others}
            number = f"{rooms.pop() if len(rooms) == 1 else own}{int(number)}"
        numbers.append(number)
    return tuple(numbers)


def _weaker(content: Content, options: ExportOptions) -> list[str]:
    rule = content.workshop.attribution
    if options.attribution is None or options.attribution.strictness >= rule.strictness:
        return []
    return [f"--attribution {options.attribution} is weaker than the rule {rule} of the workshop, which was kept."]


def _not_found(expected: Mapping[str, int], written: Mapping[str, int]) -> list[str]:
    return [
        f"Of {count} {kind} only {written.get(kind, 0)} were found in the finished file: look through it first."
        for kind, count in expected.items()
        if written.get(kind, 0) < count
    ]
