"""Reports as PDF: composed without a template engine, page by page, so that a long one needs no more memory than it is.

`write` sets reports into one file; `count` reopens it and finds what must stand in it.
"""

from facilitator.report.writers.pdf.counting import count
from facilitator.report.writers.pdf.writing import PdfStyle, Written, write

__all__ = ["PdfStyle", "Written", "count", "write"]
