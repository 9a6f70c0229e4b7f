"""From the finished pages to a printer of this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, QSize
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from facilitator.settings import Paper

    from .pages import Pages

POINTS = 72.0
SHARPEST = 300.0
"""Dots to the inch that pages are drawn with; more makes printing slow and nothing better to read."""
SIZES = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}


def ask_and_print(pages: Pages, paper: Paper, name: str, parent: QWidget) -> bool:
    """Let printer, copies and sides be chosen, and print; whether it was printed."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setPageSize(QPageSize(SIZES[paper]))
    # The pages have margins of their own.
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, pages.count)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    print_pages(pages, printer)
    return True


def print_pages(pages: Pages, printer: QPrinter) -> None:
    """Draw each page that was asked for onto the printer's sheets."""
    first = max(1, printer.fromPage())
    last = printer.toPage() or pages.count
    scale = min(SHARPEST, printer.resolution()) / POINTS
    painter = QPainter(printer)
    for page in range(first - 1, min(last, pages.count)):
        if page >= first:
            printer.newPage()
        sheet = printer.pageLayout().fullRectPixels(printer.resolution())
        painter.drawImage(QRectF(sheet), pages.draw(page, scale))
    painter.end()


def ask_and_print_sheet(paint: Callable[[QPainter], object], size: QSize, parent: QWidget) -> bool:
    """Let a printer be chosen and paint one sheet of this size onto one page; whether it was printed."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    if QPrintDialog(printer, parent).exec() != QPrintDialog.DialogCode.Accepted:
        return False
    painter = QPainter(printer)
    page = printer.pageLayout().paintRectPixels(printer.resolution())
    scale = min(page.width() / size.width(), page.height() / size.height())
    painter.scale(scale, scale)
    paint(painter)
    painter.end()
    return True
