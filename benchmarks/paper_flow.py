"""Minutes of a large sample against a bare one-pass flow of stock ReportLab paragraphs: the hardest reading of "stock".

The stock side sets the same words, one Helvetica paragraph a note, without shaping, contents, page totals or furniture.
`paper.py` has the other reading: the same document. Prints the worst of five; returns 1 when a goal is missed.
"""

import io
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate

from facilitator.domain.attribution import attribute
from facilitator.report.builders import minutes
from facilitator.report.builders.options import ReportOptions
from facilitator.report.labels import Labels
from facilitator.report.model import Item, Report
from facilitator.report.writers import pdf
from facilitator.workspace.opening import open_workspace

NOTES, ROUNDS, RATIO, MEGABYTES = 17_000, 5, 4.0, 150.0
STYLE = ParagraphStyle("item", fontName="Helvetica", fontSize=10, leading=14, spaceAfter=3.5, leftIndent=42)


def build(folder: Path) -> tuple[Report, ...]:
    """The minutes of a large sample."""
    path = folder / "large.workshop"
    subprocess.run([sys.executable, "-m", "facilitator", "sample", str(path), "--notes", str(NOTES)], check=True)
    workspace = open_workspace(path, read_only=True)
    with workspace.read() as reads:
        record = attribute(reads.content())
    workspace.close()
    return minutes.build(record, Labels.load("en"), ReportOptions(state_at=0))


def set_by_us(reports: Sequence[Report]) -> tuple[int, float]:
    """Pages and CPU seconds of our writer."""
    start = time.process_time()
    written = pdf.write(reports, pdf.PdfStyle(), io.BytesIO())
    return written.pages, time.process_time() - start


def words(item: Item) -> str:
    """What a note says."""
    return "".join(run.text for run in item.runs)


def set_by_stock(reports: Sequence[Report]) -> tuple[int, float]:
    """Pages and CPU seconds of stock paragraphs."""
    start = time.process_time()
    story = [
        Paragraph(
            f"<b>{item.number}</b> {escape(words(item))} <font size=8>{escape(item.by)}</font>",
            STYLE,
        )
        for report in reports
        for item in report.body()
        if isinstance(item, Item)
    ]
    document = SimpleDocTemplate(
        io.BytesIO(), pagesize=A4, leftMargin=51, rightMargin=138, topMargin=70, bottomMargin=58
    )
    document.build(story)
    return document.page, time.process_time() - start


def main() -> int:
    """Set both in turn."""
    with tempfile.TemporaryDirectory() as name:
        reports = build(Path(name))
    # ours first, so that the peak is not that of the stock story
    pages, _ = set_by_us(reports)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    ratios = []
    for _ in range(ROUNDS):
        own, stock = set_by_us(reports), set_by_stock(reports)
        ratios.append((own[0] / own[1]) / (stock[0] / stock[1]))
        print(f"{own[0] / own[1]:.0f} pages a CPU second, stock {stock[0] / stock[1]:.0f}")
    print(f"{pages} pages: worst ratio {min(ratios):.2f} (goal {RATIO})")
    print(f"{memory:.0f} MB at the peak (goal {MEGABYTES:.0f})")
    return int(min(ratios) < RATIO or memory > MEGABYTES)


if __name__ == "__main__":
    sys.exit(main())
