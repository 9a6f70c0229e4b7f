"""An override of Qt's that lets an error through ends the program, so each one has to be wrapped."""

import ast
import importlib
import pkgutil
from pathlib import Path
from types import FunctionType, ModuleType

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QPainter

import facilitator.desktop
from facilitator.desktop.guard import guarded, is_guarded, overrides

DESKTOP = Path(facilitator.desktop.__file__).parent
MODULES = sorted(found.name for found in pkgutil.walk_packages(facilitator.desktop.__path__, "facilitator.desktop."))


def unguarded(kind: type) -> list[str]:
    own = vars(kind).items()
    return [
        name
        for name, member in own
        if isinstance(member, FunctionType) and overrides(kind, name) and not is_guarded(member)
    ]


def classes_of(module: ModuleType) -> list[type]:
    members = vars(module).values()
    return [member for member in members if isinstance(member, type) and member.__module__ == module.__name__]


@pytest.mark.parametrize("name", MODULES)
def test_every_override_of_the_desktop_is_guarded(name: str) -> None:
    kinds = classes_of(importlib.import_module(name))

    assert {kind.__name__: unguarded(kind) for kind in kinds if unguarded(kind)} == {}


@pytest.mark.parametrize("path", sorted(DESKTOP.rglob("*.py")), ids=lambda path: path.relative_to(DESKTOP).as_posix())
def test_no_class_hides_in_a_function_where_the_search_would_not_find_it(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]

    assert [inner.name for node in functions for inner in ast.walk(node) if isinstance(inner, ast.ClassDef)] == []


def test_the_search_finds_what_is_not_guarded() -> None:
    class Bare(QObject):
        def timerEvent(self, event: object) -> None:
            pass

        def of_our_own(self) -> None:
            pass

    assert unguarded(Bare) == ["timerEvent"]
    assert unguarded(guarded(Bare)) == []


def test_a_name_that_qt_does_not_know_is_no_override() -> None:
    class Painting:
        def paint(self, painter: QPainter) -> None:
            pass

    assert not overrides(Painting, "paint")
