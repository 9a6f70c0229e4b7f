"""Collects what a person reads into `resources/i18n/facilitator_*.ts`, for translators and Qt Linguist.

Read from the syntax tree and from the forms: Qt's own lupdate loses counted texts and contexts in Python. English is
the language of the source, so its file holds only what is counted; "%n note(s)" and "%n left" are filled in by rule.
`--check` writes nothing and ends with 1 when a file would change or an English form is missing.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
WORDS = ROOT / "resources" / "i18n"
ENGLISH = WORDS / "facilitator_en.ts"
ERRORS = "Errors"
"""The context of the sentences of `domain/errors`, which Qt does not know of."""
WARNINGS = "Warnings"
"""The context of the sentences that point out a line of notes."""
READINESS = "Readiness"
"""The context of the sentences that explain what a recommendation lacks."""
PLURAL = re.compile(r"%n \w+s\b(?!\()")
"""A counted text that would read "1 notes": somebody has to write its form for one, or "note(s)"."""
NOOP = frozenset({"QT_TRANSLATE_NOOP", "N"})


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """A text as the source has it; a counted one has forms for one and for many."""

    context: str
    source: str
    comment: str = ""
    counted: bool = False


Translations = Mapping[Message, tuple[str, ...]]


class NotLiteral(Exception):
    """A text that nobody can collect, because it is only known when the program runs; the message says where."""


class Collector(ast.NodeVisitor):
    """Finds the messages of one module."""

    def __init__(self, path: Path) -> None:
        self.found: set[Message] = set()
        self._path = path
        self._context = ""

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """A class is the context of its `self.tr`."""
        outer, self._context = self._context, node.name
        self.generic_visit(node)
        self._context = outer

    def visit_Call(self, node: ast.Call) -> None:
        """Calls that translate, or mark what is translated elsewhere. Raises NotLiteral."""
        self.generic_visit(node)
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name == "tr" and isinstance(node.func, ast.Attribute):
            if not node.args or _literal(node.args[0]) is None:
                raise NotLiteral(f"{self._path}:{node.lineno}: tr() needs its text in quotation marks")
            self._add(self._context, node.args, node.keywords)
        elif (name == "translate" or name in NOOP) and len(node.args) > 1 and (context := _literal(node.args[0])):
            self._add(context, node.args[1:], node.keywords)

    def _add(self, context: str, arguments: list[ast.expr], keywords: list[ast.keyword]) -> None:
        source = _literal(arguments[0])
        if source:
            comment = (_literal(arguments[1]) if len(arguments) > 1 else "") or ""
            counted = len(arguments) > 2 or any(keyword.arg == "n" for keyword in keywords)
            self.found.add(Message(context, source, comment, counted))


def messages() -> set[Message]:
    """All that a person reads: of the desktop, the forms and the errors. Raises NotLiteral."""
    found: set[Message] = set()
    source = ROOT / "src" / "facilitator"
    for path in [source / "app.py", *sorted((source / "desktop").rglob("*.py"))]:
        if path.parent.name != "forms":
            found |= _of_module(path)
    for path in sorted((ROOT / "ui").glob("*.ui")):
        found |= set(_of_form(path))
    for path in sorted((source / "domain" / "errors").glob("*.py")):
        found |= set(_of_errors(path))
    found |= set(_of_reasons(source / "capture" / "line_warning.py", WARNINGS))
    found |= set(_of_reasons(source / "domain" / "readiness" / "points.py", READINESS))
    return found


def read(file: Path) -> dict[Message, tuple[str, ...]]:
    """The translations of a .ts file, without the empty ones."""
    if not file.exists():
        return {}
    known = {}
    # Our own files, so the parser of the standard library will do.
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314
        for entry in context.iter("message"):
            counted = entry.get("numerus") == "yes"
            message = Message(
                context.findtext("name") or "",
                entry.findtext("source") or "",
                entry.findtext("comment") or "",
                counted,
            )
            texts = entry.iter("numerusform") if counted else entry.iter("translation")
            forms = tuple(text.text or "" for text in texts)
            if any(forms):
                known[message] = forms
    return known


def written(language: str, wanted: Iterable[Message], known: Translations) -> str:
    """The text of a .ts file with these messages, in the order of the alphabet."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    for name, group in groupby(sorted(wanted), key=lambda message: message.context):
        context = ET.SubElement(root, "context")
        ET.SubElement(context, "name").text = name
        for message in group:
            _write(context, message, known.get(message, ()))
    ET.indent(root, " " * 4)
    text = ET.tostring(root, encoding="unicode", short_empty_elements=False)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n'


def _write(context: ET.Element, message: Message, forms: tuple[str, ...]) -> None:
    entry = ET.SubElement(context, "message", {"numerus": "yes"} if message.counted else {})
    ET.SubElement(entry, "source").text = message.source
    if message.comment:
        ET.SubElement(entry, "comment").text = message.comment
    translation = ET.SubElement(entry, "translation", {} if forms and all(forms) else {"type": "unfinished"})
    if message.counted:
        for form in forms or ("", ""):
            ET.SubElement(translation, "numerusform").text = form
    else:
        translation.text = forms[0] if forms else None


def _of_module(path: Path) -> set[Message]:
    collector = Collector(path)
    collector.visit(ast.parse(path.read_text(encoding="utf-8")))
    return collector.found


def _of_form(path: Path) -> Iterator[Message]:
    root = ET.parse(path).getroot()  # noqa: S314
    context = root.findtext("class") or ""
    for text in root.iter("string"):
        if text.text and text.get("notr") != "true":
            yield Message(context, text.text, text.get("comment", ""))


def _of_errors(path: Path) -> Iterator[Message]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Assign) and any(getattr(target, "id", "") == "template" for target in node.targets):
            text = _literal(node.value)
            if text:
                yield Message(ERRORS, text)


def _of_reasons(path: Path, context: str) -> Iterator[Message]:
    reasons = next(node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if _is_reasons(node))
    for node in ast.walk(reasons):
        if isinstance(node, ast.Assign) and (text := _literal(node.value)):
            yield Message(context, text)


def _is_reasons(node: ast.AST) -> bool:
    return isinstance(node, ast.ClassDef) and node.name == "Reason"


def _english(message: Message) -> tuple[str, str]:
    return message.source.replace("(s)", ""), message.source.replace("(s)", "s")


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def stale(found: set[Message], *, write: bool) -> list[str]:
    """The names of the files that do not hold what was found; with `write` they do from now on."""
    names = []
    for file in sorted({ENGLISH, *WORDS.glob("facilitator_*.ts")}):
        wanted, known = found, read(file)
        if file == ENGLISH:
            wanted = {message for message in found if message.counted}
            known = {message: _english(message) for message in wanted if not PLURAL.search(message.source)} | known
        text = written(file.stem.removeprefix("facilitator_"), wanted, known)
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            names.append(file.name)
            if write:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
    return names


def main() -> int:
    """Bring the files up to date, or say what is not."""
    check = "--check" in sys.argv[1:]
    try:
        found = messages()
    except NotLiteral as reason:
        print(reason, file=sys.stderr)
        return 1
    names = stale(found, write=not check)
    known = read(ENGLISH)
    missing = [message.source for message in sorted(found) if message.counted and not all(known.get(message, ("",)))]
    for source in missing:
        print(f"{ENGLISH.name}: how many? Write both forms of: {source}")
    print(
        f"{len(found)} texts; {'to be collected by make i18n' if check else 'written'}: {', '.join(names) or 'nothing'}"
    )
    return int(bool(missing or (check and names)))


if __name__ == "__main__":
    sys.exit(main())
