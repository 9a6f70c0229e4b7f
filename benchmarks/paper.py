"""A report of 1,000 pages as PDF: pages for each CPU second against ReportLab's own Paragraphs of the same text.

Both make the same document: contents with page numbers, bookmarks, numbers beside the notes, no note parted, "Page x of
y". Prints the worst of five pairs against the limits: at least 4 times as many pages, at most 150 MB at the peak;
returns 1 when one is missed. ReportLab sets the first fifth of the text only and shapes nothing, both in its favour.
"""

import io
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, KeepTogether, PageTemplate, Paragraph
from reportlab.platypus.tableofcontents import TableOfContents

from facilitator import paths
from facilitator.report.model import Block, Contents, Entry, Furniture, Heading, Item, Layout, Level, Report, Run
from facilitator.report.writers.pdf import PdfStyle, write

NOTES, ROUNDS, IN_A_SESSION = 13_600, 5, 50
LEAST_RATIO, MOST_MEGABYTES = 4.0, 150.0
NOTE = ParagraphStyle(
    "note",
    fontName="Noto",
    fontSize=10,
    leading=14,
    spaceAfter=3.5,
    leftIndent=42,
    bulletFontName="Noto",
    bulletFontSize=8,
)
HEADING = ParagraphStyle("heading", parent=NOTE, keepWithNext=1, spaceBefore=14)
FURNITURE = Furniture("Workshop", "Minutes", "9 August 2023", "Page {page} of {pages}", "Named", "", "Notes", "{text}")


def notes(count: int) -> Iterator[tuple[str, str, str]]:
    """Number, words and by-line of each note: sentences of a language with 4,000 words."""
    chance = random.Random(1)
    words = ["".join(chance.choices("aeiounrstldm", k=chance.randint(2, 10))) for _ in range(4_000)]
    for number in range(1, count + 1):
        text = " ".join(chance.choices(words, k=chance.randint(12, 40)))
        yield f"S1.{number}", f"{text.capitalize()}.", "panellist, civil society, 11:30"


def ours() -> int:
    """The pages of our report."""

    def body() -> Iterator[Block]:
        sessions = range(0, NOTES, IN_A_SESSION)
        yield Contents("Contents", "page", tuple(Entry(f"Session {place}", f"{place}") for place in sessions))
        for place, (number, text, by) in enumerate(notes(NOTES)):
            if place % IN_A_SESSION == 0:
                yield Heading(f"Session {place}", Level.PART, anchor=f"{place}")
            yield Item(number, (Run(text),), by=by)

    report = Report("Minutes", "A long workshop", "en", Layout.TEXT, FURNITURE, body)
    return write(report, PdfStyle(), io.BytesIO()).pages


class Stock(BaseDocTemplate):
    """ReportLab's template with contents, bookmarks and the number of pages."""

    total = 0

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 (ReportLab's name)
        """Tell the contents of each heading."""
        if getattr(flowable, "style", None) is HEADING:
            text = flowable.getPlainText()
            self.canv.bookmarkPage(text)
            self.canv.addOutlineEntry(text, text)
            self.notify("TOCEntry", (0, text, self.page, text))

    def afterPage(self) -> None:  # noqa: N802
        """Head, foot and margin line."""
        self.total = max(self.total, self.page)
        canvas = self.canv
        canvas.setFont("Noto", 8)
        canvas.drawString(51, 800, "Workshop")
        canvas.drawRightString(559, 800, "9 August 2023")
        canvas.drawRightString(559, 790, f"Page {self.page} of {self.total}")
        canvas.drawString(51, 34, "Named")
        for line in ((51, 786, 559, 786), (467, 58, 467, 768), (51, 44, 559, 44)):
            canvas.line(*line)


def theirs() -> int:
    """The pages of ReportLab's."""
    pdfmetrics.registerFont(TTFont("Noto", str(paths.resources() / "fonts" / "NotoSans-Regular.ttf")))
    document = Stock(io.BytesIO(), pagesize=(595.28, 841.89))
    document.addPageTemplates(PageTemplate("page", [Frame(51, 58, 406, 714, 0, 0, 0, 0)]))
    story: list[Flowable] = [TableOfContents()]
    for place, (number, text, by) in enumerate(notes(NOTES // 5)):
        if place % IN_A_SESSION == 0:
            story.append(Paragraph(f"Session {place}", HEADING))
        words = f"{text} <font size=8>{by}</font>"
        story.append(KeepTogether([Paragraph(words, NOTE, bulletText=number)]))
    document.multiBuild(story)
    return int(document.page)


def measure(name: str) -> tuple[int, float, float]:
    """Pages, pages for each CPU second, and peak memory in MB, of a process of its own."""
    said = subprocess.run([sys.executable, __file__, name], capture_output=True, text=True, check=True).stdout.split()
    return int(said[0]), float(said[1]), float(said[2])


def report_on(do: Callable[[], int]) -> None:
    """Do it and say what `measure` reads."""
    start = time.process_time()
    pages = do()
    rate = pages / (time.process_time() - start)
    print(pages, rate, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def main() -> int:
    """Compare in turn, so that what else the machine does meets both."""
    pairs = [(measure("ours"), measure("theirs")) for _ in range(ROUNDS)]
    ratio = min(one[1] / other[1] for one, other in pairs)
    peak = max(one[2] for one, _ in pairs)
    rates = ", ".join(f"{one[1]:.0f}/{other[1]:.0f}" for one, other in pairs)
    print(f"paper of {pairs[0][0][0]} pages: {ratio:.1f} x ReportLab's (least {LEAST_RATIO}); pages/s: {rates}")
    print(f"peak {peak:.0f} MB (most {MOST_MEGABYTES:.0f})")
    return ratio < LEAST_RATIO or peak > MOST_MEGABYTES


if __name__ == "__main__":
    if len(sys.argv) > 1:
        report_on({"ours": ours, "theirs": theirs}[sys.argv[1]])
    else:
        sys.exit(main())
