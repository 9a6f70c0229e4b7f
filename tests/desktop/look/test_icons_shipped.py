"""The icons are those that were copied in, with their licence, and those that the window asks for."""

import ast
import hashlib
import re
from pathlib import Path

import pytest

import facilitator.desktop
from facilitator.paths import resources

ICONS = resources() / "icons"
NAMES = sorted(path.stem for path in ICONS.glob("*.svg"))
SOURCES = sorted(Path(facilitator.desktop.__file__).parent.rglob("*.py"))


def test_every_icon_is_the_one_that_was_copied_in() -> None:
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in ICONS.glob("*.svg")}
    lines = (ICONS / "SHA256SUMS").read_text(encoding="utf-8").splitlines()

    assert found == {name: digest for digest, name in (line.split("  ") for line in lines)}


def test_the_icons_come_with_their_licence() -> None:
    assert "ISC License" in (ICONS / "LICENSE").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_can_be_recoloured_and_fetches_nothing(name: str) -> None:
    drawing = (ICONS / f"{name}.svg").read_text(encoding="utf-8")

    assert 'stroke="currentColor"' in drawing
    assert 'stroke-width="2"' in drawing
    assert 'viewBox="0 0 24 24"' in drawing
    assert re.findall(r"href|<image|<script|url\(", drawing) == []


def asked_for(path: Path) -> set[str]:
    """The icons that a module names where it asks the look for one."""
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    named = [call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr in {"icon", "pixmap"}]
    firsts = [call.args[0] for call in named if call.args]
    return {first.value for first in firsts if isinstance(first, ast.Constant) and isinstance(first.value, str)}


def test_every_icon_that_is_asked_for_by_name_is_there() -> None:
    assert set().union(*map(asked_for, SOURCES)) - set(NAMES) == set()
