"""What is written for people is there and true: pages, pictures, keys and commands."""

import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from facilitator.cli.program import COMMANDS as LINE_COMMANDS
from facilitator.desktop.commands.listing import COMMANDS

LINK = re.compile(r"\]\(([^)#:]+)\)")
KEY = re.compile(r"\bCtrl\+(?:Shift\+)?(?:Up|Down|Enter|plus|minus|[A-Z0-9.\[\]])|\bAlt\+\d|\bF\d{1,2}\b")
TYPED = re.compile(r"^(?:\.venv/bin/)?facilitator ([a-z]+)", re.MULTILINE)
WORDS = {"plus": "+", "minus": "-", "Enter": "Return"}


@pytest.fixture
def keys_page(root: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(root / "packaging")
    return importlib.reload(importlib.import_module("keys_page"))


def pages(root: Path) -> Iterator[Path]:
    yield from sorted(root.glob("*.md"))
    yield from sorted((root / "docs").rglob("*.md"))


def test_every_page_and_picture_that_is_linked_is_there(root: Path) -> None:
    missing = [
        f"{page.relative_to(root)}: {link}"
        for page in pages(root)
        for link in LINK.findall(page.read_text(encoding="utf-8"))
        if not (page.parent / link).exists()
    ]

    assert missing == []


def test_the_contents_lead_to_every_page_of_the_guide_and_each_shows_a_picture(root: Path) -> None:
    guide = root / "docs" / "guide"
    contents = (guide / "README.md").read_text(encoding="utf-8")
    those = [page for page in guide.glob("*.md") if page.name != "README.md"]

    assert {page.name for page in those} <= set(LINK.findall(contents))
    bare = {page.name for page in those if "](pictures/" not in page.read_text(encoding="utf-8")}
    assert bare <= {"safety.md"}


def test_every_picture_of_the_guide_is_shown_somewhere(root: Path) -> None:
    shown = {Path(link).name for page in pages(root) for link in LINK.findall(page.read_text(encoding="utf-8"))}

    assert {picture.name for picture in (root / "docs" / "guide" / "pictures").glob("*.png")} <= shown


def test_the_page_of_keys_is_the_list_of_commands(keys_page: ModuleType) -> None:
    assert keys_page.PAGE.read_text(encoding="utf-8") == keys_page.page(), "run packaging/keys_page.py"


@pytest.mark.parametrize(("key", "told"), [("Ctrl++", "Ctrl++"), ("Ctrl+Return", "Ctrl+Enter"), ("+", "+")])
def test_a_key_is_written_as_it_stands_on_the_keyboard(keys_page: ModuleType, key: str, told: str) -> None:
    assert keys_page._told([key]) == f"`{told}`"


def test_no_page_names_a_key_that_does_nothing(root: Path) -> None:
    # What Qt's lists and fields know by themselves is no command.
    there = {key for command in COMMANDS for key in command.keys} | {"Ctrl+A"}
    unknown = [
        f"{page.name}: {found}"
        for page in (root / "README.md", *(root / "docs" / "guide").glob("*.md"))
        for found in KEY.findall(page.read_text(encoding="utf-8"))
        if re.sub("|".join(WORDS), lambda word: WORDS[word[0]], found) not in there
    ]

    assert unknown == []


def test_every_command_that_a_page_lets_people_type_is_one(root: Path) -> None:
    typed = {command for page in pages(root) for command in TYPED.findall(page.read_text(encoding="utf-8"))}

    assert "import" in typed
    assert typed <= set(LINE_COMMANDS)
