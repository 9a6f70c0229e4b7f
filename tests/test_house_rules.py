"""The sizes and names of the house: a room that outgrows them is two rooms."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
COMPILED = ROOT / "src" / "facilitator" / "desktop" / "forms"
WRITTEN = (path for path in (ROOT / "src").rglob("*.py") if path.parent != COMPILED)
SOURCES = sorted([*WRITTEN, *(ROOT / "packaging").glob("*.py")])
SAYS_NOTHING = re.compile(r"(manager|helper|utils?|base|mixin)s?", re.IGNORECASE)


def read(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def lines(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def classes(tree: ast.AST) -> Iterator[ast.ClassDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_file_function_or_class_is_larger_than_a_person_can_hold(path: Path) -> None:
    tree = read(path)
    too_long = [node.name for node in functions(tree) if lines(node) > 50]
    too_large = [node.name for node in classes(tree) if lines(node) > 350 or len(list(functions(node))) > 30]

    assert (too_long, too_large) == ([], [])
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


def test_no_function_is_longer_than_thirty_lines_save_one_in_twenty() -> None:
    sizes = sorted(lines(node) for path in SOURCES for node in functions(read(path)))

    assert sizes[len(sizes) * 95 // 100] <= 30


def test_no_file_or_class_has_a_name_that_says_nothing() -> None:
    words = [word for path in SOURCES for word in path.stem.split("_")]
    words += [word for path in SOURCES for node in classes(read(path)) for word in re.findall("[A-Z][a-z]+", node.name)]
    # SQLAlchemy's own word for the class that its models stand on.
    allowed = {"Base"}

    assert {word for word in words if SAYS_NOTHING.fullmatch(word)} <= allowed


def test_every_test_file_has_a_name_of_its_own() -> None:
    names = Counter(path.name for path in (ROOT / "tests").rglob("test_*.py"))

    assert [name for name, count in names.items() if count > 1] == []
