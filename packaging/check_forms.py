"""What a form may not do: look, sizes and words belong elsewhere, and every input can be reached and named.

`python packaging/check_forms.py [FILE.ui ...]`, without a file all of `ui/`; prints each finding and ends with 1.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

UI = Path(__file__).resolve().parent.parent / "ui"
VIEWS = frozenset({"QListView", "QListWidget", "QTableView", "QTableWidget", "QTreeView", "QTreeWidget"})
FIELDS = frozenset({"QLineEdit", "QTextEdit", "QPlainTextEdit", "QComboBox", "QSlider"})
SPIN_BOXES = frozenset({"QSpinBox", "QDoubleSpinBox", "QDateEdit", "QTimeEdit", "QDateTimeEdit"})
INPUTS = FIELDS | SPIN_BOXES | VIEWS
BUTTONS = frozenset({"QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QCommandLinkButton"})
LOOK = ("styleSheet", "font", "palette")
SIZES = ("minimumSize", "maximumSize", "baseSize", "sizeIncrement")


def findings(file: Path) -> list[str]:
    """A sentence for each thing in a form that the house does not allow."""
    # Our own files, so the parser of the standard library will do.
    root = ET.parse(file).getroot()  # noqa: S314
    outer = root.find("widget")
    if outer is None:
        return [f"{file.name}: there is no widget in it"]
    widgets = list(outer.iter("widget"))
    buddies = {found.text for found in outer.findall(".//property[@name='buddy']/cstring")}
    found = [*_misnamed(file, root), *_slots(root)]
    for widget in widgets:
        found += [f"{widget.get('name')}: {what}" for what in _wrong(widget, widget is outer, buddies)]
    found += _out_of_order(root, widgets)
    return [f"{file.name}: {what}" for what in found]


def _misnamed(file: Path, root: Element) -> Iterator[str]:
    expected = "".join(word.capitalize() for word in file.stem.split("_"))
    if root.findtext("class") != expected:
        yield f"the class is to be called {expected}, like the file"


def _slots(root: Element) -> Iterator[str]:
    if root.findall("connections/connection"):
        yield "signals are connected in code"


def _wrong(widget: Element, is_outer: bool, buddies: set[str | None]) -> Iterator[str]:
    kind, own = widget.get("class", ""), {found.get("name", ""): found for found in widget.findall("property")}
    yield from (f"{name} belongs to the style sheet of the app" for name in LOOK if name in own)
    yield from (f"{name} is a fixed size" for name in SIZES if name in own)
    # Designer writes the size of its own window on the outermost widget, which a layout then overrules.
    if "geometry" in own and not is_outer:
        yield "it lies outside of a layout"
    if widget.find("widget") is not None and widget.find("layout") is None:
        yield "its children have no layout"
    if kind in INPUTS and widget.get("name") not in buddies and not _text(own, "accessibleName"):
        yield "it has neither a label that is its buddy nor an accessible name"
    if kind in BUTTONS and not _text(own, "text") and not _text(own, "accessibleName"):
        yield "it has neither a text nor an accessible name"
    if kind == "QLabel" and own.get("textFormat", Element("")).findtext("enum") != "Qt::TextFormat::PlainText":
        yield "its textFormat is to be PlainText"


def _out_of_order(root: Element, widgets: list[Element]) -> Iterator[str]:
    """The order of Tab names each input and button once."""
    order = [found.text or "" for found in root.findall("tabstops/tabstop")]
    focusable = {widget.get("name", "") for widget in widgets if widget.get("class") in INPUTS | BUTTONS}
    yield from (f"{name}: it is missing in the order of Tab" for name in sorted(focusable - set(order)))
    yield from (f"{name}: it is in the order of Tab and not in the form" for name in sorted(set(order) - focusable))
    if len(order) != len(set(order)):
        yield "a name comes twice in the order of Tab"


def _text(own: dict[str, Element], name: str) -> str:
    return (own[name].findtext("string") or "") if name in own else ""


def main() -> int:
    """Look at the forms that are named, else at all."""
    files = [Path(name) for name in sys.argv[1:]] or sorted(UI.glob("*.ui"))
    found = [finding for file in files for finding in findings(file)]
    print("\n".join(found) or f"{len(files)} forms, nothing found")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
