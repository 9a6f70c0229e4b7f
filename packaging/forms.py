"""Compiles `ui/*.ui` into `facilitator.desktop.forms` and the translations into what Qt reads.

Standard library only: `make run` and the build hook call it. Qt's own programs run in the Python that is given. What
has not changed since the last time, by its content and by this file, is not compiled again.
"""

from __future__ import annotations

import ast
import hashlib
import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UI = ROOT / "ui"
DESKTOP = ROOT / "src" / "facilitator" / "desktop"
FORMS = DESKTOP / "forms"
TRANSLATIONS = DESKTOP / "translations"
WORDS = ROOT / "resources" / "i18n"
STAMP = ".made-from"
PACKAGE = '"""Compiled from ui/*.ui when the app is built; changes belong there."""\n'


class NotCompiled(Exception):
    """Qt's program had something to say; the message names the file and quotes it."""


def compile_all(python: str) -> None:
    """Have every form and translation compiled by the PySide6 of `python`. Raises NotCompiled."""
    _compile_folder(python, UI, "*.ui", FORMS, ".py")
    _compile_folder(python, WORDS, "*.ts", TRANSLATIONS, ".qm")


def call_qt(python: str, program: str, *arguments: str) -> None:
    """Run uic, lrelease or lupdate as PySide6 brings it.

    Raises NotCompiled also when it only complains: uic ends with 0 after a name that is there twice.
    """
    code = f"from PySide6.scripts.pyside_tool import {program}; {program}()"
    # Without a message catalogue of another language, so that a run says the same everywhere.
    settings = {**os.environ, "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [python, "-c", code, *arguments], cwd=ROOT, env=settings, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode != 0 or done.stderr:
        raise NotCompiled(f"{program} {' '.join(arguments)}:\n{done.stderr or done.stdout}")


def without_unused_imports(source: str) -> str:
    """A compiled form that imports only the classes it uses: each name of Qt costs time when it is first asked for."""
    tree = ast.parse(source)
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    lines = source.splitlines()
    for node in reversed(tree.body):
        if isinstance(node, ast.ImportFrom):
            node.names = [name for name in node.names if (name.asname or name.name) in used]
            lines[node.lineno - 1 : node.end_lineno] = [ast.unparse(node)] if node.names else []
    return "\n".join(lines) + "\n"


def _compile_folder(python: str, sources: Path, pattern: str, target: Path, ending: str) -> None:
    """Compile each file of `sources`; what is left in `target` of a source that has gone is removed."""
    target.mkdir(parents=True, exist_ok=True)
    if ending == ".py":
        (target / "__init__.py").write_text(PACKAGE, encoding="utf-8")
    wanted = {source.stem: source for source in sorted(sources.glob(pattern))}
    for made in target.glob(f"*{ending}"):
        if made.stem not in wanted and made.name != "__init__.py":
            made.unlink()
    before = _read_stamp(target)
    now = {stem: _digest(source) for stem, source in wanted.items()}
    for stem, source in wanted.items():
        made = target / f"{stem}{ending}"
        if before.get(stem) != now[stem] or not made.is_file():
            _compile(python, source, made)
    if before != now:
        text = "".join(f"{digest}  {stem}\n" for stem, digest in now.items())
        (target / STAMP).write_text(text, encoding="utf-8")


def _compile(python: str, source: Path, made: Path) -> None:
    part = made.with_name(f".{made.name}.part")
    try:
        if made.suffix == ".py":
            call_qt(python, "uic", str(source), "-o", str(part))
            part.write_text(without_unused_imports(part.read_text(encoding="utf-8")), encoding="utf-8")
        else:
            call_qt(python, "lrelease", "-silent", str(source), "-qm", str(part))
        part.replace(made)
    finally:
        part.unlink(missing_ok=True)


def _digest(source: Path) -> str:
    return hashlib.sha256(source.read_bytes() + Path(__file__).read_bytes()).hexdigest()


def _read_stamp(target: Path) -> dict[str, str]:
    try:
        lines = (target / STAMP).read_text(encoding="utf-8").splitlines()
    except OSError:
        return {}
    return {stem: digest for digest, _, stem in (line.partition("  ") for line in lines)}
