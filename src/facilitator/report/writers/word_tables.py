"""Tables as WordprocessingML, built row by row: head repeated on each page, no row broken, thin lines between rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docx.oxml.xmlchemy import BaseOxmlElement

from facilitator.report.model import Column, GroupRow, Row, Run, Runs, Table

from .word_runs import element, mark_run, text_runs

_CELL_STYLE = "TableCell"
# Room to write by hand, in twentieths of a point.
_ROOM = "560"


def word_table(table: Table, left: float, width: float) -> BaseOxmlElement:
    """A table that begins `left` pt from the margin and is `width` pt wide.

    Late rows are left out: the fonts, and so the characters that are missing, are those of the reader's machine.
    """
    made = element("tbl")
    made.append(_properties(left, width))
    widths = _widths(table.columns, width)
    grid = element("tblGrid")
    for share in widths:
        grid.append(element("gridCol", w=str(share)))
    made.append(grid)
    for row in _rows(table, widths):
        made.append(row)
    return made


def _widths(columns: Sequence[Column], width: float) -> list[int]:
    whole = sum(column.share for column in columns)
    return [round(column.share / whole * width * 20) for column in columns]


def _properties(left: float, width: float) -> BaseOxmlElement:
    properties = element("tblPr")
    properties.append(element("tblW", w=f"{width * 20:.0f}", type="dxa"))
    properties.append(element("tblInd", w=f"{left * 20:.0f}", type="dxa"))
    borders = element("tblBorders")
    for side, eighths in (("top", "5"), ("bottom", "5"), ("insideH", "2")):
        borders.append(element(side, val="single", sz=eighths, space="0", color="000000"))
    properties.append(borders)
    properties.append(element("tblLayout", type="fixed"))
    margins = element("tblCellMar")
    margins.append(element("left", w="0", type="dxa"))
    margins.append(element("right", w="100", type="dxa"))
    properties.append(margins)
    return properties


def _rows(table: Table, widths: list[int]) -> Iterator[BaseOxmlElement]:
    if not table.headless:
        cells = [(Run(column.title, bold=True),) for column in table.columns]
        yield _row(cells, table.columns, widths, head=True)
    for row in table.rows:
        if isinstance(row, GroupRow):
            yield _group(row, sum(widths), len(widths))
        elif isinstance(row, Row):
            yield _row(row.cells, table.columns, widths, room=table.room)


def _row(
    cells: Sequence[Runs], columns: Sequence[Column], widths: list[int], *, head: bool = False, room: bool = False
) -> BaseOxmlElement:
    row = _open_row(head=head, room=room)
    for runs, column, width in zip(cells, columns, widths, strict=True):
        row.append(_cell(list(text_runs(runs)), width, right=column.numeric))
    return row


def _group(group: GroupRow, width: int, columns: int) -> BaseOxmlElement:
    row = _open_row()
    runs = [mark_run(group.mark)] if group.mark else []
    runs += text_runs((Run(f" {group.text}" if runs else group.text, bold=True),))
    row.append(_cell(runs, width, span=columns, with_next=True))
    return row


def _open_row(*, head: bool = False, room: bool = False) -> BaseOxmlElement:
    row = element("tr")
    properties = element("trPr")
    properties.append(element("cantSplit"))
    if room:
        properties.append(element("trHeight", val=_ROOM, hRule="atLeast"))
    if head:
        properties.append(element("tblHeader"))
    row.append(properties)
    return row


def _cell(
    runs: list[BaseOxmlElement], width: int, *, right: bool = False, span: int = 1, with_next: bool = False
) -> BaseOxmlElement:
    cell = element("tc")
    properties = element("tcPr")
    properties.append(element("tcW", w=str(width), type="dxa"))
    if span > 1:
        properties.append(element("gridSpan", val=str(span)))
    cell.append(properties)
    paragraph = element("p")
    style = element("pPr")
    style.append(element("pStyle", val=_CELL_STYLE))
    if with_next:
        style.append(element("keepNext"))
    if right:
        style.append(element("jc", val="right"))
    paragraph.append(style)
    for run in runs:
        paragraph.append(run)
    cell.append(paragraph)
    return cell
