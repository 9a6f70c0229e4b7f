"""A report as plain text, block by block, so that a change of what is printed is seen in a test."""

from collections.abc import Iterator

from facilitator.report.model import (
    AttributionNote,
    Block,
    Contents,
    Facts,
    GroupRow,
    Heading,
    Item,
    LateRow,
    Mark,
    Paragraph,
    Report,
    Row,
    Runs,
    Table,
    WritingLines,
)


def outline(report: Report) -> str:
    """Head, foot and blocks, a line for each."""
    furniture = report.furniture
    lines = [f"{report.kind} | {report.title} | {report.layout}"]
    lines.append(f"head: {furniture.head} | {furniture.document} | {furniture.dates} | {furniture.page}")
    lines.append(f"foot: {furniture.foot} | {furniture.flag}")
    for block in report.body():
        lines += _lines(block)
    for block in report.side:
        lines += (f"    side | {line}" for line in _lines(block))
    lines += (f"expected {kind}: {', '.join(numbers)}" for kind, numbers in report.expected.items())
    return "\n".join(lines) + "\n"


def _text(runs: Runs) -> str:
    return "".join(f"**{run.text}**" if run.bold else f"_{run.text}_" if run.small else run.text for run in runs)


def _mark(mark: Mark | None) -> str:
    return f"<{mark.colour} {mark.symbol}> " if mark else ""


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Facts():
            yield from (f"fact: {label}: {_text(runs)}" for label, runs in block.rows)
        case AttributionNote():
            yield f"attribution: {block.title}"
            yield from (f"    {_text(runs)}" for runs in block.paragraphs)
            yield f"    notice: {block.notice}"
        case Heading():
            yield ""
            yield f"{block.level} {block.sign} {_mark(block.mark)}{block.text} [{block.count}] #{block.anchor}"
        case Item():
            number = f"**{block.number}**" if block.strong else block.number
            head = f"**{block.head}** {block.under} / " if block.head else ""
            yield f"{block.sign} {_mark(block.mark)}{number} {head}{_text(block.runs)} ({block.by})"
            yield from (f"    {_mark(line.mark)}{_text(line.runs)}" for line in block.lines)
            yield from (f"    | {held.label}, {held.constituency}: {held.text}" for held in block.held)
        case Paragraph():
            yield _text(block.runs)
        case Table():
            yield from _table(block)
        case Contents():
            yield f"contents: {block.title}, {block.page_label}"
            yield from (
                f"    {_mark(entry.mark)}{entry.text} {entry.detail} #{entry.anchor}" for entry in block.entries
            )
        case WritingLines():
            yield f"lines: {block.prompt}"


def _table(table: Table) -> Iterator[str]:
    if not table.headless:
        yield "head: " + " | ".join(f"{column.title} {column.share:.0f}" for column in table.columns)
    for row in table.rows:
        match row:
            case Row():
                yield "row: " + " | ".join(_text(cell) for cell in row.cells)
            case GroupRow():
                yield f"group: {_mark(row.mark)}{row.text}"
            case LateRow():
                yield f"late: {row.label} | {row.late} | {row.said} | {row.otherwise}"
